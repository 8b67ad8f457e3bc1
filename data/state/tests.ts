import { named } from '../../words/say.ts';
import type { Connection } from '../database.ts';
import { nextId } from './counter.ts';
import type { LeftOff, Test, Tests } from './types/lists.ts';
import { textOf, wordsOf } from './words.ts';

type Row = Omit<Test, 'leftOut' | 'name'> & { readonly leftOut: string; readonly name: string };

const columns = `id, name, run, window_days AS windowDays, base, left_out AS leftOut, made_by AS madeBy,
  made_at AS madeAt, held_share AS heldShare, reason, exported_by AS exportedBy, exported_at AS exportedAt,
  first_day AS firstDay`;

export function openTests(db: Connection): Tests {
  const insert = db.prepare(
    `INSERT INTO test (id, name, run, window_days, base, left_out, made_by, made_at, held_share, reason)
     VALUES (@id, @name, @run, @windowDays, @base, @leftOut, @madeBy, @madeAt, @heldShare, @reason)`,
  );
  const addMember = db.prepare('INSERT INTO test_member (test, customer_id, draw) VALUES (?, ?, ?)');
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM test WHERE id = ?`);
  const list = db.prepare<[number], Row>(`SELECT ${columns} FROM test ORDER BY made_at DESC, rowid DESC LIMIT ?`);
  const members = db
    .prepare<[string], [number, number]>(
      'SELECT customer_id, draw FROM test_member WHERE test = ? ORDER BY customer_id',
    )
    .raw();
  const arms = db.prepare<[string], { treated: number; held: number }>(
    `SELECT COUNT(*) - IFNULL(SUM(draw < held_share), 0) AS treated, IFNULL(SUM(draw < held_share), 0) AS held
     FROM test_member JOIN test ON test.id = test WHERE test = ?`,
  );
  const takenBy = db.prepare<[string], { id: number; isHeld: number }>(
    `SELECT customer_id AS id, MAX(draw < held_share) AS isHeld FROM test_member JOIN test ON test.id = test
     WHERE first_day IS NOT NULL AND date(first_day, '+' || window_days || ' days') > ? GROUP BY customer_id`,
  );
  const setHeld = db.prepare('UPDATE test SET held_share = ?, reason = ? WHERE id = ?');
  const setLeftOut = db.prepare('UPDATE test SET left_out = ? WHERE id = ?');
  const removeMembers = db.prepare(
    'DELETE FROM test_member WHERE test = ? AND customer_id IN (SELECT value FROM json_each(?))',
  );
  const exported = db.prepare(
    'UPDATE test SET exported_by = ?, exported_at = ?, first_day = ? WHERE id = ? AND exported_at IS NULL',
  );

  return {
    open(test, draws) {
      const id = nextId(db, 'T');
      insert.run({ ...test, id, name: textOf(test.name), leftOut: JSON.stringify(test.leftOut) });
      for (const [customer, draw] of draws(id)) addMember.run(id, customer, draw);
      return id;
    },
    find: (id) => orNull(find.get(id)),
    list: (limit) => list.all(limit).map(toTest),
    members(id) {
      const rows = members.all(id);
      return { id: Int32Array.from(rows, ([id]) => id), draw: Float64Array.from(rows, ([, draw]) => draw) };
    },
    arms: (id) => arms.get(id)!,
    running: (on) => new Map(takenBy.all(on).map(({ id, isHeld }) => [id, isHeld === 1])),
    hold(id, share, reason) {
      setHeld.run(share, reason, id);
    },
    drop(id, customers, leftOut) {
      setLeftOut.run(JSON.stringify(leftOut), id);
      removeMembers.run(id, JSON.stringify(customers));
    },
    export: (id, by, at, firstDay) => exported.run(by, at, firstDay, id).changes === 1,
  };
}

function orNull(row: Row | undefined): Test | null {
  return row ? toTest(row) : null;
}

function toTest(row: Row): Test {
  return { ...row, name: wordsOf(row.name), leftOut: leftOff(JSON.parse(row.leftOut)) };
}

/** Lists from before reasons were sentences have an object of counts by reason. */
function leftOff(kept: readonly LeftOff[] | Readonly<Record<string, number>>): readonly LeftOff[] {
  if (Array.isArray(kept)) return kept;
  return Object.entries(kept as Readonly<Record<string, number>>).map(([because, people]) => ({
    because: named(because),
    people,
  }));
}
