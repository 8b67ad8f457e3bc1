import { createInflateRaw } from 'node:zlib';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { TooLarge, UnreadableFile } from '../errors.ts';
import type { ImportLimits } from './limits.ts';
import type { SourceTable, TextRow } from './source.ts';

const ROWS_AT_ONCE = 1000;
/** Excel keeps 15 digits of a number: a longer one has lost its last ones already. */
const EXACT_BELOW = 1e15;

/**
 * The visible sheets of an .xlsx workbook as tables. Cells come as text: a date as `2025-01-31 10:22:00`, a number as
 * written by JavaScript, so that a column of numbers is read like any other.
 *
 * @throws {UnreadableFile} damaged, with a password, or a zip archive of something else
 * @throws {TooLarge} when it would unpack to too much, whatever it says of itself
 */
export async function workbookTables(bytes: Buffer, limits: ImportLimits): Promise<readonly SourceTable[]> {
  await refuseBomb(bytes, limits);
  const names: { readonly name: string; readonly index: number }[] = [];
  await orRefuse(() =>
    readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }, index) => {
        if (!hidden && !veryHidden) names.push({ name, index });
        return false;
      },
    }),
  );
  if (names.length === 0) throw new UnreadableFile('The workbook has no visible sheet.', 'Unhide the sheet.');
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
      throw new TooLarge(`Row ${row.index + 1} has more than ${limits.columns.toLocaleString('en-US')} columns.`);
    }
    const cells = row.values.map((value) => textOf(value));
    if (cells.some((cell) => cell.length > limits.cellCharacters)) {
      throw new TooLarge(`Row ${row.index + 1} has a cell of more than ${limits.cellCharacters} characters.`);
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

const damaged = 'Open it in Excel, save it as .xlsx without a password, and send it again.';

/** Whatever the reader stumbles over, the person gets words and the process goes on. */
async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
    throw new UnreadableFile(`The workbook is damaged: ${reason}.`, damaged);
  }
}

type Part = { readonly name: string; readonly method: number; readonly packed: Buffer; readonly size: number };

/** Unpacks every part once and counts, because the sizes a zip file tells of itself may be lies. */
async function refuseBomb(bytes: Buffer, limits: ImportLimits): Promise<void> {
  const parts = partsOf(bytes, limits);
  if (!parts.some(({ name }) => name === 'xl/workbook.xml' || name === '[Content_Types].xml')) {
    throw new UnreadableFile('The file is a zip archive, not a workbook.', 'Unpack it and send the files in it.');
  }
  const tooLarge = () =>
    new TooLarge(`The workbook unpacks to more than ${limits.workbookUnpackedBytes / 2 ** 20} MB.`);
  let left = limits.workbookUnpackedBytes;
  if (parts.reduce((sum, { size }) => sum + size, 0) > left) throw tooLarge();
  for (const { packed, method } of parts) {
    if (method !== 8) {
      left -= packed.length;
      continue;
    }
    const inflate = createInflateRaw({ chunkSize: 1 << 18 });
    inflate.end(packed);
    try {
      for await (const chunk of inflate) {
        left -= (chunk as Buffer).length;
        if (left < 0) throw tooLarge();
      }
    } catch (error) {
      if (error instanceof TooLarge) throw error;
      throw new UnreadableFile('The workbook is damaged or cut short.', damaged);
    }
  }
  if (left < 0) throw tooLarge();
}

/** The parts that a zip file's directory lists. */
function partsOf(bytes: Buffer, limits: ImportLimits): readonly Part[] {
  const cut = () => new UnreadableFile('The workbook is damaged or cut short.', damaged);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end < 0 || end + 22 > bytes.length) throw cut();
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.workbookParts) throw new TooLarge(`The workbook has ${count} parts: that is no table.`);
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let part = 0; part < count; part++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw cut();
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) throw cut();
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (from + packed > bytes.length) throw cut();
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.subarray(from, from + packed),
      size,
    });
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}
