import { type CsvError, parse } from 'csv-parse';
import { UnreadableFile } from '../errors.ts';
import type { SourceFile } from './file.ts';

/** A row longer than this is a quote that was never closed. */
const MAX_ROW_CHARACTERS = 1_000_000;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** One row of a table, and the line of the file it begins on. */
export type TextRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads a CSV as rows, a batch at a time; the first row of the first batch is the header. Blank lines are passed over.
 * A quote in the middle of a cell is taken as it stands.
 *
 * @throws {UnreadableFile} when a quote is opened and never closed
 */
export async function* readRows(source: SourceFile): AsyncGenerator<readonly TextRow[]> {
  let batch: TextRow[] = [];
  let nextLine = 1;
  let linesCounted = 0;
  let problem: Error | undefined;
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(source.sample),
    max_record_size: MAX_ROW_CHARACTERS,
    record_delimiter: source.sample.includes('\n') ? ['\r\n', '\n'] : ['\r'],
    relax_column_count: true,
    relax_quotes: true,
    // Rows are taken here and not from the stream: one object less a row, half a second in half a million.
    on_record(cells: string[], { lines }: { readonly lines: number }) {
      const isBlank = cells.length === 1 && cells[0] === '';
      if (!isBlank) batch.push({ line: nextLine, cells });
      // csv-parse counts a CRLF inside quotes as two lines: good enough to know that there is one.
      nextLine += lines - linesCounted > 1 ? 1 + lineBreaks(cells) : 1;
      linesCounted = lines;
      return null;
    },
  });
  parser.on('error', (error) => {
    problem = describe(error as CsvError, nextLine);
  });
  parser.resume();

  for await (const bytes of source.text()) {
    await new Promise<void>((resolve) => parser.write(bytes, () => resolve()));
    if (problem) throw problem;
    if (batch.length > 0) yield batch;
    batch = [];
  }
  await new Promise<void>((resolve) => {
    parser.once('close', resolve);
    parser.end();
  });
  if (problem) throw problem;
  if (batch.length > 0) yield batch;
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function describe(error: CsvError, line: number): Error {
  const known: readonly string[] = ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'];
  if (!known.includes(error.code)) return error;
  return new UnreadableFile(
    `A quote is opened on line ${line} and not closed.`,
    'Close or remove the quote on that line, or export the file again.',
  );
}

/** The sign that cuts the header into the most cells; a sign inside quotes does not count. */
function delimiterOf(sample: string): string {
  const header = (/[^\r\n]+/.exec(sample)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((sign) => ({ sign, count: header.split(sign).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
