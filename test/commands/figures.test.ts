import { describe, expect, it } from 'vitest';
import { fileWith, jakarta } from '../data/facts/fixture.ts';
import { begun } from '../support/beginning.ts';
import { fact, houseOn, table, words } from '../support/house.ts';

const learnedAt = Date.parse('2026-05-01T00:00:00Z');
const header = [
  'Periode Waktu,Klaim',
  ...['Penjualan', 'Pesanan', 'Tingkat Penggunaan', 'Pembeli', 'Total Biaya'].flatMap((name) => [
    `${name} (Pesanan Dibuat)`,
    `${name} (Pesanan Siap Dikirim)`,
  ]),
].join(',');

/** A shop with vouchers of February and of 25 days of April. */
async function shopWithVouchers() {
  const shop = houseOn(begun('empty'));
  shop.state.shop.set(jakarta);
  const february = '01-02-2026-28-02-2026,1.000,2.000.000,1.800.000,200,180,"20,00%","18,00%",150,140,100.000,90.000';
  const april = '01-04-2026-25-04-2026,3.000,4.000.000,3.600.000,300,270,"10,00%","9,00%",250,240,300.000,270.000';
  for (const row of [february, april]) {
    const path = fileWith(`${header}\n${row}\n`);
    await shop.facts.imports.load({ path, name: 'voucher.csv', learnedAt, shop: jakarta });
  }
  return shop;
}

describe('/data figures', () => {
  it('adds up what adds up, and computes rates from the sums', async () => {
    const { say } = await shopWithVouchers();
    const answer = await say('/data figures of:voucher');
    expect(answer.title).toContain('shopee voucher');
    expect(fact(answer, 'Claims')).toMatchObject({ value: 4000, unit: 'count' });
    expect(fact(answer, 'Cost (ready to ship)')).toMatchObject({ value: 360_000, unit: 'money' });
    // (1,800,000 + 3,600,000) / 360,000 − 1, where the months alone have 19 and 12.3.
    expect(fact(answer, 'Attributed ROI (ready to ship)').value).toBeCloseTo(14, 9);
    expect(
      answer.parts.some((part) => part.kind === 'facts' && part.facts.some(({ label }) => label.startsWith('Buyers'))),
    ).toBe(false);
    expect(words(answer)).toContain('No total, because periods do not add up: Buyers.');
    // 0.125 = 500 of 4,000 claims, and not the mean of 20% and 10%.
    expect(words(answer)).toMatch(/2026-02,28,.*,0\.2,0\.18,I-1/);
  });

  it('names the gap between months, the month that is not whole, and the import behind each', async () => {
    const { say } = await shopWithVouchers();
    const answer = await say('/data figures of:"shopee voucher"');
    expect(words(answer)).toContain('31 days');
    const { columns, rows } = table(answer);
    expect(rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
      ['2026-02', '28', 'I-1'],
      ['2026-04', '25 of 30', 'I-2'],
    ]);
    expect(columns).toHaveLength(rows[0]!.length);
  });

  it('answers for some days only', async () => {
    const { say } = await shopWithVouchers();
    const answer = await say('/data figures of:voucher from:2026-03-01');
    expect(fact(answer, 'Claims')).toMatchObject({ value: 3000, receipt: 'I-2' });
    // until: is the last day, as everywhere.
    expect(fact(await say('/data figures of:voucher until:2026-02-28'), 'Claims').value).toBe(1000);
    expect((await say('/data figures of:voucher until:2026-02-27')).outcome).toBe('refused');
    expect((await say('/data figures of:voucher from:2026-04-26')).title).toContain('Nothing of shopee voucher');
  });

  it('lists the reports that came in, and helps with a misspelt one', async () => {
    const { say } = await shopWithVouchers();
    expect(table(await say('/data figures')).rows).toEqual([
      ['shopee voucher', '2026-02-01', '2026-04-25', 'I-1, I-2'],
    ]);
    const refused = await say('/data figures of:vocher');
    expect(refused.outcome).toBe('refused');
    expect(words(refused)).toContain('Did you mean "voucher"?');
  });

  it('says what to bring while there is none', async () => {
    const answer = await houseOn(begun('empty')).say('/data figures');
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain('/import');
  });
});
