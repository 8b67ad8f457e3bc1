import type { Connection } from '../database.ts';
import { toDay, toEpochDay } from '../days.ts';
import type { ExportedLine } from '../types/exports.ts';
import type { Facts } from '../types/facts.ts';
import { labels } from './labels.ts';
import { lineKinds } from './layouts/layout.ts';
import { PARTS_PER_MINOR } from './money.ts';

type Line = Omit<ExportedLine, 'day' | 'kind'> & { readonly day: number; readonly kind: number };

const kindWords: Readonly<Record<number, ExportedLine['kind']>> = {
  [lineKinds.sale]: 'sale',
  [lineKinds.reversal]: 'returned',
  [lineKinds.void]: 'cancelled',
  [lineKinds.other]: 'other',
};

/** What a person takes out to look at elsewhere: rows as they count now, in the shop's own words. */
export function exportFacts(db: Connection): Facts['exports'] {
  return {
    async orders({ from, before, limit }) {
      const range = { from: toEpochDay(from), before: toEpochDay(before) };
      const total = db
        .prepare<[typeof range], number>(
          'SELECT IFNULL(SUM(lines), 0) FROM stored_order WHERE day >= @from AND day < @before',
        )
        .pluck()
        .get(range)!;
      const rows = db
        .prepare<[typeof range & { limit: number }], Line>(
          `WITH ${labels}
           SELECT stored_order.ref AS "order", stored_order.day, customer.ref AS customer, product.ref AS product,
             product.name AS productName, quantity, unit_price_parts / ${PARTS_PER_MINOR}.0 AS unitPriceMinor,
             amount_minor AS minor, sale_line.kind, campaign.ref AS campaign, sale_channel.ref AS channel,
             sale_place.ref AS place
           FROM stored_order JOIN sale_line ON order_id = stored_order.id
             LEFT JOIN customer ON customer.id = customer_id LEFT JOIN product_label AS product ON product.id = product_id
             LEFT JOIN campaign ON campaign.id = campaign_id LEFT JOIN sale_channel ON sale_channel.id = channel_id
             LEFT JOIN sale_place ON sale_place.id = place_id
           WHERE stored_order.day >= @from AND stored_order.day < @before
           ORDER BY stored_order.happened_at, stored_order.id, line LIMIT @limit`,
        )
        .all({ ...range, limit });
      return { total, rows: rows.map((row) => ({ ...row, day: toDay(row.day), kind: kindWords[row.kind]! })) };
    },
    async customerNames() {
      return db.prepare<[], { id: number; ref: string }>('SELECT id, ref FROM customer ORDER BY id').all();
    },
    async figures({ limit }) {
      const total = db.prepare<[], number>('SELECT COUNT(*) FROM current_figure').pluck().get()!;
      const rows = db
        .prepare<
          [number],
          {
            fromDay: number;
            toDay: number;
            source: string;
            about: string;
            metric: string;
            basis: string;
            value: number;
          }
        >(
          `SELECT source, about, from_day AS fromDay, to_day AS toDay, metric, basis, value FROM current_figure
           ORDER BY source, about, metric, basis, from_day LIMIT ?`,
        )
        .all(limit);
      return {
        total,
        rows: rows.map(({ fromDay, toDay: until, ...row }) => ({ ...row, from: toDay(fromDay), to: toDay(until) })),
      };
    },
  };
}
