/** The furthest any forecast looks, in days. */
export const LONGEST_HORIZON = 365;

/** The least history a forecast is made from, in days: four weeks, so that each weekday was seen four times. */
export const LEAST_HISTORY = 28;

/**
 * How far a history reaches, in days: half its own length, and a whole year from 104 weeks on.
 *
 * Half, because the backtest must be able to try the same length at least once and still have as much to learn from.
 * 30 days: 15, so two whole weeks. 26 weeks ahead needs 52 weeks.
 */
export function longestHorizon(historyDays: number): number {
  if (historyDays >= 728) return LONGEST_HORIZON;
  return Math.min(LONGEST_HORIZON, Math.floor(historyDays / 2));
}
