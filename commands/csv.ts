import type { Shop } from '../data/types/shop.ts';
import { majorOf } from '../words/currency.ts';
import { named } from '../words/say.ts';
import { inEnglish, type Language, tell } from '../words/tell.ts';
import type { Part, Table, Value } from './reply.ts';

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
  const told = (of: Value) => cell(of, language);
  const header = columns.map(({ title, unit }) => inEnglish(title) + (unit === 'money' ? ` (${currency})` : ''));
  const body = rows.map((row) =>
    row.map((value, column) =>
      columns[column]?.unit === 'money' && typeof value === 'number' ? majorOf(value, { currency }) : told(value),
    ),
  );
  const lines = [header.map((title) => cell(named(title), language)), ...body].map((cells) => cells.join(','));
  return { kind: 'file', name, mime: 'text/csv', content: `${lines.join('\r\n')}\r\n` };
}

/** A spreadsheet runs a cell that begins like a formula: such text gets a leading apostrophe (OWASP, CSV injection). */
function cell(of: Value, language: Language): string {
  if (of === null) return '';
  if (typeof of === 'number') return String(of);
  const value = typeof of === 'object' && 'quantity' in of ? (of.quantity ?? '') : tell(of, { language, shop: null });
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
