/** A standardised column of which the others leave less than this says nothing of its own. */
export const SAYS_NOTHING = 1e-10;

/**
 * Sweeps a symmetric matrix on one of its columns, in place. After a sweep on each of the columns X of [X y]'[X y] there
 * stand: in column y the coefficients of y on X, at (y, y) what they leave of y, in the place of X'X its inverse.
 *
 * @returns whether it was swept: not where the columns swept before say the same as this one
 *
 * Source: Goodnight, A tutorial on the SWEEP operator, 1979.
 */
export function sweep(matrix: readonly Float64Array[], at: number): boolean {
  const row = matrix[at]!;
  const pivot = row[at]!;
  if (!(pivot > SAYS_NOTHING)) return false;
  for (let j = 0; j < row.length; j++) row[j]! /= pivot;
  for (const other of matrix) {
    if (other === row) continue;
    const factor = other[at]!;
    for (let j = 0; j < row.length; j++) other[j]! -= factor * row[j]!;
    other[at] = -factor / pivot;
  }
  row[at] = 1 / pivot;
  return true;
}
