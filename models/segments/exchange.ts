import { nearestOf } from './lloyd.ts';
import { type Points, squaredDistance } from './points.ts';

const MOST_PASSES = 100;

/**
 * Moves single rows between groups as long as that lowers the inertia, each time with what it does to both centroids:
 *
 *     row x goes from a to b while  n_b / (n_b + 1) |x - c_b|^2 < n_a / (n_a - 1) |x - c_a|^2
 *
 * Where this stops Lloyd's rounds stop too, but not the other way round: it leaves many of their near-equal ends.
 *
 * @param points shape (count, width), in canonical order
 * @returns centroids of shape (k, width)
 *
 * Source: Hartigan, Clustering Algorithms, 1975; Telgarsky & Vattani, Hartigan's method, 2010.
 */
export function exchange(points: Points, start: Points): Points {
  const { count, width } = points;
  const k = start.count;
  const centroids: Points = { ...start, values: start.values.slice() };
  const labels = new Int32Array(count);
  const sizes = new Float64Array(k);
  for (let row = 0; row < count; row++) {
    labels[row] = nearestOf(points, row, centroids);
    sizes[labels[row]!]!++;
  }
  const pull = (group: number, row: number, change: 1 | -1) => {
    sizes[group]! += change;
    for (let c = 0; c < width; c++) {
      const at = group * width + c;
      centroids.values[at]! += (change * (points.values[row * width + c]! - centroids.values[at]!)) / sizes[group]!;
    }
  };
  for (let pass = 0, moved = 1; moved > 0 && pass < MOST_PASSES; pass++) {
    moved = 0;
    for (let row = 0; row < count; row++) {
      const from = labels[row]!;
      if (sizes[from]! < 2) continue;
      let to = from;
      let least = (sizes[from]! / (sizes[from]! - 1)) * squaredDistance(points, row, centroids, from) * (1 - 1e-12);
      for (let group = 0; group < k; group++) {
        if (group === from) continue;
        const cost = (sizes[group]! / (sizes[group]! + 1)) * squaredDistance(points, row, centroids, group);
        if (cost < least) {
          least = cost;
          to = group;
        }
      }
      if (to === from) continue;
      pull(from, row, -1);
      pull(to, row, 1);
      labels[row] = to;
      moved++;
    }
  }
  return centroids;
}
