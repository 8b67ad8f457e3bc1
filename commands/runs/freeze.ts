import type { FrozenWeek } from '../../data/state/types/ledger.ts';
import type { DailyRevenue } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import { daysBetween } from '../../models/days.ts';
import type { Context } from '../command.ts';
import { sumByWeek } from '../forecast-chart.ts';
import type { KeptForecast } from './forecast.ts';
import type { RunOf } from './keep.ts';

const WEEK = 7;

/**
 * What is shown to all can be held against us: its weeks go into the ledger. A week that has begun is not promised any
 * more; on its own Monday it still is, since the data ended on Sunday. Net revenue of the whole shop only: that is what
 * the ledger scores.
 *
 * @param shadows what other models say on the same data: shown to nobody, frozen and scored beside it
 */
export function freeze(
  { state, now, today }: Pick<Context, 'state' | 'now' | 'today'>,
  run: RunOf<KeptForecast>,
  history: DailyRevenue,
  shadows: readonly RunOf<KeptForecast>[] = [],
): void {
  const ahead = (forecast: RunOf<KeptForecast>, posted: boolean) =>
    rowsOf(forecast, history, { posted, late: false }).filter(({ week }) => week >= today);
  state.ledger.freeze([...ahead(run, true), ...shadows.flatMap((shadow) => ahead(shadow, false))], now);
}

/** A week that a digest tells or compares with too late to promise it: to be seen in the ledger, counted in no record. */
export function freezeLate(
  { state, now }: Pick<Context, 'state' | 'now'>,
  run: RunOf<KeptForecast>,
  history: DailyRevenue,
  week: Day,
): void {
  const rows = rowsOf(run, history, { posted: false, late: true });
  state.ledger.freeze(
    rows.filter((row) => row.week === week),
    now,
  );
}

function rowsOf(
  { id, result, receipt }: RunOf<KeptForecast>,
  history: DailyRevenue,
  how: Pick<FrozenWeek, 'posted' | 'late'>,
): FrozenWeek[] {
  const naive = pastTotal(history, WEEK);
  const step = weekStep(history);
  return result.weekly.map(({ firstDay: week, ...interval }) => ({
    ...interval,
    ...how,
    run: id,
    week,
    naive,
    ahead: Math.ceil(daysBetween(receipt.dataUntil, week) / WEEK),
    step,
    recipe: String(receipt.parameters.recipe ?? 'combination'),
    widened: Number(receipt.parameters.widened ?? 1),
  }));
}

/** The last `days` days of the history; null when there are fewer, or nothing was sold. */
export function pastTotal({ revenueMinor }: DailyRevenue, days: number): number | null {
  if (revenueMinor.length < days) return null;
  const sum = revenueMinor.slice(-days).reduce((total, value) => total + value, 0);
  return sum > 0 ? sum : null;
}

/** Mean absolute change from one week to the next; null with fewer than two whole weeks. */
function weekStep(history: DailyRevenue): number | null {
  const weeks = sumByWeek(history);
  if (weeks.length < 2) return null;
  const changes = weeks.slice(1).map(({ value }, i) => Math.abs(value - weeks[i]!.value));
  return changes.reduce((sum, change) => sum + change, 0) / changes.length;
}
