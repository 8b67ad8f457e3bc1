import type { Connection } from '../../database.ts';

type Cell = number | string | null;

/** As many rows as one statement carries: beyond that, longer statements no longer save time. */
const ROWS_AT_ONCE = 128;

/** Inserts rows many at a time: several times faster than one by one. `values` is row after row, flat. */
export function manyInserts(
  db: Connection,
  table: string,
  columns: readonly string[],
): (values: readonly Cell[]) => void {
  const width = columns.length;
  const statement = (rows: number) => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    return db.prepare<Cell[]>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
    );
  };
  const [many, one] = [statement(ROWS_AT_ONCE), statement(1)];

  return (values) => {
    let at = 0;
    for (; at + ROWS_AT_ONCE * width <= values.length; at += ROWS_AT_ONCE * width) {
      many.run(...values.slice(at, at + ROWS_AT_ONCE * width));
    }
    for (; at < values.length; at += width) one.run(...values.slice(at, at + width));
  };
}
