import type { Day } from '../../data/types.ts';
import { addDays } from '../../models/days.ts';
import { methodNames } from '../../models/forecast/method-names.ts';
import { csvFile } from '../csv.ts';
import { type Bands, bandsChart } from '../forecast-chart.ts';
import { formatDays, formatValue } from '../quantity.ts';
import type { Action, Fact, Part, Reply, Row, Table } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import type { History, Subject } from '../runs/series.ts';
import { enoughOf, signed, widthOf } from './band.ts';
import { componentParts } from './components.ts';
import { eventsTable } from './events-table.ts';
import { type MetricWords, metrics } from './metric.ts';
import { noteOn } from './note.ts';
import {
  dayBands,
  daysOutsideWeeks,
  isWeekly,
  knownDays,
  knownWeeks,
  pastSum,
  peakOf,
  weekBands,
  wholeMonths,
} from './periods.ts';
import { useByFact, useByTable } from './use-by.ts';
import { whatIfForm } from './what-if-form.ts';

const WEEK = 7;
const A_YEAR = 364;
/** From here on months are told as well. */
const MONTHS_FROM_DAYS = 84;

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
  const name = subject.slice ? `${words.name} of ${subject.slice.name}` : words.name;
  const horizon = result.daily.expected.length;
  const span = formatDays(cut.before, addDays(cut.before, horizon - 1), cut.shop);
  const say = (value: number) => formatValue(value, words.unit, cut.shop);
  const until = `data until ${formatDays(cut.lastDay, cut.lastDay, cut.shop)}`;
  const outside = byWeek ? daysOutsideWeeks(result) : null;
  const table = tableOf(bands, { byWeek, words, outside });
  const { low80, high80, expected } = words.adds ? result.total : bands.points[0]!;
  const of = words.adds ? span : formatDays(cut.before, cut.before, cut.shop);

  const parts: Part[] = [
    { kind: 'facts', facts: factsOf(run, bands, { answered, words, name, span, byWeek }) },
    {
      kind: 'chart',
      title: `${say(expected)} expected, ${of}`,
      subtitle: `${name} ${byWeek ? 'per week' : 'per day'} · ${until} · 80% and 95% intervals`,
      alt: `Forecast of ${name.toLowerCase()}, ${of}: ${say(expected)}${words.adds ? ' in all' : ''}, 80% interval ${say(low80)} to ${say(high80)}.`,
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
      { ...more('What if…', {}), form: whatIfForm },
      ...(csv ? [] : [more('CSV', { csv: 'yes' })]),
      ...(gap && subject.since === null
        ? [more(`Learn from ${addDays(gap.to, 1)} on only`, { since: addDays(gap.to, 1) })]
        : []),
    ],
  };
}

function factsOf(
  { id, result }: RunOf<KeptForecast>,
  bands: Bands,
  {
    answered: { cut, history, subject },
    words,
    name,
    span,
    byWeek,
  }: {
    readonly answered: Answered;
    readonly words: MetricWords;
    readonly name: string;
    readonly span: string;
    readonly byWeek: boolean;
  },
): Fact[] {
  const { total, method, daily } = result;
  const { unit, adds } = words;
  const horizon = daily.expected.length;
  const peak = peakOf(bands);
  const peakDays =
    peak &&
    (byWeek ? formatDays(peak.day, addDays(peak.day, WEEK - 1), cut.shop) : formatDays(peak.day, peak.day, cut.shop));
  const first = bands.points[0]!;
  const headline = adds ? total : first;
  const width = widthOf(headline);
  const change = (label: string, from: Day): Fact[] => {
    const past = pastSum(history, { from, days: horizon });
    return adds && past !== null ? [{ label, value: total.expected / past - 1, unit: 'change' }] : [];
  };
  return [
    {
      label: adds ? `${name}, ${span}` : `${name}, ${formatDays(first.day, first.day, cut.shop)}`,
      value: headline.expected,
      unit,
      low: headline.low80,
      high: headline.high80,
      receipt: id,
    },
    ...(width
      ? [
          {
            label: '80% band',
            value: `${signed(width.below)} to ${signed(width.above)} of that`,
            unit: 'text' as const,
          },
        ]
      : []),
    ...(adds ? [{ label: 'A day on average', value: total.expected / horizon, unit }] : []),
    ...change(`Against the ${horizon} days before`, addDays(cut.before, -horizon)),
    ...(horizon <= A_YEAR ? change('Against the same days last year', addDays(cut.before, -A_YEAR)) : []),
    ...(peak && isPeak(peak.expected, bands)
      ? [{ label: `Peak, ${peakDays}`, value: peak.expected, unit, low: peak.low80, high: peak.high80 }]
      : []),
    { label: 'Method', value: methodNames[method], unit: 'text' },
    ...(subject.metric === 'units' && subject.slice?.by === 'product'
      ? [{ label: 'Enough 9 times in 10', value: enoughOf(total), unit }]
      : []),
    useByFact(result, cut),
  ];
}

/** Above the others, and not just one of equals. */
function isPeak(most: number, { points }: Bands): boolean {
  const mean = points.reduce((sum, { expected }) => sum + expected, 0) / points.length;
  return most > 1.02 * mean;
}

function tableOf(
  { points }: Bands,
  {
    byWeek,
    words: { unit },
    outside,
  }: { readonly byWeek: boolean; readonly words: MetricWords; readonly outside: Row | null },
): Table {
  return {
    kind: 'table',
    columns: [
      { title: byWeek ? 'Week from' : 'Day', unit: 'day' },
      { title: 'Expected', unit },
      { title: 'Low 80%', unit },
      { title: 'High 80%', unit },
      { title: 'Low 95%', unit },
      { title: 'High 95%', unit },
    ],
    rows: [
      ...(outside ? [outside] : []),
      ...points.map(({ day, expected, low80, high80, low95, high95 }) => [day, expected, low80, high80, low95, high95]),
    ],
  };
}

/** What adds up over days adds up to months, too; how far a month may miss is not known. */
function monthsTable(result: KeptForecast, { adds, unit }: MetricWords): Part[] {
  const months = adds && result.daily.expected.length >= MONTHS_FROM_DAYS ? wholeMonths(result) : [];
  if (months.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Whole months',
      columns: [
        { title: 'Month from', unit: 'day' },
        { title: 'Expected', unit },
      ],
      rows: months.map(({ month, expected }) => [month, expected]),
    },
  ];
}
