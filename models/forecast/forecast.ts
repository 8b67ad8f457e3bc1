import { epochDay, fromEpochDay, weekdayOf } from '../days.ts';
import { NotEnoughData } from '../errors.ts';
import { loadAugurs } from './augurs.ts';
import { backtest, floorOf } from './backtest.ts';
import { bandsFrom } from './bands.ts';
import { isOpen, learnCalendar, type Series } from './calendar.ts';
import { checksOf } from './checks.ts';
import { choose } from './choose.ts';
import { LEAST_HISTORY, LONGEST_HORIZON } from './horizon.ts';
import { run } from './methods.ts';
import type { DailyForecast, ForecastRequest, ForecastResult, Interval, WeekForecast } from './types.ts';

export { longestHorizon } from './horizon.ts';

/**
 * Forecasts a daily series: methods compete on a rolling-origin backtest, the one with the smallest error on totals
 * of seven days continues the series, and its own past errors make the bands.
 *
 * Weeks decide rather than days, because a team plans by the week, and because on lumpy sales the error of single
 * days rewards a forecast of nothing. Where the seasonal naive wins, it is used and named.
 *
 * Days before the first sale are not history. Same request, same answer, to the last bit.
 *
 * @throws {NotEnoughData} on fewer than 28 days since the first sale, or fewer than the asked method needs
 * @throws {RangeError} on a value that is not finite, a horizon that is not a whole number from 1 to 365, or a day
 *   that does not exist: the caller's mistake
 */
export async function forecast(request: ForecastRequest): Promise<ForecastResult> {
  const { horizon, seed } = request;
  const series = readSeries(request);
  const augurs = await loadAugurs();
  const calendar = learnCalendar(series);
  const trials = backtest(series, { horizon, augurs, seed });
  const { method, reason } = choose(request.method, trials, series.values.length);

  const context = { horizon, calendar, augurs, seed };
  const typical = run(method, series, context);
  const bands = bandsFrom(trials.errors.get(method)!);
  const from = series.first + series.values.length;
  const window = (start: number, days: number): Interval => {
    const expected = typical.subarray(start, start + days).reduce((sum, value) => sum + value, 0);
    let trading = 0;
    for (let i = start; i < start + days; i++) if (isOpen(from + i, calendar)) trading++;
    if (trading === 0) return { expected, low80: expected, high80: expected, low95: expected, high95: expected };
    return held(
      bands.sum(expected, { days, middle: start + (days + 1) / 2, floor: floorOf(series.values) }),
      everNegative(series.values, days),
    );
  };
  return {
    method,
    reason,
    daily: dailyOf(typical, from, window),
    weekly: weeklyOf(from, horizon, window),
    total: window(0, horizon),
    backtest: trials.backtest,
    checks: checksOf({ series, horizon, method, trials }),
    closedWeekdays: calendar.closedWeekdays,
    historyDays: series.values.length,
    lastDay: fromEpochDay(from - 1),
    seed,
  };
}

function readSeries({ firstDay, values, horizon }: ForecastRequest): Series {
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LONGEST_HORIZON) {
    throw new RangeError(`horizon must be a whole number from 1 to ${LONGEST_HORIZON}, got ${horizon}`);
  }
  const first = epochDay(firstDay);
  const unusable = values.findIndex((value) => !Number.isFinite(value));
  if (unusable !== -1) throw new RangeError(`values[${unusable}] is ${values[unusable]}`);
  const opened = values.findIndex((value) => value !== 0);
  const history = opened === -1 ? 0 : values.length - opened;
  if (history < LEAST_HISTORY) throw new NotEnoughData('days since the first sale', LEAST_HISTORY, history);
  return { first: first + opened, values: values.slice(opened) };
}

/** Whether any stretch of so many days ever took in less than nothing: a refund may sink a day, and no week. */
function everNegative(values: Float64Array, days: number): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! - (values[i - days] ?? 0);
    if (i >= days - 1 && sum < 0) return true;
  }
  return false;
}

/** No sales below zero where none ever were. */
function held(interval: Interval, negatives: boolean): Interval {
  if (negatives) return interval;
  return { ...interval, low80: Math.max(0, interval.low80), low95: Math.max(0, interval.low95) };
}

type Window = (start: number, days: number) => Interval;

function dailyOf(typical: Float64Array, from: number, window: Window): DailyForecast {
  const days = Array.from(typical, (_, i) => window(i, 1));
  const column = (of: keyof Interval) => Float64Array.from(days, (day) => day[of]);
  return {
    firstDay: fromEpochDay(from),
    typical,
    low80: column('low80'),
    high80: column('high80'),
    low95: column('low95'),
    high95: column('high95'),
  };
}

function weeklyOf(from: number, horizon: number, window: Window): WeekForecast[] {
  const weeks: WeekForecast[] = [];
  const toMonday = (8 - weekdayOf(from)) % 7;
  for (let start = toMonday; start + 7 <= horizon; start += 7) {
    weeks.push({ firstDay: fromEpochDay(from + start), ...window(start, 7) });
  }
  return weeks;
}
