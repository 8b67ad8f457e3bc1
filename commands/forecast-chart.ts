import type { DailyRevenue } from '../data/types/series.ts';
import type { Day } from '../data/types/shop.ts';
import { addDays, daysBetween, startOfWeek } from '../models/days.ts';
import type { Interval } from '../models/forecast/types.ts';
import type { ForecastChart } from './reply.ts';

/** Expected values with their intervals, by day or by week. */
export type Bands = { readonly points: readonly (Interval & { readonly day: Day })[] };

/** The last `pastPoints` of what happened, then what is expected, in its two bands. */
export function bandsChart(
  actual: readonly { readonly day: Day; readonly value: number }[],
  { points }: Bands,
  pastPoints: number,
): ForecastChart {
  return {
    type: 'forecast',
    unit: 'money',
    actual: actual.slice(-pastPoints),
    expected: points.map(({ day, expected }) => ({ day, value: expected })),
    bands: [
      { level: 0.95, points: points.map(({ day, low95, high95 }) => ({ day, low: low95, high: high95 })) },
      { level: 0.8, points: points.map(({ day, low80, high80 }) => ({ day, low: low80, high: high80 })) },
    ],
  };
}

/** Net revenue of complete weeks, Monday to Sunday; a week that began before the data or ends after it is left out. */
export function sumByWeek({ firstDay, revenueMinor }: DailyRevenue): { day: Day; value: number }[] {
  const firstMonday = startOfWeek(addDays(firstDay, 6));
  const weeks: { day: Day; value: number }[] = [];
  for (let start = daysBetween(firstDay, firstMonday); start + 7 <= revenueMinor.length; start += 7) {
    let value = 0;
    for (let i = start; i < start + 7; i++) value += revenueMinor[i]!;
    weeks.push({ day: addDays(firstDay, start), value });
  }
  return weeks;
}
