import { afterEach, describe, expect, it, vi } from 'vitest';
import { seeded } from '../../../models/random.ts';
import { kMeans } from '../../../models/segments/k-means.ts';
import { BLOCK, plainKernel } from '../../../models/segments/kernel.ts';
import { simdKernel } from '../../../models/segments/kernel-simd.ts';
import { lloyd, nearestOf } from '../../../models/segments/lloyd.ts';
import { type Points, pick, squaredDistance } from '../../../models/segments/points.ts';
import { normal } from '../support/series.ts';

/** Rows round a few places, less apart than they are wide: many lie between two. */
function cloud(given: { readonly count: number; readonly width: number; readonly seed: number }): Points {
  const { count, width, seed } = given;
  const random = seeded(seed);
  const values = new Float64Array(count * width);
  for (let row = 0; row < count; row++) {
    const place = Math.floor(4 * random());
    for (let c = 0; c < width; c++) values[row * width + c] = place * ((c % 3) - 1) + normal(random);
  }
  return { values, width, count };
}

const changed = (points: Points, change: (value: number, at: number) => number): Points => ({
  ...points,
  values: points.values.map(change),
});

const firstRows = (points: Points, k: number) =>
  pick(
    points,
    Int32Array.from({ length: k }, (_, j) => j),
  );

/** Lloyd's rounds as a textbook has them. */
function textbook(points: Points, start: Points): { readonly labels: number[]; readonly inertia: number } {
  const { width, count } = points;
  const centroids = { ...start, values: start.values.slice() };
  for (let before = ''; ; ) {
    const labels = Array.from({ length: count }, (_, row) => nearestOf(points, row, centroids));
    if (labels.join() === before) {
      const inertia = labels.reduce((sum, label, row) => sum + squaredDistance(points, row, centroids, label), 0);
      return { labels, inertia };
    }
    before = labels.join();
    centroids.values.forEach((_, at) => {
      const own = labels.flatMap((label, row) =>
        label === Math.floor(at / width) ? [points.values[row * width + (at % width)]!] : [],
      );
      centroids.values[at] = own.reduce((sum, value) => sum + value, 0) / own.length;
    });
  }
}

/** Summed in the order of rows, as if each had always been where it is. */
function meansBy(labels: Uint8Array, { values, width }: Points, k: number): Float64Array {
  const [sums, sizes] = [new Float64Array(k * width), new Float64Array(k)];
  labels.forEach((label, row) => {
    sizes[label]!++;
    for (let c = 0; c < width; c++) sums[label * width + c]! += values[row * width + c]!;
  });
  return sums.map((sum, at) => sum / sizes[Math.floor(at / width)]!);
}

describe('lloyd', () => {
  it.each([
    { width: 1, k: 1 },
    { width: 1, k: 3 },
    { width: 2, k: 4 },
    { width: 3, k: 5 },
    { width: 13, k: 8 },
    { width: 13, k: 9 },
  ])('ends where the textbook does, in either kernel: $width wide, k = $k', ({ width, k }) => {
    const points = cloud({ count: 700, width, seed: width + k });
    const start = firstRows(points, k);
    const expected = textbook(points, start);
    for (const kernel of [simdKernel(points, k)!, plainKernel(points, k)]) {
      const { inertia, converged } = lloyd(kernel, start);
      expect([...kernel.labels]).toEqual(expected.labels);
      expect(inertia / expected.inertia).toBeCloseTo(1, 12);
      expect(converged).toBe(true);
    }
  });

  const usual = cloud({ count: 2 * BLOCK + 77, width: 5, seed: 3 });
  it.each([
    ['usual values', usual, 6],
    ['as many centroids as there can be', usual, 30],
    ['whole numbers, where distances are often equal', changed(usual, Math.round), 6],
    ['duplicates', changed(usual, (_, at) => usual.values[at % 500]!), 6],
    ['a column that never changes', changed(usual, (value, at) => (at % 5 === 2 ? 7 : value)), 6],
    ['an offset beyond 32 bits', changed(usual, (value) => 1e9 + value), 6],
    ['one row far out', changed(usual, (value, at) => (at === 5000 ? 1e12 : value)), 6],
    ['values too small for 32 bits', changed(usual, (value) => 1e-30 * value), 6],
    ['values too large for 32 bits', changed(usual, (value) => 1e60 * value), 6],
  ])('is the same to the last digit in both kernels: %s', (_, points, k) => {
    const start = firstRows(points, k);
    const [simd, plain] = [simdKernel(points, k)!, plainKernel(points, k)];
    const settled = lloyd(simd, start);
    expect(settled).toEqual(lloyd(plain, start));
    expect(simd.labels).toEqual(plain.labels);
    expect(settled.centroids.values).toEqual(meansBy(simd.labels, points, k));
  });

  it('may start far outside of the rows', () => {
    const points = cloud({ count: 3000, width: 5, seed: 6 });
    const start = changed(firstRows(points, 4), (value, at) => (at < 5 ? 1e6 + value : value));
    const [simd, plain] = [simdKernel(points, 4)!, plainKernel(points, 4)];
    expect(lloyd(simd, start)).toEqual(lloyd(plain, start));
    expect(simd.labels).toEqual(plain.labels);
  });

  it('gives an empty group the row that is furthest from its own', () => {
    const points: Points = { values: Float64Array.of(0, 1, 2, 10, 12, 30), width: 1, count: 6 };
    // Everything is nearest to the first of the three: 30 goes to the second, then 12 to the third.
    const start: Points = { values: Float64Array.of(1, 500, 900), width: 1, count: 3 };
    for (const kernel of [simdKernel(points, 3)!, plainKernel(points, 3)]) {
      const { centroids, inertia } = lloyd(kernel, start);
      expect([...centroids.values]).toEqual([1, 30, 11]);
      expect([...kernel.labels]).toEqual([0, 0, 0, 2, 2, 1]);
      expect(inertia).toBe(4);
    }
  });

  it('leaves alone most rows that cannot have changed', () => {
    const points = cloud({ count: 4000, width: 5, seed: 4 });
    const kernel = plainKernel(points, 4);
    let looks = 0;
    const { rounds } = lloyd(
      {
        ...kernel,
        look: (from, to) => {
          looks += kernel.margins
            .subarray(from, to)
            .filter((margin, i) => !(margin > kernel.gaps[kernel.labels[from + i]!]!)).length;
          return kernel.look(from, to);
        },
      },
      firstRows(points, 4),
    );
    expect(rounds).toBeGreaterThan(8);
    expect(looks).toBeLessThan(0.5 * rounds * points.count);
  });
});

describe('simdKernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('leaves k-means the same where there is no WebAssembly', () => {
    const points = cloud({ count: 300, width: 7, seed: 5 });
    const cluster = () => kMeans(points, { k: 5, starts: 3, random: seeded(1) });
    vi.stubGlobal('WebAssembly', undefined);
    expect(simdKernel(points, 5)).toBeNull();
    const without = cluster();
    vi.unstubAllGlobals();
    expect(simdKernel(points, 5)).not.toBeNull();
    expect(cluster()).toEqual(without);
  });
});
