import { describe, expect, it } from 'vitest';
import { emptyShop, london } from './fixture.ts';

const header = 'order,date,customer,sku,quantity,unit price,status,campaign,channel,city';

async function shop() {
  const made = emptyShop();
  await made.load(
    [
      header,
      '1,2026-03-02,ana,A,1,10,completed,Voucher,Web,York',
      '2,2026-03-03,ben,B,2,10,completed,,Web,Hull',
      '3,2026-04-06,ana,A,3,10,completed,Voucher,App,York',
      '4,2026-04-07,ben,B,1,10,completed,Ads,App,York',
      '5,2026-04-07,cem,B,9,10,cancelled,Ads,App,York',
      '6,2026-04-13,cem,B,5,10,completed,Ads,App,York',
    ].join('\n'),
    { shop: london },
  );
  return made;
}

describe('drivers', () => {
  it('are four cuts of the same revenue, in the window and before it', async () => {
    const { facts } = await shop();
    const cuts = await facts.drivers.cuts({ base: '2026-03-01', from: '2026-04-06', before: '2026-04-13' });
    const read = Object.fromEntries(
      cuts.map(({ by, names, revenueMinor, baseMinor }) => [
        by,
        Object.fromEntries(names.map((name, i) => [name ?? '-', [baseMinor[i], revenueMinor[i]]])),
      ]),
    );
    expect(read).toEqual({
      campaign: { Voucher: [1000, 3000], Ads: [0, 1000], '-': [2000, 0] },
      channel: { Web: [3000, 0], App: [0, 4000] },
      product: { A: [1000, 3000], B: [2000, 1000] },
      place: { York: [1000, 4000], Hull: [2000, 0] },
    });
  });

  it('add up to the revenue of the days, whichever way it is cut', async () => {
    const { facts } = await shop();
    const { revenueMinor } = await facts.revenue.daily({ before: '2026-04-13' });
    const total = revenueMinor.slice(-7).reduce((sum, value) => sum + value, 0);
    for (const { revenueMinor: of } of await facts.drivers.cuts({
      base: '2026-03-01',
      from: '2026-04-06',
      before: '2026-04-13',
    })) {
      expect(of.reduce((sum, value) => sum + value, 0)).toBe(total);
    }
  });

  it('leave out an import that was taken back', async () => {
    const { facts, db } = await shop();
    db.exec('UPDATE import SET undone_at = 1');
    const cuts = await facts.drivers.cuts({ base: '2026-03-01', from: '2026-04-06', before: '2026-04-13' });
    expect(cuts.flatMap(({ names }) => names)).toEqual([]);
  });
});
