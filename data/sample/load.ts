import { createHash } from 'node:crypto';
import type { Connection } from '../database.ts';
import { addDays, toEpochDay, zoneClock } from '../days.ts';
import { loadRows } from '../facts/import/load.ts';
import { PARTS_PER_MINOR } from '../facts/money.ts';
import { type SampleShop, sampleShop } from './shop.ts';
import { sampleTable } from './table.ts';

/**
 * Puts the demo shop into the database by the same road as any file of orders. What a file of orders does not tell
 * (costs, kinds of campaign, spend, referrals) is stored in the transaction that makes the orders visible, so that the
 * demo is there whole or not at all. Takes about a second and a half.
 */
export function loadSample(db: Connection, sample: SampleShop): void {
  const { header, rows } = sampleTable(sample);
  const sha256 = createHash('sha256')
    .update(JSON.stringify([header, rows]))
    .digest('hex');
  // As if exported the morning after.
  const learnedAt = zoneClock(sampleShop.zone).startOf(toEpochDay(addDays(sample.lastDay, 1))) + 3_600_000;
  const request = { name: 'demo.csv', learnedAt, shop: sampleShop };
  loadRows(db, { request, sha256, header, rows }, (_, importId) => storeTheRest(db, sample, importId));
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
