import type { Series } from './calendar.ts';
import type { MethodContext } from './method.ts';

/**
 * Seasonal naive forecast: the coming weeks repeat the last one.
 *
 *     typical[h] = y[t - 7 + ((h - 1) mod 7)]             h = 1 .. horizon
 *
 * It is the forecast to beat. A cleverer method that cannot do better on held-out weeks has learned nothing, so all
 * others report their error next to this one, and it is used, and named, when it wins. A holiday in the last week
 * is repeated too: that is what makes it naive.
 *
 * @param series at least 7 values. @throws {RangeError} when there are fewer: the caller's mistake
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2. https://otexts.com/fpp3
 */
export function seasonalNaive({ values }: Series, { horizon }: Pick<MethodContext, 'horizon'>): Float64Array {
  const t = values.length;
  if (t < 7) throw new RangeError(`a week cannot be repeated from ${t} days`);
  return Float64Array.from({ length: horizon }, (_, step) => values[t - 7 + (step % 7)]!);
}
