import type { FrozenSeries } from '../../data/state/types/series-ledger.ts';
import type { Metric } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import { daysBetween } from '../../models/days.ts';
import type { WeekForecast } from '../../models/forecast/types.ts';
import type { Context } from '../command.ts';
import type { Cut } from './cut.ts';
import type { Slicing } from './series.ts';

const WEEK = 7;
/** The largest by the day need not be the largest by whole weeks: so many more are looked at. */
const MORE = 10;

/** What a run says of each slice; the whole shop is one, without a name. */
type Said = {
  readonly run: string;
  readonly metric: Metric;
  readonly by: Slicing | null;
  readonly slices: readonly { readonly name: string | null; readonly weekly: readonly WeekForecast[] }[];
};

/** What is shown to all of other metrics and of parts of the shop goes into the ledger, like the shop's revenue. */
export async function freezeSeries(
  { state, facts, now, today }: Context,
  cut: Cut,
  { run, metric, by, slices }: Said,
): Promise<void> {
  const [one, ...others] = slices;
  if (!one) return;
  const known = await facts.series({
    metric,
    by,
    period: 'week',
    before: cut.before,
    ...(by !== null && others.length === 0 ? { only: one.name } : { most: slices.length + MORE }),
  });
  state.ledger.series.freeze(
    slices.flatMap(({ name, weekly }) => {
      const values = known.slices.find((slice) => slice.name === name)?.values ?? new Float64Array();
      return weekly
        .filter(({ firstDay }) => firstDay >= today)
        .map(({ firstDay: week, ...interval }) => ({
          ...interval,
          ...seriesOf(metric, by, name),
          run,
          week,
          naive: lastOf(values),
          ahead: weeksAhead(cut, week),
          step: stepOf(values),
        }));
    }),
    now,
  );
}

function seriesOf(metric: Metric, by: Slicing | null, slice: string | null): FrozenSeries {
  if (by === null || typeof by === 'string') return { metric, by, slice, people: null };
  const { run, before, sets } = by;
  return { metric, by: 'segment', slice, people: { run, before, names: sets.map(({ name }) => name) } };
}

function weeksAhead({ lastDay }: Cut, week: Day): number {
  return Math.ceil(daysBetween(lastDay, week) / WEEK);
}

function lastOf(values: Float64Array): number | null {
  const last = values.at(-1) ?? Number.NaN;
  return Number.isNaN(last) ? null : last;
}

/** Mean absolute change from one known week to the next; null where there is none. */
function stepOf(values: Float64Array): number | null {
  const changes = [...values.slice(1)]
    .map((value, i) => Math.abs(value - values[i]!))
    .filter((each) => !Number.isNaN(each));
  return changes.length === 0 ? null : changes.reduce((sum, change) => sum + change, 0) / changes.length;
}
