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
  const dictionary = openPatientDictionary(db, table, importId);
  return {
    find: dictionary.find,
    idOf(ref) {
      const id = dictionary.idOf(ref);
      if (dictionary.rest()) dictionary.write();
      return id;
    },
  };
}

/** The same for words by the hundred thousand. Numbers are counted here and not by SQLite: one import runs at a time. */
export function openPatientDictionary(db: Connection, table: Table, importId: number): PatientDictionary {
  const select = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE ref = ?`).pluck();
  const insert = manyInserts(db, table, ['id', 'ref', 'import_id']);
  let nextId = 1 + (db.prepare<[], number | null>(`SELECT MAX(id) FROM ${table}`).pluck().get() ?? 0);
  /** While the table was empty and nothing forgotten, a word that is not in memory is new. */
  let isInTable = nextId > 1;
  let hasForgotten = false;
  const ids = new Map<string, number>();
  let waiting: string[] = [];
  let sorted: string[] = [];

  const find = (ref: string) => ids.get(ref) ?? (isInTable ? select.get(ref) : undefined);

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
