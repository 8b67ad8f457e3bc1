import { createHash } from 'node:crypto';
import { count, say, sentences, type Words } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { ImportChecks, ImportPreview, ImportRequest } from '../../types/imports.ts';
import type { Reject } from '../../types/quality.ts';
import type { Shop } from '../../types/shop.ts';
import { LostDigits, NothingFits, TooLarge } from '../errors.ts';
import { openWatch } from '../identities/watch.ts';
import type { Recognised } from '../layouts/index.ts';
import { type Column, type Layout, type Misfit, type Numbered, type OrderLine, plainName } from '../layouts/layout.ts';
import { openWords } from './dictionary.ts';
import type { Formats } from './formats.ts';
import { formatImportId } from './id.ts';
import { importLimits } from './limits.ts';
import { previewOf } from './preview.ts';
import { type Certainty, type OpenedContext, openContext } from './read-context.ts';
import { type AtTheEnd, openImport } from './record.ts';
import { openRejects } from './rejects.ts';
import { openRevenueChoices } from './revenue-choice.ts';
import type { TextRow } from './source.ts';
import { openStatusWords } from './status-words.ts';

/**
 * Rows to one write transaction. 4,000 take 10 to 30 ms: other writers of the file, who promise things to people, wait
 * no longer than that, and the fsync of each commit is still shared by many rows.
 */
const ROWS_PER_TRANSACTION = 4000;
const MAX_VALUE = 200;

/** What is known before the first row is read. */
export type Table = Recognised & {
  readonly request: Omit<ImportRequest, 'path'>;
  readonly sha256: string;
  readonly shop: Shop;
  readonly header: readonly string[];
  readonly notes: readonly Words[];
  /** What was looked at before the first row was read. */
  readonly checks?: ImportChecks | null;
};

/** How its cells are written, and how sure that is. */
export type How = { readonly formats: Formats; readonly certainty: Certainty };

/** What keeps rows out: their own faults, by line, and those of others they belong to. */
export type Problems = {
  readonly byLine: ReadonlyMap<number, string>;
  isHurt(cells: readonly string[]): boolean;
};

/** A table on its way into the shop, row by row. */
export type Loading = {
  take(row: TextRow): void;
  /** What storing it would come to. Nothing is stored: to be followed by discard and forget. */
  preview(): ImportPreview;
  /** The rows that could not be stored so far, and what they belong to. */
  problems(): Problems;
  /** Makes the rows visible and gives the number of the import. Throws when not one of them fits. */
  finish(atTheEnd?: AtTheEnd): number;
  /** After a failure anywhere: takes the rows out again. */
  discard(): void;
  /** After that: as if it had never begun. */
  forget(): void;
};

/**
 * Begins to load a table. Rows go in by short transactions under an import that is 'loading', where no question sees
 * them; the last transaction makes it 'stored'.
 *
 * @throws {ImportBusy} or SameFile
 */
export function openLoading(db: Connection, table: Table, how: How): Loading {
  const { request, sha256, shop, layout, columns, header } = table;
  const { formats } = how;
  const context = contextOf(layout, table, how);
  const read = layout.reader(columns, context);
  const revenue = openRevenueChoices(layout, columns, context);
  const watch = openWatch(layout, columns, { context, isAccepted: request.decisions?.checks === 'ignore' });
  const ids = layout.fields.flatMap(({ name, reads }) => (reads === 'id' && columns[name] ? [columns[name]] : []));
  const notes = [
    ...table.notes,
    ...formats.notes,
    ...(layout.basis ? [say`Money: ${layout.basis}`] : []),
    ...(layout.notesOn?.(columns, header) ?? []),
  ];
  const columnsSha = shaOfColumns(layout.name, header);
  const record = openImport(db, { request, shop, layout, sha256, columnsSha, notes });
  const store = layout.grain.open(db, { importId: record.id, columns, words: openWords(db, record.id) });
  const rejects = openRejects(db, record.id);
  let waiting: Numbered<unknown>[] = [];
  let taken = 0;
  let rowsRead = 0;
  let rejected = 0;
  const statuses = openStatusWords(layout, columns);
  const end = () => ({ rowsRead, rejected, store, notes: statuses?.notes() ?? [] });

  function reject(line: number, misfit: Misfit): void {
    rejected++;
    rejects.add({ line, ...misfit });
  }

  function flush(): void {
    record.write(() => {
      store.store(waiting, reject);
      rejects.write();
    });
    waiting = [];
    taken = 0;
  }

  /** The last of the rows. */
  function close(): void {
    context.settle();
    flush();
    while (store.rest?.()) flush();
    record.write(store.close);
  }

  return {
    take({ line, cells }) {
      rowsRead++;
      if (rowsRead > importLimits.rows) {
        throw new TooLarge(say`The file has more than ${count(importLimits.rows)} rows.`);
      }
      for (const column of ids) refuseLostDigits(cells, column, line);
      const content = fits(cells, header) ? read(cells, line) : wrongWidth(cells, header);
      if (isMisfit(content)) {
        reject(line, content);
        store.miss(cells);
      } else if (store.take) {
        statuses?.see(cells, content as OrderLine);
        store.take(line, content, reject);
        taken++;
      } else waiting.push({ line, content });
      revenue?.see(cells);
      watch?.see(line, cells);
      if (waiting.length + taken + rejects.waiting() >= ROWS_PER_TRANSACTION) flush();
    },
    problems: () => ({ byLine: rejects.byLine(), isHurt: store.isHurt }),
    preview() {
      close();
      const counted = record.measure(end());
      const told = [...notes, ...(statuses?.notes() ?? []), ...(store.notes?.() ?? [])];
      const days = store.days();
      return previewOf(db, {
        id: record.id,
        table,
        checks: watch?.end() ?? table.checks ?? null,
        notes: told,
        rowsRead,
        rejected,
        counted,
        days,
        revenue: revenue?.end() ?? [],
      });
    },
    finish(atTheEnd) {
      close();
      if (rejected === rowsRead) {
        record.note(end());
        throw nothingFits(formatImportId(record.id), rowsRead, rejects.first());
      }
      record.finish({ ...end(), checks: watch?.end() ?? table.checks ?? null, atTheEnd });
      return record.id;
    },
    discard: record.discard,
    forget: record.forget,
  };
}

/** Readers for the cells of a file, as its layout and its formats have them. */
export function contextOf(
  layout: Layout,
  { request, shop }: Pick<Table, 'request' | 'shop'>,
  { formats, certainty }: How,
): OpenedContext {
  return openContext({
    currency: shop.currency,
    formats,
    certainty,
    answers: request.decisions ?? {},
    fileZone: layout.fixed.zone ?? shop.zone,
    shopZone: shop.zone,
    before: request.learnedAt,
  });
}

function isMisfit(content: unknown): content is Misfit {
  return typeof content === 'object' && content !== null && 'reason' in content;
}

/** The same columns of the same kind of file: what was decided once is remembered by this. */
export function shaOfColumns(layout: string, header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([layout, ...header.map(plainName)]))
    .digest('hex');
}

const rounded = /^-?\d(?:[.,]\d+)?E\+\d{2}$/i;

/** What Excel makes of a long number. */
function refuseLostDigits(cells: readonly string[], column: Column, line: number): void {
  const cell = cells[column.index];
  if (cell === undefined || !cell.includes('+') || !rounded.test(cell.trim())) return;
  throw new LostDigits({ column: column.header, value: cell.trim(), line });
}

/** Cells that the header does not name may be there when they are empty: spreadsheets leave them. */
function fits(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length === header.length || (cells.length > header.length && !cells.slice(header.length).some(Boolean));
}

function wrongWidth(cells: readonly string[], header: readonly string[]): Misfit {
  const reason = say`has ${count(cells.length)} cells where the header has ${count(header.length)}`;
  return { column: '', value: cells.join(' ').slice(0, MAX_VALUE), reason };
}

function nothingFits(id: string, rows: number, first: Reject | null): NothingFits {
  const none = say`0 of ${count(rows)} rows fit.`;
  if (!first) return new NothingFits(id, none);
  const { line, column, value, reason } = first;
  const why =
    column === ''
      ? say`First reason, on line ${String(line)}: ${reason}.`
      : say`First reason, on line ${String(line)}, ${column} "${value.slice(0, MAX_VALUE)}": ${reason}.`;
  return new NothingFits(id, sentences(none, why));
}
