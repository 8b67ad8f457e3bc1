import { type Calendar, openDays, type Series } from './calendar.ts';
import { ets } from './ets.ts';
import type { Method, MethodContext } from './method.ts';
import { mstl } from './mstl.ts';
import { prophet } from './prophet.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import type { ForecastMethod } from './types.ts';

/** The simplest first: of two that err alike, the earlier one is used. */
const methods: Readonly<Record<ForecastMethod, Method>> = {
  'seasonal-naive': seasonalNaive,
  ets,
  mstl,
  prophet,
};

/** Days of training a method needs; what is shorter is kept from it, since the wasm traps or makes things up. */
export const daysNeeded: Readonly<Record<ForecastMethod, number>> = {
  'seasonal-naive': 7,
  ets: 14,
  mstl: 60,
  prophet: 120,
};

/** Open days with a value that a method needs. */
const openNeeded: Readonly<Record<ForecastMethod, number>> = { 'seasonal-naive': 0, ets: 10, mstl: 30, prophet: 100 };

/** Whether a method can be given this series at all. */
export function canLearn(method: ForecastMethod, series: Series, calendar: Calendar): boolean {
  if (series.values.length < daysNeeded[method]) return false;
  if (method === 'seasonal-naive') return true;
  const known = openDays(series, calendar).values.filter((value) => !Number.isNaN(value));
  if (known.length < openNeeded[method]) return false;
  const flat = known.every((value) => value === known[0]);
  if (method === 'ets') return !flat || known[0] !== 0;
  if (method === 'mstl' && calendar.closedWeekdays.length > 5) return false;
  return !flat;
}

/**
 * Runs one method, held to what can happen: no day above twice the best day ever, none below zero unless the history
 * knows negative days, then none below twice the worst. It keeps a steep trend over a year within reason.
 *
 * @throws {RangeError} when the method answers with something that is not a number
 */
export function run(method: ForecastMethod, series: Series, context: MethodContext): Float64Array {
  let most = 0;
  let least = 0;
  for (const value of series.values) {
    most = Math.max(most, value);
    least = Math.min(least, value);
  }
  return methods[method](series, context).map((value, i) => {
    if (!Number.isFinite(value)) throw new RangeError(`${method} gave ${value} on day ${i + 1}`);
    return Math.min(2 * most, Math.max(2 * least, value));
  });
}
