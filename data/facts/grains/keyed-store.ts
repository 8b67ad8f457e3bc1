import { type Said, say } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { ImportFigure } from '../../types/imports.ts';
import type { EpochDay, Instant } from '../../types/shop.ts';
import { manyInserts } from '../import/insert.ts';
import type { Counted, Misfit, Numbered, Store } from '../layouts/layout.ts';

type Cell = number | string | null;

/** One entry in the table: the cells of its key, then its values, in the order of the declaration. */
export type Entry = { readonly key: readonly Cell[]; readonly values: readonly Cell[] };

/** A table that keeps what every import tells under the import's own number. */
export type KeyedTable<Row> = {
  readonly table: string;
  /** Where an import has several stores on one table: which rows are of this one, in SQL. */
  readonly part?: string;
  /** The view of the newest word of stored imports. */
  readonly current: string;
  readonly key: readonly string[];
  readonly values: readonly string[];
  /** Lines of a file that tell of the same: `add up`, or the second one is rejected. */
  readonly twice: 'add up' | 'reject';
  /** What a row tells of, where the second one is rejected. */
  subjectOf?(row: Row, line: number): string;
  /** Why a row cannot be stored beside those before it; null when it can. */
  objectionTo?(row: Row): Misfit | null;
  /** What a row tells, one entry or more. Numbers of words are given out here. */
  entriesOf(row: Row, line: number): readonly Entry[];
  /** The days that a row is about; none where it is about no day. */
  daysOf(row: Row): readonly EpochDay[];
  /** The latest moment a row tells; 0 where it tells none. */
  toldAt(row: Row): Instant;
  /** Totals of all stored rows of this import. */
  figures(): readonly ImportFigure[];
  /** After the last row, inside a transaction. */
  close?(): void;
  notes?(): readonly Said[];
};

/**
 * Rows that stand alone: what a newer import says of the same key counts, and older words are kept under theirs. A row
 * of which every entry is told alike already, or told by a newer import, is known.
 */
export function openKeyedStore<Row>(db: Connection, importId: number, declared: KeyedTable<Row>): Store<Row> {
  const { table, part = 'TRUE', key, values, entriesOf, daysOf, toldAt: momentOf } = declared;
  const insert = manyInserts(db, table, [...key, 'import_id', 'line', ...values]);
  const seen = new Map<string, number>();
  const days = new Set<EpochDay>();
  let stored = 0;
  let toldAt = 0;

  /** Why a row has no place beside the earlier ones. One that has is remembered. */
  function objectionTo(line: number, content: Row): Misfit | null {
    const subject = declared.subjectOf?.(content, line);
    const first = subject === undefined ? undefined : seen.get(subject);
    if (first !== undefined)
      return { column: '', value: '', reason: say`tells again what line ${String(first)} tells` };
    const objection = declared.objectionTo?.(content) ?? null;
    if (objection === null && subject !== undefined) seen.set(subject, line);
    return objection;
  }

  function span() {
    const all = [...days];
    return all.length === 0
      ? { firstDay: null, lastDay: null }
      : { firstDay: all.reduce((a, b) => Math.min(a, b)), lastDay: all.reduce((a, b) => Math.max(a, b)) };
  }

  const counted = (): Counted => ({ ...nothing, ...span(), stored, figures: declared.figures() });

  return {
    store(batch: readonly Numbered<Row>[], reject: (line: number, misfit: Misfit) => void) {
      const cells: Cell[] = [];
      for (const { line, content } of batch) {
        const objection = objectionTo(line, content);
        if (objection) {
          reject(line, objection);
          continue;
        }
        for (const entry of entriesOf(content, line)) cells.push(...entry.key, importId, line, ...entry.values);
        for (const day of daysOf(content)) days.add(day);
        toldAt = Math.max(toldAt, momentOf(content));
        stored++;
      }
      insert(cells);
    },
    miss() {},
    isHurt: () => false,
    close: () => declared.close?.(),
    toldAt: () => toldAt,
    counted,
    compared() {
      const { known, corrected } = compare(db, importId, declared);
      return { ...counted(), stored: stored - known, known, corrected };
    },
    inTable: () =>
      db
        .prepare<[number], number>(`SELECT COUNT(DISTINCT line) FROM ${table} WHERE import_id = ? AND ${part}`)
        .pluck()
        .get(importId)!,
    days: () => [...days],
    notes: () => declared.notes?.() ?? [],
    settle() {},
  };
}

const nothing = {
  known: 0,
  corrected: 0,
  cancelledRows: 0,
  cancelledMinor: 0,
  anonymousRows: 0,
  anonymousMinor: 0,
  revenueMinor: 0,
  orders: 0,
  customers: 0,
};

/** Lines of an import that are told already, and lines that others told differently and this one replaces. */
function compare<Row>(
  db: Connection,
  importId: number,
  { table, part = 'TRUE', current, key, values, twice }: KeyedTable<Row>,
): { readonly known: number; readonly corrected: number } {
  const keys = key.join(', ');
  const whole = values.map((value) => (twice === 'add up' ? `SUM(${value}) AS ${value}` : value)).join(', ');
  // A cost that is not known is a word of its own; other blanks say nothing.
  const sameOrBlank = (value: string) =>
    `(${twice === 'add up' ? 'FALSE' : `mine.${value} IS NULL`} OR mine.${value} IS told.${value})`;
  const mine =
    twice === 'add up'
      ? `SELECT ${keys}, ${whole} FROM ${table} WHERE import_id = @importId AND ${part} GROUP BY ${keys}`
      : `SELECT ${keys}, ${whole} FROM ${table} WHERE import_id = @importId AND ${part}`;
  return db
    .prepare<[{ importId: number }], { known: number; corrected: number }>(
      `WITH mine AS (${mine}),
       judged AS (
         SELECT ${key.map((name) => `mine.${name}`).join(', ')},
           ${values.map(sameOrBlank).join(' AND ')} AS same,
           (them.told_at, them.learned_at, them.sha256) > (us.told_at, us.learned_at, us.sha256) AS is_older
         FROM mine JOIN ${current} AS told USING (${keys})
           JOIN import AS them ON them.id = told.import_id JOIN import AS us ON us.id = @importId),
       lines AS (
         SELECT line, COUNT(*) AS entries, COUNT(same) AS told, SUM(same OR is_older) AS idle
         FROM ${table} LEFT JOIN judged USING (${keys}) WHERE import_id = @importId AND ${part} GROUP BY line)
       SELECT IFNULL(SUM(idle = entries), 0) AS known,
         IFNULL(SUM(told > 0 AND idle IS NOT entries AND told > IFNULL(idle, 0)), 0) AS corrected FROM lines`,
    )
    .get({ importId })!;
}
