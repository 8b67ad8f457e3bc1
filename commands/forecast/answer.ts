import type { Day } from '../../data/types.ts';
import { addDays } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { csvFile } from '../csv.ts';
import { bandsChart } from '../forecast-chart.ts';
import type { Action, Part, Reply } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import type { History, Subject } from '../runs/series.ts';
import { componentParts } from './components.ts';
import { eventsTable } from './events-table.ts';
import { headlineFacts } from './headline.ts';
import { metrics } from './metric.ts';
import { noteOn } from './note.ts';
import { dayBands, daysOutsideWeeks, isWeekly, knownDays, knownWeeks, weekBands } from './periods.ts';
import { bandsTable, monthsTable } from './tables.ts';
import { useByTable } from './use-by.ts';
import { whatIfForm } from './what-if-form.ts';

export type Answered = {
  readonly cut: Cut;
  readonly subject: Subject;
  readonly history: History;
  readonly asOf: Day | undefined;
  /** The arguments, to ask the same again. */
  readonly again: Readonly<Record<string, unknown>>;
  /** "8 weeks". */
  readonly ahead: string;
  readonly csv: boolean;
  readonly components: boolean;
};

/** The forecast of one daily series in words, numbers and a picture. */
export function answerOf(run: RunOf<KeptForecast>, answered: Answered): Reply {
  const { cut, history, subject, again, csv, components } = answered;
  const { result } = run;
  const words = metrics[subject.metric];
  const byWeek = words.adds && isWeekly(result);
  const bands = byWeek ? weekBands(result) : dayBands(result);
  const of = subject.slice ? ` of ${subject.slice.name}` : '';
  const name = words.name + of;
  const horizon = result.daily.expected.length;
  const span = formatDays(cut.before, addDays(cut.before, horizon - 1), cut.shop);
  const say = (value: number) => formatValue(value, words.unit, cut.shop);
  const until = `data until ${formatDays(cut.lastDay, cut.lastDay, cut.shop)}`;
  const outside = byWeek ? daysOutsideWeeks(result) : null;
  const table = bandsTable(bands, { period: byWeek ? 'Week from' : 'Day', unit: words.unit, outside });
  const { low80, high80, expected } = words.adds ? result.total : bands.points[0]!;
  const when = words.adds ? span : formatDays(cut.before, cut.before, cut.shop);

  const parts: Part[] = [
    { kind: 'facts', facts: headlineFacts(run, { cut, subject, history, bands, byWeek, label: `${name}, ${when}` }) },
    {
      kind: 'chart',
      title: `${say(expected)} expected, ${when}`,
      subtitle: `${name} ${byWeek ? 'per week' : 'per day'} · ${until} · 80% and 95% intervals`,
      alt: `Forecast of ${words.name.toLowerCase()}${of}, ${when}: ${say(expected)}${words.adds ? ' in all' : ''}, 80% interval ${say(low80)} to ${say(high80)}.`,
      chart: {
        ...bandsChart(byWeek ? knownWeeks(history) : knownDays(history), bands, byWeek ? 26 : 56),
        unit: words.unit,
      },
    },
    ...(components ? componentParts(result, cut.shop, until) : []),
    table,
    ...monthsTable(result, words),
    ...useByTable(result, cut),
    ...eventsTable(result.events, words.unit),
    { kind: 'note', text: noteOn(result, answered, { hasFirstRow: outside !== null }) },
  ];
  if (csv) parts.push(csvFile(`forecast-${run.id}.csv`, table, cut.shop));

  const more = (label: string, input: Readonly<Record<string, unknown>>): Action => ({
    label,
    style: 'plain',
    ask: { name: 'forecast', input: { ...again, ...input } },
  });
  const [gap] = history.holes.toReversed();
  return {
    title:
      subject.slice || subject.metric !== 'revenue'
        ? `${name}, next ${answered.ahead}`
        : `Forecast for the next ${answered.ahead}`,
    tone: 'plain',
    parts,
    actions: [
      { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
      ...(components ? [] : [more('What it is made of', { show: 'components' })]),
      { ...more('What if…', { promotion: undefined, growth: undefined, closed: undefined }), form: whatIfForm },
      ...(csv ? [] : [more('CSV', { csv: 'yes' })]),
      ...(gap && subject.since === null
        ? [more(`Learn from ${addDays(gap.to, 1)} on only`, { since: addDays(gap.to, 1) })]
        : []),
    ],
  };
}
