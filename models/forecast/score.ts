import { bandsFrom, type FoldErrors } from './bands.ts';
import type { ForecastMethod, Score } from './types.ts';

/** How one method did on the folds: its typical days, and its expected ones, whose sums are totals. */
export type Trial = { readonly typical: readonly FoldErrors[]; readonly expected: readonly FoldErrors[] };

/**
 * The errors of a trial, pooled over its folds. Days of which nothing is known count nowhere, and a week with such a day
 * is compared on the others.
 *
 * @param looked days ahead that count, at most the folds' reach
 * @param step   mean absolute change from one week to the next in the training data
 */
export function scoreOf(
  method: ForecastMethod,
  trial: Trial,
  { looked, step }: { looked: number; step: number },
): Score {
  let days = 0;
  let missed = 0;
  let size = 0;
  for (const { forecast, actual } of trial.typical) {
    for (let i = 0; i < looked; i++) {
      if (Number.isNaN(actual[i]!)) continue;
      days++;
      missed += Math.abs(forecast[i]! - actual[i]!);
      size += Math.abs(actual[i]!);
    }
  }
  let over = 0;
  let weekMissed = 0;
  let weekSize = 0;
  for (const fold of trial.expected) {
    for (let start = 0; start + 7 <= looked; start += 7) {
      const { expected, came } = sums(fold, start, start + 7);
      over += expected - came;
      weekMissed += Math.abs(expected - came);
      weekSize += Math.abs(came);
    }
  }
  const share = (of: number, whole: number) => (whole > 0 ? of / whole : null);
  const mae = days === 0 ? 0 : missed / days;
  return {
    method,
    mae,
    wape: share(missed, size),
    mase: share(mae, step),
    weekWape: share(weekMissed, weekSize),
    bias: share(over, weekSize),
    ...coverage(trial.typical, looked),
  };
}

/** Of the days from `start` to before `end` whose outcome is known: what was expected, and what came. */
export function sums(
  { forecast, actual }: Pick<FoldErrors, 'forecast' | 'actual'>,
  start: number,
  end: number,
): { expected: number; came: number } {
  let expected = 0;
  let came = 0;
  for (let i = start; i < end; i++) {
    if (Number.isNaN(actual[i]!)) continue;
    expected += forecast[i]!;
    came += actual[i]!;
  }
  return { expected, came };
}

/** Each fold is judged by bands made from the others. */
function coverage(folds: readonly FoldErrors[], looked: number): Pick<Score, 'cover50' | 'cover80' | 'cover95'> {
  let days = 0;
  let in50 = 0;
  let in80 = 0;
  let in95 = 0;
  folds.forEach((fold, f) => {
    const bands = bandsFrom(folds.filter((_, other) => other !== f));
    for (let i = 0; i < looked; i++) {
      const actual = fold.actual[i]!;
      if (fold.open[i] === 0 || Number.isNaN(actual)) continue;
      const band = bands.sum({ expected: fold.forecast[i]!, days: 1, middle: i + 1, floor: fold.floor });
      days++;
      if (band.low50 <= actual && actual <= band.high50) in50++;
      if (band.low80 <= actual && actual <= band.high80) in80++;
      if (band.low95 <= actual && actual <= band.high95) in95++;
    }
  });
  const share = (of: number) => (days === 0 ? 1 : of / days);
  return { cover50: share(in50), cover80: share(in80), cover95: share(in95) };
}
