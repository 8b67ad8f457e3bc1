import { say } from '../../words/say.ts';
import { NotEnoughData } from '../errors.ts';
import { type Random, randomBelow } from '../random.ts';
import { exchange } from './exchange.ts';
import { type Kernel, plainKernel, UNPLACED } from './kernel.ts';
import { simdKernel } from './kernel-simd.ts';
import { lloyd, nearestOf, type Settled } from './lloyd.ts';
import { canonicalOrder, distinctRows, inCanonicalOrder, type Points, pick, squaredDistance } from './points.ts';

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

/** Beyond it a square is no longer a number. */
const LARGEST = 1e150;

/**
 * K-means: the best of several k-means++ starts, each improved by Lloyd's rounds.
 *
 *     minimise  inertia = sum over rows of min over j of |x - c_j|^2
 *
 * Rows are put in a canonical order first, so the result depends on the points and the random source, not on the
 * order of a file. Labels and inertia are taken anew from the final centroids: scoring one new row must agree with
 * the batch.
 *
 * @param points shape (count, width); scaled by the caller, for distance has no units
 * @param k      from 1 to 31
 * @param polish moves single rows after Lloyd's rounds: a better end of each start, at several times its time
 * @throws {NotEnoughData} when there are fewer distinct rows than clusters
 * @throws {RangeError} on a value that is not a number or beyond 1e150, no start, or a k out of range
 *
 * Source: Lloyd, 1982; Arthur & Vassilvitskii, k-means++, 2007.
 */
export function kMeans(
  points: Points,
  options: { readonly k: number; readonly starts: number; readonly random: Random; readonly polish?: boolean },
): KMeans {
  const { k, starts, random, polish = false } = options;
  const kernel = openKernel(points, k);
  let best: Settled | undefined;
  for (let start = 0; start < starts; start++) {
    const rough = lloyd(kernel, spreadCentres(kernel.points, k, random));
    const settled = polish ? lloyd(kernel, exchange(kernel.points, rough.centroids)) : rough;
    if (best === undefined || settled.inertia < best.inertia) best = settled;
  }
  if (best === undefined) throw new RangeError(`starts must be at least 1, got ${starts}`);
  return labelled(points, best);
}

/**
 * K-means from centroids that are nearly right, as those of a sample are.
 *
 * @param points shape (count, width)
 * @param start  shape (k, width)
 * @throws as `kMeans`
 */
export function kMeansFrom(points: Points, start: Points): KMeans {
  return labelled(points, lloyd(openKernel(points, start.count), start));
}

/** The nearest centroid of every row, and the sum of squared distances to them. */
export function nearest(points: Points, centroids: Points): { readonly labels: Int32Array; readonly inertia: number } {
  const labels = new Int32Array(points.count);
  let inertia = 0;
  for (let row = 0; row < points.count; row++) {
    const label = nearestOf(points, row, centroids);
    labels[row] = label;
    inertia += squaredDistance(points, row, centroids, label);
  }
  return { labels, inertia };
}

/** Over the rows in canonical order. Which kernel it is changes nothing in the result. */
function openKernel(points: Points, k: number): Kernel {
  if (!(Number.isInteger(k) && k >= 1 && k < UNPLACED))
    throw new RangeError(`k is from 1 to ${UNPLACED - 1}, got ${k}`);
  const unusable = points.values.findIndex((value) => !(Math.abs(value) <= LARGEST));
  if (unusable !== -1) throw new RangeError(`a value to cluster is ${points.values[unusable]}`);
  const sorted = inCanonicalOrder(points);
  const distinct = distinctRows(sorted);
  if (distinct < k) throw new NotEnoughData(say`different customers`, k, distinct);
  return simdKernel(sorted, k) ?? plainKernel(sorted, k);
}

function labelled(points: Points, { centroids, converged }: Settled): KMeans {
  const inOrder = pick(centroids, canonicalOrder(centroids));
  return { centroids: inOrder, ...nearest(points, inOrder), converged };
}

/** k-means++: each further centre is a row drawn with probability proportional to its squared distance to the nearest. */
function spreadCentres(points: Points, k: number, random: Random): Points {
  const chosen = Int32Array.of(randomBelow(points.count, random), ...new Array<number>(k - 1));
  const least = new Float64Array(points.count).fill(Number.POSITIVE_INFINITY);
  for (let j = 1; j < k; j++) {
    let sum = 0;
    for (let row = 0; row < points.count; row++) {
      least[row] = Math.min(least[row]!, squaredDistance(points, row, points, chosen[j - 1]!));
      sum += least[row]!;
    }
    let draw = random() * sum;
    for (let row = 0; row < points.count; row++) {
      if (least[row] === 0) continue;
      chosen[j] = row;
      draw -= least[row]!;
      if (draw < 0) break;
    }
  }
  return pick(points, chosen);
}
