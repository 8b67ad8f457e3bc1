import { expect, it } from 'vitest';
import { databaseFile, demoHouse, fact, houseOn, rina, table, vina, words } from '../support/house.ts';

it('tells who brings customers in: by name to who works with lists, by place to all others', async () => {
  const { say, db } = demoHouse();
  const answer = await say('/network', rina);
  const [count] = db.prepare<[], [number]>('SELECT COUNT(*) FROM customer WHERE sponsor_id IS NOT NULL').raw().all();
  expect(fact(answer, 'Came through somebody').value).toBe(count![0]);
  const { rows } = table(answer);
  for (let at = 1; at < rows.length; at++) expect(Number(rows[at]![4])).toBeLessThanOrEqual(Number(rows[at - 1]![4]));
  for (const [, brought, below, chain] of rows) {
    expect(Number(below)).toBeGreaterThanOrEqual(Number(brought));
    expect(Number(chain)).toBeGreaterThanOrEqual(1);
  }
  expect(String(rows[0]![0])).toMatch(/^C\d+/);
  expect(table(await say('/network', vina)).rows[0]![0]).toBe('No. 1');
  expect(words(await say('/network share:yes', rina))).not.toMatch(/C\d{5}/);
});

it('says what is missing where nobody knows who came through whom', async () => {
  const { say, db } = houseOn(databaseFile('demo'));
  db.exec('UPDATE customer SET sponsor_id = NULL');
  expect((await say('/network')).title).toBe('I do not know who came through whom');
});
