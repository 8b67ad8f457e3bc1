import type { Connection } from '../../database.ts';
import { manyInserts } from './insert.ts';

/** Beyond this many words kept at once, the least trouble is to ask the table again. */
const CACHE_SIZE = 1_000_000;
/**
 * New words fall anywhere in the index of words, and every page that changed is written out with its transaction. So they
 * wait until they are many, are sorted, and go in by slices, each of which falls on few pages and takes some 30 ms.
 */
const SORTED_TOGETHER = 100_000;
const WRITTEN_TOGETHER = 10_000;

type Table = 'customer' | 'product' | 'campaign' | 'sale_channel' | 'sale_place';

/** The number of a word of the shop, given out on first use. Null stays null. */
export type Dictionary = {
  idOf(ref: string | null): number | null;
  /** The number it has, if it has one. */
  find(ref: string): number | undefined;
};

/** A dictionary whose new words wait until they are many. Rows may use their numbers before. */
export type PatientDictionary = Dictionary & {
  /** With each batch, inside its transaction: writes some of the words that wait. */
  write(): void;
  /** After the last batch: whether words wait. They are written by further batches until none does. */
  rest(): boolean;
  /** How many words were asked for; null when there were too many to tell. */
  used(): number | null;
};

/** A dictionary table as seen by one import, which is noted as the first to name what is new. */
export function openDictionary(db: Connection, table: Table, importId: number): Dictionary {
  const select = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE ref = ?`).pluck();
  const insert = db.prepare<[string, number]>(`INSERT INTO ${table} (ref, import_id) VALUES (?, ?)`);
  const ids = new Map<string, number>();

  const find = (ref: string) => ids.get(ref) ?? select.get(ref);

  return {
    find,
    idOf(ref) {
      if (ref === null) return null;
      const id = find(ref) ?? Number(insert.run(ref, importId).lastInsertRowid);
      ids.set(ref, id);
      return id;
    },
  };
}

/**
 * The same for words by the hundred thousand. Numbers are counted here and not by SQLite: one import runs at a time, and
 * while words wait, nobody else adds to the table.
 */
export function openPatientDictionary(db: Connection, table: Table, importId: number): PatientDictionary {
  const select = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE ref = ?`).pluck();
  const insert = manyInserts(db, table, ['id', 'ref', 'import_id']);
  const lastId = db.prepare<[], number | null>(`SELECT MAX(id) FROM ${table}`).pluck();
  let nextId = 1;
  /** While the table has only words that are in memory, another one is new. */
  let isInTable = false;
  let hasForgotten = false;
  const ids = new Map<string, number>();
  let waiting: string[] = [];
  let sorted: string[] = [];

  const find = (ref: string) => ids.get(ref) ?? (isInTable ? select.get(ref) : undefined);

  /** Others may have added to the table since the last of the words was written. */
  function lookAgain(): void {
    if (waiting.length + sorted.length > 0) return;
    const last = lastId.get() ?? 0;
    if (last >= nextId) isInTable = true;
    nextId = last + 1;
  }

  function sort(): void {
    if (sorted.length > 0) return;
    sorted = waiting.sort();
    waiting = [];
  }

  function rest(): boolean {
    sort();
    return sorted.length > 0;
  }

  function writeSlice(): void {
    insert(sorted.splice(-WRITTEN_TOGETHER).flatMap((ref) => [ids.get(ref)!, ref, importId]));
  }

  return {
    find,
    idOf(ref) {
      if (ref === null) return null;
      let id = ids.get(ref);
      if (id !== undefined) return id;
      lookAgain();
      id = isInTable ? select.get(ref) : undefined;
      if (id === undefined) {
        id = nextId++;
        waiting.push(ref);
      }
      ids.set(ref, id);
      return id;
    },
    write() {
      if (waiting.length > SORTED_TOGETHER) sort();
      writeSlice();
      if (ids.size <= CACHE_SIZE) return;
      while (rest()) writeSlice();
      ids.clear();
      isInTable = hasForgotten = true;
    },
    rest,
    used: () => (hasForgotten ? null : ids.size),
  };
}
