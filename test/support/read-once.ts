import type { Connection } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import type { Facts } from '../../data/types/facts.ts';
import type { Beginning } from './beginning.ts';
import { once } from './once.ts';

/** What writes, or is quickly read. */
const plain: ReadonlySet<PropertyKey> = new Set([
  'imports',
  'asKnown',
  'holidays',
  'exports',
] satisfies (keyof Facts)[]);

/**
 * The facts of a database, each question read once for all tests that ask it of the same beginning and the same imports:
 * only imports change facts. A test may change them by hand too: once it takes `db`, or puts something in the place of a
 * question, all is read anew.
 */
export function readOnce(connection: Connection, { name }: Beginning): { db: Connection; facts: Facts } {
  let isTaken = false;
  const db = new Proxy(connection, {
    get(target, member) {
      isTaken = true;
      const value: unknown = Reflect.get(target, member);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const imports = connection.prepare('SELECT * FROM import ORDER BY id');
  const remembering = <Part extends object>(part: Part, path: string): Part =>
    new Proxy(part, {
      get(target, member) {
        const value: unknown = Reflect.get(target, member);
        const question = `${path} ${String(member)}`;
        if (plain.has(member)) return value;
        if (typeof value !== 'function') return remembering(value as object, question);
        return async (...asked: readonly unknown[]) =>
          isTaken ? value(...asked) : once(question, [name, imports.all(), asked], () => value(...asked));
      },
      set(target, member, value) {
        isTaken = true;
        return Reflect.set(target, member, value);
      },
    });
  return { db, facts: remembering(openFacts(connection), 'facts') };
}
