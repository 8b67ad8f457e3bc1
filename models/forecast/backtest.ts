import { fromEpochDay } from '../days.ts';
import type { Augurs } from './augurs.ts';
import { type Bands, bandsFrom, type FoldErrors } from './bands.ts';
import { type Calendar, isOpen, learnCalendar, type Series } from './calendar.ts';
import { type Folds, layFolds } from './folds.ts';
import { canLearn, run } from './methods.ts';
import { type Backtest, type ForecastMethod, forecastMethods, type Score } from './types.ts';

/** What was forecast at each cut-off, and what came. */
export type Trials = {
  readonly backtest: Backtest;
  /** By method that could be tried: one entry per fold. */
  readonly errors: ReadonlyMap<ForecastMethod, readonly FoldErrors[]>;
  /** Methods that had enough history and failed in their own way, with their message. */
  readonly failed: ReadonlyMap<ForecastMethod, string>;
};

/**
 * Rolling-origin backtest: every method learns from the history up to a cut-off, forecasts what came next, and is
 * scored on it; all methods on the same cut-offs. The calendar (closed weekdays) is learned anew at each cut-off,
 * so nothing of the future leaks back.
 *
 * Scores look at the first `max(7, horizon)` days of each fold, at most a fold's reach.
 *
 * @param series  at least 28 days
 * @param horizon days the person asked for
 *
 * Source: Tashman, Out-of-sample tests of forecasting accuracy, 2000.
 */
export function backtest(
  series: Series,
  { horizon, augurs, seed }: { horizon: number; augurs: Augurs; seed: number },
): Trials {
  const folds = layFolds(series.values.length);
  const looked = Math.min(folds.reach, Math.max(7, horizon));
  const calendars = folds.origins.map((origin) => learnCalendar(upTo(series, origin)));
  const errors = new Map<ForecastMethod, readonly FoldErrors[]>();
  const failed = new Map<ForecastMethod, string>();
  for (const method of forecastMethods) {
    if (!folds.origins.every((origin, f) => canLearn(method, upTo(series, origin), calendars[f]!))) continue;
    try {
      errors.set(method, trials(method, { series, folds, calendars, augurs, seed }));
    } catch (error) {
      // A method that gives up costs the forecast one candidate, not the answer; the reply says which and why.
      failed.set(method, error instanceof Error ? error.message : String(error));
    }
  }
  const step = naiveStep(upTo(series, folds.origins[0]!).values);
  return {
    backtest: {
      folds: folds.origins.length,
      origins: folds.origins.map((origin) => fromEpochDay(series.first + origin)),
      horizon: looked,
      scores: [...errors].map(([method, of]) => score(method, of, { looked, step })),
    },
    errors,
    failed,
  };
}

function upTo({ first, values }: Series, origin: number): Series {
  return { first, values: values.subarray(0, origin) };
}

function trials(
  method: ForecastMethod,
  given: { series: Series; folds: Folds; calendars: readonly Calendar[]; augurs: Augurs; seed: number },
): FoldErrors[] {
  const { series, folds, calendars, augurs, seed } = given;
  return folds.origins.map((origin, f) => {
    const calendar = calendars[f]!;
    const forecast = run(method, upTo(series, origin), { horizon: folds.reach, calendar, augurs, seed });
    const from = series.first + origin;
    return {
      forecast,
      actual: series.values.slice(origin, origin + folds.reach),
      open: Uint8Array.from(forecast, (_, i) => (isOpen(from + i, calendar) ? 1 : 0)),
      floor: floorOf(upTo(series, origin).values),
    };
  });
}

/** A tenth of a mean day: errors of days forecast near nothing are measured against this instead. */
export function floorOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return (0.1 * sum) / values.length;
}

/** Mean absolute change from one week to the next: what the errors of `mase` are divided by. */
function naiveStep(values: Float64Array): number {
  let sum = 0;
  for (let i = 7; i < values.length; i++) sum += Math.abs(values[i]! - values[i - 7]!);
  return sum / Math.max(1, values.length - 7);
}

function score(method: ForecastMethod, folds: readonly FoldErrors[], given: { looked: number; step: number }): Score {
  let days = 0;
  let missed = 0;
  let over = 0;
  let size = 0;
  let weekMissed = 0;
  let weekSize = 0;
  for (const { forecast, actual } of folds) {
    let week = 0;
    let weekActual = 0;
    for (let i = 0; i < given.looked; i++) {
      const error = forecast[i]! - actual[i]!;
      days++;
      missed += Math.abs(error);
      over += error;
      size += Math.abs(actual[i]!);
      week += error;
      weekActual += actual[i]!;
      if (i % 7 !== 6) continue;
      weekMissed += Math.abs(week);
      weekSize += Math.abs(weekActual);
      week = 0;
      weekActual = 0;
    }
  }
  const share = (of: number, whole: number) => (whole > 0 ? of / whole : null);
  return {
    method,
    mae: missed / days,
    wape: share(missed, size),
    mase: share(missed / days, given.step),
    weekWape: share(weekMissed, weekSize),
    bias: share(over, size),
    ...coverage(folds, given.looked),
  };
}

/** Each fold is judged by bands made from the others. */
function coverage(folds: readonly FoldErrors[], looked: number): Pick<Score, 'cover80' | 'cover95'> {
  let days = 0;
  let in80 = 0;
  let in95 = 0;
  folds.forEach((fold, f) => {
    const bands: Bands = bandsFrom(folds.filter((_, other) => other !== f));
    for (let i = 0; i < looked; i++) {
      if (fold.open[i] === 0) continue;
      const { low80, high80, low95, high95 } = bands.sum(fold.forecast[i]!, {
        days: 1,
        middle: i + 1,
        floor: fold.floor,
      });
      const actual = fold.actual[i]!;
      days++;
      if (low80 <= actual && actual <= high80) in80++;
      if (low95 <= actual && actual <= high95) in95++;
    }
  });
  return { cover80: days === 0 ? 1 : in80 / days, cover95: days === 0 ? 1 : in95 / days };
}
