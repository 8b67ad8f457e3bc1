/** Where fewer orders than this come in a week, one without any happens by chance: e^-10 is one in 22,000. */
const LEAST_ORDERS = 10;
/** What paused in the last half year may pause again. */
const WEEKS_BEFORE = 26;

/**
 * Whether a part of the shop has fallen silent: not one order in the last week, and so many in each week of half a year
 * before that this does not happen by itself. A band says nothing of it where sales change much from week to week: it
 * reaches down to nothing.
 *
 * @param orders a week, the newest last; NaN where not known
 */
export function fellSilent(orders: Float64Array): boolean {
  if (orders.length <= WEEKS_BEFORE || orders.at(-1) !== 0) return false;
  const before = orders.subarray(-1 - WEEKS_BEFORE, -1);
  const mean = before.reduce((sum, week) => sum + week, 0) / WEEKS_BEFORE;
  return mean >= LEAST_ORDERS && before.every((week) => week > 0);
}
