import type { FrozenSeries, LedgerSeriesWeek } from '../../data/state/types/series-ledger.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import type { KeptSegments } from '../runs/segments.ts';
import type { Slicing } from '../runs/series.ts';
import { peopleOf } from '../segments/people.ts';

/** What is posted is of the largest slices: one question finds most of them. */
const LARGEST = 200;

/**
 * Writes what came beside what was said of other metrics and of parts of the shop, for every week that is over and
 * known. Returns how many rows.
 */
export async function scoreSeries(context: Context, cut: Cut): Promise<number> {
  const { state, now } = context;
  const over = state.ledger.series
    .unscored()
    .filter(({ week }) => addDays(week, 7) <= cut.before && week >= cut.firstDay);
  const asked = over.map((week) => ({ week, question: keyOf({ ...week, slice: '' }) }));
  let scored = 0;
  for (const question of new Set(asked.map((each) => each.question))) {
    const weeks = asked.filter((each) => each.question === question).map(({ week }) => week);
    for (const { week, actual } of await cameOf(context, cut, weeks)) {
      state.ledger.series.score(week, actual, now);
      scored++;
    }
  }
  return scored;
}

/** The same for the forecasts that are of one and the same series. */
export function keyOf({ metric, by, slice, people }: FrozenSeries): string {
  return JSON.stringify([metric, by, slice, people]);
}

/** @param weeks of one metric, cut in one way */
async function cameOf(context: Context, { before }: Cut, weeks: readonly LedgerSeriesWeek[]) {
  const [first] = weeks as [LedgerSeriesWeek];
  const question = { metric: first.metric, by: await slicingOf(context, first), period: 'week', before } as const;
  const { firstDay, slices } = await context.facts.series({ ...question, most: LARGEST });
  const came: { readonly week: LedgerSeriesWeek; readonly actual: number }[] = [];
  for (const week of weeks) {
    const slice =
      slices.find(({ name }) => name === week.slice) ??
      (await context.facts.series({ ...question, only: week.slice })).slices[0];
    const actual = slice?.values[daysBetween(firstDay, week.week) / 7] ?? Number.NaN;
    if (!Number.isNaN(actual)) came.push({ week, actual });
  }
  return came;
}

/** Segments as they stood when it was said, under the names of then. */
export async function slicingOf(context: Context, { by, people }: FrozenSeries): Promise<Slicing | null> {
  if (by !== 'segment') return by;
  const { run, before, names } = people!;
  return peopleOf(context, context.state.runs.byId(run) as RunOf<KeptSegments>, before, names);
}
