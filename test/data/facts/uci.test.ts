import { describe, expect, it } from 'vitest';
import { OtherCurrency } from '../../../data/facts/errors.ts';
import { emptyShop, jakarta, uciFile } from './fixture.ts';

const sale = '536365,85123A,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom';
const cancellation = 'C536379,85123A,WHITE HEART,-1,2010-12-03 09:41:00,2.55,17850,United Kingdom';
const writtenOff = '536589,21777,damaged,-10,2010-12-02 16:50:00,0,,United Kingdom';
const adjusted = 'A563186,B,Adjust bad debt,1,2010-12-02 14:51:00,-11062.06,,United Kingdom';
const anonymous = '536544,21773,TIDY,2,2010-12-02 14:32:00,2.51,,United Kingdom';
const halfPenny = '536400,PADS,PADS,10,2010-12-02 10:00:00,0.001,17850,France';

describe('UCI Online Retail', () => {
  it('is recognised and brings its own currency and zone', async () => {
    const { load } = emptyShop();

    const report = await load(uciFile(sale));

    expect(report).toMatchObject({ id: 'I-1', status: 'stored', layout: 'UCI Online Retail', rows: 1, stored: 1 });
    expect(report.shop).toMatchObject({ currency: 'GBP', zone: 'Europe/London', locale: 'en-GB', demo: false });
  });

  it('nets cancellations out, on their own day', async () => {
    const { load, facts } = emptyShop();

    const report = await load(uciFile(sale, cancellation));

    expect(report).toMatchObject({ revenueMinor: 1275, cancelledRows: 1, cancelledMinor: -255, orders: 2 });
    const daily = await facts.revenue.daily({ before: '2011-01-01' });
    expect(daily.firstDay).toBe('2010-12-01');
    expect([...daily.revenueMinor]).toEqual([1530, 0, -255]);
    expect([...daily.orders]).toEqual([1, 0, 0]);
  });

  it('stores what was written off at price 0, and adjustments below it', async () => {
    const { load } = emptyShop();

    const report = await load(uciFile(sale, writtenOff, adjusted));

    expect(report).toMatchObject({ stored: 3, rejected: 0, cancelledRows: 0, revenueMinor: 1530 - 1_106_206 });
  });

  it('counts rows without a customer in revenue and not in customers', async () => {
    const { load, facts } = emptyShop();

    const report = await load(uciFile(sale, anonymous));

    expect(report).toMatchObject({ anonymousRows: 1, anonymousMinor: 502, revenueMinor: 2032, customers: 1 });
    const view = await facts.customers.view({ before: '2010-12-05' });
    expect(view.cleaning).toEqual({ rowsUsed: 1, rowsAnonymous: 1, rowsCancelledOrFree: 0 });
  });

  it('keeps prices below a penny and rounds the line once', async () => {
    const { load, db } = emptyShop();

    const report = await load(uciFile(halfPenny));

    expect(report.revenueMinor).toBe(1);
    expect(db.prepare('SELECT unit_price_parts FROM sale_line').pluck().get()).toBe(1000);
  });

  it('does not name a product after a stock note', async () => {
    const { load, db } = emptyShop();

    await load(
      uciFile('1,21777,damaged,-10,2010-12-02 16:50:00,0,,UK', '2,21777,RECIPE BOX,1,2010-12-03 16:50:00,7.95,1,UK'),
    );

    expect(db.prepare('SELECT name FROM product_name').pluck().all()).toEqual(['RECIPE BOX']);
  });

  it('rejects a cancellation that adds', async () => {
    const { load, facts } = emptyShop();

    await load(uciFile(sale, cancellation.replace(',-1,', ',1,')));

    expect(await facts.imports.rejects('I-1', 10)).toEqual([
      { line: 3, column: 'Quantity', value: '1', reason: 'is above zero on a cancelled invoice' },
    ]);
  });

  it('keeps exact duplicates of a row: two of the same may be bought', async () => {
    const { load } = emptyShop();
    expect(await load(uciFile(sale, sale))).toMatchObject({ stored: 2, revenueMinor: 3060, orders: 1 });
  });

  it('does not mix pounds into a shop that counts in rupiah', async () => {
    const { load, facts } = emptyShop();

    await expect(load(uciFile(sale), { shop: jakarta })).rejects.toThrow(OtherCurrency);
    expect(await facts.imports.list()).toEqual([]);
  });

  it('places London hours on the days of a shop elsewhere', async () => {
    const { load } = emptyShop();
    const shop = { ...jakarta, currency: 'GBP' };

    const late = sale.replace('08:26:00', '20:00:00');

    expect(await load(uciFile(late), { shop })).toMatchObject({ firstDay: '2010-12-02' });
  });
});
