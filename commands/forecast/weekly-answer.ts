import { addDays } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { say, sentences, type Words } from '../../words/say.ts';
import { csvFile } from '../csv.ts';
import { bandsChart } from '../forecast-chart.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import type { History } from '../runs/series.ts';
import type { KeptSlices, SlicesAsk } from '../runs/slices.ts';
import { expectationFacts, peakFact } from './headline.ts';
import { metrics } from './metric.ts';
import { asOfWords, segmentWords } from './note.ts';
import { bandsTable } from './tables.ts';

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
 * @throws {Refusal} when there are too few whole weeks
 */
export function weeklyAnswer(run: RunOf<KeptSlices>, answered: WeeklyAnswered): Reply {
  const { cut, ask, history, again, ahead, csv } = answered;
  const { name: metric, unit } = metrics[ask.metric];
  const of = history.name === '' ? '' : ` of ${history.name}`;
  const name = metric + of;
  const [slice] = run.result.slices;
  if (!slice) throw tooFewWeeks('needs sales', ask);
  if ('lacks' in slice.ahead) throw tooFewWeeks(slice.ahead.lacks, ask);
  const { weekly, error, naiveError } = slice.ahead;
  const bands = { points: weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) };
  const weekOf = (monday: string) => formatDays(monday, addDays(monday, 6), cut.shop);
  const say = (value: number) => formatValue(value, unit, cut.shop);
  const share = (value: number | null) => formatValue(value, 'share', cut.shop);
  const [next] = weekly;
  if (!next) throw tooFewWeeks('needs a whole week ahead', ask);
  const mean = weekly.reduce((sum, { expected }) => sum + expected, 0) / weekly.length;
  const table = bandsTable(bands, { period: 'Week from', unit });
  const parts: Part[] = [
    {
      kind: 'facts',
      facts: [
        ...expectationFacts(next, { label: `${name}, ${weekOf(next.firstDay)}`, unit, receipt: run.id }),
        { label: 'A week on average', value: mean, unit },
        ...(slice.past
          ? [{ label: 'Against the weeks before', value: mean / slice.past - 1, unit: 'change' as const }]
          : []),
        ...peakFact(bands, { days: 7, unit, shop: cut.shop }),
        { label: 'Method', value: 'weekly pool', unit: 'text' },
      ],
    },
    {
      kind: 'chart',
      title: `${say(next.expected)} expected, ${weekOf(next.firstDay)}`,
      subtitle: `${name} per week · data until ${formatDays(cut.lastDay, cut.lastDay, cut.shop)} · 80% and 95% intervals`,
      alt: `Forecast of ${metric.toLowerCase()}${of} by the week, ${weekOf(next.firstDay)}: ${say(next.expected)}, 80% interval ${say(next.low80)} to ${say(next.high80)}.`,
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
        segmentWords(ask.by),
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

function tooFewWeeks(lacks: Words, { metric }: SlicesAsk): Refusal {
  const input = { metric, days: 14 };
  return new Refusal(
    say`By the week I cannot tell yet`,
    sentences(
      say`${lacks}.`,
      say`Ask for fewer weeks, import older orders, or ask by the day: /forecast metric:${metric} days:14`,
    ),
    [{ label: say`By the day`, style: 'primary', ask: { name: 'forecast', input } }],
  );
}

function actualWeeks({ firstDay, values }: History) {
  return Array.from(values, (value, i) => ({ day: addDays(firstDay, 7 * i), value })).filter(
    ({ value }) => !Number.isNaN(value),
  );
}
