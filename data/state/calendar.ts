import type { Connection } from '../database.ts';
import type { Calendar, CalendarEntry, NewCalendarEntry } from './types/calendar.ts';
import { textOf, wordsOf } from './words.ts';

type Row = Omit<CalendarEntry, 'source'> & { readonly source: string };

const columns = 'id, name, kind, first_day AS "from", last_day AS "to", country, source';

export function openCalendar(db: Connection): Calendar {
  const list = db.prepare<[string | null], Row>(
    `SELECT ${columns} FROM calendar_event WHERE removed_at IS NULL AND (country IS NULL OR country = ?)
     ORDER BY first_day, name`,
  );
  // Every change is one version: what stood at one is what the first so many changes left.
  const listAt = db.prepare<[{ country: string | null; version: number }], Row>(
    `WITH change AS (
       SELECT id, added_at AS at, 0 AS removes FROM calendar_event
       UNION ALL SELECT id, removed_at, 1 FROM calendar_event WHERE removed_at IS NOT NULL),
     done AS MATERIALIZED (SELECT id, removes FROM change ORDER BY at, removes, id LIMIT @version)
     SELECT ${columns} FROM calendar_event
     WHERE id IN (SELECT id FROM done) AND id NOT IN (SELECT id FROM done WHERE removes)
       AND (country IS NULL OR country = @country)
     ORDER BY first_day, name`,
  );
  const add = db.prepare<[Omit<NewCalendarEntry, 'source'> & { source: string; at: number }], Row>(
    `INSERT INTO calendar_event (name, kind, first_day, last_day, country, source, added_at)
     VALUES (@name, @kind, @from, @to, @country, @source, @at) ON CONFLICT DO NOTHING RETURNING ${columns}`,
  );
  const remove = db.prepare<[number, number], Row>(
    `UPDATE calendar_event SET removed_at = ? WHERE id = ? AND removed_at IS NULL RETURNING ${columns}`,
  );
  const version = db.prepare<[], number>('SELECT COUNT(*) + COUNT(removed_at) FROM calendar_event').pluck();
  return {
    list: (country) => list.all(country).map(toEntry),
    add: (entry, at) => orNull(add.get({ ...entry, source: textOf(entry.source), at })),
    remove: (id, at) => orNull(remove.get(at, id)),
    version: () => version.get()!,
    at: (version) => ({
      list: (country) => listAt.all({ country, version }).map(toEntry),
      version: () => version,
    }),
  };
}

function orNull(row: Row | undefined): CalendarEntry | null {
  return row ? toEntry(row) : null;
}

function toEntry(row: Row): CalendarEntry {
  return { ...row, source: wordsOf(row.source) };
}
