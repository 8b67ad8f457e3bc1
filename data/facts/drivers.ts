import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { DriverCut } from '../types/series.ts';
import { labels } from './labels.ts';
import { lineKinds } from './layouts/layout.ts';

type Row = {
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly product: string | null;
  readonly place: string | null;
  /** The product as series call it: two may have one name. */
  readonly productSlice: string | null;
  readonly revenueMinor: number;
  readonly baseMinor: number;
};

/** What sold in a window and before it, cut four ways in one pass over the lines. */
export function driverFacts(db: Connection): Facts['drivers'] {
  const sums = db.prepare<{ base: number; from: number; before: number }, Row>(`
    WITH ${labels},
    sold AS (
      SELECT campaign_id, channel_id, place_id, product_id,
        SUM(CASE WHEN l.day >= @from THEN amount_minor ELSE 0 END) AS revenue_minor,
        SUM(CASE WHEN l.day < @from THEN amount_minor ELSE 0 END) AS base_minor
      FROM sale_line AS l JOIN stored_order AS o ON o.id = l.order_id
      WHERE l.day >= @base AND l.day < @before AND l.kind <> ${lineKinds.void}
      GROUP BY campaign_id, channel_id, place_id, product_id
    )
    SELECT campaign.ref AS campaign, sale_channel.ref AS channel, IFNULL(product.name, product.ref) AS product,
      product.slice_name AS productSlice, sale_place.ref AS place, revenue_minor AS revenueMinor, base_minor AS baseMinor
    FROM sold
      LEFT JOIN campaign ON campaign.id = campaign_id
      LEFT JOIN sale_channel ON sale_channel.id = channel_id
      LEFT JOIN sale_place ON sale_place.id = place_id
      LEFT JOIN product_label AS product ON product.id = product_id`);
  return {
    async cuts({ base, from, before, of }) {
      const all = sums.all({ base: toEpochDay(base), from: toEpochDay(from), before: toEpochDay(before) });
      const rows = of ? all.filter((row) => row[of.by === 'product' ? 'productSlice' : of.by] === of.name) : all;
      return (['campaign', 'channel', 'product', 'place'] as const).map((by) => cutOf(rows, by));
    },
  };
}

function cutOf(rows: readonly Row[], by: DriverCut['by']): DriverCut {
  const members = new Map<string | null, { revenue: number; base: number }>();
  for (const row of rows) {
    const member = members.get(row[by]) ?? { revenue: 0, base: 0 };
    member.revenue += row.revenueMinor;
    member.base += row.baseMinor;
    members.set(row[by], member);
  }
  const sums = [...members.values()];
  return {
    by,
    names: [...members.keys()],
    revenueMinor: Float64Array.from(sums, ({ revenue }) => revenue),
    baseMinor: Float64Array.from(sums, ({ base }) => base),
  };
}
