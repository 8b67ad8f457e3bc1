import { meanOf, type Points, squaredDistance } from './points.ts';

/** How well groups are kept apart, by two measures that need no distance between rows. */
export type Separation = {
  /** Variance between groups over variance within, each per degree of freedom: larger is better. */
  readonly calinskiHarabasz: number;
  /** Mean over groups of how much each overlaps the one it overlaps most: smaller is better. */
  readonly daviesBouldin: number;
};

/**
 * Both measures of one labelling.
 *
 *     CH = (B / (k - 1)) / (W / (n - k))           W: squared distances to the own centroid, B: of centroids to the mean
 *     DB = 1/k sum over i of max over j of (s_i + s_j) / |c_i - c_j|        s: mean distance to the own centroid
 *
 * @param points    shape (n, width), n > k
 * @param centroids shape (k, width), k >= 2, the means of their rows
 * @param labels    shape (n,)
 *
 * Source: Calinski & Harabasz, 1974; Davies & Bouldin, 1979.
 */
export function separation(points: Points, centroids: Points, labels: Int32Array): Separation {
  const k = centroids.count;
  const sizes = new Float64Array(k);
  const spread = new Float64Array(k);
  let within = 0;
  for (let row = 0; row < points.count; row++) {
    const label = labels[row]!;
    const distance = squaredDistance(points, row, centroids, label);
    within += distance;
    spread[label]! += Math.sqrt(distance);
    sizes[label]!++;
  }
  for (let j = 0; j < k; j++) spread[j]! /= Math.max(1, sizes[j]!);
  const mean = meanOf(points);
  const between = sizes.reduce((sum, size, j) => sum + size * squaredDistance(centroids, j, mean, 0), 0);
  const worst = Array.from({ length: k }, (_, i) => {
    let most = 0;
    for (let j = 0; j < k; j++) {
      if (j !== i)
        most = Math.max(most, (spread[i]! + spread[j]!) / Math.sqrt(squaredDistance(centroids, i, centroids, j)));
    }
    return most;
  });
  return {
    calinskiHarabasz: within === 0 ? Number.POSITIVE_INFINITY : between / (k - 1) / (within / (points.count - k)),
    daviesBouldin: worst.reduce((sum, each) => sum + each, 0) / k,
  };
}
