import { type Random, shuffled } from '../random.ts';

/** Rows to learn from, and rows to judge by. */
export type Fold = { readonly learned: Int32Array; readonly judged: Int32Array };

/** Every row is judged once, in one of so many folds of equal size; both sides in ascending order. */
export function foldsOf(rows: number, folds: number, random: Random): readonly Fold[] {
  const fold = new Uint8Array(rows);
  shuffled(rows, random).forEach((row, place) => {
    fold[row] = place % folds;
  });
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  return Array.from({ length: folds }, (_, own) => ({
    learned: all.filter((row) => fold[row] !== own),
    judged: all.filter((row) => fold[row] === own),
  }));
}
