import type { Base } from './base.ts';

/**
 * Columns seen without what the base can explain: the base's coefficients are integrated out, not estimated.
 *
 *     y = B c + z + noise,   c ~ N(0, sigma^2 / ridge),   noise_t = keep noise_(t-1) + N(0, sigma^2)
 *     r' M r = what is left of r = y - z,   M = I - B (B'B + ridge)^-1 B',   after r_t <- r_t - keep r_(t-1)
 *
 * M = I - W'W with W = L^-1 B', L the Cholesky factor of B'B + ridge, so that a product costs n times the columns of B.
 * Weeks whose sales are NaN count for nothing.
 *
 * Source: Gelman et al., Bayesian Data Analysis, 3rd ed., chapter 14; Prais & Winsten, 1954.
 */
export type Levelled = {
  /** A column, shape (n,), as it counts: shape (weeks known,). */
  see(column: Float64Array): Seen;
  /** u' M v. */
  product(u: Seen, v: Seen): number;
  /** The expected base in every week, shape (n,), when `left` is what of sales is not of the channels. */
  baseGiven(left: Seen): Float64Array;
  readonly weeks: number;
};

/** A column after carry-over of luck is taken out, and its coordinates W along the base. */
export type Seen = { readonly column: Float64Array; readonly along: Float64Array };

export function levelled(base: Base, sales: Float64Array, keep: number): Levelled {
  const rows = Int32Array.from(sales.keys()).filter((t) => !Number.isNaN(sales[t]!));
  const first = Math.sqrt(1 - keep ** 2);
  const whiten = (column: Float64Array) =>
    Float64Array.from(rows, (t) =>
      t > 0 && !Number.isNaN(sales[t - 1]!) ? column[t]! - keep * column[t - 1]! : first * column[t]!,
    );
  const columns = base.columns.map(whiten);
  const size = columns.length;
  const gram = columns.map((a, i) => columns.map((b, j) => dot(a, b) + (i === j ? base.ridge[i]! : 0)));
  const factor = cholesky(gram);
  const alongBase = columns.map((column) => Float64Array.from(column));
  for (let i = 0; i < size; i++) {
    const own = alongBase[i]!;
    for (let j = 0; j < i; j++) addTo(own, alongBase[j]!, -factor[i]![j]!);
    for (let t = 0; t < own.length; t++) own[t]! /= factor[i]![i]!;
  }
  return {
    weeks: rows.length,
    see(column) {
      const seen = whiten(column);
      return { column: seen, along: Float64Array.from(alongBase, (axis) => dot(axis, seen)) };
    },
    product: (u, v) => dot(u.column, v.column) - dot(u.along, v.along),
    baseGiven({ along }) {
      const coefficients = Float64Array.from(along);
      for (let i = size - 1; i >= 0; i--) {
        for (let j = i + 1; j < size; j++) coefficients[i]! -= factor[j]![i]! * coefficients[j]!;
        coefficients[i]! /= factor[i]![i]!;
      }
      const whole = new Float64Array(sales.length);
      base.columns.forEach((column, i) => {
        addTo(whole, column, coefficients[i]!);
      });
      return whole;
    },
  };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function addTo(into: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += times * what[i]!;
}

/** Lower triangle L with L L' = matrix, which must be positive definite: the ridge sees to that. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (let i = 0; i < matrix.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * (j === i ? row[k]! : lower[j]![k]!);
      row.push(j === i ? Math.sqrt(rest) : rest / lower[j]![j]!);
    }
    lower.push(row);
  }
  return lower;
}
