import type { Part, Table, Value } from './reply.ts';

/** A table as a CSV file: numbers as they are, in minor units where the unit is money. */
export function csvFile(name: string, { columns, rows }: Table): Part {
  const header = columns.map(({ title, unit }) => cell(unit === 'money' ? `${title} (minor units)` : title));
  const lines = [header, ...rows.map((row) => row.map(cell))].map((cells) => cells.join(','));
  return { kind: 'file', name, mime: 'text/csv', content: `${lines.join('\r\n')}\r\n` };
}

/** A spreadsheet runs a cell that begins like a formula: such text gets a leading apostrophe (OWASP, CSV injection). */
function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
