import { count, say, type Words } from '../../../words/say.ts';
import { UnreadableFile } from '../errors.ts';
import { isHeader, type Recognised, recognise, type Said } from '../layouts/index.ts';
import { plainName } from '../layouts/layout.ts';
import { isFixFile, unmarked } from './fix-file.ts';
import type { SourceFile, SourceTable, TextRow } from './source.ts';

/** How far down a header is looked for: reports put a summary and a description above it. */
const HEADER_ROWS = 30;
/** How many rows say how a file is written, until it is read whole. */
const HEAD_ROWS = 500;

/** A table in a file that fits a layout, and where in it the data begins. */
export type Located = Recognised & {
  readonly header: readonly string[];
  /** The first data rows. */
  readonly head: readonly TextRow[];
  /** The head is all there is. */
  readonly isWhole: boolean;
  readonly notes: readonly Words[];
  /** The data rows from the first on, a batch at a time: no header, and none that stands again further down. */
  rows(): AsyncGenerator<readonly TextRow[]>;
};

/**
 * Finds the first table of a file that is of a known kind, and its header.
 *
 * @throws {UnreadableFile} naming the columns seen and those missing
 */
export async function locate(source: SourceFile, said: Said): Promise<Located> {
  let refusal: unknown;
  for (const [at, table] of source.tables.entries()) {
    const { rows, isWhole } = await firstRows(table);
    if (rows.length === 0) {
      refusal ??= new UnreadableFile(say`The file has blank lines only.`, say`Export it again.`);
      continue;
    }
    const found = findHeader(rows, said);
    if ('refusal' in found) {
      refusal = found.refusal;
      continue;
    }
    const { recognised, header: headerRow } = found;
    const header = headerRow.cells;
    const isData = ({ line, cells }: TextRow) => line > headerRow.line && !isRepeated(cells, header);
    const body = rows.filter(isData);
    const isDescription = recognised.layout.isDescription?.bind(null, recognised.columns);
    const skipped = body[0] && isDescription?.(body[0].cells) ? body[0].line : 0;
    const asSent = isFixFile(header)
      ? (some: readonly TextRow[]) => some.map(({ line, cells }) => ({ line, cells: unmarked(cells) }))
      : (some: readonly TextRow[]) => some;
    const head = asSent(body.filter(({ line }) => line !== skipped));
    if (head.length === 0) {
      throw new UnreadableFile(say`The file has a header and no rows.`, say`Export it for a longer period.`);
    }
    return {
      ...recognised,
      header,
      head,
      isWhole,
      notes: [
        ...source.notes,
        ...(table.sheet !== null && source.tables.length > 1 ? [noteOnSheets(source, at)] : []),
        ...(rows[0]!.line < headerRow.line
          ? [say`The header is on line ${String(headerRow.line)}; what stands above is left out.`]
          : []),
        ...notesOnTwins(recognised, header),
      ],
      async *rows() {
        for await (const batch of table.rows()) {
          const isBeginning = batch[0]!.line <= headerRow.line + 1;
          if (isBeginning) yield asSent(batch.filter((row) => isData(row) && row.line !== skipped));
          else if (batch.some((row) => row.cells[0] === header[0])) yield asSent(batch.filter(isData));
          else yield asSent(batch);
        }
      },
    };
  }
  throw refusal;
}

async function firstRows(
  table: SourceTable,
): Promise<{ readonly rows: readonly TextRow[]; readonly isWhole: boolean }> {
  const rows: TextRow[] = [];
  for await (const batch of table.rows()) {
    rows.push(...batch);
    if (rows.length > HEAD_ROWS) return { rows, isWhole: false };
  }
  return { rows, isWhole: true };
}

function findHeader(
  rows: readonly TextRow[],
  said: Said,
): { readonly recognised: Recognised; readonly header: TextRow } | { readonly refusal: unknown } {
  const candidates = rows.slice(0, HEADER_ROWS);
  for (const header of candidates) {
    if (isHeader(header.cells, said)) return { recognised: recognise(header.cells, said), header };
  }
  const filled = (row: TextRow) => row.cells.filter((cell) => cell.trim() !== '').length;
  // The first row as wide as the others is the nearest to a header: a nameless column or two is nothing.
  const width = Math.max(...candidates.map(filled));
  const widest = candidates.find((row) => filled(row) >= 0.8 * width)!;
  try {
    recognise(widest.cells, said);
  } catch (refusal) {
    return { refusal };
  }
  throw new Error('A header that is none was recognised');
}

function isRepeated(cells: readonly string[], header: readonly string[]): boolean {
  return cells[0] === header[0] && cells.length === header.length && cells.every((cell, at) => cell === header[at]);
}

function noteOnSheets({ tables }: SourceFile, at: number): Words {
  const others = tables.filter((_, other) => other !== at).map(({ sheet }) => `"${sheet}"`);
  return say`Read from the sheet "${tables[at]!.sheet!}"; not from ${others.slice(0, 5).join(', ')}.`;
}

/** Columns that are read and have a namesake: which of them is meant, only the file's maker knows. */
function notesOnTwins({ columns }: Recognised, header: readonly string[]): readonly Words[] {
  const read = [...new Set(Object.values(columns).flatMap((column) => column ?? []))];
  return read.flatMap(({ header: name }) => {
    const same = header.filter((text) => plainName(text) === plainName(name)).length;
    return same > 1 ? [say`${count(same)} columns are called ${name}: the first of them is read.`] : [];
  });
}
