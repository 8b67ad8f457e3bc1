import type { Connection } from '../../database.ts';
import { manyInserts } from './insert.ts';
import { lastWordId } from './words.ts';

/** Beyond this many words kept at once, the least trouble is to ask the table again. */
const CACHE_SIZE = 1_000_000;
/**
 * New words fall anywhere in the index of words, and every page that changed is written out with its transaction. So they
 * wait until they are many, are sorted, and go in by slices, each of which falls on few pages of the index. In the table
 * they stand by number and a slice falls on all pages of those sorted together: so not too many, and few at once.
 */
const SORTED_TOGETHER = 50_000;
const WRITTEN_TOGETHER = 2500;

export type WordTable = 'customer' | 'product' | 'campaign' | 'sale_channel' | 'sale_place';

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
  /** After the last batch: whether words wait. Further batches write them, until none does. */
  rest(): boolean;
  /** After the last batch, inside a transaction: the rest of the words. */
  close(): void;
  /** How many words were asked for; null when there were too many to tell, or when others ask here too. */
  used(): number | null;
};

/** The dictionaries of one import. Whatever its rows are, they count from the same. */
export type Words = {
  /** New words wait. */
  patient(table: WordTable): PatientDictionary;
  /** New words are in the table at once. Only inside a transaction. */
  prompt(table: WordTable): Dictionary;
};

/** The dictionaries as seen by one import, which is noted as the first to name what is new. */
export function openWords(db: Connection, importId: number): Words {
  const open = new Map<WordTable, SharedDictionary>();

  function of(table: WordTable): SharedDictionary {
    const known = open.get(table);
    if (known) known.share();
    const dictionary = known ?? openDictionary(db, table, importId);
    open.set(table, dictionary);
    return dictionary;
  }

  return {
    patient: of,
    prompt(table) {
      const dictionary = of(table);
      return {
        find: dictionary.find,
        idOf(ref) {
          const id = dictionary.idOf(ref);
          dictionary.close();
          return id;
        },
      };
    },
  };
}

type SharedDictionary = PatientDictionary & { share(): void };

/** Numbers are counted here and not by SQLite: one import runs at a time. */
function openDictionary(db: Connection, table: WordTable, importId: number): SharedDictionary {
  const select = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE ref = ?`).pluck();
  const insert = manyInserts(db, table, ['id', 'ref', 'import_id']);
  let nextId = 1 + lastWordId(db, table);
  /** While the table was empty and nothing forgotten, a word that is not in memory is new. */
  let isInTable = nextId > 1;
  let hasForgotten = false;
  let isShared = false;
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

  function close(): void {
    while (rest()) writeSlice();
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
      close();
      ids.clear();
      isInTable = hasForgotten = true;
    },
    rest,
    close,
    used: () => (hasForgotten || isShared ? null : ids.size),
    share() {
      isShared = true;
    },
  };
}
