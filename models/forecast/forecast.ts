import type { Hole } from '../../data/types/series.ts';
import type { EpochDay } from '../../data/types/shop.ts';
import { say } from '../../words/say.ts';
import { epochDay, fromEpochDay, weekdayOf } from '../days.ts';
import { NotEnoughData } from '../errors.ts';
import { loadAugurs } from './augurs.ts';
import { backtest, floorOf, type Trials } from './backtest.ts';
import { type Bands, bandsFrom, type Window } from './bands.ts';
import { afterHole, type Gap, isOpen, markGaps, type Series } from './calendar.ts';
import { checksOf } from './checks.ts';
import { choose } from './choose.ts';
import { componentsOf } from './components.ts';
import { effectsOf } from './event-effects.ts';
import { readEvents } from './events.ts';
import type { Extra } from './extras.ts';
import { LEAST_HISTORY, LONGEST_HORIZON } from './horizon.ts';
import { spreadOf } from './lifts.ts';
import { memory } from './memory.ts';
import { wholeMonths } from './months.ts';
import { DAYS_FOR_A_YEAR } from './pool.ts';
import type { DailyForecast, ForecastRequest, ForecastResult, Interval, WeekForecast } from './types.ts';
import { useByOf } from './use-by.ts';

export { longestHorizon } from './horizon.ts';

/** What a season that was never seen may do: relative standard deviation, from eight weeks ahead on. */
const UNSEEN_SEASON = 0.25;
const UNSEEN_FROM_DAYS = 7;
const UNSEEN_WHOLE_DAYS = 56;
const WEEK = 7;
/** Days after a long hole from which they teach alone. */
const ENOUGH_AFTER_HOLE = 56;

/**
 * Forecasts a daily series: a pool of methods is tried on a rolling-origin backtest, combined by what each has erred, and
 * the combination's own past errors make the bands.
 *
 * The typical day and the total are two numbers: half of all days sell more than the typical one, and rare big days,
 * which it leaves out, count in a total. Weeks decide against the seasonal naive rather than days, because a team plans
 * by the week; where repeating last week wins, it is used and named.
 *
 * Days before the first sale are not history; days without a value, and holes of a fortnight or more, are missing and
 * not zero. Same request, same answer, to the last bit.
 *
 * @throws {NotEnoughData} on fewer than 28 days since the first sale, or fewer than the asked method needs
 * @throws {RangeError} on a value that is infinite, a horizon that is not a whole number from 1 to 365, or a day
 *   that does not exist: the caller's mistake
 */
export async function forecast(request: ForecastRequest): Promise<ForecastResult> {
  const { horizon, seed, growth = 0 } = request;
  if (!(growth > -1 && growth < Number.POSITIVE_INFINITY))
    throw new RangeError(`growth must be above -1, got ${growth}`);
  const { series, gaps } = readSeries(request);
  const trials = await tryAll(series, request);
  const { calendar } = trials;
  const { method, reason } = choose(request.method, trials, series.values.length);

  const recipe = trials.recipes.get(method)!;
  const ahead = recipe.read(trials.outlook);
  const typical = ahead.typical.map((value) => (1 + growth) * value);
  const expected = ahead.expected.map((value) => (1 + growth) * value);
  const dayBands = bandsFrom(recipe.trial.typical);
  const sumBands = bandsFrom(recipe.trial.expected);
  const from = series.first + series.values.length;
  const floor = floorOf(series.values);
  const counted = trials.lifts.filter(({ verdict }) => verdict === 'admitted');
  const negative = memory((days: number) => everNegative(series.values, days));
  const windowOf = (of: Float64Array, start: number, days: number): Window => {
    const own = of.subarray(start, start + days);
    const middle = start + (days + 1) / 2;
    const events = spreadOf(own, from + start, counted);
    const unseen = Math.hypot(unseenSeason(series.values.length, middle), events);
    return { expected: sumOf(own), days, middle, floor, unseen };
  };
  const trades = ({ days, middle }: Window) => {
    const start = from + middle - (days + 1) / 2;
    return Array.from({ length: days }, (_, i) => start + i).some((day) => isOpen(day, calendar));
  };
  const banded = (windows: readonly Window[], bands: Bands, days: number): Interval => {
    const open = windows.filter(trades);
    if (open.length === 0) return point(windows.reduce((sum, window) => sum + window.expected, 0));
    return held(bands.total(open), negative(days));
  };
  const day = (i: number) => banded([windowOf(typical, i, 1)], dayBands, 1);
  const week = (start: number) => banded([windowOf(expected, start, WEEK)], sumBands, WEEK);
  // Week by week, so that a month and the horizon are as sure as the weeks they are made of, and no surer.
  const stretch = (start: number, days: number) => {
    const weeks: Window[] = [];
    for (let i = 0; i < days; i += WEEK) weeks.push(windowOf(expected, start + i, Math.min(WEEK, days - i)));
    return banded(weeks, sumBands, days);
  };
  const total = stretch(0, horizon);
  return {
    method,
    reason,
    daily: dailyOf({ typical, expected }, from, day),
    weekly: weeklyOf(from, horizon, week),
    monthly: wholeMonths(fromEpochDay(from), horizon).map(({ firstDay, start, days }) => ({
      firstDay,
      ...stretch(start, days),
    })),
    total,
    backtest: trials.backtest,
    useBy: useByOf(recipe.trial.expected, { horizon, historyDays: series.values.length }),
    members: recipe.members,
    events: effectsOf(trials.lifts, { from, horizon, calendar }),
    components: componentsOf(series, { calendar, horizon }),
    checks: checksOf({ series, gaps, horizon, method, trials, total: total.expected, growth }),
    closedWeekdays: calendar.closedWeekdays,
    learnedAfter: holeBefore(series, gaps),
    historyDays: series.values.length,
    missingDays: series.values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
    lastDay: fromEpochDay(from - 1),
    seed,
  };
}

async function tryAll(
  series: Series,
  { horizon, method, seed, closedDays = [], events = [], prophet = 'member' }: ForecastRequest,
): Promise<Trials> {
  const extras: Extra[] = prophet === 'member' || method === 'prophet' ? ['prophet'] : [];
  if (method === 'mstl') extras.push('mstl');
  return backtest(series, {
    horizon,
    closedDays: new Set<EpochDay>(closedDays.map(epochDay)),
    events: readEvents(events),
    extras,
    augurs: extras.length > 0 ? await loadAugurs() : null,
    seed,
  });
}

function readSeries({ firstDay, values, horizon, beforeHole = 'left out' }: ForecastRequest): {
  series: Series;
  gaps: readonly Gap[];
} {
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LONGEST_HORIZON) {
    throw new RangeError(`horizon must be a whole number from 1 to ${LONGEST_HORIZON}, got ${horizon}`);
  }
  const first = epochDay(firstDay);
  const unusable = values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (unusable !== -1) throw new RangeError(`values[${unusable}] is ${values[unusable]}`);
  const opened = values.findIndex((value) => value !== 0 && !Number.isNaN(value));
  const history = opened === -1 ? 0 : values.length - opened;
  if (history < LEAST_HISTORY) throw new NotEnoughData(say`days since the first sale`, LEAST_HISTORY, history);
  const { series: whole, gaps } = markGaps({ first: first + opened, values: values.slice(opened) });
  const series = beforeHole === 'used' ? whole : afterHole(whole, { gaps, least: ENOUGH_AFTER_HOLE });
  const known = series.values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (known < LEAST_HISTORY) throw new NotEnoughData(say`days of which sales are known`, LEAST_HISTORY, known);
  return { series, gaps };
}

/** The hole that a history begins after, where it is only what follows one. */
function holeBefore({ first }: Series, gaps: readonly Gap[]): Hole | null {
  const hole = gaps.find(({ first: from, days }) => from + days === first);
  return hole ? { from: fromEpochDay(hole.first), to: fromEpochDay(first - 1), days: hole.days } : null;
}

/** Nothing for a week, all of it from eight weeks ahead on; nothing when every season has been seen. */
function unseenSeason(historyDays: number, middle: number): number {
  if (historyDays >= DAYS_FOR_A_YEAR) return 0;
  const reached = (middle - UNSEEN_FROM_DAYS) / (UNSEEN_WHOLE_DAYS - UNSEEN_FROM_DAYS);
  return UNSEEN_SEASON * Math.min(1, Math.max(0, reached));
}

/** Whether any stretch of so many days ever took in less than nothing: a refund may sink a day, and no week. */
function everNegative(values: Float64Array, days: number): boolean {
  const known = (i: number) => (i < 0 || Number.isNaN(values[i]!) ? 0 : values[i]!);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += known(i) - known(i - days);
    // Sums of floating point numbers come back to nothing only nearly.
    if (i >= days - 1 && sum < -1e-6) return true;
  }
  return false;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function point(expected: number): Interval {
  return {
    expected,
    low50: expected,
    high50: expected,
    low80: expected,
    high80: expected,
    low95: expected,
    high95: expected,
  };
}

/** No sales below zero where none ever were. */
function held(interval: Interval, negatives: boolean): Interval {
  if (negatives) return interval;
  const { low50, low80, low95 } = interval;
  return { ...interval, low50: Math.max(0, low50), low80: Math.max(0, low80), low95: Math.max(0, low95) };
}

function dailyOf(
  { typical, expected }: { typical: Float64Array; expected: Float64Array },
  from: EpochDay,
  day: (i: number) => Interval,
): DailyForecast {
  const days = Array.from(typical, (_, i) => day(i));
  const column = (of: keyof Interval) => Float64Array.from(days, (day) => day[of]);
  return {
    firstDay: fromEpochDay(from),
    typical,
    expected,
    low50: column('low50'),
    high50: column('high50'),
    low80: column('low80'),
    high80: column('high80'),
    low95: column('low95'),
    high95: column('high95'),
  };
}

function weeklyOf(from: EpochDay, horizon: number, week: (start: number) => Interval): WeekForecast[] {
  const weeks: WeekForecast[] = [];
  const toMonday = (8 - weekdayOf(from)) % 7;
  for (let start = toMonday; start + WEEK <= horizon; start += WEEK) {
    weeks.push({ firstDay: fromEpochDay(from + start), ...week(start) });
  }
  return weeks;
}
