import type { Shop } from '../data/types/shop.ts';
import { majorOf } from '../words/currency.ts';
import { inEnglish } from '../words/tell.ts';
import type { Part, Table, Value } from './reply.ts';

type FilePart = Extract<Part, { kind: 'file' }>;

/** A table as a CSV file, in English, as what reads such files expects: numbers as a spreadsheet takes them, money in the shop's currency to its last decimal. */
export function csvFile(name: string, { columns, rows }: Table, { currency }: Pick<Shop, 'currency'>): FilePart {
  const header = columns.map(({ title, unit }) => cell(unit === 'money' ? `${inEnglish(title)} (${currency})` : title));
  const body = rows.map((row) =>
    row.map((value, column) =>
      columns[column]?.unit === 'money' && typeof value === 'number' ? majorOf(value, { currency }) : cell(value),
    ),
  );
  const lines = [header, ...body].map((cells) => cells.join(','));
  return { kind: 'file', name, mime: 'text/csv', content: `${lines.join('\r\n')}\r\n` };
}

/** A spreadsheet runs a cell that begins like a formula: such text gets a leading apostrophe (OWASP, CSV injection). */
function cell(of: Value): string {
  if (of === null) return '';
  if (typeof of === 'number') return String(of);
  const value = inEnglish(of);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
