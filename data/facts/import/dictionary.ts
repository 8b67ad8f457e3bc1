import type { Connection } from '../../database.ts';
import { manyInserts } from './insert.ts';

/** Beyond this many words kept at once, the least trouble is to ask the table again. */
const CACHE_SIZE = 1_000_000;
/**
 * So many new words go in together, in the order of the alphabet. Each alone would fall on a page of its own in the index
 * of words, and every page that changed is written out with its transaction.
 */
const WRITTEN_TOGETHER = 20_000;

type Table = 'customer' | 'product' | 'campaign' | 'sale_channel' | 'sale_place';

/** The number of a word of the shop, given out on first use. Null stays null. */
export type Dictionary = {
  idOf(ref: string | null): number | null;
  /** The number it has, if it has one. */
  find(ref: string): number | undefined;
};

/** A dictionary whose new words wait until they are many. Rows may use their numbers before. */
export type PatientDictionary = Dictionary & {
  /** After each batch, inside its transaction. */
  write(): void;
  /** After the last batch, inside a transaction: the rest of the words. */
  close(): void;
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
      dictionary.close();
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

  const find = (ref: string) => ids.get(ref) ?? (isInTable ? select.get(ref) : undefined);

  function close(): void {
    if (waiting.length === 0) return;
    insert(waiting.sort().flatMap((ref) => [ids.get(ref)!, ref, importId]));
    waiting = [];
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
      const isFull = ids.size > CACHE_SIZE;
      if (isFull || waiting.length > WRITTEN_TOGETHER) close();
      if (!isFull) return;
      ids.clear();
      isInTable = hasForgotten = true;
    },
    close,
    used: () => (hasForgotten ? null : ids.size),
  };
}
