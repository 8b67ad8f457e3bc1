import { chiSquaredTail } from '../chi-squared.ts';
import { Z80 } from '../student.ts';

/** What is usual about a stretch is the middle of so many before it. */
const BEFORE = 8;
/** Fewer known stretches than this do not say what is usual. */
const LEAST_USUAL = 4;
/** Fewer differences than this say nothing of how far they go. */
const LEAST_DIFFERENCES = 8;

/** What a stretch of sales comes to as a rule, and how far it strays from that: a relative standard deviation. */
export type Usual = { readonly mean: number; readonly swing: number };

/**
 * What is usual of a stretch of sales, read off the sales themselves:
 *
 *     swing = 80th percentile of |value[s] / median(value[s-8 .. s-1]) - 1| / 1.28
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
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (differences.length < LEAST_DIFFERENCES || !(mean > 0)) return null;
  differences.sort((a, b) => a - b);
  return { mean, swing: differences[Math.floor(0.8 * differences.length)]! / Z80 };
}

/**
 * The chance of sales so far on a side of what is usual, or further. Sales come order by order: they are taken for a Poisson
 * number of grains, of such a worth that mean and standard deviation are the usual ones:
 *
 *     grain = mean swing^2      sales / grain ~ Poisson(1 / swing^2)
 *     P(below) = Q(sales / grain + 1/2, 1 / swing^2) = 1 - P(above)          Q: the upper regularised gamma function
 *
 * Where much is sold that is nearly a normal variable. Of a product that sells twice a week, six times as much is rare and
 * not unheard of, and nothing at all is no news: a normal variable knows neither.
 *
 * Sources: Bohm & Zech, Statistics of weighted Poisson events and its applications, 2014 (the scaled Poisson distribution);
 * Garwood, Fiducial limits for the Poisson distribution, 1936 (Q); Lancaster, Significance tests in discrete distributions,
 * 1961 (half of what came counts on either side: the mid-P value).
 */
export function chanceOf(sales: number, { mean, swing }: Usual, side: 'below' | 'above'): number {
  if (side === 'above' ? sales <= mean : sales >= mean) return 1;
  if (swing === 0) return 0;
  const grains = 1 / swing ** 2;
  const came = Math.max(0, (sales / mean) * grains);
  const atMost = chiSquaredTail(2 * grains, 2 * came + 1);
  return side === 'below' ? atMost : 1 - atMost;
}

/**
 * How far from what is usual sales go on a side in all but so small a share of cases. Infinite below, where nothing at all is
 * not so rare; and where nothing was to be expected.
 */
export function quietOf(usual: Usual, side: 'below' | 'above', share: number): number {
  const { mean, swing } = usual;
  if (!(mean > 0)) return Number.POSITIVE_INFINITY;
  const isQuiet = (distance: number) =>
    chanceOf(side === 'below' ? mean - distance : mean + distance, usual, side) > share;
  if (side === 'below' && isQuiet(mean)) return Number.POSITIVE_INFINITY;
  let [quiet, loud] = [0, side === 'below' ? mean : mean * (1 + swing)];
  while (isQuiet(loud)) loud *= 2;
  for (let step = 0; step < 50; step++) {
    const between = (quiet + loud) / 2;
    if (isQuiet(between)) quiet = between;
    else loud = between;
  }
  return quiet;
}

/** The median of what is known; NaN where that is too little. */
export function middleOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (known.length < LEAST_USUAL) return Number.NaN;
  const middle = (known.length - 1) / 2;
  return (known[Math.floor(middle)]! + known[Math.ceil(middle)]!) / 2;
}
