import type { Connection } from '../database.ts';
import type { People, Person, PersonId } from './types/people.ts';

export function openPeople(db: Connection): People {
  const find = db.prepare<[string, string], Person>(
    'SELECT door, user, name, role FROM person WHERE door = ? AND user = ?',
  );
  const list = db.prepare<[], Person>('SELECT door, user, name, role FROM person ORDER BY added_at, door, user');
  const set = db.prepare<[Person & { by: PersonId; at: number }]>(
    `INSERT INTO person (door, user, name, role, added_by, added_at) VALUES (@door, @user, @name, @role, @by, @at)
     ON CONFLICT DO UPDATE SET name = @name, role = @role, added_by = @by, added_at = @at`,
  );
  const remove = db.prepare<[string, string]>('DELETE FROM person WHERE door = ? AND user = ?');
  return {
    find: (door, user) => find.get(door, user) ?? null,
    list: () => list.all(),
    set(person, by, at) {
      set.run({ ...person, by, at });
    },
    remove: (door, user) => remove.run(door, user).changes === 1,
  };
}
