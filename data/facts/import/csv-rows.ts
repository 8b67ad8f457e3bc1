import { isAscii } from 'node:buffer';

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** V8 cuts longer strings out of a text as views of it: one order number kept would keep the whole text. */
const VIEWED_FROM = 13;

export type CsvDialect = {
  readonly delimiter: string;
  /** Rows end with a newline, or with a return and a newline; else with a return alone. */
  readonly hasNewlines: boolean;
};

/** `line` is where the row begins: lines inside quotes count. */
type TakeRow = (line: number, cells: readonly string[]) => void;

/**
 * Cuts CSV in UTF-8 into rows while its bytes go by. A quote in the middle of a cell is a sign like any other, and so are
 * those of a cell that goes on after its closing quote: `"5" screen`.
 *
 * It looks at bytes, and a cell that repeats the one above it is the very same string: the lines of an order share most
 * of their cells, so that half of them cost neither memory nor the hashing of a new key.
 */
export function csvScanner({ delimiter, hasNewlines }: CsvDialect, take: TakeRow) {
  const between = delimiter.charCodeAt(0);
  const rowEnd = hasNewlines ? NEWLINE : RETURN;
  let carried: Buffer = Buffer.alloc(0);
  let line = 1;
  /** The cells of the last row, and where they stand in the text at hand. An end of -1: nowhere. */
  const row: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];

  /** @returns how much of the text belongs to whole rows */
  function scan({ codes, cut }: Text, isLast: boolean): number {
    const { length } = codes;
    ends.fill(-1);
    for (let rowStart = 0; rowStart < length; ) {
      let column = 0;
      let linesInside = 0;
      let at = rowStart;
      for (let isOpen = true; isOpen; at++, column++) {
        const start = at;
        const closing = codes[start] === QUOTE ? closingQuote(start, codes) : start;
        if (closing === NEVER) return rowStart;
        const isQuoted = closing > start;
        at = Math.abs(closing);
        if (isQuoted) at++;
        while (at < length && codes[at] !== between && codes[at] !== rowEnd) at++;
        if (at === length && !isLast) return rowStart;
        isOpen = at < length && codes[at] === between;
        if (isQuoted) {
          const cell = cut(start + 1, closing);
          row[column] = cell.includes('"') ? cell.replaceAll('""', '"') : cell;
          ends[column] = -1;
          linesInside += breaksIn(cell);
        } else {
          const end = hasNewlines && !isOpen && at > start && codes[at - 1] === RETURN ? at - 1 : at;
          if (!isRepeated(codes, column, start, end)) row[column] = cut(start, end);
          starts[column] = start;
          ends[column] = end;
        }
      }
      row.length = column;
      take(line, row.slice());
      line += 1 + linesInside;
      rowStart = at;
    }
    return length;
  }

  function isRepeated(codes: Codes, column: number, start: number, end: number): boolean {
    if (column >= row.length) return false;
    let other = starts[column]!;
    if (ends[column]! - other !== end - start) return false;
    for (let at = start; at < end; at++, other++) if (codes[at] !== codes[other]) return false;
    return true;
  }

  /** Where the quote stands that closes the cell; the same below zero when the cell goes on after it. */
  function closingQuote(start: number, codes: Codes): number {
    for (let at = codes.indexOf(QUOTE, start + 1); at !== -1; at = codes.indexOf(QUOTE, at + 1)) {
      const next = codes[at + 1];
      if (next === QUOTE) at++;
      else if (next === undefined || next === between || next === rowEnd) return at;
      else return hasNewlines && next === RETURN && codes[at + 2] === NEWLINE ? at : -at;
    }
    return NEVER;
  }

  return {
    /** On which line the next row begins. */
    line: () => line,
    /** How many bytes wait for the end of their row. */
    waiting: () => carried.length,
    see(bytes: Buffer): void {
      const all = carried.length > 0 ? Buffer.concat([carried, bytes]) : bytes;
      const whole = all.lastIndexOf(rowEnd) + 1;
      const text = textOf(all.subarray(0, whole));
      carried = all.subarray(text.bytesBefore(scan(text, false)));
    },
    /** @returns false when a quote was opened and never closed */
    end(): boolean {
      const text = textOf(carried);
      return scan(text, true) === text.codes.length;
    },
  };
}

const NEVER = Number.NEGATIVE_INFINITY;

function breaksIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

type Codes = Uint8Array | Uint16Array;

/** A text, and its characters as numbers. */
type Text = {
  readonly codes: Codes;
  cut(start: number, end: number): string;
  bytesBefore(at: number): number;
};

function textOf(bytes: Buffer): Text {
  // Where all is ASCII, a byte is a character.
  if (isAscii(bytes)) {
    const text = bytes.toString('latin1');
    return {
      codes: bytes,
      cut: (start, end) =>
        end - start < VIEWED_FROM ? text.substring(start, end) : bytes.toString('latin1', start, end),
      bytesBefore: (at) => at,
    };
  }
  const text = bytes.toString('utf8');
  const wide = Buffer.from(text, 'utf16le');
  return {
    codes: new Uint16Array(wide.buffer, wide.byteOffset, text.length),
    cut: (start, end) =>
      end - start < VIEWED_FROM ? text.substring(start, end) : wide.toString('utf16le', 2 * start, 2 * end),
    bytesBefore: (at) => Buffer.byteLength(text.slice(0, at)),
  };
}
