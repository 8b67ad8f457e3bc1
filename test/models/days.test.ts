import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  epochDay,
  fromEpochDay,
  startOfMonth,
  startOfWeek,
  weekday,
  weekdayName,
} from '../../models/days.ts';

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect(epochDay('1970-01-01')).toBe(0);
    // date -d 2026-04-20 +%s divided by 86400
    expect(epochDay('2026-04-20')).toBe(20_563);
    expect(epochDay('1969-12-31')).toBe(-1);
  });

  it('goes there and back for four centuries, a leap rule at a time', () => {
    for (let n = epochDay('1890-01-01'); n < epochDay('2290-01-01'); n += 1) {
      if (epochDay(fromEpochDay(n)) !== n) expect.fail(`${n}`);
    }
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-03-29', -30, '2026-02-27'],
  ])('adds %s + %i = %s', (from, n, to) => {
    expect(addDays(from, n)).toBe(to);
    expect(daysBetween(from, to)).toBe(n);
  });

  it('knows the weekdays', () => {
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekdayName(weekday('2026-11-23'))).toBe('Monday');
  });

  it('starts weeks on Monday and months on the first', () => {
    expect(startOfWeek('2026-11-22')).toBe('2026-11-16');
    expect(startOfWeek('2026-11-16')).toBe('2026-11-16');
    expect(startOfMonth('2026-11-22')).toBe('2026-11-01');
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', 'today', ''])('refuses "%s"', (day) => {
    expect(() => epochDay(day)).toThrow(RangeError);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 3_000_000])('refuses %d as a day', (n) => {
    expect(() => fromEpochDay(n)).toThrow(RangeError);
  });
});
