import { type Connection, connect, openDatabase } from '../../data/database.ts';

let made: Buffer | undefined;

/** An empty database in memory, up to date. The migrations run once for all of them. */
export function emptyDatabase(): Connection {
  made ??= openDatabase(':memory:').serialize();
  return connect(made);
}
