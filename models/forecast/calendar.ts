import type { EpochDay } from '../../data/types/shop.ts';
import { type Weekday, weekdayOf } from '../days.ts';

/** A daily series as the methods see it: `values[i]` is the day `first + i`, NaN when nothing is known of it. */
export type Series = { readonly first: EpochDay; readonly values: Float64Array };

/** Which days count. Learned from a series, used on it and on the days after it. */
export type Calendar = {
  /** The shop does not trade on these, so they are no evidence about the others. */
  readonly closedWeekdays: readonly Weekday[];
  /** Single days without trade, past or to come, as the owner or a list of holidays says. */
  readonly closedDays: ReadonlySet<EpochDay>;
  /**
   * Days without sales on weekdays with sales are holidays, not low demand: missing for the methods. False for a
   * shop that often sells nothing, where such a day is a real zero.
   */
  readonly zeroIsMissing: boolean;
};

/** A weekday is closed when this share of its recent days sold nothing. */
const CLOSED_SHARE = 0.95;
/** Recent: half a year, so that a shop which began to open on Sundays is soon believed. */
const RECENT_DAYS = 182;
/** Up to this share of empty days on open weekdays, they are taken for holidays. */
const HOLIDAY_SHARE = 0.1;
/** So many days without a sale, between days with sales, are a hole in the export. */
const GAP_DAYS = 14;
/** Holes are rare: a shop with more than one in so many days simply sells seldom. */
const DAYS_PER_GAP = 120;

/** A stretch of the history without sales that is taken for missing data. */
export type Gap = { readonly first: EpochDay; readonly days: number };

/**
 * Marks holes of the export as missing: a month that was not exported is not a month without sales.
 *
 * Only holes between days with sales, of at least 14 days, at most one for each 120 days of history, and half of it in
 * all (a single one may be longer): beyond that the shop sells seldom, and its zeros are real. Zeros at the end stay: the shop may have stopped.
 *
 * @returns the series with NaN in the holes, and the holes
 */
export function markGaps({ first, values }: Series): { readonly series: Series; readonly gaps: readonly Gap[] } {
  const gaps: { start: number; days: number }[] = [];
  for (let i = 0, empty = 0; i < values.length; i++) {
    if (values[i] === 0 || Number.isNaN(values[i]!)) {
      empty++;
      continue;
    }
    if (empty >= GAP_DAYS) gaps.push({ start: i - empty, days: empty });
    empty = 0;
  }
  const lost = gaps.reduce((sum, { days }) => sum + days, 0);
  const sold = values.reduce((count, value) => count + (value !== 0 && !Number.isNaN(value) ? 1 : 0), 0);
  // One hole may be longer than what is left, where something was sold on most days that are left.
  const mostly = lost > values.length / 2 && (gaps.length > 1 || sold < (values.length - lost) / 2);
  const seldom = gaps.length > Math.max(1, values.length / DAYS_PER_GAP) || mostly;
  if (seldom) return { series: { first, values }, gaps: [] };
  const marked = values.slice();
  for (const { start, days } of gaps) marked.fill(Number.NaN, start, start + days);
  return { series: { first, values: marked }, gaps: gaps.map(({ start, days }) => ({ first: first + start, days })) };
}

/** A hole so long changes a shop: what it was before says little about what it is. */
const LONG_HOLE_DAYS = 91;

/**
 * What follows the last hole of a quarter or more, where that is `least` days at least; else the whole series.
 *
 * @param series with its holes marked
 */
export function afterHole(
  series: Series,
  { gaps, least }: { readonly gaps: readonly Gap[]; readonly least: number },
): Series {
  const { first, values } = series;
  const end = first + values.length;
  const hole = gaps.findLast((gap) => gap.days >= LONG_HOLE_DAYS && end - (gap.first + gap.days) >= least);
  if (hole === undefined) return series;
  const from = hole.first + hole.days;
  return { first: from, values: values.subarray(from - first) };
}

/**
 * Finds the weekdays without trade, and what an empty day means.
 *
 *     closed(w) = zeros on w / days on w >= 0.95          over the last 182 days, at least 3 of them on w
 *     missing   = zeros on open weekdays / days on them <= 0.1
 *
 * Days of which nothing is known count for neither. Assumes that what is closed stays closed; a weekday that opens
 * after the last day is not foreseen.
 */
export function learnCalendar({ first, values }: Series, closedDays: ReadonlySet<EpochDay> = new Set()): Calendar {
  const days = new Float64Array(8);
  const zeros = new Float64Array(8);
  for (let i = Math.max(0, values.length - RECENT_DAYS); i < values.length; i++) {
    if (Number.isNaN(values[i]!) || closedDays.has(first + i)) continue;
    const weekday = weekdayOf(first + i);
    days[weekday]!++;
    if (values[i] === 0) zeros[weekday]!++;
  }
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  const closed = weekdays.filter((w) => days[w]! >= 3 && zeros[w]! >= CLOSED_SHARE * days[w]!);
  // A series of nothing but zeros is no calendar.
  const closedWeekdays = closed.length === 7 ? [] : closed;

  let open = 0;
  let empty = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!) || closedDays.has(first + i)) continue;
    if (closedWeekdays.includes(weekdayOf(first + i))) continue;
    open++;
    if (values[i] === 0) empty++;
  }
  return { closedWeekdays, closedDays, zeroIsMissing: empty <= HOLIDAY_SHARE * open };
}

export function isOpen(day: EpochDay, calendar: Calendar): boolean {
  return !calendar.closedDays.has(day) && !calendar.closedWeekdays.includes(weekdayOf(day));
}

/** Open days, in order, holidays and unknown days as NaN. `days` and `values` have the same shape. */
export type OpenDays = { readonly days: Int32Array; readonly values: Float64Array };

export function openDays({ first, values }: Series, calendar: Calendar): OpenDays {
  const days: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!isOpen(first + i, calendar)) continue;
    days.push(first + i);
    kept.push(values[i] === 0 && calendar.zeroIsMissing ? Number.NaN : values[i]!);
  }
  return { days: Int32Array.from(days), values: Float64Array.from(kept) };
}

/** The open days among the `horizon` days from `from`. */
export function openDaysAhead(from: EpochDay, horizon: number, calendar: Calendar): Int32Array {
  return Int32Array.from({ length: horizon }, (_, i) => from + i).filter((day) => isOpen(day, calendar));
}

/** Puts one value per open day back on the calendar: shape (horizon,), 0 on closed days. */
export function ontoCalendar(
  values: ArrayLike<number>,
  from: EpochDay,
  horizon: number,
  calendar: Calendar,
): Float64Array {
  const out = new Float64Array(horizon);
  let next = 0;
  for (let step = 0; step < horizon; step++) if (isOpen(from + step, calendar)) out[step] = values[next++]!;
  return out;
}
