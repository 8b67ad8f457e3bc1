import type { Connection } from '../database.ts';
import { toEpochDay, zoneClock } from '../days.ts';
import type { Day, Instant, Shop } from '../types/shop.ts';
import { versionOf } from './import/versions.ts';

/** What a question may look at: `known` begins its statement, `at` is among its parameters. */
export type Knowledge = { readonly known: string; readonly at: At };
export type At = { readonly knownAt: Instant | null };

/**
 * Lets a statement ask `known_import`, `known_order` and `known_day` instead of the stored_* views: what counts now, or
 * what counted when a day was over. Of an order that several imports told of until then, that is the version that was
 * the newest then; an import that was taken back later still counts.
 */
export function knownTo(db: Connection, knownBy: Day | undefined): Knowledge {
  if (knownBy === undefined) return { known: knownNow, at: { knownAt: null } };
  return { known: knownThen, at: { knownAt: endOf(db, knownBy) } };
}

/** The first instant after a day, by the shop's own clock. Null for a shop that has learned nothing. */
function endOf(db: Connection, day: Day): Instant | null {
  const shop = db.prepare<[], string>('SELECT shop FROM stored_import ORDER BY id DESC LIMIT 1').pluck().get();
  return shop === undefined ? null : zoneClock((JSON.parse(shop) as Shop).zone).startOf(toEpochDay(day) + 1);
}

const knownNow = `WITH
  known_import AS (SELECT * FROM stored_import),
  known_order AS (SELECT * FROM stored_order),
  known_day AS (SELECT * FROM stored_day)`;

const knownThen = `WITH
  known_import AS MATERIALIZED (
    SELECT * FROM import
    WHERE status = 'stored' AND learned_at < @knownAt AND (undone_at IS NULL OR undone_at >= @knownAt)
  ),
  known_order AS (
    SELECT o.* FROM sale_order AS o JOIN known_import AS oi ON oi.id = o.import_id
    WHERE NOT EXISTS (
      SELECT 1 FROM sale_order AS n JOIN known_import AS ni ON ni.id = n.import_id
      WHERE n.ref = o.ref AND n.import_id <> o.import_id AND ni.layout = oi.layout AND ${versionOf('n', 'ni')} > ${versionOf('o', 'oi')})
  ),
  known_day AS (SELECT * FROM day_total WHERE import_id IN (SELECT id FROM known_import))`;
