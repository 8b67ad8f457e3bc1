import type { Augurs } from './augurs.ts';
import type { Calendar, Series } from './calendar.ts';
import type { EventDays } from './events.ts';

/**
 * A way to continue a series: shape (horizon,), in its unit, 0 on closed weekdays, no bands. Pure: same input, same
 * output. Bands are made afterwards, the same way for every method, from its errors on the backtest.
 */
export type Method = (series: Series, context: MethodContext) => Float64Array;

export type MethodContext = {
  readonly horizon: number;
  readonly calendar: Calendar;
  readonly augurs: Augurs;
  readonly seed: number;
  /** Past and coming; only Prophet among the methods that take a context knows what to do with them. */
  readonly events: readonly EventDays[];
};
