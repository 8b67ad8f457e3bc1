import { describe, expect, it } from 'vitest';
import { NotEnoughData } from '../../../models/errors.ts';
import { seeded, shuffled } from '../../../models/random.ts';
import { adjustedRand } from '../../../models/segments/agreement.ts';
import { chooseK } from '../../../models/segments/choose-k.ts';
import { kMeans, kMeansFrom, nearest } from '../../../models/segments/k-means.ts';
import { pick, pointsOf } from '../../../models/segments/points.ts';
import { silhouettes } from '../../../models/segments/silhouette.ts';
import { say } from '../../../words/say.ts';
import { normal } from '../support/series.ts';

const line = (...values: number[]) => pointsOf([Float64Array.from(values)]);

function blobs(centres: readonly (readonly [number, number])[], each: number, seed: number) {
  const random = seeded(seed);
  const rows = centres.flatMap(([x, y]) =>
    Array.from({ length: each }, () => [x + normal(random), y + normal(random)] as const),
  );
  return pointsOf([Float64Array.from(rows, ([x]) => x), Float64Array.from(rows, ([, y]) => y)]);
}

describe('kMeans', () => {
  it('agrees with the sum done by hand', () => {
    // {0, 1, 2} round 1 and {10, 12} round 11: 1 + 0 + 1 + 1 + 1.
    const { labels, centroids, inertia, converged } = kMeans(line(0, 10, 1, 12, 2), {
      k: 2,
      starts: 3,
      random: seeded(1),
    });
    expect([...centroids.values]).toEqual([1, 11]);
    expect([...labels]).toEqual([0, 1, 0, 1, 0]);
    expect(inertia).toBe(4);
    expect(converged).toBe(true);
  });

  it('finds planted blobs, whatever the order of rows', () => {
    const points = blobs(
      [
        [0, 0],
        [20, 0],
        [0, 20],
      ],
      50,
      1,
    );
    const order = shuffled(150, seeded(2));
    const one = kMeans(points, { k: 3, starts: 5, random: seeded(3) });
    const other = kMeans(pick(points, order), { k: 3, starts: 5, random: seeded(3) });

    expect(new Set(one.labels.subarray(0, 50)).size).toBe(1);
    expect(other.centroids).toEqual(one.centroids);
    expect(other.labels).toEqual(order.map((row) => one.labels[row]!));
  });

  it('never errs more with one cluster more, and never more than its own centroids allow', () => {
    const points = blobs(
      [
        [0, 0],
        [3, 1],
        [1, 4],
      ],
      60,
      4,
    );
    let before = Number.POSITIVE_INFINITY;
    for (let k = 1; k <= 8; k++) {
      const { inertia, labels, centroids } = kMeans(points, { k, starts: 10, random: seeded(5) });
      expect(inertia).toBeLessThan(before);
      expect(nearest(points, centroids).labels).toEqual(labels);
      expect(nearest(points, centroids).inertia).toBeCloseTo(inertia, 9);
      before = inertia;
    }
  });

  it('is exact where every point is its own cluster, and survives duplicates', () => {
    expect(kMeans(line(1, 1, 1, 5, 5, 9), { k: 3, starts: 5, random: seeded(1) }).inertia).toBe(0);
  });

  it('finishes on everyone what a sample began, where starts on everyone end', () => {
    const points = blobs(
      [
        [0, 0],
        [6, 0],
        [0, 6],
      ],
      400,
      7,
    );
    const sample = pick(points, shuffled(1200, seeded(8)).subarray(0, 100));
    const began = kMeans(sample, { k: 3, starts: 5, random: seeded(9) });
    const whole = kMeans(points, { k: 3, starts: 5, random: seeded(9) });

    const finished = kMeansFrom(points, began.centroids);

    expect(nearest(points, began.centroids).inertia).toBeGreaterThan(whole.inertia);
    expect(finished.labels).toEqual(whole.labels);
    expect(finished.inertia).toBeCloseTo(whole.inertia, 9);
  });

  it('does not mind a column that never changes, nor one that is far from 0', () => {
    const { values } = blobs(
      [
        [0, 0],
        [9, 9],
      ],
      40,
      10,
    );
    const column = (at: number, offset: number) =>
      Float64Array.from({ length: 80 }, (_, i) => values[2 * i + at]! + offset);
    const cluster = (...columns: Float64Array[]) =>
      kMeans(pointsOf(columns), { k: 2, starts: 3, random: seeded(1) }).labels;
    const plain = cluster(column(0, 0), column(1, 0));
    expect(cluster(column(0, 0), new Float64Array(80).fill(4), column(1, 0))).toEqual(plain);
    expect(cluster(column(0, 1e9), column(1, -1e9))).toEqual(plain);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1e200])('refuses %d among the values', (value) => {
    expect(() => kMeans(line(1, 2, value, 3), { k: 2, starts: 1, random: seeded(1) })).toThrow(
      new RangeError(`a value to cluster is ${value}`),
    );
  });

  it.each([0, 2.5, 31, Number.NaN])('refuses k = %d', (k) => {
    expect(() => kMeans(line(1, 2, 3), { k, starts: 1, random: seeded(1) })).toThrow(`k is from 1 to 30, got ${k}`);
  });

  it('refuses 45 customers at two places for three groups', () => {
    const points = line(...Array.from({ length: 45 }, (_, i) => i % 2));
    expect(() => kMeans(points, { k: 3, starts: 1, random: seeded(1) })).toThrow(
      new NotEnoughData(say`different customers`, 3, 2),
    );
  });
});

describe('silhouettes', () => {
  it('agrees with the sum done by hand', () => {
    // 0 and 2 against 10: a = 2, b = 10 and 8; 10 is alone: 0. (0.8 + 0.75 + 0) / 3.
    const [value] = silhouettes(line(0, 2, 10), [Int32Array.of(0, 0, 1)], seeded(1));
    expect(value).toBeCloseTo((0.8 + 0.75) / 3, 12);
  });

  it('refuses a single cluster: it has none', () => {
    expect(() => silhouettes(line(1, 2, 3), [new Int32Array(3)], seeded(1))).toThrow(
      new NotEnoughData(say`clusters`, 2, 1),
    );
  });

  it('comes within 0.02 of the whole when it draws', () => {
    const points = blobs(
      [
        [0, 0],
        [4, 0],
      ],
      1500,
      6,
    );
    const { labels } = kMeans(points, { k: 2, starts: 2, random: seeded(1) });
    const [drawn] = silhouettes(points, [labels], seeded(2));
    const half = Int32Array.from({ length: 1000 }, (_, i) => (i < 500 ? i : 1000 + i));
    const [exact] = silhouettes(pick(points, half), [half.map((row) => labels[row]!)], seeded(2));
    expect(Math.abs(drawn! - exact!)).toBeLessThan(0.02);
  });
});

describe('adjustedRand', () => {
  it('agrees with scikit-learn', () => {
    // scikit-learn documentation of adjusted_rand_score: ([0, 0, 1, 1], [0, 0, 1, 2]) = 0.57 (4/7), ([0,0,1,2],[0,0,1,1]) = 0.57.
    expect(adjustedRand(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 1, 2))).toBeCloseTo(4 / 7, 12);
    expect(adjustedRand(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1))).toBeCloseTo(-0.5, 12);
  });

  it('does not care what groups are called', () => {
    expect(adjustedRand(Int32Array.of(0, 0, 1, 2), Int32Array.of(5, 5, 3, 1))).toBe(1);
  });
});

describe('chooseK', () => {
  const row = (k: number, inertia: number, silhouette: number) => ({ k, inertia, silhouette, nullSilhouette: 0 });

  it('takes the knee when its neighbours separate no better', () => {
    const { candidates } = chooseK([
      row(2, 100, 0.4),
      row(3, 60, 0.38),
      row(4, 20, 0.39),
      row(5, 17, 0.4),
      row(6, 14, 0.3),
    ]);
    expect(candidates).toEqual([4, 5, 3]);
  });

  it('takes a neighbour that separates clearly better', () => {
    expect(chooseK([row(2, 100, 0.4), row(3, 50, 0.45), row(4, 20, 0.39), row(5, 17, 0.3)]).candidates[0]).toBe(3);
  });

  it('takes two only when they stand far apart', () => {
    expect(chooseK([row(2, 30, 0.8), row(3, 25, 0.4), row(4, 21, 0.39), row(5, 17, 0.3)]).candidates[0]).toBe(2);
    expect(chooseK([row(2, 30, 0.5), row(3, 25, 0.4), row(4, 21, 0.39), row(5, 17, 0.3)]).candidates[0]).not.toBe(2);
  });

  it('takes what there is', () => {
    expect(chooseK([row(2, 30, 0.5)]).candidates).toEqual([2]);
  });
});
