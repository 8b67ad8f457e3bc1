import { type Points, squaredDistance } from './points.ts';

/**
 * Looks for the nearest of k centroids, at those rows only whose nearest may have changed.
 *
 * Of each row it keeps a margin: how much nearer its own centroid is than any other, when it was last measured; and of
 * each centroid a gap: how far it and another one can have moved towards each other since. While the margin is larger,
 * the row belongs where it did, and is not measured.
 *
 * Source: the bounds of Hamerly, Making k-means even faster, 2010, taken together in one number a row.
 */
export type Kernel = {
  readonly points: Points;
  readonly k: number;
  /** Shape (count,): where each row belongs, UNPLACED at first. */
  readonly labels: Uint8Array;
  /** Shape (count,), counted from where the gaps stood; below 0 the row will be measured. */
  readonly margins: Float64Array;
  /** Shape (UNPLACED + 1,), from 0. Whoever moves the centroids widens them. */
  readonly gaps: Float64Array;
  /** Rows of the last look that do not certainly stay, and the nearest centroid of each: certainly, where the margin is over 0. */
  readonly found: { readonly rows: Int32Array; readonly labels: Int32Array; readonly margins: Float64Array };
  /** Puts the centroids, of shape (k, width), where they are now. */
  place(centroids: Points): void;
  /** Looks at the rows from `from` to before `to`, at most BLOCK. Returns how many of them are in `found`. */
  look(from: number, to: number): number;
};

/** The label of no centroid. Those have lower ones. */
export const UNPLACED = 31;
/** Rows a look: few enough that what it found is still in the cache. */
export const BLOCK = 2048;

/** A kernel in plain JavaScript, for any machine. */
export function plainKernel(points: Points, k: number): Kernel {
  const labels = new Uint8Array(points.count).fill(UNPLACED);
  const margins = new Float64Array(points.count).fill(-1);
  const gaps = new Float64Array(UNPLACED + 1);
  const found = { rows: new Int32Array(BLOCK), labels: new Int32Array(BLOCK), margins: new Float64Array(BLOCK) };
  const radius = radiusOf(points);
  let centroids = points;
  let tolerance = 0;
  return {
    ...{ points, k, labels, margins, gaps, found },
    place: (moved) => {
      centroids = moved;
      tolerance = marginError(points.width, { radius: Math.max(radius, radiusOf(moved)), bits: 53 });
    },
    look: (from, to) => {
      let n = 0;
      for (let row = from; row < to; row++) {
        const label = labels[row]!;
        if (margins[row]! > gaps[label]!) continue;
        let nearest = 0;
        let least = Number.POSITIVE_INFINITY;
        let next = Number.POSITIVE_INFINITY;
        for (let j = 0; j < k; j++) {
          const distance = squaredDistance(points, row, centroids, j);
          if (distance < least) {
            next = least;
            least = distance;
            nearest = j;
          } else if (distance < next) next = distance;
        }
        const margin = Math.sqrt(next) - Math.sqrt(least) - tolerance;
        if (nearest === label && margin > 0) margins[row] = margin + gaps[label]!;
        else {
          found.rows[n] = row;
          found.labels[n] = nearest;
          found.margins[n] = margin;
          n++;
        }
      }
      return n;
    },
  };
}

/** The largest distance of a row from a centre, or else from 0. */
export function radiusOf({ values, width, count }: Points, centre: Float64Array = new Float64Array(width)): number {
  let most = 0;
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += (values[row * width + c]! - centre[c]!) ** 2;
    if (sum > most) most = sum;
  }
  return Math.sqrt(most);
}

/**
 * By how much the difference of two distances can be wrong, when rows and centroids lie within a radius and everything
 * is rounded to so many bits: twice the coordinates' own rounding (2 radii), that of the width + 4 steps to the root
 * (2 radii is the longest distance), and that of the difference; then rounded up. The last term is what vanishes below
 * the smallest number of 32 bits.
 */
export function marginError(
  width: number,
  { radius, bits }: { readonly radius: number; readonly bits: number },
): number {
  return 2 ** (1 - bits) * radius * (width + 10) + 1e-20;
}
