import { describe, expect, it } from 'vitest';
import { toDay, toEpochDay } from '../../../data/days.ts';
import { emptyShop, london } from './fixture.ts';

const header = 'order,date,customer,sku,quantity,unit price,status,campaign';

/** A shop with two campaigns; costs: A 4.00, B not known. */
async function shopWithCampaigns() {
  const shop = emptyShop();
  await shop.load(
    [
      header,
      '1,2026-04-01,ana,A,2,10,completed,Voucher',
      '1,2026-04-01,ana,A,1,10,completed,Voucher',
      '2,2026-04-01,ben,A,1,10,cancelled,Voucher',
      '3,2026-04-02,ben,B,1,10,completed,Voucher',
      '4,2026-04-02,cem,A,1,10,completed,Ads',
      '5,2026-04-03,cem,A,1,10,completed,',
    ].join('\n'),
    { shop: london },
  );
  shop.db.prepare("UPDATE product SET unit_cost_parts = 4000000 WHERE ref = 'A'").run();
  const spend = shop.db.prepare(
    'INSERT INTO campaign_spend (campaign_id, day, import_id, line, spend_minor) VALUES (?, ?, 1, 0, ?)',
  );
  spend.run(1, toEpochDay('2026-04-01'), 500);
  spend.run(1, toEpochDay('2026-04-02'), null);
  spend.run(2, toEpochDay('2026-04-05'), 300);
  return shop;
}

describe('campaigns', () => {
  it('are named by the orders they brought', async () => {
    const { facts } = await shopWithCampaigns();
    expect(await facts.campaigns.list()).toEqual([
      { id: 1, name: 'Voucher', kind: 'other' },
      { id: 2, name: 'Ads', kind: 'other' },
    ]);
  });

  it('have a row for each day with spend or orders; what is not known is not a number, and what a file passes over is nothing', async () => {
    const { facts } = await shopWithCampaigns();

    const daily = await facts.campaigns.daily({ from: '2026-04-01', before: '2026-05-01' });

    const rows = [...daily.campaign].map((campaign, at) => [
      campaign,
      toDay(daily.day[at]!),
      daily.spendMinor[at],
      daily.salesMinor[at],
      daily.orders[at],
      daily.goodsMinor[at],
    ]);
    expect(rows).toEqual([
      [1, '2026-04-01', 500, 3000, 1, 1200],
      [1, '2026-04-02', Number.NaN, 1000, 1, Number.NaN],
      [2, '2026-04-02', 0, 1000, 1, 400],
      [2, '2026-04-05', 300, 0, 0, 0],
    ]);
  });

  it('are asked from a day on and before another', async () => {
    const { facts } = await shopWithCampaigns();
    const daily = await facts.campaigns.daily({ from: '2026-04-02', before: '2026-04-05' });
    expect([...daily.campaign]).toEqual([1, 2]);
  });
});
