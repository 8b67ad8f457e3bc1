import type { DailyRevenue } from '../../data/types.ts';
import type { Context } from '../command.ts';
import type { KeptForecast } from './forecast.ts';
import type { RunOf } from './keep.ts';

const WEEK = 7;

/**
 * What is shown to all can be held against us: its weeks go into the ledger. A week that has begun is not promised any
 * more; on its own Monday it still is, since the data ended on Sunday.
 */
export function freeze({ state, now, today }: Context, run: RunOf<KeptForecast>, history: DailyRevenue): void {
  const lastWeek = pastTotal(history, WEEK);
  state.ledger.freeze(
    run.result.weekly
      .filter(({ firstDay }) => firstDay >= today)
      .map(({ firstDay: week, expected, low80, high80 }) => ({
        run: run.id,
        week,
        expected,
        low80,
        high80,
        naive: lastWeek,
      })),
    now,
  );
}

/** The last `days` days of the history; null when there are fewer, or nothing was sold. */
export function pastTotal({ revenueMinor }: DailyRevenue, days: number): number | null {
  if (revenueMinor.length < days) return null;
  const sum = revenueMinor.slice(-days).reduce((total, value) => total + value, 0);
  return sum > 0 ? sum : null;
}
