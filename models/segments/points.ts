/** Rows of equal width, one after the other: `values[row * width + column]`. */
export type Points = { readonly values: Float64Array; readonly width: number; readonly count: number };

export function pointsOf(columns: readonly Float64Array[]): Points {
  const width = columns.length;
  const count = columns[0]?.length ?? 0;
  const values = new Float64Array(width * count);
  columns.forEach((column, c) => {
    for (let row = 0; row < count; row++) values[row * width + c] = column[row]!;
  });
  return { values, width, count };
}

/** The rows picked, in that order. */
export function pick({ values, width }: Points, rows: ArrayLike<number>): Points {
  const picked = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    picked.set(values.subarray(row * width, (row + 1) * width), i * width);
  }
  return { values: picked, width, count: rows.length };
}

/** Rows in lexicographic order: what is computed from it cannot depend on the order of a file. */
export function canonicalOrder(points: Points): Int32Array {
  const order = Int32Array.from({ length: points.count }, (_, row) => row);
  return isInOrder(points) ? order : order.sort((a, b) => compareRows(points, a, b));
}

/** The same rows in that order; the points themselves where they have it. */
export function inCanonicalOrder(points: Points): Points {
  return isInOrder(points) ? points : pick(points, canonicalOrder(points));
}

function isInOrder(points: Points): boolean {
  for (let row = 1; row < points.count; row++) if (compareRows(points, row - 1, row) > 0) return false;
  return true;
}

function compareRows({ values, width }: Points, row: number, other: number): number {
  for (let c = 0; c < width; c++) {
    const difference = values[row * width + c]! - values[other * width + c]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

export function squaredDistance(a: Points, row: number, b: Points, other: number): number {
  let sum = 0;
  for (let c = 0; c < a.width; c++) {
    const difference = a.values[row * a.width + c]! - b.values[other * b.width + c]!;
    sum += difference * difference;
  }
  return sum;
}

/** The mean row, shape (1, width); zeros without rows. */
export function meanOf({ values, width, count }: Points): Points {
  const mean = new Float64Array(width);
  for (let row = 0; row < count; row++) {
    for (let c = 0; c < width; c++) mean[c]! += values[row * width + c]!;
  }
  return { values: mean.map((sum) => sum / count), width, count: 1 };
}

export function distinctRows(points: Points): number {
  const sorted = inCanonicalOrder(points);
  let distinct = Math.min(1, sorted.count);
  for (let row = 1; row < sorted.count; row++) if (compareRows(sorted, row - 1, row) !== 0) distinct++;
  return distinct;
}
