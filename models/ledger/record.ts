import type { Day } from '../../data/types/shop.ts';

/** What was said of a week, and what came. Money in minor units. */
export type ScoredWeek = {
  readonly week: Day;
  readonly expected: number;
  readonly low50: number | null;
  readonly high50: number | null;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number | null;
  readonly high95: number | null;
  /** The week before the forecast, repeated. */
  readonly naive: number | null;
  /** Mean absolute change from week to week before the forecast. */
  readonly step: number | null;
  readonly actual: number;
};

/** How forecasts have done. Shares: 0.18 is 18 %. Null where there is nothing to divide by, or nothing was kept. */
export type TrackRecord = {
  readonly weeks: number;
  /** Sum of absolute errors / sum of absolute actuals. */
  readonly error: number | null;
  /** The same of repeating the week before. */
  readonly naive: number | null;
  /** (Sum of expected - sum of actual) / sum of absolute actuals: above 0 promises too much. */
  readonly bias: number | null;
  /** Mean absolute error / mean absolute change from week to week. Below 1 beats repeating the week before. */
  readonly mase: number | null;
  readonly held50: Held;
  readonly held80: Held;
  readonly held95: Held;
};

/** In how many weeks of those that had such a band it held. */
export type Held = { readonly weeks: number; readonly of: number };

/** The record of forecasts over the given weeks, one row a week. */
export function trackRecord(weeks: readonly ScoredWeek[]): TrackRecord {
  const came = sum(weeks, ({ actual }) => Math.abs(actual));
  const withNaive = weeks.filter(({ naive }) => naive !== null);
  const withStep = weeks.filter(({ step }) => step !== null && step > 0);
  return {
    weeks: weeks.length,
    error: ratio(sum(weeks, missed), came),
    naive: ratio(
      sum(withNaive, ({ naive, actual }) => Math.abs(naive! - actual)),
      sum(withNaive, ({ actual }) => Math.abs(actual)),
    ),
    bias: ratio(
      sum(weeks, ({ expected, actual }) => expected - actual),
      came,
    ),
    mase: ratio(
      sum(withStep, missed),
      sum(withStep, ({ step }) => step!),
    ),
    held50: held(weeks, ({ low50, high50 }) => [low50, high50]),
    held80: held(weeks, ({ low80, high80 }) => [low80, high80]),
    held95: held(weeks, ({ low95, high95 }) => [low95, high95]),
  };
}

function missed({ expected, actual }: ScoredWeek): number {
  return Math.abs(expected - actual);
}

function held(
  weeks: readonly ScoredWeek[],
  bandOf: (week: ScoredWeek) => readonly [number | null, number | null],
): Held {
  const known = weeks.filter((week) => bandOf(week)[0] !== null && bandOf(week)[1] !== null);
  const inside = known.filter((week) => bandOf(week)[0]! <= week.actual && week.actual <= bandOf(week)[1]!);
  return { weeks: inside.length, of: known.length };
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
