import { formatValue, type Style, type Unit } from '../words/quantity.ts';
import { count, plural, say } from '../words/say.ts';
import { type Language, type Reader, tell } from '../words/tell.ts';
import type { Column, Row, Table } from './told.ts';

/** Tables and lines as text, for every door, the browser included. */

export { formatValue };

/** Whether a column's values line up on the right. */
export function isNumeric(unit: Unit): boolean {
  return unit !== 'text' && unit !== 'day' && unit !== 'receipt' && unit !== 'instant' && unit !== 'time';
}

/** Every cell of a table as text, row by row. */
export function formatRows(columns: readonly Column[], rows: readonly Row[], shop: Style | null): string[][] {
  return rows.map((row) =>
    columns.map(({ unit, exact }, column) => formatValue(row[column] ?? null, unit, shop, exact)),
  );
}

/**
 * A table in fixed width. Rows that would make the text longer than `fits` allows are left out whole, and counted
 * in the last line.
 */
export function tableText(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  { shop, language }: Reader,
  fits: (text: string) => boolean = () => true,
): string {
  const cells = formatRows(columns, rows, shop);
  const widths = columns.map(({ title }, column) => Math.max(width(title), ...cells.map((row) => width(row[column]!))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat(Math.max(0, widths[column]! - width(cell)));
        return isNumeric(columns[column]!.unit) ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd();
  const lines = [line(columns.map(({ title }) => title)), ...cells.map(line)];

  for (let kept = lines.length; kept >= 1; kept--) {
    const left = lines.length - kept;
    const text = [...lines.slice(0, kept), ...(left > 0 ? [moreRows(left, language)] : [])].join('\n');
    if (fits(text)) return text;
  }
  return moreRows(rows.length, language);
}

/** What a phone shows of a line in fixed width without breaking it, by eye. */
export const PHONE_WIDTH = 56;

/**
 * A row where no table goes: its name, then each value with what it is. What is not known is left out, and the one column
 * of words that a table has speaks for itself.
 */
export function rowInWords(
  columns: readonly Column[],
  row: Row,
  cells: readonly string[],
): { readonly name: string; readonly values: readonly string[] } {
  const inWords = columns.slice(1).filter(({ unit }) => unit === 'text');
  const withTitle = ({ title }: Column, cell: string) => (title === '' ? cell : `${title}: ${cell}`);
  const values = columns.flatMap((column, i) => {
    const cell = cells[i]!;
    if (i === 0 || (row[i] ?? null) === null || cell.trim() === '') return [];
    return [column.unit === 'text' && inWords.length === 1 ? cell : withTitle(column, cell)];
  });
  const [first] = columns;
  const [name = ''] = cells;
  return { name: first && isNumeric(first.unit) ? withTitle(first, name) : name, values };
}

/** What a renderer says of rows it had no room for. */
export function moreRows(rows: number, language: Language): string {
  return tell(plural(rows, say`… 1 more row`, say`… ${count(rows)} more rows`), { language, shop: null });
}

function width(text: string): number {
  return [...text].length;
}

/** At most `most` characters, the last one … if anything was cut. Never cuts a surrogate pair in half. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
