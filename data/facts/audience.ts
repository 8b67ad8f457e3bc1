import type { Connection } from '../database.ts';
import type { Facts } from '../types/facts.ts';

type Row = { readonly ref: string | null; readonly consent: number | null; readonly contactedDay: number | null };

/** What has to be known of customers before a message goes to them. */
export function audienceFacts(db: Connection): Facts['audience'] {
  const select = db.prepare<[string], Row>(
    `WITH asked AS MATERIALIZED (SELECT key AS place, value AS id FROM json_each(?)),
       contacted AS MATERIALIZED (
         SELECT customer_id AS id, MAX(day) AS day FROM current_contact WHERE is_treated GROUP BY customer_id),
       consent AS MATERIALIZED (
         SELECT subject_id AS id, number FROM current_trait WHERE subject = 'customer' AND name = 'consent')
     SELECT customer.ref AS ref, consent.number AS consent, contacted.day AS contactedDay
     FROM asked LEFT JOIN customer ON customer.id = asked.id AND customer.import_id IN (SELECT id FROM stored_import)
       LEFT JOIN contacted ON contacted.id = customer.id LEFT JOIN consent ON consent.id = customer.id
     ORDER BY place`,
  );
  return async (ids) => {
    const rows = select.all(JSON.stringify(Array.from(ids)));
    return {
      ref: rows.map(({ ref }) => ref),
      consent: Int8Array.from(rows, ({ consent }) => (consent === null ? -1 : Number(consent > 0))),
      contactedDay: Int32Array.from(rows, ({ contactedDay }) => contactedDay ?? -1),
    };
  };
}
