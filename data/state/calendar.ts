import type { Connection } from '../database.ts';
import type { Calendar, CalendarEntry, NewCalendarEntry } from './types.ts';

const columns = 'id, name, kind, first_day AS "from", last_day AS "to", country, source';

export function openCalendar(db: Connection): Calendar {
  const list = db.prepare<[string | null], CalendarEntry>(
    `SELECT ${columns} FROM calendar_event WHERE removed_at IS NULL AND (country IS NULL OR country = ?)
     ORDER BY first_day, name`,
  );
  const add = db.prepare<[NewCalendarEntry & { at: number }], CalendarEntry>(
    `INSERT INTO calendar_event (name, kind, first_day, last_day, country, source, added_at)
     VALUES (@name, @kind, @from, @to, @country, @source, @at) ON CONFLICT DO NOTHING RETURNING ${columns}`,
  );
  const remove = db.prepare<[number, number], CalendarEntry>(
    `UPDATE calendar_event SET removed_at = ? WHERE id = ? AND removed_at IS NULL RETURNING ${columns}`,
  );
  const version = db.prepare<[], number>('SELECT COUNT(*) + COUNT(removed_at) FROM calendar_event').pluck();
  return {
    list: (country) => list.all(country),
    add: (entry, at) => add.get({ ...entry, at }) ?? null,
    remove: (id, at) => remove.get(at, id) ?? null,
    version: () => version.get()!,
  };
}
