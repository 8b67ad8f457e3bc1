import { addDays } from '../../models/days.ts';
import { NotEnoughData } from '../../models/errors.ts';
import { csvFile } from '../csv.ts';
import { bandsChart } from '../forecast-chart.ts';
import { formatDays, formatValue } from '../quantity.ts';
import type { Part, Reply, Row, Table } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import type { History } from '../runs/series.ts';
import type { KeptSlices, SlicesAsk } from '../runs/slices.ts';
import { signed, widthOf } from './band.ts';
import { metrics } from './metric.ts';
import { asOfWords } from './note.ts';
import { peakOf } from './periods.ts';

export type WeeklyAnswered = {
  readonly cut: Cut;
  readonly ask: SlicesAsk;
  /** By the week. */
  readonly history: History;
  readonly asOf: string | undefined;
  readonly again: Readonly<Record<string, unknown>>;
  readonly ahead: string;
  readonly csv: boolean;
};

/**
 * What does not add up over days, by the week: each week is its own number, and there is no total.
 *
 * @throws {NotEnoughData} when there are too few whole weeks
 */
export function weeklyAnswer(run: RunOf<KeptSlices>, answered: WeeklyAnswered): Reply {
  const { cut, ask, history, again, ahead, csv } = answered;
  const { name: metric, unit } = metrics[ask.metric];
  const name = history.name === '' ? metric : `${metric} of ${history.name}`;
  const [slice] = run.result.slices;
  if (!slice || 'lacks' in slice.ahead) throw new NotEnoughData('whole weeks', 26, history.values.length);
  const { weekly, error, naiveError } = slice.ahead;
  const bands = { points: weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) };
  const weekOf = (monday: string) => formatDays(monday, addDays(monday, 6), cut.shop);
  const say = (value: number) => formatValue(value, unit, cut.shop);
  const share = (value: number | null) => formatValue(value, 'share', cut.shop);
  const [next] = weekly;
  const peak = peakOf(bands);
  if (!next || !peak) throw new NotEnoughData('whole weeks', 26, history.values.length);
  const width = widthOf(next);
  const mean = weekly.reduce((sum, { expected }) => sum + expected, 0) / weekly.length;
  const table: Table = {
    kind: 'table',
    columns: [
      { title: 'Week from', unit: 'day' },
      { title: 'Expected', unit },
      { title: 'Low 80%', unit },
      { title: 'High 80%', unit },
      { title: 'Low 95%', unit },
      { title: 'High 95%', unit },
    ],
    rows: bands.points.map(
      ({ day, expected, low80, high80, low95, high95 }): Row => [day, expected, low80, high80, low95, high95],
    ),
  };
  const parts: Part[] = [
    {
      kind: 'facts',
      facts: [
        {
          label: `${name}, ${weekOf(next.firstDay)}`,
          value: next.expected,
          unit,
          low: next.low80,
          high: next.high80,
          receipt: run.id,
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
        { label: 'A week on average', value: mean, unit },
        ...(slice.past
          ? [{ label: 'Against the weeks before', value: mean / slice.past - 1, unit: 'change' as const }]
          : []),
        { label: `Peak, ${weekOf(peak.day)}`, value: peak.expected, unit, low: peak.low80, high: peak.high80 },
        { label: 'Method', value: 'weekly pool', unit: 'text' },
      ],
    },
    {
      kind: 'chart',
      title: `${say(next.expected)} expected, ${weekOf(next.firstDay)}`,
      subtitle: `${name} per week · data until ${formatDays(cut.lastDay, cut.lastDay, cut.shop)} · 80% and 95% intervals`,
      alt: `Forecast of ${name.toLowerCase()} by the week, ${weekOf(next.firstDay)}: ${say(next.expected)}, 80% interval ${say(next.low80)} to ${say(next.high80)}.`,
      chart: { ...bandsChart(actualWeeks(history), bands, 26), unit },
    },
    table,
    {
      kind: 'note',
      text: [
        'Each week is counted for itself: it does not add up over days or weeks, so there is no total.',
        error === null
          ? ''
          : `On the last ${weekly.length} weeks, held out, it missed by ${share(error)}; repeating the last week by ${share(naiveError)}.`,
        `Counted: ${run.result.basis}.`,
        answered.asOf === undefined ? '' : asOfWords(answered.asOf, cut.knownBy !== undefined),
      ]
        .filter(Boolean)
        .join(' '),
    },
  ];
  if (csv) parts.push(csvFile(`forecast-${run.id}.csv`, table, cut.shop));
  return {
    title: `${name} by the week, next ${ahead}`,
    tone: 'plain',
    parts,
    actions: [
      { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
      ...(csv
        ? []
        : [{ label: 'CSV', style: 'plain' as const, ask: { name: 'forecast', input: { ...again, csv: 'yes' } } }]),
    ],
  };
}

function actualWeeks({ firstDay, values }: History) {
  return Array.from(values, (value, i) => ({ day: addDays(firstDay, 7 * i), value })).filter(
    ({ value }) => !Number.isNaN(value),
  );
}
