import { Z80 } from '../student.ts';

/** What is usual is the middle of so many stretches before. */
const BEFORE = 8;
/** Fewer known stretches than this do not say what is usual. */
const LEAST_USUAL = 4;
/** Fewer differences than this say nothing of how far they go. */
const LEAST_DIFFERENCES = 8;

/** What a stretch of sales comes to as a rule, and how far it strays from that: a relative standard deviation. */
export type Usual = { readonly middle: number; readonly swing: number };

/**
 * What is usual of a stretch of sales, read off the sales themselves:
 *
 *     middle = median(value[t-8 .. t-1])
 *     swing  = 80th percentile of |value[s] / median(value[s-8 .. s-1]) - 1| / 1.28 over those before
 *
 * A forecast's bands are drawn from some thirty past misses: of a product that sells twice a week they are often too
 * narrow by chance, and its level is off. This is a second opinion; of middles and percentiles, so that one real break
 * among the weeks does not hide the next.
 *
 * @param values of like stretches before the one that is judged, the newest last; NaN where not known
 * @returns null where too little is known to say
 */
export function usualOf(values: readonly number[]): Usual | null {
  const differences: number[] = [];
  for (let t = BEFORE; t < values.length; t++) {
    const middle = middleOf(values.slice(t - BEFORE, t));
    if (middle > 0 && !Number.isNaN(values[t]!)) differences.push(Math.abs(values[t]! / middle - 1));
  }
  const middle = middleOf(values.slice(-BEFORE));
  if (differences.length < LEAST_DIFFERENCES || Number.isNaN(middle)) return null;
  differences.sort((a, b) => a - b);
  return { middle, swing: differences[Math.floor(0.8 * differences.length)]! / Z80 };
}

/** The median of what is known; NaN where that is too little. */
export function middleOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (known.length < LEAST_USUAL) return Number.NaN;
  const middle = (known.length - 1) / 2;
  return (known[Math.floor(middle)]! + known[Math.ceil(middle)]!) / 2;
}
