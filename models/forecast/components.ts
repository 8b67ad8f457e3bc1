import { type Calendar, openDays, type Series } from './calendar.ts';
import { calendarEffects } from './calendar-ridge.ts';
import { DAYS_FOR_A_YEAR, YEARLY_WAVES } from './pool.ts';
import { onto, scaleOf } from './scale.ts';
import type { Components } from './types.ts';

/**
 * What the calendar does to this shop, for people to look at: weekdays against an ordinary day, and the time of year
 * against an ordinary one, as the regression on the whole history sees them.
 *
 *     weekday = exp(effect) - 1        yearly[h] = exp(effect on day h) - 1
 *
 * @returns null where logs have no meaning, since effects are then not shares
 */
export function componentsOf(
  series: Series,
  { calendar, horizon }: { readonly calendar: Calendar; readonly horizon: number },
): Components | null {
  const open = openDays(series, calendar);
  if (scaleOf(open.values) === 'plain') return null;
  const from = series.first + series.values.length;
  const yearly = series.values.length >= DAYS_FOR_A_YEAR;
  const { weekdays, yearlyAhead } = calendarEffects(
    {
      unit: 'day',
      days: open.days,
      values: onto('log', open.values),
      ahead: Int32Array.from({ length: horizon }, (_, h) => from + h),
    },
    { yearly: yearly ? YEARLY_WAVES : 0 },
  );
  return {
    weekday: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) =>
      calendar.closedWeekdays.includes(weekday) ? null : Math.expm1(weekdays[weekday]!),
    ),
    yearly: yearly ? Array.from(yearlyAhead, Math.expm1) : null,
  };
}
