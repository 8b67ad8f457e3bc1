import { createHash } from 'node:crypto';
import type { Connection } from '../database.ts';
import { addDays, toEpochDay, zoneClock } from '../days.ts';
import { loadRows } from '../facts/import/load.ts';
import { PARTS_PER_MINOR } from '../facts/money.ts';
import type { Day } from '../types/shop.ts';
import { LAST_MINUTE, type SampleLine } from './orders.ts';
import { type SampleShop, sampleShop } from './shop.ts';
import { sampleTable } from './table.ts';

/** Days of one file, both included. */
export type SampleFile = { readonly from: Day; readonly to: Day };

/**
 * Puts the demo shop into the database by the same road as any file of orders. What a file of orders does not tell
 * (costs, kinds of campaign, spend, referrals) is stored in the transaction that makes the orders visible, so that the
 * demo is there whole or not at all. Takes about a second and a half.
 *
 * @param file some days of it, as a shop would bring them; all of them, if left out
 */
export function loadSample(db: Connection, sample: SampleShop, file?: SampleFile): void {
  const part = file ? partOf(sample, file) : sample;
  const { header, rows } = sampleTable(part, { isDamaged: part.firstDay === sample.firstDay });
  const sha256 = createHash('sha256')
    .update(JSON.stringify([header, rows]))
    .digest('hex');
  // As if exported the morning after.
  const learnedAt = zoneClock(sampleShop.zone).startOf(toEpochDay(addDays(part.lastDay, 1))) + 3_600_000;
  const name = file ? `demo ${file.from} to ${file.to}.csv` : 'demo.csv';
  loadRows(db, { request: { name, learnedAt, shop: sampleShop }, sha256, header, rows }, (_, importId) =>
    storeTheRest(db, part, importId),
  );
}

/** The shop of some days: its last one must be seen to be over, see lastCompleteDay. */
function partOf(sample: SampleShop, { from, to }: SampleFile): SampleShop {
  const [first, last] = [from, to].map((day) => toEpochDay(day) - toEpochDay(sample.firstDay)) as [number, number];
  const lines = sample.lines.filter(({ day }) => day >= first && day <= last);
  const final = lines.at(-1);
  const seen = new Set(lines.map(({ customer }) => customer?.ref));
  const counted = ({ day, ...line }: SampleLine): SampleLine => ({
    ...line,
    day: day - first,
    ...(line.order === final?.order && day === final.day && { second: LAST_MINUTE }),
  });
  return {
    ...sample,
    firstDay: from,
    lastDay: to,
    customers: sample.customers.filter(({ ref }) => seen.has(ref)),
    campaigns: sample.campaigns.map((each) => ({ ...each, spend: each.spend.subarray(first, last + 1) })),
    lines: lines.map(counted),
  };
}

function storeTheRest(
  db: Connection,
  { products, customers, campaigns, firstDay }: SampleShop,
  importId: number,
): void {
  const product = db.prepare('UPDATE product SET category = ?, unit_cost_parts = ? WHERE ref = ?');
  for (const { category, cost, sku } of products) product.run(category, cost * PARTS_PER_MINOR, sku);

  const sponsor = db.prepare(
    'UPDATE customer SET sponsor_id = (SELECT id FROM customer AS sponsor WHERE sponsor.ref = ?) WHERE ref = ?',
  );
  for (const { ref, sponsor: referrer } of customers) if (referrer) sponsor.run(referrer, ref);

  const kind = db.prepare('UPDATE campaign SET kind = ? WHERE ref = ?');
  const spend = db.prepare(
    `INSERT INTO campaign_spend (campaign_id, day, import_id, line, spend_minor)
     SELECT id, ?, ?, 0, ? FROM campaign WHERE ref = ?`,
  );
  const first = toEpochDay(firstDay);
  for (const campaign of campaigns) {
    kind.run(campaign.kind, campaign.name);
    for (const [at, minor] of campaign.spend.entries()) spend.run(first + at, importId, minor, campaign.name);
  }
}
