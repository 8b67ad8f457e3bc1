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
export function canonicalOrder({ values, width, count }: Points): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => {
    for (let c = 0; c < width; c++) {
      const difference = values[a * width + c]! - values[b * width + c]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

export function squaredDistance(a: Points, row: number, b: Points, other: number): number {
  let sum = 0;
  for (let c = 0; c < a.width; c++) {
    const difference = a.values[row * a.width + c]! - b.values[other * b.width + c]!;
    sum += difference * difference;
  }
  return sum;
}

export function distinctRows(points: Points): number {
  const order = canonicalOrder(points);
  let distinct = order.length === 0 ? 0 : 1;
  for (let i = 1; i < order.length; i++) if (squaredDistance(points, order[i]!, points, order[i - 1]!) > 0) distinct++;
  return distinct;
}
