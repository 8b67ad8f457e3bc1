import { expect, it } from 'vitest';
import { emptyShop, london } from './fixture.ts';

const header = 'Date,Campaign name,Amount spent (GBP)';
const file = (...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

function spendOf({ db }: ReturnType<typeof emptyShop>) {
  return db
    .prepare<[], { ref: string; day: number; spend: number | null }>(
      `SELECT ref, day, spend_minor AS spend FROM current_spend JOIN campaign ON campaign.id = campaign_id
       ORDER BY ref, day`,
    )
    .all();
}

it('adds up the lines of a campaign and a day, and keeps an unknown cost unknown', async () => {
  const bench = emptyShop();
  const report = await bench.load(
    file('2026-04-01,Spring,10.50', '2026-04-01,Spring,2', '2026-04-02,Spring,', '2026-04-02,Mail,3'),
    { shop: london },
  );
  expect(report).toMatchObject({ layout: 'daily spend', grain: 'daily spend', rows: 4, stored: 4, rejected: 0 });
  expect(report.figures).toEqual([{ name: 'Spend', value: 1550, unit: 'money' }]);
  expect(spendOf(bench).map(({ ref, spend }) => [ref, spend])).toEqual([
    ['Mail', 300],
    ['Spring', 1250],
    ['Spring', null],
  ]);
});

it('takes a newer file at its word, knows what is told again, and gives the older word back when it is undone', async () => {
  const bench = emptyShop();
  await bench.load(file('2026-04-01,Spring,10', '2026-04-02,Spring,20'), { shop: london });
  const second = await bench.load(file('2026-04-01,Spring,10', '2026-04-02,Spring,25', '2026-04-03,Spring,5'), {
    shop: london,
  });
  expect(second).toMatchObject({ rows: 3, stored: 2, known: 1, corrected: 1, rejected: 0 });
  expect(spendOf(bench).map(({ spend }) => spend)).toEqual([1000, 2500, 500]);
  await bench.facts.imports.undo(second.id, second.startedAt);
  expect(spendOf(bench).map(({ spend }) => spend)).toEqual([1000, 2000]);
});

it('comes out the same in any order', async () => {
  const january = file('2026-01-31,Spring,10');
  const overlapping = file('2026-01-31,Spring,12', '2026-02-01,Spring,7');
  const results = [];
  for (const files of [
    [january, overlapping],
    [overlapping, january],
  ]) {
    const bench = emptyShop();
    for (const each of files) await bench.load(each, { shop: london });
    results.push(spendOf(bench));
  }
  expect(results[0]).toEqual(results[1]);
});

it('rejects a row without a campaign, below zero or in another money, by its line', async () => {
  const bench = emptyShop();
  const report = await bench.load(
    'date,campaign,spend,currency\n2026-04-01,,1,GBP\n2026-04-01,Mail,-1,GBP\n2026-04-01,Mail,1,EUR\n2026-04-01,Mail,1,GBP\n',
    { shop: london },
  );
  expect(report).toMatchObject({ rows: 4, stored: 1, rejected: 3 });
  expect((await bench.facts.imports.rejects(report.id, 9)).map(({ line }) => line)).toEqual([2, 3, 4]);
});

it('remembers what was decided for a file with the same columns', async () => {
  const bench = emptyShop();
  const first = 'date,campaign,spend\n03/04/2026,Mail,1\n';
  await expect(bench.load(first, { shop: london })).rejects.toThrow(/day\/month/);
  await bench.load(first, { shop: london, decisions: { date: 'day/month' }, by: 'slack:U1' });
  const next = await bench.load('date,campaign,spend\n05/04/2026,Mail,1\n', { shop: london });
  expect(next.decisions).toEqual({ date: 'day/month' });
  expect(next.firstDay).toBe('2026-04-05');
});

it('says where a week is put on its first day', async () => {
  const weekly = await emptyShop().load('Week,Campaign,Cost\n2026-04-06,Spring,70\n', { shop: london });
  expect(weekly.notes).toContain('Week names the first day of a period: its cost stands on that day.');
  const daily = await emptyShop().load(file('2026-04-01,Spring,10'), { shop: london });
  expect(daily.notes.join()).not.toContain('first day');
});
