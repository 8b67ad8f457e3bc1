import { bandsFrom, type FoldErrors } from './bands.ts';
import { longestHorizon } from './horizon.ts';
import { sums } from './score.ts';
import type { UseBy, UseByLabel } from './types.ts';

const WEEK = 7;

/** The sharpest decision first. `error`: the weekly total may be off by this share on average. */
const LABELS: readonly { readonly label: UseByLabel; readonly error: number }[] = [
  { label: 'operational', error: 0.2 },
  { label: 'tactical', error: 0.3 },
  { label: 'strategic', error: 0.5 },
  { label: 'indicative only', error: Number.POSITIVE_INFINITY },
];

/** Below this share of all weeks of the folds inside the 80 % band, over so many at least, the band has not held. */
const LEAST_HELD = 0.6;
const WEEKS_TO_TELL = 8;
/** Folds from which bands are made to judge the next one. */
const FOLDS_TO_JUDGE = 3;

/**
 * What a forecast may be used for, by how far it looks, from what it has missed on the folds.
 *
 *     error[w]  = sum |expected - came| / sum |came|     totals of weeks w - 1, w and w + 1 ahead, all folds
 *     label     = operational (stock, staff)        error up to w at most 20 %
 *                 tactical (campaigns, budget)      30 %
 *                 strategic (direction, not sums)   50 %
 *                 indicative only                   beyond
 *
 * One label less where the 80 % band held fewer than 60 % of the weeks, each fold judged by the bands of those before it; one
 * less beyond the folds' reach, where nothing was measured; and indicative only beyond half the history. It never gets
 * better with distance.
 *
 * @param folds expected days, whose sums are totals; one at least
 * @returns segments by distance, nearest first, the last one until the horizon
 */
export function useByOf(
  folds: readonly FoldErrors[],
  { horizon, historyDays }: { readonly horizon: number; readonly historyDays: number },
): UseBy[] {
  const reach = folds[0]!.forecast.length;
  const weeks = Math.floor(reach / WEEK);
  const errors = errorsByWeek(folds, weeks);
  const cover80 = heldOf(folds, weeks);
  const missed = cover80 !== null && cover80 < LEAST_HELD ? 1 : 0;
  const segments: UseBy[] = [];
  const add = (rank: number, untilDays: number, weekError: number | null) => {
    const { label } = LABELS[Math.min(rank, LABELS.length - 1)]!;
    const until = Math.min(horizon, untilDays);
    const last = segments.at(-1);
    const measured = weekError === null ? null : cover80;
    if (last !== undefined && until <= last.untilDays) return;
    if (last?.label === label)
      segments[segments.length - 1] = { label, untilDays: until, weekError, cover80: measured };
    else segments.push({ label, untilDays: until, weekError, cover80: measured });
  };
  let worst = 0;
  let rank = 0;
  for (let w = 0; w < weeks; w++) {
    worst = Math.max(worst, errors[w]!);
    rank = Math.max(rank, LABELS.findIndex(({ error }) => worst <= error) + missed);
    // Days of a week that was begun belong to it.
    const error = Number.isFinite(worst) ? worst : null;
    add(rank, w + 1 === weeks ? reach : WEEK * (w + 1), error);
  }
  add(rank + 1, longestHorizon(historyDays), null);
  add(LABELS.length - 1, horizon, null);
  return segments;
}

/** Infinity where nothing came, so that nothing can be told. Shape (weeks,). */
function errorsByWeek(folds: readonly FoldErrors[], weeks: number): number[] {
  return Array.from({ length: weeks }, (_, w) => {
    let missed = 0;
    let size = 0;
    for (const fold of folds) {
      for (let near = Math.max(0, w - 1); near <= Math.min(weeks - 1, w + 1); near++) {
        const { expected, came } = sums(fold, WEEK * near, WEEK * near + WEEK);
        missed += Math.abs(expected - came);
        size += Math.abs(came);
      }
    }
    return size > 0 ? missed / size : Number.POSITIVE_INFINITY;
  });
}

/** Share of weeks that lay inside their 80 % band, each fold judged by the bands of those before it; null from too few. */
function heldOf(folds: readonly FoldErrors[], weeks: number): number | null {
  let inside = 0;
  let known = 0;
  for (let f = FOLDS_TO_JUDGE; f < folds.length; f++) {
    const fold = folds[f]!;
    const bands = bandsFrom(folds.slice(0, f));
    for (let w = 0; w < weeks; w++) {
      const { expected, came } = sums(fold, WEEK * w, WEEK * w + WEEK);
      if (expected === 0 && came === 0) continue;
      const { low80, high80 } = bands.sum({ expected, days: WEEK, middle: WEEK * w + 4, floor: fold.floor });
      known++;
      if (low80 <= came && came <= high80) inside++;
    }
  }
  return known < WEEKS_TO_TELL ? null : inside / known;
}
