import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AmbiguousColumn, SameFile } from '../../../data/facts/errors.ts';
import { emptyFolder, emptyShop, fileWith, learnedAt, london, ordersFile, storedRows } from './fixture.ts';

const rows = ['1,2026-02-10 10:00,ana,A1,2,12.50', '2,2026-03-20,ben,A2,1,3', '3,soon,ben,A1,1,3'];

function requestFor(content: string) {
  return { path: fileWith(content), name: 'orders.csv', learnedAt, shop: london };
}

describe('a preview', () => {
  it('counts what an import would, and stores nothing', async () => {
    const { facts, db } = emptyShop();
    const request = requestFor(ordersFile(...rows));

    const preview = await facts.imports.preview(request);

    expect(preview).toMatchObject({
      layout: 'generic orders',
      rows: 3,
      stored: 2,
      known: 0,
      corrected: 0,
      rejected: 1,
      revenueMinor: 2800,
      orders: 2,
      customers: 2,
      firstDay: '2026-02-10',
      lastDay: '2026-03-20',
      gaps: [{ from: '2026-02-11', to: '2026-03-19', days: 37 }],
      partialMonths: [
        { month: '2026-02', days: 19, of: 28 },
        { month: '2026-03', days: 20, of: 31 },
      ],
      last: null,
      rejects: [{ line: 4, column: 'date', value: 'soon' }],
    });
    expect(preview.columns).toContainEqual({ field: 'unitPrice', column: 'unit_price' });
    expect(Object.values(storedRows(db))).toEqual(Array(7).fill(0));
    expect(await facts.imports.list()).toEqual([]);
    expect(await facts.imports.load(request)).toMatchObject({ id: 'I-1', stored: 2, rejected: 1, revenueMinor: 2800 });
  });

  it('compares with what is known and with the last file of its kind', async () => {
    const { load, facts, db } = emptyShop();
    await load(ordersFile(...rows), { shop: london });
    const before = storedRows(db);
    const coverage = await facts.coverage();

    const preview = await facts.imports.preview({
      ...requestFor(ordersFile(rows[0]!, '2,2026-03-20,ben,A2,1,2.50', '4,2026-03-21,cem,A9,1,1')),
      learnedAt: learnedAt + 1000,
    });

    expect(preview).toMatchObject({ rows: 3, stored: 2, known: 1, corrected: 1, revenueMinor: 350 });
    expect(preview.last).toEqual({
      id: 'I-1',
      name: 'orders.csv',
      rows: 3,
      revenueMinor: 2800,
      firstDay: '2026-02-10',
      lastDay: '2026-03-20',
    });
    expect(storedRows(db)).toEqual(before);
    expect(await facts.coverage()).toEqual(coverage);
  });

  it('shows a file of which nothing fits', async () => {
    const preview = await emptyShop().facts.imports.preview(requestFor(ordersFile(rows[2]!)));
    expect(preview).toMatchObject({ rows: 1, stored: 0, rejected: 1, firstDay: null, gaps: [], partialMonths: [] });
  });

  it('refuses as an import does', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile(...rows), { shop: london });
    await expect(facts.imports.preview(requestFor(ordersFile(...rows)))).rejects.toThrow(SameFile);
    const either = requestFor(ordersFile('9,03/04/2026,ana,A1,1,1'));
    await expect(facts.imports.preview(either)).rejects.toThrow(AmbiguousColumn);
    const answered = await facts.imports.preview({ ...either, decisions: { date: 'day/month' } });
    expect(answered).toMatchObject({ firstDay: '2026-04-03', notes: ['date: read as day/month.'] });

    const settled = requestFor(
      ordersFile('9,03/04/2026,ana,A1,1,1', '10,05/04/2026,bo,A1,1,1', '11,25/04/2026,cy,A1,1,1'),
    );
    expect((await facts.imports.preview(settled)).notes).toEqual([
      'date: read as day/month, as 1 of its cells can only be; 2 could be either.',
    ]);
  });
});

describe('the file to mend', () => {
  it('has the rows that do not fit with the rest of their orders, and completes them when it comes back', async () => {
    const { load, facts } = emptyShop();
    const content = ordersFile(
      '1,2026-04-01,ana,A1,2,10',
      '2,2026-04-02,"ben, jr",A1,1,10',
      '2,2026-04-02,"ben, jr",=A2,two,5',
      '3,2026-04-03,cem,A1,1,-',
    );
    const [request, path] = [requestFor(content), join(emptyFolder(), 'fix.csv')];
    await facts.imports.load(request);

    expect(await facts.imports.fixFile(request, path)).toEqual({ rows: 3 });

    const fix = readFileSync(path, 'utf8');
    expect(fix).toBe(
      'order_id,date,customer,sku,quantity,unit_price,line,problem\n' +
        '2,2026-04-02,"ben, jr",A1,1,10,3,\n' +
        '2,2026-04-02,"ben, jr",\'=A2,two,5,4,quantity is not a number such as 1234.50\n' +
        '3,2026-04-03,cem,A1,1,-,5,unit_price is empty\n',
    );
    const mended = fix.replace(',two,', ',2,').replace(',-,', ',7,');
    const report = await load(mended, { shop: london, learnedAt: learnedAt + 1000 });
    expect(report).toMatchObject({ rows: 3, stored: 3, rejected: 0, corrected: 2 });
    expect(await facts.coverage()).toMatchObject({ orders: 3, lines: 4 });
    expect([...(await facts.revenue.daily({ before: '2026-05-01' })).revenueMinor]).toEqual([2000, 2000, 700]);
  });

  it('is not written when every row fits', async () => {
    const path = join(emptyFolder(), 'fix.csv');
    const request = requestFor(ordersFile(rows[0]!));
    expect(await emptyShop().facts.imports.fixFile(request, path)).toEqual({ rows: 0 });
    expect(existsSync(path)).toBe(false);
  });
});
