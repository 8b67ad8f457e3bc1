import { describe, expect, it } from 'vitest';
import { addDays, toDay, toEpochDay, weekdayOf, zoneClock } from '../../data/days.ts';

const at = (text: string) => Date.parse(text);
/** A wall clock as if it were UTC. */
const wall = (text: string) => Date.parse(`${text}Z`);

describe('calendar days', () => {
  it.each(['1970-01-01', '2000-02-29', '2026-04-20', '1999-12-31'])('goes to a number and back: %s', (day) => {
    expect(toDay(toEpochDay(day))).toBe(day);
  });

  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '20-04-2026', ''])('refuses what no calendar has: "%s"', (day) => {
    expect(() => toEpochDay(day)).toThrow(RangeError);
  });

  it('counts over the end of a year', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('knows weekdays, also before 1970', () => {
    expect(weekdayOf(toEpochDay('2026-04-20'))).toBe(1);
    expect(weekdayOf(toEpochDay('2026-04-19'))).toBe(7);
    expect(weekdayOf(toEpochDay('1969-12-28'))).toBe(7);
  });
});

describe('zoneClock', () => {
  const london = zoneClock('Europe/London');

  it.each([
    ['Europe/London', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00'],
    ['Europe/London', '2026-07-15T12:00:00Z', '2026-07-15T13:00:00'],
    ['Asia/Jakarta', '2026-04-19T17:00:00Z', '2026-04-20T00:00:00'],
    ['Asia/Kolkata', '2026-04-19T18:29:59Z', '2026-04-19T23:59:59'],
    ['America/St_Johns', '2026-04-19T02:29:00Z', '2026-04-18T23:59:00'],
  ])('shows the wall clock of %s', (zone, instant, local) => {
    const clock = zoneClock(zone);

    expect(clock.localOf(at(instant))).toBe(wall(local));
    expect(clock.instantOf(wall(local))).toBe(at(instant));
  });

  it('takes the first of two equal wall clocks in autumn', () => {
    expect(london.instantOf(wall('2026-10-25T01:30:00'))).toBe(at('2026-10-25T00:30:00Z'));
  });

  it('moves a skipped wall clock on in spring', () => {
    expect(london.instantOf(wall('2026-03-29T01:30:00'))).toBe(at('2026-03-29T01:30:00Z'));
    expect(london.localOf(at('2026-03-29T01:30:00Z'))).toBe(wall('2026-03-29T02:30:00'));
  });

  it('agrees with itself every half hour of a year, but for the skipped hour', () => {
    const clock = zoneClock('America/New_York');
    for (let instant = at('2026-01-01T00:00:00Z'); instant < at('2027-01-01T00:00:00Z'); instant += 1_800_000) {
      const back = clock.instantOf(clock.localOf(instant));
      // In the hour that happens twice, the first is taken.
      expect([0, 3_600_000]).toContain(instant - back);
    }
  });

  it('begins days at local midnight', () => {
    expect(zoneClock('Asia/Jakarta').startOf(toEpochDay('2026-04-20'))).toBe(at('2026-04-19T17:00:00Z'));
    expect(zoneClock('Asia/Jakarta').dayOf(at('2026-04-19T17:00:00Z'))).toBe(toEpochDay('2026-04-20'));
  });
});
