import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween, startOfMonth } from '../days.ts';

/** A calendar month inside a horizon: `start` days after its first day, `days` long. */
export type MonthSpan = { readonly firstDay: Day; readonly start: number; readonly days: number };

/** The calendar months that lie whole within `horizon` days from `from`, in order. */
export function wholeMonths(from: Day, horizon: number): MonthSpan[] {
  const end = addDays(from, horizon);
  const months: MonthSpan[] = [];
  let firstDay = from === startOfMonth(from) ? from : nextMonth(from);
  for (; nextMonth(firstDay) <= end; firstDay = nextMonth(firstDay)) {
    months.push({ firstDay, start: daysBetween(from, firstDay), days: daysBetween(firstDay, nextMonth(firstDay)) });
  }
  return months;
}

function nextMonth(day: Day): Day {
  return startOfMonth(addDays(startOfMonth(day), 31));
}
