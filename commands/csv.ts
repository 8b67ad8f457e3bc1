import type { Shop } from '../data/types/shop.ts';
import { majorOf } from '../words/currency.ts';
import { inEnglish, type Language, tell } from '../words/tell.ts';
import type { Part, Table } from './reply.ts';

type FilePart = Extract<Part, { kind: 'file' }>;

/**
 * A table as a CSV file. Its headings are English, by which programs know the columns, and its numbers as a spreadsheet takes
 * them, money in the shop's currency to its last decimal; words in its cells are told in the reader's language.
 */
export function csvFile(
  name: string,
  { columns, rows }: Table,
  { currency }: Pick<Shop, 'currency'>,
  language: Language = 'en',
): FilePart {
  const header = columns.map(({ title, unit }) => inEnglish(title) + (unit === 'money' ? ` (${currency})` : ''));
  const body = rows.map((row) =>
    row.map((value, column) => {
      if (columns[column]?.unit === 'money' && typeof value === 'number') return majorOf(value, { currency });
      if (typeof value === 'number' || value === null) return value;
      return typeof value === 'object' && 'quantity' in value ? value.quantity : tell(value, { language, shop: null });
    }),
  );
  return { kind: 'file', name, mime: 'text/csv', content: csvText([header, ...body]) };
}

/** Rows of cells as the text of a CSV file. `null` is empty. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet runs a cell that begins like a formula: unless it is a number, it gets an apostrophe (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
