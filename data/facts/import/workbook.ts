import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { count, say } from '../../../words/say.ts';
import { TooLarge, UnreadableFile } from '../errors.ts';
import type { ImportLimits } from './limits.ts';
import type { SourceTable, TextRow } from './source.ts';
import { unpacked, type ZipPart } from './zip.ts';

const ROWS_AT_ONCE = 1000;
/** Excel keeps 15 digits of a number: a longer one has lost its last ones already. */
const EXACT_BELOW = 1e15;

/** Whether a zip file is a workbook, and not an archive of other files. */
export function isWorkbook(parts: readonly ZipPart[]): boolean {
  return parts.some(({ name }) => name === 'xl/workbook.xml' || name === '[Content_Types].xml');
}

/**
 * The visible sheets of an .xlsx workbook as tables. Cells come as text: a date as `2025-01-31 10:22:00`, a number as
 * written by JavaScript, so that a column of numbers is read like any other.
 *
 * @throws {UnreadableFile} damaged, or with a password
 * @throws {TooLarge} when it would unpack to too much, whatever it says of itself
 */
export async function workbookTables(
  bytes: Buffer,
  parts: readonly ZipPart[],
  limits: ImportLimits,
): Promise<readonly SourceTable[]> {
  await refuseBomb(parts, limits);
  const names: { readonly name: string; readonly index: number }[] = [];
  await orRefuse(() =>
    readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }, index) => {
        if (!hidden && !veryHidden) names.push({ name, index });
        return false;
      },
    }),
  );
  if (names.length === 0) throw new UnreadableFile(say`The workbook has no visible sheet.`, say`Unhide the sheet.`);
  return names.map(({ name, index }) => ({ sheet: name, rows: () => sheetRows(bytes, index, limits) }));
}

async function* sheetRows(bytes: Buffer, sheet: number, limits: ImportLimits): AsyncGenerator<readonly TextRow[]> {
  const rows = streamXlsxRows(bytes, { sheet });
  let batch: TextRow[] = [];
  let width = 0;
  for (;;) {
    const { done, value: row } = await orRefuse(() => rows.next());
    if (done) break;
    if (row.values.length > limits.columns) {
      throw new TooLarge(say`Row ${String(row.index + 1)} has more than ${count(limits.columns)} columns.`);
    }
    const cells = row.values.map((value) => textOf(value));
    if (cells.some((cell) => cell.length > limits.cellCharacters)) {
      throw new TooLarge(
        say`Row ${String(row.index + 1)} has a cell of more than ${count(limits.cellCharacters)} characters.`,
      );
    }
    if (cells.every((cell) => cell === '')) continue;
    // Empty cells at the end of a row are not kept by the format.
    width = Math.max(width, cells.length);
    while (cells.length < width) cells.push('');
    batch.push({ line: row.index + 1, cells });
    if (batch.length === ROWS_AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'object') return '';
  return String(value);
}

function numberText(value: number): string {
  if (Math.abs(value) >= EXACT_BELOW) return value.toExponential(14);
  const text = String(value);
  // A number has no points between its thousands: 1.627 is one and a half and not sixteen hundred.
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** The wall clock that the sheet shows, to the second: serial numbers are a hair off. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

const damaged = say`Open it in Excel, save it as .xlsx without a password, and send it again.`;

/** Whatever the reader stumbles over, the person gets words and the process goes on. */
async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
    throw new UnreadableFile(say`The workbook is damaged: ${reason}.`, damaged);
  }
}

/** Unpacks every part once and counts, because the sizes a zip file tells of itself may be lies. */
async function refuseBomb(parts: readonly ZipPart[], limits: ImportLimits): Promise<void> {
  let left = limits.workbookUnpackedBytes;
  for (const part of parts) {
    for await (const chunk of unpacked(part, limits)) {
      left -= chunk.length;
      if (left < 0)
        throw new TooLarge(say`The workbook unpacks to more than ${count(limits.workbookUnpackedBytes / 2 ** 20)} MB.`);
    }
  }
}
