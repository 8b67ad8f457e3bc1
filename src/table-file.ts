import { csvText } from '../commands/csv.ts';
import { majorOf } from '../words/currency.ts';
import type { Reader } from '../words/tell.ts';
import { formatValue } from './text.ts';
import type { Column, Part, Rendered, Table, Value } from './told.ts';

const MOST_NAME = 60;

/** All rows of a table that a chat shows in part, as a CSV file in the reader's language. */
export function tableFile({ title, columns, rows }: Table, message: Rendered): Extract<Part, { kind: 'file' }> {
  const { shop } = message;
  const header = columns.map(({ title: name, unit }) =>
    unit === 'money' && shop ? `${name} (${shop.currency})` : name,
  );
  const body = rows.map((row) => columns.map((column, i) => cell(row[i] ?? null, column, message)));
  const name = (title ?? message.title).replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, MOST_NAME);
  return { kind: 'file', name: `${name}-${rows.length}.csv`, mime: 'text/csv', content: csvText([header, ...body]) };
}

/** Numbers as a spreadsheet counts with them. */
function cell(value: Value, { unit, exact }: Column, { shop }: Reader): string | number | null {
  if (unit === 'instant' || unit === 'time') return value === null ? null : formatValue(value, unit, shop, exact);
  return unit === 'money' && typeof value === 'number' ? majorOf(value, shop) : value;
}
