import type { Connection } from '../../database.ts';
import type { ImportRequest } from '../../types.ts';
import { SameFile, UnreadableFile } from '../errors.ts';
import { readRows, type TextRow } from './csv.ts';
import { inspectFile } from './file.ts';
import { formatImportId } from './id.ts';
import { type Loading, openLoading, type Table } from './loading.ts';
import type { AtTheEnd } from './record.ts';

/**
 * Reads a file into the shop, whole or not at all: whatever goes wrong on the way, its rows are taken out again.
 *
 * @returns the number of the stored import
 * @throws {UnreadableFile} {@link SameFile}, and OtherCurrency, NothingFits or ImportBusy
 */
export async function loadFile(db: Connection, request: ImportRequest): Promise<number> {
  const source = await inspectFile(request.path);
  const earlier = db
    .prepare<[string], number>("SELECT id FROM import WHERE sha256 = ? AND status = 'stored'")
    .pluck()
    .get(source.sha256);
  if (earlier !== undefined) throw new SameFile(formatImportId(earlier));

  let loading: Loading | undefined;
  let header: TextRow | undefined;
  try {
    for await (const batch of readRows(source)) {
      for (const row of batch) {
        if (!header) header = row;
        else {
          const { cells: firstRow } = row;
          loading ??= openLoading(db, { request, sha256: source.sha256, header: header.cells, firstRow });
          loading.take(row);
        }
      }
    }
    if (!loading) throw nothingInIt(header);
    return loading.finish();
  } catch (error) {
    loading?.discard();
    throw error;
  }
}

/** The same for rows that never were a file: line 2 is the first of them. */
export function loadRows(
  db: Connection,
  { rows, ...table }: Omit<Table, 'firstRow'> & { readonly rows: readonly (readonly string[])[] },
  atTheEnd?: AtTheEnd,
): number {
  const loading = openLoading(db, { ...table, firstRow: rows[0] ?? [] });
  try {
    for (const [at, cells] of rows.entries()) loading.take({ line: at + 2, cells });
    return loading.finish(atTheEnd);
  } catch (error) {
    loading.discard();
    throw error;
  }
}

function nothingInIt(header: TextRow | undefined): UnreadableFile {
  return header
    ? new UnreadableFile('The file has a header and no rows.', 'Export it for a longer period.')
    : new UnreadableFile('The file has blank lines only.', 'Export it again.');
}
