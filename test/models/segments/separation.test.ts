import { expect, it } from 'vitest';
import { pointsOf } from '../../../models/segments/points.ts';
import { separation } from '../../../models/segments/separation.ts';

it('is what the definitions give on four points, worked by hand', () => {
  const points = pointsOf([Float64Array.of(0, 0, 4, 4), Float64Array.of(0, 2, 0, 2)]);
  const centroids = pointsOf([Float64Array.of(0, 4), Float64Array.of(1, 1)]);
  // W = 4 · 1, B = 4 · 2², so CH = (16 / 1) / (4 / 2) = 8; spreads 1 and 1 over a distance of 4: DB = 0.5.
  const { calinskiHarabasz, daviesBouldin } = separation(points, centroids, Int32Array.of(0, 0, 1, 1));
  expect(calinskiHarabasz).toBeCloseTo(8, 12);
  expect(daviesBouldin).toBeCloseTo(0.5, 12);
});

it('prefers the true number of groups, and is without bounds where groups are single points', () => {
  const points = pointsOf([Float64Array.of(1, 1, 5, 5), Float64Array.of(1, 1, 5, 5)]);
  const centroids = pointsOf([Float64Array.of(1, 5), Float64Array.of(1, 5)]);
  const { calinskiHarabasz, daviesBouldin } = separation(points, centroids, Int32Array.of(0, 0, 1, 1));
  expect(calinskiHarabasz).toBe(Number.POSITIVE_INFINITY);
  expect(daviesBouldin).toBe(0);
});
