import type { Connection } from '../../database.ts';
import type { ImportRequest, Reject, Shop } from '../../types.ts';
import { NothingFits, OtherCurrency, ShopUnknown } from '../errors.ts';
import { type Recognised, recognise } from '../layouts/index.ts';
import type { Misfit } from '../layouts/layout.ts';
import { minorDigits } from '../money.ts';
import type { TextRow } from './csv.ts';
import { formatImportId } from './id.ts';
import { type NumberedLine, openOrderStore } from './order-store.ts';
import { type AtTheEnd, openImport } from './record.ts';
import { openRejects } from './rejects.ts';
import { timeReader } from './time-reader.ts';

/**
 * Rows to one write transaction. 4,000 take 10 to 30 ms: other writers of the file, who promise things to people, wait
 * no longer than that, and the fsync of each commit is still shared by many rows.
 */
const ROWS_PER_TRANSACTION = 4000;
const MAX_VALUE = 200;

/** What is known before the first row is read. */
export type Table = {
  readonly request: Omit<ImportRequest, 'path'>;
  readonly sha256: string;
  readonly header: readonly string[];
  /** May name the currency. */
  readonly firstRow: readonly string[];
};

/** A table on its way into the shop, row by row. */
export type Loading = {
  take(row: TextRow): void;
  /** Makes the rows visible and gives the number of the import. Throws when not one of them fits. */
  finish(atTheEnd?: AtTheEnd): number;
  /** After a failure anywhere: takes the rows out again. */
  discard(): void;
};

/**
 * Begins to load a table. Rows go in by short transactions under an import that is 'loading', where no question sees
 * them; the last transaction makes it 'stored'.
 *
 * @throws {UnreadableFile} {@link OtherCurrency}, and ImportBusy or SameFile
 */
export function openLoading(db: Connection, { request, sha256, header, firstRow }: Table): Loading {
  const { layout, columns } = recognise(header, request.mapping);
  const shop = shopOf({ layout, columns }, request.shop ?? firstShop(db), firstRow);
  const read = layout.reader(columns, {
    currency: shop.currency,
    minorPerMajor: 10 ** minorDigits(shop.currency),
    timeOf: timeReader({ fileZone: layout.fixed.zone ?? shop.zone, shopZone: shop.zone, before: request.learnedAt }),
  });
  const record = openImport(db, { request, shop, layout: layout.name, sha256 });
  const store = openOrderStore(db, record.id, columns);
  const rejects = openRejects(db, record.id);
  const { sums } = store.tally;
  let waiting: NumberedLine[] = [];
  let rowsRead = 0;

  function reject(line: number, misfit: Misfit): void {
    sums.rejected++;
    rejects.add({ line, ...misfit });
  }

  function flush(): void {
    record.write(() => {
      store.store(waiting, reject);
      rejects.write();
    });
    waiting = [];
  }

  return {
    take({ line, cells }) {
      rowsRead++;
      const content = fits(cells, header) ? read(cells) : wrongWidth(cells, header);
      if ('reason' in content) reject(line, content);
      else waiting.push({ line, content });
      if (waiting.length + rejects.waiting() >= ROWS_PER_TRANSACTION) flush();
    },
    finish(atTheEnd) {
      flush();
      if (sums.stored + sums.known === 0) {
        record.note({ rowsRead, tally: store.tally });
        throw nothingFits(formatImportId(record.id), rowsRead, rejects.first());
      }
      record.finish({ rowsRead, tally: store.tally, atTheEnd });
      return record.id;
    },
    discard: record.discard,
  };
}

/** A shop that was never set up is what its first file took it for: two files must not count in two currencies. */
function firstShop(db: Connection): Shop | null {
  const stored = db
    .prepare<[], string>("SELECT shop FROM import WHERE status = 'stored' ORDER BY id LIMIT 1")
    .pluck()
    .get();
  return stored === undefined ? null : (JSON.parse(stored) as Shop);
}

/** The shop as set up; until then as the layout has it, in the currency that the first row names. */
function shopOf({ layout, columns }: Recognised, shop: Shop | null, firstRow: readonly string[]): Shop {
  if (!shop) {
    const named = firstRow[columns.currency?.index ?? -1]?.trim().toUpperCase() ?? '';
    if (/^[A-Z]{3}$/.test(named)) return { ...layout.shop, currency: named };
    if (!layout.fixed.currency) throw new ShopUnknown(layout.name);
    return layout.shop;
  }
  const { currency } = layout.fixed;
  if (currency && currency !== shop.currency) throw new OtherCurrency({ file: currency, shop: shop.currency });
  return shop;
}

/** Cells that the header does not name may be there when they are empty: spreadsheets leave them. */
function fits(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length === header.length || (cells.length > header.length && !cells.slice(header.length).some(Boolean));
}

function wrongWidth(cells: readonly string[], header: readonly string[]): Misfit {
  const reason = `has ${cells.length} cells where the header has ${header.length}`;
  return { column: '', value: cells.join(' ').slice(0, MAX_VALUE), reason };
}

function nothingFits(id: string, rows: number, first: Reject | null): NothingFits {
  const counted = `0 of ${rows.toLocaleString('en-US')} rows fit.`;
  if (!first) return new NothingFits(id, counted);
  const cell = first.column === '' ? 'the row' : `${first.column} "${first.value.slice(0, MAX_VALUE)}"`;
  return new NothingFits(id, `${counted} First reason, line ${first.line}: ${cell} ${first.reason}.`);
}
