import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Quality } from '../../../data/types/quality.ts';
import { emptyShop, jakarta, learnedAt, uciFile } from './fixture.ts';

const path = join(import.meta.dirname, '../../../../shared/data/online-retail/online_retail.csv.gz');
const isThere = existsSync(path);

describe('quality', () => {
  it('counts what is missing, impossible and twice, and nothing else', async () => {
    const { facts, load } = emptyShop();
    await load(
      uciFile(
        '1,A,Mug,2,12/1/2010 8:26,2.50,7,United Kingdom',
        '1,A,Mug,2,12/1/2010 8:26,2.50,7,United Kingdom',
        '1,B,Cup,1,12/1/2010 8:26,0,7,United Kingdom',
        '2,A,Mug,1,12/2/2010 9:00,2.50,,United Kingdom',
        'C3,A,Mug,-1,12/3/2010 9:00,2.50,7,United Kingdom',
        '4,A,lost,-10,12/4/2010 9:00,0,,United Kingdom',
        'A5,B,Adjust bad debt,1,12/5/2010 9:00,-11.00,,United Kingdom',
        '6,A,Mug,x,12/5/2010 9:00,2.50,7,United Kingdom',
      ),
    );

    const quality = await facts.quality();

    expect(quality.lines).toMatchObject({
      lines: 7,
      orders: 5,
      withoutPrice: 1,
      negativePrices: 1,
      writtenOff: 1,
      returned: 1,
      returnedMinor: -250,
      future: 0,
    });
    expect(quality.duplicates).toEqual({ rows: 1, orders: 1, minor: 500 });
    expect(quality.withoutCustomer).toMatchObject({ lines: 3, orders: 3 });
    expect(quality.rejected).toEqual([{ id: 'I-1', layout: 'UCI Online Retail', name: 'orders.csv', rejected: 1 }]);
    expect(quality.reasons).toMatchObject([{ column: 'Quantity', rows: 1 }]);
    expect(quality.currencies).toEqual(['GBP']);
  });

  it('finds a huge order and that it was taken back, also in another shop than the published one', async () => {
    const { facts, load } = emptyShop();
    const usual = Array.from(
      { length: 1500 },
      (_, i) => `${i + 10},A,Mug,${1 + (i % 5)},12/1/2010 8:26,2.50,${i % 90},UK`,
    );
    await load(
      uciFile(
        ...usual,
        '5,Z,Pen,9000,12/9/2010 9:15,2,7,UK',
        'C6,Z,Pen,-9000,12/9/2010 9:27,2,7,UK',
        '8,Z,Pen,8000,12/9/2010 9:15,2,8,UK',
        'C9,Z,Pen,-8000,12/9/2010 9:27,2,9,UK',
      ),
    );

    const { outliers } = await facts.quality();

    expect(outliers.map(({ order, undoneAfterMs }) => [order, undoneAfterMs])).toEqual([
      ['5', 12 * 60_000],
      ['8', null],
    ]);
  });

  it('counts only what counts: an undone import is not looked at', async () => {
    const { facts, load } = emptyShop();
    await load('order_id,date,customer,sku,quantity,unit_price\n1,2026-04-01,,A,1,1000\n', { shop: jakarta });
    await facts.imports.undo('I-1', learnedAt + 1);
    expect((await facts.quality()).lines.lines).toBe(0);
  });

  it('answers for an empty shop', async () => {
    const { lines, duplicates, outliers, sources } = await emptyShop().facts.quality();
    expect([lines.lines, duplicates.rows, outliers, sources]).toEqual([0, 0, [], []]);
  });
});

describe.skipIf(!isThere)(`quality of UCI Online Retail${isThere ? '' : ` (skipped: ${path} is missing)`}`, () => {
  const { facts } = emptyShop();
  let quality: Quality;
  beforeAll(async () => {
    await facts.imports.load({ path, name: 'online_retail.csv.gz', learnedAt, shop: null });
    quality = await facts.quality();
  }, 120_000);

  it('finds both known orders that were cancelled minutes later', () => {
    expect(quality.outliers.slice(0, 2)).toEqual([
      {
        order: '581483',
        product: '23843',
        day: '2011-12-09',
        quantity: 80_995,
        minor: 16_846_960,
        undoneAfterMs: 720_000,
      },
      {
        order: '541431',
        product: '23166',
        day: '2011-01-18',
        quantity: 74_215,
        minor: 7_718_360,
        undoneAfterMs: 960_000,
      },
    ]);
  });

  it('counts what is published of the file', () => {
    expect(quality.withoutCustomer.lines).toBe(135_080);
    expect(quality.lines).toMatchObject({ returned: 9288, negativePrices: 2, zeroQuantities: 0 });
    // pandas finds 5,268 by all eight columns; three more differ only in words or minute.
    expect(quality.duplicates.rows).toBe(5271);
  });
});
