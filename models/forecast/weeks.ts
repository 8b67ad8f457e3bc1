import type { EpochDay } from '../../data/types/shop.ts';
import { weekdayOf } from '../days.ts';
import { type Calendar, isOpen, openDays, type Series } from './calendar.ts';

const RECENT_DAYS = 182;

/** A series added up to weeks that end with its last day, so that no week is incomplete. */
export type Weeks = {
  /** Shape (w,), first days. */
  readonly days: Int32Array;
  /** Shape (w,): what a week with all its trading days would have sold; NaN when too little of it is known. */
  readonly values: Float64Array;
  /** Share of a full week that a day sells, 0 when closed. */
  share(day: EpochDay): number;
};

/**
 * Totals of seven days, made whole: sum of the known days / sum of their weekdays' shares.
 *
 * So a week with a holiday or a day missing from the export is no weak week. Weeks of which less than half is known are
 * missing. Totals are forecast from these, since what is noise in a day has mostly cancelled out in a week.
 */
export function weeksOf(series: Series, calendar: Calendar): Weeks {
  const shares = weekdayShares(series, calendar);
  const share = (day: EpochDay) => (isOpen(day, calendar) ? shares[weekdayOf(day)]! : 0);
  const { first, values } = series;
  const count = Math.floor(values.length / 7);
  const start = values.length - 7 * count;
  const totals = Float64Array.from({ length: count }, (_, w) => {
    let sum = 0;
    let known = 0;
    for (let i = start + 7 * w; i < start + 7 * w + 7; i++) {
      const value = values[i]!;
      if (Number.isNaN(value) || (value === 0 && calendar.zeroIsMissing)) continue;
      sum += value;
      known += share(first + i);
    }
    return known < 0.5 ? Number.NaN : sum / known;
  });
  return { days: Int32Array.from({ length: count }, (_, w) => first + start + 7 * w), values: totals, share };
}

/** By ISO weekday 1..7, adding up to 1: mean sales of the weekday over the last half year. */
function weekdayShares(series: Series, calendar: Calendar): Float64Array {
  const { days, values } = openDays(series, calendar);
  const sums = new Float64Array(8);
  const counts = new Float64Array(8);
  for (let i = Math.max(0, days.length - RECENT_DAYS); i < days.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    sums[weekdayOf(days[i]!)]! += values[i]!;
    counts[weekdayOf(days[i]!)]!++;
  }
  const means = sums.map((sum, w) => (counts[w]! > 0 ? Math.max(0, sum / counts[w]!) : 0));
  const total = means.reduce((a, b) => a + b, 0);
  const open = [1, 2, 3, 4, 5, 6, 7].filter((w) => !calendar.closedWeekdays.some((closed) => closed === w));
  if (!(total > 0)) return sums.map((_, w) => (open.includes(w) ? 1 / open.length : 0));
  return means.map((mean) => mean / total);
}
