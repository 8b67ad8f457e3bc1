import type { Gain } from './types.ts';

/** Linear between order statistics. `sorted` ascending, not empty. */
export function quantileOf(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/** Median and 80 % interval of draws, in any order, not empty. */
export function intervalOf(draws: readonly number[]): Gain {
  const sorted = [...draws].sort((x, y) => x - y);
  return { expected: quantileOf(sorted, 0.5), low80: quantileOf(sorted, 0.1), high80: quantileOf(sorted, 0.9) };
}
