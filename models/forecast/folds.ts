/** Where a backtest cuts the history: every fold learns from `0 .. origin - 1` and forecasts `reach` days from there. */
export type Folds = { readonly origins: readonly number[]; readonly reach: number };

const MOST_FOLDS = 8;
/** Days between two cut-offs at least: closer ones are the same fold twice. */
const LEAST_STEP = 3;
/** And at most: how methods err now matters more than how they did two years ago. */
const MOST_STEP = 21;
/** Errors are collected this far ahead even when less is asked: bands of weeks need weeks. */
const USUAL_REACH = 56;
/** And never further: further ahead they are extrapolated. */
const LONGEST_REACH = 182;

/**
 * Rolling origins: up to eight cut-offs in the second half of the history, at most three weeks apart, the last one as
 * late as its outcome is still known. Spread over all of the second half, the error of NN5 was 0.2 points larger.
 *
 *     reach  = max(horizon, 56), at most a quarter of the history, between 7 and 182 days
 *     origin = t - reach - j * step,  origin >= t / 2
 *
 * @param t days of history, at least 28, which gives three folds of a week
 */
export function layFolds(t: number, horizon: number): Folds {
  const wanted = Math.min(LONGEST_REACH, Math.max(USUAL_REACH, horizon));
  const reach = Math.min(wanted, Math.max(7, Math.floor(t / 4)));
  const room = t - reach - Math.floor(t / 2);
  const count = Math.min(MOST_FOLDS, 1 + Math.floor(room / LEAST_STEP));
  const step = count > 1 ? Math.min(MOST_STEP, Math.floor(room / (count - 1))) : 0;
  return { origins: Array.from({ length: count }, (_, j) => t - reach - (count - 1 - j) * step), reach };
}
