import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import type { EpochDay } from '../../data/types/shop.ts';
import type { Local } from './ledger.ts';

/** A cell as it is meant: how numbers and moments look is decided when the file is written. */
export type Cell = string | { readonly count: number } | { readonly minor: number } | { readonly at: Local } | Day;
type Day = { readonly day: EpochDay };

/** How a program writes its cells. */
export type Writing = {
  readonly numbers: '1234.56' | '1.234,56' | '1,234.56';
  /** Decimals of money. */
  readonly digits: number;
  readonly currency: '' | 'Rp ' | 'Rp' | 'IDR ';
  readonly dates: 'year first' | 'day/month' | 'month/day' | 'day-month' | 'serial';
  readonly seconds: boolean;
  /** Behind each moment: " +0700". */
  readonly offset: string;
};

/** How the cells become bytes. */
export type Form = {
  readonly container: 'text' | 'gzip' | 'workbook of text' | 'workbook of numbers';
  readonly encoding: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly saysDelimiter: boolean;
  readonly newline: '\n' | '\r\n' | '\r';
  readonly endsWithNewline: boolean;
};

export const plainForm: Form = {
  container: 'text',
  encoding: 'utf-8',
  delimiter: ',',
  saysDelimiter: false,
  newline: '\n',
  endsWithNewline: true,
};

export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly hidden?: boolean };

/** A file as a platform would write it. The row at `header` names the columns; what follows are data. */
export type Draft = {
  readonly name: string;
  /** The first holds the data. */
  readonly sheets: readonly Sheet[];
  /** What a workbook shows before them. */
  readonly covers: readonly Sheet[];
  readonly header: number;
  /** Rows behind the header that only describe the columns. */
  readonly descriptions: number;
  readonly writing: Writing;
  readonly form: Form;
  readonly minorDigits: number;
};

/** The file's bytes. */
export async function bytesOf(draft: Draft): Promise<Uint8Array> {
  const { sheets, covers, form } = draft;
  if (form.container === 'workbook of text' || form.container === 'workbook of numbers') {
    const cellOf = form.container === 'workbook of text' ? textOf : nativeOf;
    const written = [...covers, ...sheets].map(({ name, rows, hidden = false }) => ({
      name,
      hidden,
      rows: rows.map((row) => row.map((cell) => cellOf(cell, draft))),
    }));
    return writeXlsx({ sheets: written });
  }
  const quoted = (text: string) => (/[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = sheets[0]!.rows.map((row) => row.map((cell) => quoted(textOf(cell, draft))).join(form.delimiter));
  if (form.saysDelimiter) lines.unshift(`sep=${form.delimiter}`);
  const bytes = encode(lines.join(form.newline) + (form.endsWithNewline ? form.newline : ''), form.encoding);
  return form.container === 'gzip' ? gzipSync(bytes) : bytes;
}

function encode(text: string, encoding: Form['encoding']): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(
        text.replace(/[“”×]/g, (sign) => ({ '“': '\x93', '”': '\x94' })[sign] ?? sign),
        'latin1',
      );
  }
}

type How = Pick<Draft, 'writing' | 'minorDigits'>;

/** The cell as text, the way the program writes it. */
export function textOf(cell: Cell, { writing, minorDigits }: How): string {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return numberText(cell.count, 0, writing.numbers);
  if ('minor' in cell) {
    const text = numberText(Math.abs(cell.minor) / 10 ** minorDigits, writing.digits, writing.numbers);
    return `${cell.minor < 0 ? '-' : ''}${writing.currency}${text}`;
  }
  return 'day' in cell
    ? dayText(cell.day * 86_400_000, writing.dates)
    : writing.dates === 'serial'
      ? serialOf(cell.at).toFixed(6)
      : `${dayText(cell.at, writing.dates)} ${clockText(cell.at, writing.seconds)}${writing.offset}`;
}

/** The cell as a spreadsheet keeps it that understood it. */
function nativeOf(cell: Cell, { minorDigits }: How): string | number | Date {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return cell.count;
  if ('minor' in cell) return cell.minor / 10 ** minorDigits;
  return new Date('day' in cell ? cell.day * 86_400_000 : cell.at);
}

export function numberText(value: number, digits: number, style: Writing['numbers']): string {
  const sign = value < 0 ? '-' : '';
  const [whole, part] = Math.abs(value).toFixed(digits).split('.') as [string, string | undefined];
  const [between, point] = style === '1234.56' ? ['', '.'] : style === '1.234,56' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between);
  return `${sign}${grouped}${part === undefined ? '' : point + part}`;
}

function dayText(local: Local, dates: Writing['dates']): string {
  const [year, month, day] = new Date(local).toISOString().slice(0, 10).split('-');
  switch (dates) {
    case 'year first':
      return `${year}-${month}-${day}`;
    case 'day/month':
      return `${day}/${month}/${year}`;
    case 'month/day':
      return `${month}/${day}/${year}`;
    case 'day-month':
      return `${day}-${month}-${year}`;
    case 'serial':
      return String(serialOf(local));
  }
}

function clockText(local: Local, seconds: boolean): string {
  return new Date(local).toISOString().slice(11, seconds ? 19 : 16);
}

/** Excel's count of days. */
function serialOf(local: Local): number {
  return local / 86_400_000 + 25_569;
}
