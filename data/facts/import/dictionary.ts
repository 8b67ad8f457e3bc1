import type { Connection } from '../../database.ts';

/** Beyond this many words kept at once, the least trouble is to ask the table again. */
const CACHE_SIZE = 200_000;

type Table = 'customer' | 'product' | 'campaign' | 'sale_channel' | 'sale_place';

/** The number of a word of the shop, given out on first use. Null stays null. */
export type Dictionary = {
  idOf(ref: string | null): number | null;
  /** The number it has, if it has one. */
  find(ref: string): number | undefined;
  /** Lets go of words kept in memory when there are many. Not inside a transaction that may yet fail. */
  rest(): void;
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
    rest() {
      if (ids.size > CACHE_SIZE) ids.clear();
    },
  };
}
