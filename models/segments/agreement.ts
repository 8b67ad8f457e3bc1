/**
 * Adjusted Rand index: how far two labellings of the same rows agree, whatever their numbers are called.
 *
 *     ARI = (index - expected) / (most - expected)        over pairs of rows together in both
 *
 * 1: the same groups. 0: what chance would give. It can be below 0.
 *
 * @throws {RangeError} on labellings of unequal length
 *
 * Source: Hubert & Arabie, Comparing partitions, 1985.
 */
export function adjustedRand(one: Int32Array, other: Int32Array): number {
  if (one.length !== other.length) throw new RangeError(`labellings of ${one.length} and ${other.length} rows`);
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  one.forEach((label, i) => {
    const cell = `${label}|${other[i]}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
    rows.set(label, (rows.get(label) ?? 0) + 1);
    columns.set(other[i]!, (columns.get(other[i]!) ?? 0) + 1);
  });
  const index = pairsIn(cells);
  const expected = (pairsIn(rows) * pairsIn(columns)) / pairs(one.length);
  const most = (pairsIn(rows) + pairsIn(columns)) / 2;
  // Both put all rows in one group, or each row in its own: the same labelling.
  return most === expected || one.length < 2 ? 1 : (index - expected) / (most - expected);
}

function pairsIn(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += pairs(count);
  return sum;
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
