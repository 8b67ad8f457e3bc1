import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { eventName } from '../../words/event-names.ts';
import { day, days as daysOf, period, quantity, type Said, say, sentences } from '../../words/say.ts';
import { csvFile } from '../csv.ts';
import { bandsChart } from '../forecast-chart.ts';
import type { Action, Part, Reply } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { type History, kindOf, type Subject } from '../runs/series.ts';
import { componentParts } from './components.ts';
import { eventsTable } from './events-table.ts';
import { headlineFacts } from './headline.ts';
import { metrics, sliceName } from './metric.ts';
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
  /** "the next 8 weeks". */
  readonly ahead: Said;
  readonly csv: boolean;
  readonly components: boolean;
};

/**
 * An event ahead that the history has not seen is the first thing to know of a forecast that does not count on it, and
 * how to count on it all the same: as on another that it has seen.
 */
function unseenEvents({ checks, events }: KeptForecast, { before }: Cut): Part[] {
  const unseen = checks.filter(({ name, passed }) => name === 'events' && !passed);
  const [like] = events.filter(({ admitted }) => admitted).toSorted((a, b) => b.counted - a.counted);
  return unseen.map(({ says }) => ({
    kind: 'text',
    text: sentences(
      says,
      like
        ? say`You expect something? Say which day it will be like, under What if…, as in promotion:"${eventName(like.name)} ${before}".`
        : null,
    ),
  }));
}

/** A gap so long that what came before it teaches nothing: the next thing to know, and a person may want it otherwise. */
function longGap({ learnedAfter }: KeptForecast): Part[] {
  if (!learnedAfter) return [];
  const { from, to, days: missing } = learnedAfter;
  return [
    {
      kind: 'text',
      text: say`${daysOf(missing)} are missing, ${period(from, to)}. I learn from ${day(addDays(to, 1))} on only.`,
    },
  ];
}

/** "Net revenue of Shopee". */
export function nameOf({ metric, slice }: Pick<Subject, 'metric' | 'slice'>): Said {
  const { name } = metrics[metric];
  return slice ? say`${name} of ${sliceName(kindOf(slice.by), slice.name)}` : name;
}

/** The forecast of one daily series in words, numbers and a picture. */
export function answerOf(run: RunOf<KeptForecast>, answered: Answered): Reply {
  const { cut, history, subject, again, csv, components } = answered;
  const { result } = run;
  const words = metrics[subject.metric];
  const byWeek = words.adds && isWeekly(result);
  const bands = byWeek ? weekBands(result) : dayBands(result);
  const name = nameOf(subject);
  const horizon = result.daily.expected.length;
  const span = period(cut.before, addDays(cut.before, horizon - 1));
  const told = (value: number) => quantity(value, words.unit);
  const until = day(cut.lastDay);
  const outside = byWeek ? daysOutsideWeeks(result) : null;
  const table = bandsTable(bands, { period: byWeek ? say`Week from` : say`Day`, unit: words.unit, outside });
  const { low80, high80, expected } = words.adds ? result.total : bands.points[0]!;
  const when = words.adds ? span : day(cut.before);

  const parts: Part[] = [
    ...unseenEvents(result, cut),
    ...longGap(result),
    {
      kind: 'facts',
      facts: headlineFacts(run, { cut, subject, history, bands, byWeek, label: say`${name}, ${when}` }),
    },
    {
      kind: 'chart',
      title: say`${told(expected)} expected, ${when}`,
      subtitle: byWeek
        ? say`${name} per week · data until ${until} · 80% and 95% intervals`
        : say`${name} per day · data until ${until} · 80% and 95% intervals`,
      alt: say`Forecast. ${name}, ${when}: ${told(expected)}, 80% interval ${told(low80)} to ${told(high80)}.`,
      chart: {
        ...bandsChart(byWeek ? knownWeeks(history) : knownDays(history), bands, byWeek ? 26 : 56),
        unit: words.unit,
      },
    },
    ...(components ? componentParts(result, until) : []),
    table,
    ...monthsTable(result, words),
    ...useByTable(result, cut),
    ...eventsTable(result.events, words.unit),
    { kind: 'note', text: noteOn(result, answered, { hasFirstRow: outside !== null }) },
  ];
  if (csv) parts.push(csvFile(`forecast-${run.id}.csv`, table, cut.shop));

  const more = (label: Said, input: Readonly<Record<string, unknown>>): Action => ({
    label,
    style: 'plain',
    ask: { name: 'forecast', input: { ...again, ...input } },
  });
  const [gap] = history.holes.toReversed();
  const sinceGap = gap && subject.since === null && !result.learnedAfter ? addDays(gap.to, 1) : null;
  return {
    title:
      subject.slice || subject.metric !== 'revenue'
        ? say`${name}, ${answered.ahead}`
        : say`Forecast for ${answered.ahead}`,
    tone: 'plain',
    parts,
    actions: [
      { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
      ...(components ? [] : [more(say`What it is made of`, { show: 'components' })]),
      { ...more(say`What if…`, { promotion: undefined, growth: undefined, closed: undefined }), form: whatIfForm },
      ...(csv ? [] : [more(say`CSV`, { csv: 'yes' })]),
      ...(result.learnedAfter ? [more(say`Use anyway`, { 'before-gap': 'used' })] : []),
      ...(sinceGap
        ? [more(say`Learn from ${day(sinceGap)} on only`, { since: sinceGap, 'before-gap': undefined })]
        : []),
    ],
  };
}
