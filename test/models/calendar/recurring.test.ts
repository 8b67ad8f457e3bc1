import { describe, expect, it } from 'vitest';
import { recurringDays } from '../../../models/calendar/recurring.ts';

describe('recurring selling days', () => {
  const year = new Map(recurringDays('2025-01-01', '2026-01-01').map(({ name, days }) => [name, days]));

  it('has ten double dates and two great ones, each its own event', () => {
    expect(year.get('Double dates to 10.10')).toEqual([
      ...['01-01', '02-02', '03-03', '04-04', '05-05', '06-06', '07-07', '08-08', '09-09', '10-10'].map(
        (day) => `2025-${day}`,
      ),
    ]);
    expect(year.get('11.11')).toEqual(['2025-11-11']);
    expect(year.get('12.12')).toEqual(['2025-12-12']);
  });

  it('has four paydays a month, February too', () => {
    expect(year.get('Payday (25th to 28th)')).toHaveLength(48);
    expect(year.get('Payday (25th to 28th)')).toContain('2025-02-28');
    expect(year.get('Start of the month (1st to 5th)')).toHaveLength(60);
  });

  it('holds to its bounds', () => {
    for (const { days } of recurringDays('2025-03-03', '2025-03-04')) {
      expect(days.every((day) => day === '2025-03-03')).toBe(true);
    }
    expect(recurringDays('2025-03-03', '2025-03-03').every(({ days }) => days.length === 0)).toBe(true);
  });
});
