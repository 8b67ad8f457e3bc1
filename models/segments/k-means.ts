import { kmeans } from 'ml-kmeans';
import { NotEnoughData } from '../errors.ts';
import { type Random, randomBelow } from '../random.ts';
import { canonicalOrder, distinctRows, type Points, pick, squaredDistance } from './points.ts';

export type KMeans = {
  /** Shape (k, width), sorted by their values, so that numbering does not depend on chance. */
  readonly centroids: Points;
  /** Shape (count,): the nearest centroid of each row; of equally near ones the first. */
  readonly labels: Int32Array;
  /** Sum of squared distances to the nearest centroid. */
  readonly inertia: number;
  /** Whether the best start stopped by itself. */
  readonly converged: boolean;
};

/** Far more than Lloyd's rounds ever took here (about 40); a limit, since a loop without one may not end. */
const MOST_ROUNDS = 300;

/**
 * K-means: the best of several k-means++ starts, each improved by ml-kmeans (Lloyd).
 *
 *     minimise  inertia = sum over rows of min over j of |x - c_j|^2
 *
 * Rows are put in a canonical order first, so the result depends on the points and the random source, not on the
 * order of a file. The starts are our own and typed, since ml-kmeans' copies a matrix row per distance; labels and
 * inertia are taken anew from the final centroids, since ml-kmeans returns labels of the round before, and scoring
 * one new row must agree with the batch.
 *
 * @param points shape (count, width); scaled by the caller, for distance has no units
 * @throws {NotEnoughData} when there are fewer distinct rows than clusters
 *
 * Source: Lloyd, 1982; Arthur & Vassilvitskii, k-means++, 2007.
 */
export function kMeans(
  points: Points,
  options: { readonly k: number; readonly starts: number; readonly random: Random },
): KMeans {
  const { k, starts, random } = options;
  const sorted = pick(points, canonicalOrder(points));
  const distinct = distinctRows(sorted);
  if (distinct < k) throw new NotEnoughData('different customers', k, distinct);
  const rows = Array.from({ length: sorted.count }, (_, i) => Array.from(rowOf(sorted, i)));
  let best: { centroids: Points; inertia: number; converged: boolean } | undefined;
  for (let start = 0; start < starts; start++) {
    const initialization = spreadCentres(sorted, k, random);
    const found = kmeans(rows, k, { initialization, maxIterations: MOST_ROUNDS, tolerance: 1e-9 });
    const centroids = inOrder(found.centroids, points.width);
    const { inertia } = nearest(sorted, centroids);
    if (best === undefined || inertia < best.inertia) best = { centroids, inertia, converged: found.converged };
  }
  if (best === undefined) throw new RangeError(`starts must be at least 1, got ${starts}`);
  return { ...best, labels: nearest(points, best.centroids).labels };
}

/** The nearest centroid of every row, and the sum of squared distances to them. */
export function nearest(points: Points, centroids: Points): { readonly labels: Int32Array; readonly inertia: number } {
  const labels = new Int32Array(points.count);
  let inertia = 0;
  for (let row = 0; row < points.count; row++) {
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < centroids.count; j++) {
      const distance = squaredDistance(points, row, centroids, j);
      if (distance < least) {
        least = distance;
        labels[row] = j;
      }
    }
    inertia += least;
  }
  return { labels, inertia };
}

/** k-means++: each further centre is a row drawn with probability proportional to its squared distance to the nearest. */
function spreadCentres(points: Points, k: number, random: Random): number[][] {
  let chosen = randomBelow(points.count, random);
  const centres = [Array.from(rowOf(points, chosen))];
  const least = new Float64Array(points.count).fill(Number.POSITIVE_INFINITY);
  while (centres.length < k) {
    let sum = 0;
    for (let row = 0; row < points.count; row++) {
      least[row] = Math.min(least[row]!, squaredDistance(points, row, points, chosen));
      sum += least[row]!;
    }
    let draw = random() * sum;
    let last = chosen;
    for (let row = 0; row < points.count; row++) {
      if (least[row] === 0) continue;
      last = row;
      draw -= least[row]!;
      if (draw < 0) break;
    }
    chosen = last;
    centres.push(Array.from(rowOf(points, chosen)));
  }
  return centres;
}

function rowOf({ values, width }: Points, row: number): Float64Array {
  return values.subarray(row * width, (row + 1) * width);
}

function inOrder(centroids: readonly (readonly number[])[], width: number): Points {
  const points = { values: Float64Array.from(centroids.flat()), width, count: centroids.length };
  return pick(points, canonicalOrder(points));
}
