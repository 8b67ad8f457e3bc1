import type { types } from '@slack/bolt';
import type { Reader } from '../../words/tell.ts';
import { clip, formatRows, isNumeric, moreRows, PHONE_WIDTH, rowInWords, tableText } from '../text.ts';
import type { Table } from '../told.ts';
import { MAX_HEADER, MAX_SECTION, MAX_TABLE_ROWS, printable, small, textSize, words } from './blocks.ts';
import { type Drawn, MAX_CELL, NOTE_ROOM, nothing, type Room } from './drawn.ts';

/** Rows beyond this cannot fit 3,000 characters; their widths are not looked at either. */
const MAX_TEXT_ROWS = 500;

/** Slack's own table: it scrolls sideways on a phone, where fixed width would break its lines. */
export function tableBlocks(table: Table, room: Room, reader: Reader): Drawn {
  const { columns, rows, title, leftOut = 0 } = table;
  if (columns.length === 0) return nothing;
  const cells = [
    columns.map((column) => column.title),
    ...formatRows(columns, rows.slice(0, MAX_TABLE_ROWS), reader.shop),
  ];
  const written = cells.map((row) => row.map((cell) => clip(oneLine(cell), MAX_CELL) || '–'));
  let budget = room.text - NOTE_ROOM - textSize(titleBlocks(title));
  let kept = 0;
  for (const row of written.slice(0, MAX_TABLE_ROWS)) {
    budget -= row.join('').length;
    if (budget < 0) break;
    kept++;
  }
  if (kept < Math.min(2, written.length)) return nothing;
  const blocks: types.KnownBlock[] = [
    ...titleBlocks(title),
    {
      type: 'table',
      rows: written.slice(0, kept).map((row) => row.map((text) => ({ type: 'raw_text', text }))),
      column_settings: columns.map(({ unit }) => ({ align: isNumeric(unit) ? 'right' : 'left', is_wrapped: true })),
    },
  ];
  return withCount(blocks, { cut: rows.length - (kept - 1), leftOut }, reader);
}

/** The rows that were left out, counted under the others. */
function withCount(
  blocks: types.KnownBlock[],
  { cut, leftOut }: { readonly cut: number; readonly leftOut: number },
  { language }: Reader,
): Drawn {
  const left = cut + leftOut;
  return { blocks: left > 0 ? [...blocks, small(moreRows(left, language))] : blocks, isWhole: cut === 0 };
}

/** Where Slack takes no table block: in fixed width while a phone shows the lines whole, else as a list. */
export function plainTable(table: Table, room: Room, reader: Reader): Drawn {
  const { columns, title, leftOut = 0 } = table;
  const rows = table.rows
    .slice(0, MAX_TEXT_ROWS)
    .map((row) => row.map((cell) => (typeof cell === 'string' ? clip(oneLine(cell), MAX_CELL) : cell)));
  const lines = tableText({ columns, rows }, reader).split('\n');
  if (lines.some(({ length }) => length > PHONE_WIDTH)) return listBlocks(table, room, reader);
  const budget = Math.min(MAX_SECTION, room.text) - NOTE_ROOM - textSize(titleBlocks(title));
  let size = 0;
  const kept = lines.filter((line) => {
    size += line.length + 1;
    return size <= budget;
  });
  if (kept.length < Math.min(2, lines.length)) return nothing;
  const cut = table.rows.length - (kept.length - 1);
  if (cut + leftOut > 0) kept.push(moreRows(cut + leftOut, reader.language));
  const fixed: types.RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [words(kept.join('\n'))] }],
  };
  return { blocks: [...titleBlocks(title), fixed], isWhole: cut === 0 };
}

/** Where no table goes, a bullet a row. */
export function listBlocks(table: Table, room: Room, reader: Reader): Drawn {
  const { columns, rows, title, leftOut = 0 } = table;
  if (columns.length === 0) return nothing;
  const written = formatRows(columns, rows.slice(0, MAX_TABLE_ROWS), reader.shop);
  let budget = room.text - NOTE_ROOM - textSize(titleBlocks(title));
  const items: types.RichTextSection[] = [];
  for (const [at, cells] of written.entries()) {
    const row = rowInWords(columns, rows[at]!, cells.map(oneLine));
    const name = words(clip(row.name, MAX_CELL), { bold: true });
    const values = row.values.map((value) => clip(value, MAX_CELL));
    const elements = [name, ...(values.length > 0 ? [words(` · ${values.join(' · ')}`)] : [])];
    budget -= textSize(elements);
    if (budget < 0) break;
    items.push({ type: 'rich_text_section', elements });
  }
  if (items.length === 0 && rows.length > 0) return nothing;
  const list: types.RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: items }],
  };
  return withCount(
    [...titleBlocks(title), ...(items.length > 0 ? [list] : [])],
    { cut: rows.length - items.length, leftOut },
    reader,
  );
}

function titleBlocks(title: string | undefined): types.KnownBlock[] {
  if (title === undefined) return [];
  const elements = [words(clip(oneLine(title), MAX_HEADER), { bold: true })];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
