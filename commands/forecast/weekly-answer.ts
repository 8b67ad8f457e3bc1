import { addDays } from '../../models/days.ts';
import { day, named, period, quantity, type Said, say, sentences, type Words } from '../../words/say.ts';
import { csvFile } from '../csv.ts';
import { bandsChart } from '../forecast-chart.ts';
import { Refusal } from '../refusal.ts';
import type { Fact, Part, Reply } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import type { History } from '../runs/series.ts';
import type { KeptSlices, SlicesAsk } from '../runs/slices.ts';
import { askMore } from './ask-more.ts';
import { expectationFact, missedFact, peakFact, widthFact } from './headline.ts';
import type { View } from './look.ts';
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
  readonly ahead: Said;
  readonly csv: boolean;
  readonly show: View;
};

/**
 * What does not add up over days, by the week: each week is its own number, and there is no total.
 *
 * @throws {Refusal} when there are too few whole weeks
 */
export function weeklyAnswer(run: RunOf<KeptSlices>, answered: WeeklyAnswered): Reply {
  const { cut, ask, history, again, ahead, csv, show } = answered;
  const { name: metric, unit } = metrics[ask.metric];
  const name = history.name === '' ? metric : say`${metric} of ${history.name}`;
  const [slice] = run.result.slices;
  if (!slice) throw tooFewWeeks(say`Sales are needed`, ask);
  if ('lacks' in slice.ahead) throw tooFewWeeks(slice.ahead.lacks, ask);
  const { weekly, error, naiveError } = slice.ahead;
  const bands = { points: weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) };
  const weekOf = (monday: string) => period(monday, addDays(monday, 6));
  const told = (value: number) => quantity(value, unit);
  const [next] = weekly;
  if (!next) throw tooFewWeeks(say`A whole week ahead is needed`, ask);
  const mean = weekly.reduce((sum, { expected }) => sum + expected, 0) / weekly.length;
  const headline = expectationFact(next, { label: say`${name}, ${weekOf(next.firstDay)}`, unit, receipt: run.id });
  const against: Fact[] = slice.past
    ? [{ label: say`Against the weeks before`, value: mean / slice.past - 1, unit: 'change' }]
    : [];
  const missed = missedFact(say`Week totals were off by`, { own: error, naive: naiveError });
  const table = (widest: 0.8 | 0.95) => bandsTable(bands, { period: say`Week from`, unit, widest });
  const note: Part = {
    kind: 'note',
    text: sentences(
      say`Each week is counted for itself: it does not add up over days or weeks, so there is no total.`,
      segmentWords(ask.by),
      say`Counted: ${run.result.basis}.`,
      answered.asOf === undefined ? null : asOfWords(answered.asOf, cut.knownBy !== undefined),
    ),
  };
  const figures: Part[] = [
    {
      kind: 'facts',
      facts: [
        headline,
        ...widthFact(next),
        { label: say`A week on average`, value: mean, unit },
        ...against,
        ...peakFact(bands, { days: 7, unit }),
        { label: say`Method`, value: say`weekly pool`, unit: 'text' },
        ...missed,
      ],
    },
    table(0.95),
    note,
  ];
  const first: Part[] = [
    { kind: 'facts', facts: [headline, ...against, ...missed] },
    {
      kind: 'chart',
      title: say`${told(next.expected)} expected, ${weekOf(next.firstDay)}`,
      subtitle: say`${name} per week · data until ${day(cut.lastDay)} · 80% and 95% intervals`,
      alt: say`Forecast. ${name}, ${weekOf(next.firstDay)}: ${told(next.expected)}, 80% interval ${told(next.low80)} to ${told(next.high80)}.`,
      chart: { ...bandsChart(actualWeeks(history), bands, 26), unit },
    },
    table(0.8),
    note,
  ];
  const parts = show === 'figures' ? figures : first;
  if (csv) parts.push(csvFile(`forecast-${run.id}.csv`, table(0.95), cut.shop));
  return {
    title: show === 'figures' ? say`All figures of ${name}, ${ahead}` : say`${name} by the week, ${ahead}`,
    tone: 'plain',
    parts,
    actions: [
      { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
      show === 'figures' ? askMore(again, say`Forecast`, {}) : askMore(again, say`All figures`, { show: 'figures' }),
      ...(csv ? [] : [askMore(again, say`CSV`, { csv: 'yes' })]),
    ],
  };
}

function tooFewWeeks(lacks: Words, { metric }: SlicesAsk): Refusal {
  const input = { metric, days: 14 };
  return new Refusal(
    say`By the week I cannot tell yet`,
    sentences(
      say`${lacks}.`,
      say`Ask for fewer weeks, import older orders, or ask by the day: /forecast metric:${named(metric)} days:14`,
    ),
    [{ label: say`By the day`, style: 'primary', ask: { name: 'forecast', input } }],
  );
}

function actualWeeks({ firstDay, values }: History) {
  return Array.from(values, (value, i) => ({ day: addDays(firstDay, 7 * i), value })).filter(
    ({ value }) => !Number.isNaN(value),
  );
}
