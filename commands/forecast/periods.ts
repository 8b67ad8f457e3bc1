import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween, startOfWeek } from '../../models/days.ts';
import { count, day, say } from '../../words/say.ts';
import type { Bands } from '../forecast-chart.ts';
import type { Row } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { History } from '../runs/series.ts';

const WEEK = 7;
/** From here on a table or a picture of single days is noise: weeks are shown. */
const WEEKLY_FROM_DAYS = 28;

/** Whether this forecast is shown by the week. */
export function isWeekly({ weekly, daily }: KeptForecast): boolean {
  return daily.expected.length >= WEEKLY_FROM_DAYS && weekly.length > 1;
}

export function weekBands({ weekly }: KeptForecast): Bands {
  return { points: weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) };
}

export function dayBands({ daily }: KeptForecast): Bands {
  return {
    points: Array.from(daily.expected, (expected, i) => ({
      day: addDays(daily.firstDay, i),
      expected,
      low50: daily.low50[i]!,
      high50: daily.high50[i]!,
      low80: daily.low80[i]!,
      high80: daily.high80[i]!,
      low95: daily.low95[i]!,
      high95: daily.high95[i]!,
    })),
  };
}

type Actual = { readonly day: Day; readonly value: number };

/** The days of which something is known. */
export function knownDays({ firstDay, values }: Pick<History, 'firstDay' | 'values'>): Actual[] {
  return Array.from(values, (value, i) => ({ day: addDays(firstDay, i), value })).filter(
    ({ value }) => !Number.isNaN(value),
  );
}

/** Totals of whole weeks, Monday to Sunday, of which every day is known. */
export function knownWeeks({ firstDay, values }: Pick<History, 'firstDay' | 'values'>): Actual[] {
  const weeks: Actual[] = [];
  const first = daysBetween(firstDay, startOfWeek(addDays(firstDay, WEEK - 1)));
  for (let start = first; start + WEEK <= values.length; start += WEEK) {
    const value = sumOf(values, start, WEEK);
    if (!Number.isNaN(value)) weeks.push({ day: addDays(firstDay, start), value });
  }
  return weeks;
}

/** The days of the horizon outside its whole weeks: in the total, and so in the table. Their range is not known. */
export function daysOutsideWeeks({ daily, weekly, total }: KeptForecast): Row | null {
  const first = weekly[0]?.firstDay;
  const outside = daily.expected.length - WEEK * weekly.length;
  if (first === undefined || outside === 0) return null;
  const rest = weekly.reduce((left, week) => left - week.expected, total.expected);
  const areBefore = addDays(daily.firstDay, outside) === first;
  return [areBefore ? day(daily.firstDay) : say`${count(outside)} other days`, rest, null, null, null, null];
}

/** What the last `days` days of the history came to, or as many of them a year before the horizon. Null: not known. */
export function pastSum(
  { firstDay, values }: Pick<History, 'firstDay' | 'values'>,
  { from, days }: { readonly from: Day; readonly days: number },
): number | null {
  const start = daysBetween(firstDay, from);
  if (start < 0 || start + days > values.length) return null;
  const sum = sumOf(values, start, days);
  return sum > 0 ? sum : null;
}

function sumOf(values: ArrayLike<number>, start: number, length: number): number {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += values[i]!;
  return sum;
}
