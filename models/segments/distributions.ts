import type { SegmentView } from './types.ts';

/** How many customers lie from `from` to below `to`; the last bin has no end. */
export type Bin = { readonly from: number; readonly to: number | null; readonly customers: number };

export type Distributions = {
  readonly recency: readonly Bin[];
  readonly frequency: readonly Bin[];
  readonly money: readonly Bin[];
};

const MOST_BINS = 12;

/** Histograms of recency, orders and money on round bounds. Money in the units of the view. */
export function distributions({ recencyDays, orders, revenueMinor }: SegmentView): Distributions {
  return {
    recency: binned(recencyDays, evenBounds(recencyDays)),
    frequency: binned(orders, [1, 2, 3, 4, 5, 6, 11, 21, 51, 101]),
    money: binned(revenueMinor, roundBounds(revenueMinor)),
  };
}

/** Bounds in steps of one, two or five weeks, months or their multiples, so that twelve bins hold everyone. */
function evenBounds(days: Float64Array): number[] {
  const most = days.reduce((max, value) => Math.max(max, value), 0);
  const step = [7, 14, 30, 60, 90, 180].find((each) => most / each <= MOST_BINS) ?? 365;
  return Array.from({ length: Math.min(MOST_BINS, Math.floor(most / step) + 1) }, (_, i) => i * step);
}

/** 0, then 1-2-5 steps from the 5th percentile to the 95th: money is spread over decades. */
function roundBounds(money: Float64Array): number[] {
  const sorted = money.filter((value) => value > 0).sort();
  if (sorted.length === 0) return [0];
  const [low, high] = [0.05, 0.95].map((share) => sorted[Math.floor(share * (sorted.length - 1))]!);
  const bounds = [0];
  for (let decade = 10 ** Math.floor(Math.log10(low!)); decade <= high! && bounds.length < MOST_BINS; decade *= 10) {
    for (const step of [1, 2, 5]) if (step * decade >= low! && step * decade <= high!) bounds.push(step * decade);
  }
  return bounds;
}

/** Bins without anybody at the end are left off. */
function binned(values: Float64Array, bounds: readonly number[]): Bin[] {
  const counts = new Array<number>(bounds.length).fill(0);
  for (const value of values) counts[bounds.findLastIndex((bound) => value >= bound)]!++;
  const last = counts.findLastIndex((customers) => customers > 0);
  return counts.slice(0, last + 1).map((customers, at) => ({
    from: bounds[at]!,
    to: at === bounds.length - 1 ? null : bounds[at + 1]!,
    customers,
  }));
}
