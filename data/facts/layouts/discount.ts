import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import { type Column, cellOf, type ReadContext } from './layout.ts';

/**
 * Reads what a row was cheaper by: written above zero or below. An empty cell of such a column is no discount; without
 * the column it is not known.
 */
export function discountReader(
  column: Column | undefined,
  { partsIn }: ReadContext,
): (cells: readonly string[]) => number | null {
  if (!column) return () => null;
  const partsOf = partsIn(column);
  return (cells) => {
    const parts = partsOf(cellOf(cells, column));
    return typeof parts === 'number' ? Math.abs(roundMinor(parts / PARTS_PER_MINOR)) : 0;
  };
}
