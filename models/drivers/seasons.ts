import { reachOf } from '../student.ts';
import { sweep } from './sweep.ts';

/** What a weekday or a month brings against the mean one. */
export type SeasonEffect = {
  /** Weekday from Monday, month from January, both from 0. */
  readonly at: number;
  /** Of all revenue looked at. */
  readonly share: number;
  /** 0.2: a fifth more than the mean one. */
  readonly effect: number;
  /** All of the intervals hold together in 95 of 100 cases (Bonferroni). */
  readonly low95: number;
  readonly high95: number;
};

const WEEK = 7;
const YEAR = 12;
/** Fewer weeks than two months, and months than two years, tell a season from chance badly. */
const LEAST_WEEKS = 8;
const LEAST_MONTHS = 24;

export type DailyRequest = {
  /** Of the first value, Monday 0. */
  readonly firstWeekday: number;
  /** Shape (days,): NaN where nothing is known. */
  readonly revenue: Float64Array;
};

/**
 * What each weekday brings: the mean over whole weeks of its share of the week, so that growth and seasons, which move whole
 * weeks, do not count. Null with fewer than eight whole weeks that sold something.
 *
 *     effect = mean of 7 day / week - 1        interval: Student's t over weeks
 */
export function weekdayEffects({ firstWeekday, revenue }: DailyRequest): readonly SeasonEffect[] | null {
  const first = (WEEK - firstWeekday) % WEEK;
  const weeks: Float64Array[] = [];
  for (let from = first; from + WEEK <= revenue.length; from += WEEK) {
    const week = revenue.subarray(from, from + WEEK);
    if (sum(week) > 0) weeks.push(week);
  }
  const n = weeks.length;
  if (n < LEAST_WEEKS) return null;
  const all = weeks.reduce((total, week) => total + sum(week), 0);
  return Array.from({ length: WEEK }, (_, at) => {
    const ratios = Float64Array.from(weeks, (week) => (WEEK * week[at]!) / sum(week));
    const mean = sum(ratios) / n;
    const variance = ratios.reduce((total, ratio) => total + (ratio - mean) ** 2, 0) / (n - 1);
    const reach = reachOf(WEEK, n - 1) * Math.sqrt(variance / n);
    const share = weeks.reduce((total, week) => total + week[at]!, 0) / all;
    return { at, share, effect: mean - 1, low95: mean - 1 - reach, high95: mean - 1 + reach };
  });
}

/** A whole month: `month` from 0. */
export type MonthOfRevenue = { readonly month: number; readonly days: number; readonly revenue: number };

/**
 * What each month of the year brings a day, beside a steady trend, by least squares on logarithms. Null with fewer than 24
 * whole months, a month of the year that is not there twice, or one that sold nothing.
 *
 *     log(revenue a day) = trend * t + month        effect = exp(month - mean of months) - 1
 *
 * @param months one behind the other; a month that is not known is null
 */
export function monthEffects(months: readonly (MonthOfRevenue | null)[]): readonly SeasonEffect[] | null {
  const known = months.flatMap((each, t) => (each ? [{ ...each, t }] : []));
  const times = Array.from({ length: YEAR }, (_, at) => known.filter(({ month }) => month === at).length);
  if (known.length < LEAST_MONTHS || times.some((count) => count < 2)) return null;
  if (known.some(({ revenue }) => !(revenue > 0))) return null;
  // Columns: the trend, twelve months, and the outcome.
  const products = Array.from({ length: YEAR + 2 }, () => new Float64Array(YEAR + 2));
  const middle = (months.length - 1) / 2;
  for (const { month, days, revenue, t } of known) {
    const row = [
      [0, (t - middle) / YEAR],
      [month + 1, 1],
      [YEAR + 1, Math.log(revenue / days)],
    ] as const;
    for (const [i, one] of row) for (const [j, other] of row) products[i]![j]! += one * other;
  }
  for (let at = 0; at <= YEAR; at++) sweep(products, at);
  const left = products[YEAR + 1]![YEAR + 1]! / (known.length - YEAR - 1);
  const reach = reachOf(YEAR, known.length - YEAR - 1);
  const mean = sum(Float64Array.from({ length: YEAR }, (_, at) => products[at + 1]![YEAR + 1]!)) / YEAR;
  const all = known.reduce((total, { revenue }) => total + revenue, 0);
  return times.map((_, at) => {
    const log = products[at + 1]![YEAR + 1]! - mean;
    const error = reach * Math.sqrt(left * contrast(products, at));
    const share = known.reduce((total, { month, revenue }) => total + (month === at ? revenue : 0), 0) / all;
    return { at, share, effect: Math.expm1(log), low95: Math.expm1(log - error), high95: Math.expm1(log + error) };
  });
}

/** Variance of one month less the mean of all, in units of what is left: from the inverse that the sweeps leave. */
function contrast(swept: readonly Float64Array[], month: number): number {
  const weight = (at: number) => Number(at === month) - 1 / YEAR;
  let total = 0;
  for (let i = 0; i < YEAR; i++) {
    for (let j = 0; j < YEAR; j++) total += weight(i) * weight(j) * swept[i + 1]![j + 1]!;
  }
  return total;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
