import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../data/sample/random.ts';
import { bytesOf } from '../../gen/file.ts';
import { orderFiles } from '../../gen/files/index.ts';
import { all, makeLedger } from '../../gen/ledger.ts';
import { truthOf } from '../../gen/truth.ts';
import { emptyShop } from './fixture.ts';

describe.each(orderFiles.map((file) => ({ ...file })))('$name', (file) => {
  it('tells the truth', async () => {
    const ledger = makeLedger(seededChance(1), { currency: file.currency });
    const bench = emptyShop();
    const report = await bench.load(await bytesOf(file.write(ledger, all(ledger))), { shop: ledger.shop });
    const truth = truthOf(ledger, [all(ledger)], file.tells);
    const rows = bench.db
      .prepare<[], [number, number]>(
        'SELECT day, SUM(revenue_minor) FROM stored_day GROUP BY day HAVING SUM(revenue_minor)<>0',
      )
      .raw()
      .all();
    expect(report).toMatchObject({ layout: file.layout, rejected: 0 });
    expect(new Map(rows)).toEqual(new Map([...truth.revenueByDay].sort((a, b) => a[0] - b[0])));
    expect((await bench.facts.coverage()).orders).toBe(truth.orders);
  });
});
