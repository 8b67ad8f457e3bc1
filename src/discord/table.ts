import type { Reader } from '../../words/tell.ts';
import { clip, formatRows, moreRows, tableText } from '../text.ts';
import type { Column, Table } from '../told.ts';
import { longestFit } from './fit.ts';
import { escapeDiscord, fence } from './markup.ts';

/** What a phone shows of a code fence without breaking the line, by eye. */
const PHONE_WIDTH = 56;
/** A name cut shorter than this says nothing. */
const MIN_WORDS = 12;
const GAP = 2;

/**
 * A table as Discord can show one. Narrow tables stand in a code fence, long names shortened; wide ones become a
 * list, one line per row, because a fence that wraps cannot be read on a phone. Rows are left out whole and counted.
 */
export function renderTable(table: Table, reader: Reader, room: number): string | null {
  const title = table.title ? `**${escapeDiscord(table.title)}**\n` : '';
  const cells = formatRows(table.columns, table.rows, reader.shop).map((row) =>
    row.map((cell) => cell.replace(/\s+/g, ' ')),
  );
  const widths = narrowed(table.columns, cells);
  const write = widths ? fenced(table.columns, cells, widths) : listed(table.columns, cells);
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

function listed(columns: readonly Column[], cells: readonly string[][]): Write {
  const line = ([name = '', ...others]: readonly string[]) =>
    [
      `**${escapeDiscord(name)}**`,
      ...others.map((cell, i) => `${escapeDiscord(columns[i + 1]!.title)} ${escapeDiscord(cell)}`),
    ].join(' · ');
  return (kept, remark) => [...cells.slice(0, kept).map(line), ...(remark ? [remark] : [])].join('\n');
}

/**
 * Column widths that fit a phone, taken from the words only, never from a number or a date. Null when they
 * cannot, or when words beside the name of a row are longer than a line: sentences say nothing when they are cut.
 */
function narrowed(columns: readonly Column[], cells: readonly string[][]): readonly number[] | null {
  const widths = columns.map(({ title }, i) =>
    cells.reduce((widest, row) => Math.max(widest, row[i]!.length), title.length),
  );
  const total = () => widths.reduce((sum, width) => sum + width, GAP * (columns.length - 1));
  const wordy = columns.flatMap(({ unit }, i) => (unit === 'text' ? [i] : []));
  if (wordy.some((i) => i > 0 && widths[i]! > PHONE_WIDTH)) return null;
  while (total() > PHONE_WIDTH) {
    const widest = wordy.reduce((best, i) => (best === -1 || widths[i]! > widths[best]! ? i : best), -1);
    if (widest === -1 || widths[widest]! <= MIN_WORDS) return null;
    widths[widest] = Math.max(MIN_WORDS, widths[widest]! - (total() - PHONE_WIDTH));
  }
  return widths;
}
