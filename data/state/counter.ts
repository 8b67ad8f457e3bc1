import { type Named, named } from '../../words/say.ts';
import type { Connection } from '../database.ts';

/** Gives out the next id of a kind: "F-1", "F-2", … Inside the caller's transaction, so that none is given twice. */
export function nextId(db: Connection, prefix: string): Named {
  const number = db
    .prepare<[string], number>(
      'INSERT INTO counter (prefix, last) VALUES (?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last',
    )
    .pluck()
    .get(prefix);
  return named(`${prefix}-${number}`);
}
