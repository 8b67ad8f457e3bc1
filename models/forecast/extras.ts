import { openDays, type Series } from './calendar.ts';
import type { Method, MethodContext } from './method.ts';
import { mstl } from './mstl.ts';
import { limitsOf, type Voice } from './outlook.ts';
import { prophet } from './prophet.ts';

/** The two methods that are not of the pool: they run in WebAssembly and cost more than all of it. */
export type Extra = 'mstl' | 'prophet';

const methods: Readonly<Record<Extra, Method>> = { mstl, prophet };

/** Days of training each needs, and open days with a value; what is shorter is kept from them, since the wasm traps. */
export const extraNeeds: Readonly<Record<Extra, { readonly days: number; readonly open: number }>> = {
  mstl: { days: 60, open: 30 },
  prophet: { days: 120, open: 100 },
};

export function canLearn(method: Extra, series: Series, context: Pick<MethodContext, 'calendar'>): boolean {
  if (series.values.length < extraNeeds[method].days) return false;
  const known = openDays(series, context.calendar).values.filter((value) => !Number.isNaN(value));
  if (known.length < extraNeeds[method].open) return false;
  if (method === 'mstl' && context.calendar.closedWeekdays.length > 5) return false;
  return known.some((value) => value !== known[0]);
}

/** @throws {Error} when the method gives up, or answers with something that is not a number */
export function runExtra(method: Extra, series: Series, context: MethodContext): Voice {
  const forecast = methods[method](series, context);
  const lost = forecast.findIndex((value) => !Number.isFinite(value));
  if (lost !== -1) throw new RangeError(`${method} gave ${forecast[lost]} on day ${lost + 1}`);
  const limits = limitsOf(series.values);
  return { name: method, method, group: method === 'prophet' ? 'prophet' : 'level', values: forecast.map(limits) };
}
