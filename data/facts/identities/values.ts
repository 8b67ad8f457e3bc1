import { type Columns, cellOf, type Layout, type ReadContext } from '../layouts/layout.ts';
import type { Values } from './identity.ts';
import type { Repairable } from './thousands.ts';

/** Reads the numbers of a row that a layout's identities may speak of. What cannot be read tells nothing. */
export function valueReader(
  layout: Layout,
  columns: Columns,
  context: ReadContext,
  only?: ReadonlySet<string>,
): (cells: readonly string[]) => Values {
  const readers = layout.fields.flatMap(({ name, reads }) => {
    const column = columns[name];
    const isNumber = reads === 'count' || reads === 'money' || reads === 'amount' || reads === 'number';
    if (!column || !isNumber || only?.has(name) === false) return [];
    return [{ name, column, read: context.numberIn(column) }];
  });
  return (cells) => {
    const values: Record<string, number | null> = {};
    for (const { name, column, read } of readers) {
      const value = read(cellOf(cells, column));
      values[name] = typeof value === 'number' ? value : null;
    }
    return values;
  };
}

/** Where lost thousands can be put back: in counts, in money without a smaller coin, and in averages of such money. */
export function repairableColumns(layout: Layout, columns: Columns, { minorPerMajor }: ReadContext): Repairable {
  const isCoinless = minorPerMajor === 1;
  const there = layout.fields.filter(({ name }) => columns[name]);
  return {
    whole: there.filter(({ reads }) => reads === 'count' || (reads === 'money' && isCoinless)).map(({ name }) => name),
    averages: there.map(({ name }) => name).filter((name) => isCoinless && layout.examined?.averages.includes(name)),
  };
}
