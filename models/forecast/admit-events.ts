import type { Calendar, Series } from './calendar.ts';
import { openDays } from './calendar.ts';
import { calendarEffects } from './calendar-ridge.ts';
import type { EventDays } from './events.ts';
import { DAYS_FOR_A_YEAR, YEARLY_WAVES } from './pool.ts';
import { onto, scaleOf } from './scale.ts';
import type { Trial } from './score.ts';
import type { EventEffect } from './types.ts';

const Z_95 = 1.96;

/** Times an event must have been seen before anything is said about it. */
const LEAST_SEEN = 2;

/**
 * How much each event adds to an ordinary day, from the regression of the whole history on its calendar.
 *
 *     share = exp(b) - 1, from exp(b - 1.96 se) - 1 to exp(b + 1.96 se) - 1
 *     added = mean over its days of y - y / exp(b)
 *
 * Not a cause: what else happened on those days is in it.
 */
export function effectsOf(
  series: Series,
  {
    calendar,
    events,
    horizon,
    admitted,
  }: {
    calendar: Calendar;
    events: readonly EventDays[];
    horizon: number;
    admitted: boolean;
  },
): EventEffect[] {
  if (events.length === 0) return [];
  const open = openDays(series, calendar);
  const scale = scaleOf(open.values);
  const values = onto(scale, open.values);
  const { events: found } = calendarEffects(
    { unit: 'day', days: open.days, values, ahead: new Int32Array(0) },
    {
      yearly: series.values.length >= DAYS_FOR_A_YEAR ? YEARLY_WAVES : 0,
      events: events.map((event) => event.on([...open.days])),
    },
  );
  const from = series.first + series.values.length;
  return events.map(({ name, days }, e) => {
    const sold: number[] = [];
    open.days.forEach((day, i) => {
      if (days.has(day) && !Number.isNaN(values[i]!)) sold.push(open.values[i]!);
    });
    const ahead = [...days].filter((day) => day >= from && day < from + horizon).length;
    const seen = sold.length;
    const enough = seen >= LEAST_SEEN && scale === 'log';
    const { effect, error } = found[e]!;
    const at = (z: number) => effect + z * error;
    const mean = sold.reduce((sum, value) => sum + value, 0) / Math.max(1, seen);
    const three = (of: (log: number) => number) => ({
      expected: of(at(0)),
      low95: of(at(-Z_95)),
      high95: of(at(Z_95)),
    });
    return {
      name,
      seen,
      ahead,
      share: enough ? three((log) => Math.exp(log) - 1) : null,
      added: enough ? three((log) => mean * (1 - Math.exp(-log))) : null,
      admitted: admitted && seen >= LEAST_SEEN,
    };
  });
}

/** Events that were seen often enough to be learned from. */
export function learnable(events: readonly EventDays[], { first, values }: Series): EventDays[] {
  return events.filter(({ days }) => {
    let seen = 0;
    values.forEach((value, i) => {
      if (!Number.isNaN(value) && value !== 0 && days.has(first + i)) seen++;
    });
    return seen >= LEAST_SEEN;
  });
}

/** Whether the backtest erred less with events than without, on all days looked at. */
export function errsLess(one: Trial | undefined, other: Trial | undefined, looked: number): boolean {
  return errorOf(one, looked) < errorOf(other, looked);
}

function errorOf(trial: Trial | undefined, looked: number): number {
  if (trial === undefined) return Number.POSITIVE_INFINITY;
  let error = 0;
  for (const { forecast, actual } of trial.typical) {
    for (let i = 0; i < looked; i++) if (!Number.isNaN(actual[i]!)) error += Math.abs(forecast[i]! - actual[i]!);
  }
  return error;
}
