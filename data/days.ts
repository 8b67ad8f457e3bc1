import type { Day, EpochDay, Instant } from './types/shop.ts';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** Days since 1970-01-01 of a calendar day. Throws a RangeError on a day that no calendar has. */
export function toEpochDay(day: Day): EpochDay {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const epochDay = Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_MS;
  if (!Number.isInteger(epochDay) || toDay(epochDay) !== day) throw new RangeError(`"${day}" is not a calendar day`);
  return epochDay;
}

/** The calendar day of a number of days since 1970-01-01. */
export function toDay(epochDay: EpochDay): Day {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** The day `count` days later, earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return toDay(toEpochDay(day) + count);
}

/** 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(epochDay: EpochDay): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/**
 * Turns instants into a zone's wall clock and back. `local` is the wall clock written as if it were UTC milliseconds, so
 * that its day is `Math.floor(local / 86_400_000)`.
 */
export type ZoneClock = {
  localOf(instant: Instant): number;
  /** A wall clock that happens twice is the first of the two; one that is skipped is moved on by the gap. */
  instantOf(local: number): Instant;
  dayOf(instant: Instant): EpochDay;
  /** When the day begins. */
  startOf(epochDay: EpochDay): Instant;
};

const clocks = new Map<string, ZoneClock>();

/**
 * The clock for an IANA zone, one for all who ask. Asking Intl costs microseconds, so offsets are kept by UTC day, and
 * Intl is asked for each instant only on the days the offset changes.
 *
 * @throws {RangeError} when there is no such zone
 */
export function zoneClock(zone: string): ZoneClock {
  const clock = clocks.get(zone) ?? makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function makeClock(zone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<EpochDay, number | 'changes'>();

  function askOffset(instant: Instant): number {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const local = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour, part.minute, part.second);
    return local - Math.floor(instant / SECOND_MS) * SECOND_MS;
  }

  function offsetAt(instant: Instant): number {
    const day = Math.floor(instant / DAY_MS);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const [morning, night] = [askOffset(day * DAY_MS), askOffset((day + 1) * DAY_MS)];
      offset = morning === night ? morning : 'changes';
      offsets.set(day, offset);
    }
    return offset === 'changes' ? askOffset(instant) : offset;
  }

  function localOf(instant: Instant): number {
    return instant + offsetAt(instant);
  }

  function instantOf(local: number): Instant {
    const before = offsetAt(local - DAY_MS);
    const after = offsetAt(local + DAY_MS);
    const usesAfter = before !== after && offsetAt(local - before) !== before && offsetAt(local - after) === after;
    return local - (usesAfter ? after : before);
  }

  return {
    localOf,
    instantOf,
    dayOf: (instant) => Math.floor(localOf(instant) / DAY_MS),
    startOf: (epochDay) => instantOf(epochDay * DAY_MS),
  };
}
