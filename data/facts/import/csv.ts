import { count, say } from '../../../words/say.ts';
import { TooLarge, UnreadableFile } from '../errors.ts';
import { csvScanner } from './csv-rows.ts';
import type { ImportLimits } from './limits.ts';
import type { Bytes, SourceTable, TextRow } from './source.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_ROWS = 50;
/** The mark of byte order that some programs begin a text with. */
const MARK = /^\uFEFF/;
const markBytes = Buffer.from('\uFEFF');

type Csv = {
  /** The beginning of the text. */
  readonly sample: string;
  /** The text, in UTF-8. */
  readonly bytes: Bytes;
};

/**
 * A CSV as a table. Blank lines are passed over. A quote in the middle of a cell is taken as it stands.
 *
 * Reading throws {@link UnreadableFile} when a quote is opened and never closed, and {@link TooLarge}.
 */
export function csvTable(csv: Csv, limits: ImportLimits): SourceTable {
  return { sheet: null, rows: () => readRows(csv, limits) };
}

async function* readRows({ sample, bytes }: Csv, limits: ImportLimits): AsyncGenerator<readonly TextRow[]> {
  let batch: TextRow[] = [];
  const dialect = { delimiter: delimiterOf(sample.replace(MARK, '')), hasNewlines: sample.includes('\n') };
  const scanner = csvScanner(dialect, (line, cells) => {
    if (cells.length > limits.columns) throw tooWide(line, cells.length, limits);
    // Spreadsheets write empty rows as nothing but delimiters.
    const isBlank = cells[0] === '' && cells.every((cell) => cell === '');
    if (!isBlank) batch.push({ line, cells });
  });

  for await (const chunk of withoutMark(bytes())) {
    scanner.see(chunk);
    if (scanner.waiting() > limits.rowCharacters) throw tooLong(scanner.line(), limits);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  if (!scanner.end()) {
    throw new UnreadableFile(
      say`A quote is opened on line ${String(scanner.line())} and not closed.`,
      say`Close or remove the quote on that line, or export the file again.`,
    );
  }
  if (batch.length > 0) yield batch;
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    yield isFirst && chunk.subarray(0, markBytes.length).equals(markBytes) ? chunk.subarray(markBytes.length) : chunk;
    isFirst = false;
  }
}

function tooWide(line: number, columns: number, limits: ImportLimits): TooLarge {
  return new TooLarge(
    say`Line ${String(line)} has ${count(columns)} columns; up to ${count(limits.columns)} are read.`,
  );
}

function tooLong(line: number, limits: ImportLimits): TooLarge {
  return new TooLarge(
    say`Line ${String(line)} is longer than ${count(limits.rowCharacters)} characters: far too many columns, or an open quote.`,
  );
}

/** The sign that cuts the first rows most evenly and into the most cells; a sign inside quotes does not count. */
function delimiterOf(sample: string): string {
  const said = /^sep=(.)\r?$/im.exec(sample.slice(0, 20))?.[1];
  if (said) return said;
  const judged = DELIMITERS.map((sign) => {
    const widths = widthsOf(sample, sign);
    const times = new Map<number, number>();
    for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1);
    const [width = 1, count = 0] = [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0]);
    return { sign, score: ((width - 1) * count) / Math.max(1, widths.length) };
  });
  return judged.reduce((best, next) => (next.score > best.score ? next : best)).sign;
}

/** How many cells each of the first rows has. The last one may be cut by the end of the sample and is left out. */
function widthsOf(sample: string, sign: string): readonly number[] {
  const widths: number[] = [];
  let width = 1;
  let isQuoted = false;
  let isStart = true;
  let isBlank = true;
  for (let at = 0; at < sample.length && widths.length < SNIFFED_ROWS; at++) {
    const character = sample[at];
    if (character === '"' && (isQuoted || isStart)) {
      if (isQuoted && sample[at + 1] === '"') at++;
      else isQuoted = !isQuoted;
      isStart = false;
      isBlank = false;
    } else if (isQuoted) {
      // Whatever stands inside quotes is one cell.
    } else if (character === '\n' || character === '\r') {
      if (!isBlank) widths.push(width);
      [width, isStart, isBlank] = [1, true, true];
    } else {
      if (character === sign) width++;
      isStart = character === sign;
      isBlank = false;
    }
  }
  if (widths.length === 0 && !isBlank) widths.push(width);
  return widths;
}
