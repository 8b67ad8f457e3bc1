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
    const isNumber = reads === 'count' || reads === 'money' || reads === 'number';
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

/** Where lost thousands can be put back: in counts, and in money without a smaller coin. */
export function repairableColumns(layout: Layout, columns: Columns, { minorPerMajor }: ReadContext): Repairable {
  const names = layout.fields
    .filter(({ name, reads }) => columns[name] && (reads === 'count' || (reads === 'money' && minorPerMajor === 1)))
    .map(({ name }) => name);
  const fractions = names.filter((name) => layout.examined?.fractions.includes(name));
  return { whole: names.filter((name) => !fractions.includes(name)), fractions };
}
