/**
 * A series as the pool sees it: days on which the shop trades, or weeks. Closed days are not among the steps; a missing
 * one is a step without a value.
 */
export type Steps = {
  readonly unit: 'day' | 'week';
  /** Shape (t,), epoch days, ascending; of a week, its first day. */
  readonly days: Int32Array;
  /** Shape (t,): logs, or plain values where a log has no meaning; NaN = missing. */
  readonly values: Float64Array;
  /** Shape (horizon,): the days or weeks to forecast. */
  readonly ahead: Int32Array;
};
