/** Bins of a feature: a code fits into a byte. */
export const BINS = 256;

/** Rows by the bins of their values: all that a tree looks at. */
export type Binned = {
  /** Shape (features, rows), one column after the other: the bin of each value. */
  readonly codes: Uint8Array;
  readonly features: number;
  readonly rows: number;
};

/**
 * Where each column may be cut: in the middle between neighbouring values where there are few, else at quantiles, of which
 * equal ones count once. A value belongs right of a cut when it is at least the cut.
 *
 * @returns shape (features,), each ascending; empty for a column that does not vary
 */
export function cutsOf(columns: readonly Float64Array[]): readonly Float64Array[] {
  return columns.map((column) => {
    const sorted = column.slice().sort();
    const distinct = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
    if (distinct.length <= BINS) {
      return distinct.subarray(1).map((value, at) => distinct[at]! + (value - distinct[at]!) / 2);
    }
    const quantiles = Float64Array.from(
      { length: BINS - 1 },
      (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / BINS)]!,
    );
    return quantiles.filter((value, at) => value > (at === 0 ? sorted[0]! : quantiles[at - 1]!));
  });
}

/** The bin of every value: how many cuts it is not below. O(rows log bins) a column. */
export function binned(columns: readonly Float64Array[], cuts: readonly Float64Array[]): Binned {
  const rows = columns[0]?.length ?? 0;
  const codes = new Uint8Array(columns.length * rows);
  columns.forEach((column, feature) => {
    const own = cuts[feature]!;
    for (let row = 0; row < rows; row++) codes[feature * rows + row] = binOf(column[row]!, own);
  });
  return { codes, features: columns.length, rows };
}

function binOf(value: number, cuts: Float64Array): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
