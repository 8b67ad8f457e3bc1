import { BLOCK, type Kernel, UNPLACED } from './kernel.ts';
import { type Points, squaredDistance } from './points.ts';

export type Settled = {
  /** Shape (k, width): the means of their rows. */
  readonly centroids: Points;
  /** Sum of squared distances of the rows to their centroids. */
  readonly inertia: number;
  readonly rounds: number;
  /** Whether it stopped by itself: no row is nearer to another centroid. */
  readonly converged: boolean;
};

/** Far more than rounds were ever needed here (about 100); a limit, since a loop without one may not end. */
const MOST_ROUNDS = 300;

type Groups = { readonly sums: Float64Array; readonly sizes: Int32Array };

/**
 * Lloyd's k-means: rows go to the nearest centroid, centroids to the mean of their rows, until no row changes.
 *
 * Rows that cannot have changed are not measured, and sums follow the rows that move; before the last round they are
 * taken anew, so that nothing is left of what rounding added up. Where a group loses its last row, it is given the row
 * that is furthest from its own centroid.
 *
 * @param kernel over the rows; its labels are left as they were found: of equally near centroids the first
 * @param start  shape (k, width)
 *
 * Source: Lloyd, Least squares quantization in PCM, 1982.
 */
export function lloyd(kernel: Kernel, start: Points): Settled {
  const { points, k, labels, margins, gaps } = kernel;
  labels.fill(UNPLACED);
  margins.fill(-1);
  gaps.fill(0);
  const centroids = { ...start, values: start.values.slice() };
  const groups = { sums: new Float64Array(k * points.width), sizes: new Int32Array(k) };
  let anew = false;
  let converged = false;
  let rounds = 0;
  while (rounds < MOST_ROUNDS) {
    rounds++;
    kernel.place(centroids);
    const moved = settle(kernel, centroids, groups);
    converged = moved === 0 && anew;
    if (converged) break;
    anew = moved === 0;
    if (anew) sumAnew(kernel, groups);
    fillEmpty(kernel, centroids, groups);
    widen(gaps, moveToMeans(centroids, groups));
  }
  let inertia = 0;
  for (let row = 0; row < points.count; row++) inertia += squaredDistance(points, row, centroids, labels[row]!);
  return { centroids, inertia, rounds, converged };
}

/** Puts every row where it is nearest. Returns how many moved. */
function settle(kernel: Kernel, centroids: Points, groups: Groups): number {
  const { points, labels, margins, gaps, found } = kernel;
  let moved = 0;
  for (let from = 0; from < points.count; from += BLOCK) {
    const n = kernel.look(from, Math.min(points.count, from + BLOCK));
    for (let i = 0; i < n; i++) {
      const row = found.rows[i]!;
      const certain = found.margins[i]! > 0;
      const label = certain ? found.labels[i]! : nearestOf(points, row, centroids);
      margins[row] = (certain ? found.margins[i]! : 0) + gaps[label]!;
      if (label === labels[row]) continue;
      moveTo(label, row, kernel, groups);
      moved++;
    }
  }
  return moved;
}

function moveTo(label: number, row: number, { points, labels }: Kernel, { sums, sizes }: Groups): void {
  const was = labels[row]!;
  labels[row] = label;
  sizes[label]!++;
  addRow(sums, label, points, row);
  if (was === UNPLACED) return;
  sizes[was]!--;
  takeRow(sums, was, points, row);
}

function addRow(sums: Float64Array, label: number, { values, width }: Points, row: number): void {
  for (let c = 0, to = label * width, from = row * width; c < width; c++) sums[to + c]! += values[from + c]!;
}

function takeRow(sums: Float64Array, label: number, { values, width }: Points, row: number): void {
  for (let c = 0, to = label * width, from = row * width; c < width; c++) sums[to + c]! -= values[from + c]!;
}

/** The nearest centroid of one row; of equally near ones the first. */
export function nearestOf(points: Points, row: number, centroids: Points): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < centroids.count; j++) {
    const distance = squaredDistance(points, row, centroids, j);
    if (distance < least) {
      least = distance;
      nearest = j;
    }
  }
  return nearest;
}

function sumAnew({ points, labels }: Kernel, { sums }: Groups): void {
  sums.fill(0);
  for (let row = 0; row < points.count; row++) addRow(sums, labels[row]!, points, row);
}

/** Gives each empty group the row that is furthest from its centroid, the first of several, and measures all anew. */
function fillEmpty(kernel: Kernel, centroids: Points, groups: Groups): void {
  const { points, labels, margins } = kernel;
  for (let empty = groups.sizes.indexOf(0); empty !== -1; empty = groups.sizes.indexOf(0)) {
    let furthest = 0;
    let most = -1;
    for (let row = 0; row < points.count; row++) {
      const distance = squaredDistance(points, row, centroids, labels[row]!);
      if (distance <= most || groups.sizes[labels[row]!] === 1) continue;
      most = distance;
      furthest = row;
    }
    moveTo(empty, furthest, kernel, groups);
    centroids.values.set(
      points.values.subarray(furthest * points.width, (furthest + 1) * points.width),
      empty * points.width,
    );
    margins.fill(-1);
  }
}

/** Moves the centroids to the means of their rows. Returns how far each went. */
function moveToMeans({ values, width, count }: Points, { sums, sizes }: Groups): Float64Array {
  return new Float64Array(count).map((_, j) => {
    let sum = 0;
    for (let c = j * width; c < (j + 1) * width; c++) {
      const mean = sums[c]! / sizes[j]!;
      sum += (mean - values[c]!) ** 2;
      values[c] = mean;
    }
    return Math.sqrt(sum);
  });
}

/** The way each centroid went, and the longest of the others, towards it at worst. */
function widen(gaps: Float64Array, ways: Float64Array): void {
  ways.forEach((way, j) => {
    gaps[j]! += way + ways.reduce((most, other, at) => (at === j ? most : Math.max(most, other)), 0);
  });
}
