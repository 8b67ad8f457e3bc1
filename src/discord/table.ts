import type { Reader } from '../../words/tell.ts';
import { clip, formatRows, moreRows, PHONE_WIDTH, rowInWords, tableText } from '../text.ts';
import type { Column, Table } from '../told.ts';
import { longestFit } from './fit.ts';
import { escapeDiscord, fence } from './markup.ts';

/** A name cut shorter than this says nothing. */
const MIN_WORDS = 12;
const GAP = 2;

/**
 * A table as Discord can show one. Narrow tables stand in a code fence; wide ones become a list, one line per row, because
 * a fence that wraps cannot be read on a phone. Rows are left out whole and counted.
 */
export function renderTable(table: Table, reader: Reader, room: number): string | null {
  const title = table.title ? `**${escapeDiscord(table.title)}**\n` : '';
  const cells = formatRows(table.columns, table.rows, reader.shop).map((row) =>
    row.map((cell) => cell.replace(/\s+/g, ' ')),
  );
  const widths = narrowed(table.columns, cells);
  const write = widths ? fenced(table.columns, cells, widths) : listed(table, cells);
  return longestFit(cells.length, room, (kept) => {
    const left = cells.length - kept + (table.leftOut ?? 0);
    return title + write(kept, left > 0 ? moreRows(left, reader.language) : '');
  });
}

type Write = (kept: number, remark: string) => string;

function fenced(columns: readonly Column[], cells: readonly string[][], widths: readonly number[]): Write {
  const words = columns.map(({ title, unit }, i) => ({
    title: clip(title, widths[i]!),
    // Aligned as their unit wants it; already formatted, so tableText only passes them on.
    unit,
  }));
  return (kept, remark) => {
    const rows = cells.slice(0, kept).map((row) => row.map((cell, i) => clip(cell, widths[i]!)));
    return fence(
      [tableText({ columns: words, rows }, { shop: null, language: 'en' }), ...(remark ? [remark] : [])].join('\n'),
    );
  };
}

function listed({ columns, rows }: Table, cells: readonly string[][]): Write {
  const lines = cells.map((row, at) => {
    const { name, values } = rowInWords(columns, rows[at]!, row);
    return [`**${escapeDiscord(name)}**`, ...values.map(escapeDiscord)].join(' · ');
  });
  return (kept, remark) => [...lines.slice(0, kept), ...(remark ? [remark] : [])].join('\n');
}

/**
 * Column widths that fit a phone, or null. Only the names of rows are shortened, beside columns of numbers, and while they
 * still differ: sentences say nothing when they are cut.
 */
function narrowed(columns: readonly Column[], cells: readonly string[][]): readonly number[] | null {
  const widths = columns.map(({ title }, i) =>
    cells.reduce((widest, row) => Math.max(widest, row[i]!.length), title.length),
  );
  const total = widths.reduce((sum, width) => sum + width, GAP * (columns.length - 1));
  if (total <= PHONE_WIDTH) return widths;
  const [first, ...others] = columns;
  const [longest = 0, ...rest] = widths;
  const room = longest - (total - PHONE_WIDTH);
  const areNames = first?.unit === 'text' && others.length > 0 && others.every(({ unit }) => unit !== 'text');
  if (!areNames || room < MIN_WORDS) return null;
  const names = new Set(cells.map(([name = '']) => name));
  const shortened = new Set([...names].map((name) => clip(name, room)));
  return shortened.size === names.size ? [room, ...rest] : null;
}
