import { say } from '../../words/say.ts';
import { NotEnoughData } from '../errors.ts';
import type { Random } from '../random.ts';
import { shuffled } from '../random.ts';
import { canonicalOrder, type Points, pick, squaredDistance } from './points.ts';

/** Up to this many rows every distance is computed; above, this many are drawn. */
const EXACT_UP_TO = 2000;
/** Distances are taken to at most this many rows. */
const MOST_OTHERS = 5000;

/**
 * Mean silhouette of several labellings of the same points, in one pass over the distances.
 *
 *     s(i) = (b - a) / max(a, b)     a: mean distance to the other rows of i's cluster, b: to those of the nearest other
 *     s(i) = 0                        for a row alone in its cluster
 *
 * From -1 to 1; comparable only on the same scaling. Above 2,000 rows it is the mean over 2,000 drawn ones against
 * at most 5,000 others: about 0.01 uncertain.
 *
 * @param points    shape (count, width)
 * @param labelings each of shape (count,), clusters 0 .. k - 1
 * @throws {NotEnoughData} when a labelling has fewer than two clusters: the silhouette of one cluster has no meaning
 *
 * Source: Rousseeuw, Silhouettes, 1987.
 */
export function silhouettes(points: Points, labelings: readonly Int32Array[], random: Random): number[] {
  for (const labels of labelings) {
    const clusters = new Set(labels).size;
    if (clusters < 2) throw new NotEnoughData(say`clusters`, 2, clusters);
  }
  const canonical = canonicalOrder(points);
  const drawn = points.count <= EXACT_UP_TO ? canonical : shuffled(points.count, random).map((i) => canonical[i]!);
  const others = pick(points, drawn.subarray(0, MOST_OTHERS));
  const looked = Math.min(EXACT_UP_TO, others.count);
  const each = labelings.map((labels) => {
    const picked = Int32Array.from(drawn.subarray(0, MOST_OTHERS), (row) => labels[row]!);
    const k = 1 + picked.reduce((most, label) => Math.max(most, label), 0);
    const sizes = new Float64Array(k);
    for (const label of picked) sizes[label]!++;
    return { labels: picked, sizes, sums: new Float64Array(k), total: 0 };
  });
  const distances = new Float64Array(others.count);
  for (let i = 0; i < looked; i++) {
    for (let j = 0; j < others.count; j++) distances[j] = Math.sqrt(squaredDistance(others, i, others, j));
    for (const one of each) {
      addByLabel(distances, one);
      one.total += silhouetteOf(one.labels[i]!, one.sums, one.sizes);
    }
  }
  return each.map(({ total }) => total / looked);
}

/** Fills `sums`: the distances to the rows of each label. */
function addByLabel(distances: Float64Array, { labels, sums }: { labels: Int32Array; sums: Float64Array }): void {
  sums.fill(0);
  for (let j = 0; j < distances.length; j++) sums[labels[j]!]! += distances[j]!;
}

/** `sums[c]`: distances from the row to all rows of cluster c, itself among them at distance 0. */
function silhouetteOf(own: number, sums: Float64Array, sizes: Float64Array): number {
  if (sizes[own]! <= 1) return 0;
  const within = sums[own]! / (sizes[own]! - 1);
  let between = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sums.length; c++)
    if (c !== own && sizes[c]! > 0) between = Math.min(between, sums[c]! / sizes[c]!);
  const larger = Math.max(within, between);
  return larger === 0 || between === Number.POSITIVE_INFINITY ? 0 : (between - within) / larger;
}
