import { type Calendar, isOpen, type Series } from './calendar.ts';

/** Weeks to go back for a weekday whose last one is unknown. */
const WEEKS_BACK = 8;

/**
 * Seasonal naive forecast: the coming weeks repeat the last one.
 *
 *     typical[h] = y[t - 7 + ((h - 1) mod 7)]             h = 1 .. horizon
 *
 * It is the forecast to beat. A cleverer method that cannot do better on held-out weeks has learned nothing, so all
 * others report their error next to this one, and it is used, and named, when it wins. A holiday in the last week
 * is repeated too: that is what makes it naive. A day that is missing from the data is taken from the week before.
 *
 * @param series at least 7 values. @throws {RangeError} when there are fewer: the caller's mistake
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2. https://otexts.com/fpp3
 */
export function seasonalNaive(
  { first, values }: Series,
  { horizon, calendar }: { readonly horizon: number; readonly calendar: Calendar },
): Float64Array {
  const t = values.length;
  if (t < 7) throw new RangeError(`a week cannot be repeated from ${t} days`);
  const week = Array.from({ length: 7 }, (_, step) => {
    for (let i = t - 7 + step; i >= 0 && i > t - 7 * WEEKS_BACK; i -= 7) {
      if (!Number.isNaN(values[i]!) && !calendar.closedDays.has(first + i)) return values[i]!;
    }
    return 0;
  });
  return Float64Array.from({ length: horizon }, (_, step) =>
    isOpen(first + t + step, calendar) ? week[step % 7]! : 0,
  );
}
