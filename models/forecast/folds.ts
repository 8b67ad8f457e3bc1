/** Where a backtest cuts the history: every fold learns from `0 .. origin - 1` and forecasts `reach` days from there. */
export type Folds = { readonly origins: readonly number[]; readonly reach: number };

const MOST_FOLDS = 8;
/** Days between two cut-offs at least: closer ones are the same fold twice. */
const LEAST_STEP = 3;
/** Errors are collected this far ahead at most; further ahead they are extrapolated. */
const LONGEST_REACH = 56;

/**
 * Rolling origins: up to eight cut-offs, evenly spread over the second half of the history, the last one as late as
 * its outcome is still known.
 *
 *     reach  = t / 4, between 7 and 56 days
 *     origin = t - reach - j * step,  origin >= t / 2
 *
 * @param t days of history, at least 28, which gives three folds of a week
 */
export function layFolds(t: number): Folds {
  const reach = Math.min(LONGEST_REACH, Math.max(7, Math.floor(t / 4)));
  const room = t - reach - Math.floor(t / 2);
  const count = Math.min(MOST_FOLDS, 1 + Math.floor(room / LEAST_STEP));
  const step = count > 1 ? Math.floor(room / (count - 1)) : 0;
  return { origins: Array.from({ length: count }, (_, j) => t - reach - (count - 1 - j) * step), reach };
}
