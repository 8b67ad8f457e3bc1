import { Z80 } from '../student.ts';
import { usual } from './threshold.ts';

/** What is usual is the middle of so many stretches before. */
const BEFORE = 8;
/** Fewer differences than this say nothing of how far they go. */
const LEAST = 8;

/**
 * How far a stretch of sales usually lies from what is usual of it, as a relative standard deviation:
 *
 *     swing = 80th percentile of |value[t] / median(value[t-8 .. t-1]) - 1| / 1.28
 *
 * The bands of a forecast are drawn from some thirty past misses, and of a product that sells twice a week they are often
 * too narrow by chance. This is a second opinion from the sales themselves; a percentile, so that one real break among
 * them does not hide the next.
 *
 * @param values of like stretches before the one that is judged, the newest last; NaN where not known
 * @returns 0 where too little is known to say
 */
export function swingOf(values: readonly number[]): number {
  const differences: number[] = [];
  for (let t = BEFORE; t < values.length; t++) {
    const middle = usual(values.slice(t - BEFORE, t));
    if (middle > 0 && !Number.isNaN(values[t]!)) differences.push(Math.abs(values[t]! / middle - 1));
  }
  if (differences.length < LEAST) return 0;
  differences.sort((a, b) => a - b);
  return differences[Math.floor(0.8 * differences.length)]! / Z80;
}
