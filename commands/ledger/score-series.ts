import type { FrozenSeries, LedgerSeriesWeek } from '../../data/state/types.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import type { KeptSegments } from '../runs/segments.ts';
import type { Slicing } from '../runs/series.ts';
import { peopleOf } from '../segments/people.ts';

/**
 * Writes what came beside what was said of other metrics and of parts of the shop, for every week that is over and
 * known. Returns how many rows.
 */
export async function scoreSeries(context: Context, cut: Cut): Promise<number> {
  const over = context.state.ledger.series
    .unscored()
    .filter(({ week }) => addDays(week, 7) <= cut.before && week >= cut.firstDay);
  let scored = 0;
  for (const key of new Set(over.map(keyOf))) {
    const weeks = over.filter((week) => keyOf(week) === key);
    for (const { week, actual } of await cameOf(context, cut, weeks)) {
      context.state.ledger.series.score(week, actual, context.now);
      scored++;
    }
  }
  return scored;
}

/** The same for the forecasts that are of one and the same series. */
export function keyOf({ metric, by, slice, people }: FrozenSeries): string {
  return JSON.stringify([metric, by, slice, people]);
}

async function cameOf(context: Context, { before }: Cut, weeks: readonly LedgerSeriesWeek[]) {
  const [{ metric, slice }] = weeks as [LedgerSeriesWeek];
  const by = await slicingOf(context, weeks[0]!);
  const { firstDay, slices } = await context.facts.series({
    metric,
    by,
    period: 'week',
    before,
    ...(by !== null && { only: slice }),
  });
  return weeks
    .map((week) => ({ week, actual: slices[0]?.values[daysBetween(firstDay, week.week) / 7] ?? Number.NaN }))
    .filter(({ actual }) => !Number.isNaN(actual));
}

/** Segments as they stood when it was said, under the names of then. */
async function slicingOf(context: Context, { by, people }: FrozenSeries): Promise<Slicing | null> {
  if (by !== 'segment') return by;
  const { run, before, names } = people!;
  return peopleOf(context, context.state.runs.byId(run) as RunOf<KeptSegments>, before, names);
}
