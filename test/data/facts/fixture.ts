import { mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { type Connection, openDatabase } from '../../../data/database.ts';
import { openFacts } from '../../../data/facts/open.ts';
import type { Facts } from '../../../data/types/facts.ts';
import type { ImportReport, ImportRequest } from '../../../data/types/imports.ts';
import type { Shop } from '../../../data/types/shop.ts';
import { emptyDatabase } from '../../support/database.ts';
import { told } from '../../support/told.ts';

/** After every date the fixtures use. */
export const learnedAt = Date.parse('2026-05-01T00:00:00Z');

export const london: Shop = { name: 'Shop', currency: 'GBP', zone: 'Europe/London', locale: 'en-GB', demo: false };
export const jakarta: Shop = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-ID', demo: false };

export type Bench = {
  readonly db: Connection;
  readonly facts: Facts;
  /** Loads a text or bytes as a file. */
  load(content: string | Uint8Array, request?: Partial<ImportRequest>): Promise<ImportReport>;
};

/** An empty shop in memory, or in a file where several processes are to see it. */
export function emptyShop(file?: string): Bench {
  const db = file === undefined ? emptyDatabase() : openDatabase(file);
  const facts = toldInEnglish(openFacts(db));
  return {
    db,
    facts,
    load: (content, request) =>
      facts.imports.load({ path: fileWith(content), name: 'orders.csv', learnedAt, shop: null, ...request }),
  };
}

/** What is said of files, refusals too, in English; columns of numbers stay as they are. */
function toldInEnglish(facts: Facts): Facts {
  const { load, preview, fixFile, list, find, undo, rejects } = facts.imports;
  const telling: Partial<Facts> = {
    asKnown: (imports) => toldInEnglish(facts.asKnown(imports)),
    series: tellingOf(facts.series),
    quality: tellingOf(facts.quality),
    imports: {
      ...facts.imports,
      load: tellingOf(load),
      preview: tellingOf(preview),
      fixFile: tellingOf(fixFile),
      list: tellingOf(list),
      find: tellingOf(find),
      undo: tellingOf(undo),
      rejects: tellingOf(rejects),
    },
  };
  // The others as they are, and not before they are asked.
  return new Proxy(facts, { get: (_, name) => Reflect.get(name in telling ? telling : facts, name) });
}

function tellingOf<Given extends unknown[], Found>(of: (...given: Given) => Promise<Found>) {
  return async (...given: Given): Promise<Found> => {
    try {
      return told(await of(...given));
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, told({ ...error })) : error;
    }
  };
}

/** A file with this content in a folder of its own. */
export function fileWith(content: string | Uint8Array, name = 'orders.csv'): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** It goes with the folder of the whole run. */
export function emptyFolder(): string {
  return mkdtempSync(join(dirname(inject('demoFile')), 'file-'));
}

const uciHeader = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** A file in the layout of UCI Online Retail. */
export function uciFile(...rows: readonly string[]): string {
  return `${[uciHeader, ...rows].join('\n')}\n`;
}

const orderColumns = 'order_id,date,customer,sku,quantity,unit_price';

/** A file of generic orders with the six usual columns. */
export function ordersFile(...rows: readonly string[]): string {
  return `${[orderColumns, ...rows].join('\n')}\n`;
}

/** Every row of the tables that an import fills. */
export function storedRows(db: Connection): Readonly<Record<string, number>> {
  const tables = ['sale_order', 'sale_line', 'customer', 'product', 'campaign', 'day_total', 'import_reject'];
  return Object.fromEntries(
    tables.map((table) => [table, db.prepare<[], number>(`SELECT COUNT(*) FROM ${table}`).pluck().get()!]),
  );
}
