import type { Day, EpochDay } from '../data/types/shop.ts';

/**
 * Calendar arithmetic on days without a time or a zone: the shop's zone was applied once, at import. A day is
 * "YYYY-MM-DD" between people and rooms, and a count of days since 1970-01-01 inside a computation.
 */

const MS_PER_DAY = 86_400_000;

/** Monday = 1 .. Sunday = 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Days since 1970-01-01.
 *
 * @throws {RangeError} on anything but a real day of the Gregorian calendar: "2026-02-30" is refused, not rolled over
 */
export function epochDay(day: Day): EpochDay {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) throw new RangeError(`not a day: "${day}"`);
  // A Date is only arithmetic here: nothing asks what time it is. setUTCFullYear, since Date.UTC reads 0..99 as 19xx.
  const date = new Date(0);
  date.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const epoch = date.getTime() / MS_PER_DAY;
  if (fromEpochDay(epoch) !== day) throw new RangeError(`not a day: "${day}"`);
  return epoch;
}

/** The day that many days after 1970-01-01. Years 0 to 9999. @throws {RangeError} otherwise, or on a fraction */
export function fromEpochDay(epoch: EpochDay): Day {
  const date = new Date(epoch * MS_PER_DAY);
  const year = date.getUTCFullYear();
  if (!Number.isInteger(epoch) || !(year >= 0 && year <= 9999)) throw new RangeError(`not an epoch day: ${epoch}`);
  return date.toISOString().slice(0, 10);
}

/** `n` may be negative. */
export function addDays(day: Day, n: number): Day {
  return fromEpochDay(epochDay(day) + n);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

export function weekday(day: Day): Weekday {
  return weekdayOf(epochDay(day));
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(epoch: EpochDay): Weekday {
  return (((((epoch + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the day's week, the day itself when it is one. */
export function startOfWeek(day: Day): Day {
  const epoch = epochDay(day);
  return fromEpochDay(epoch - (weekdayOf(epoch) - 1));
}

/** The first of the day's month. */
export function startOfMonth(day: Day): Day {
  epochDay(day);
  return `${day.slice(0, 8)}01`;
}

/** English names, Monday first, for sentences. */
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export function weekdayName(day: Weekday): string {
  return weekdayNames[day - 1]!;
}
