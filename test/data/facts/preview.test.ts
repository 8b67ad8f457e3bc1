import { describe, expect, it } from 'vitest';
import { AmbiguousColumn, SameFile } from '../../../data/facts/errors.ts';
import { emptyShop, fileWith, learnedAt, london, ordersFile, storedRows } from './fixture.ts';

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
  });
});
