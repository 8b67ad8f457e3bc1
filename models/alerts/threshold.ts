import { middleOf } from './usual.ts';

/** What a period is held against, and whether it is beyond. Values in the unit of the metric; NaN is not known. */
export type Crossing = {
  /** What it is compared with: the period before, or what is usual; null where a fixed threshold is all there is. */
  readonly reference: number | null;
  /** What was still quiet. */
  readonly bound: number;
  readonly crossed: boolean;
};

/**
 * Whether a complete period lies beyond a threshold.
 *
 *     fixed      bound = threshold, reference = what is usual, where that is known
 *     relative   bound = reference (1 - threshold) below, reference (1 + threshold) above
 *     usual      reference = the median of the periods before, of which at least four are known
 *     last       reference = the period before
 *
 * A fixed bound is a wish and not what was to be expected: what came is told beside what is usual.
 *
 * @param before the periods before it, the newest last
 * @returns null where the period, or what it is compared with, is not known, or nothing was sold then
 */
export function crossing(
  actual: number,
  before: readonly number[],
  {
    side,
    threshold,
    against,
  }: {
    readonly side: 'below' | 'above';
    readonly threshold: number;
    readonly against: 'last' | 'usual' | null;
  },
): Crossing | null {
  if (Number.isNaN(actual)) return null;
  const compared = against === 'last' ? (before.at(-1) ?? Number.NaN) : middleOf(before);
  const reference = compared > 0 ? compared : null;
  if (against === null) {
    const crossed = side === 'below' ? actual < threshold : actual > threshold;
    return { reference, bound: threshold, crossed };
  }
  if (reference === null) return null;
  const bound = reference * (side === 'below' ? 1 - threshold : 1 + threshold);
  return { reference, bound, crossed: side === 'below' ? actual <= bound : actual >= bound };
}
