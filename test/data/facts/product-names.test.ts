import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { emptyShop, jakarta, learnedAt } from './fixture.ts';

const file = (...rows: readonly string[]) =>
  `order_id,date,customer,sku,product_name,quantity,unit_price\n${rows.join('\n')}\n`;

it('a product keeps its name while any file is stored that tells it', async () => {
  const { load, facts } = emptyShop();
  const names = async () =>
    (await facts.series({ metric: 'revenue', by: 'product', period: 'day', before: '2026-05-01' })).slices.map(
      ({ name }) => name,
    );
  await load(file('1,2026-04-01,ana,A,Kopi,1,100', '2,2026-04-02,bo,B,Teh,1,100'), { shop: jakarta });
  await load(file('3,2026-04-03,ana,A,Kopi,1,100', '4,2026-04-04,bo,B,,1,100'), { shop: jakarta });
  expect(await names()).toEqual(['Kopi (A)', 'Teh (B)']);

  await facts.imports.undo('I-1', learnedAt);
  expect(await names()).toEqual(['Kopi (A)', 'B']);
});

it('names from before each import had its own are those of every import that sold the product', () => {
  const folder = join(import.meta.dirname, '../../../data/facts/migrations');
  const files = readdirSync(folder).sort();
  const db = new Database(':memory:');
  const run = (name: string) => db.exec(readFileSync(join(folder, name), 'utf8'));
  const later = files.findIndex((name) => name.startsWith('0012'));
  for (const name of files.slice(0, later)) run(name);
  for (const id of [1, 2, 3]) {
    db.prepare(
      `INSERT INTO import (id, name, sha256, status, layout, shop, learned_at, owner_pid, alive_at)
       VALUES (?, 'a.csv', ?, 'stored', 'generic', '{}', 0, 0, 0)`,
    ).run(id, `${id}`);
    db.prepare(
      `INSERT INTO sale_order (id, import_id, ref, happened_at, day, lines, net_minor, sale_lines, sale_quantity, sale_minor)
       VALUES (?, ?, ?, 0, 0, 1, 100, 1, 1, 100)`,
    ).run(id, id, `${id}`);
  }
  db.exec(
    `INSERT INTO product (id, ref, import_id, name) VALUES (1, 'A', 1, 'Kopi'), (2, 'B', 2, NULL), (3, 'C', 3, 'Teh')`,
  );
  const sold = db.prepare(
    'INSERT INTO sale_line (order_id, line, product_id, day, quantity, amount_minor, kind) VALUES (?, ?, ?, 0, 1, 100, 0)',
  );
  for (const [order, line, product] of [
    [1, 1, 1],
    [2, 1, 1],
    [2, 2, 1],
    [2, 3, 2],
  ])
    sold.run(order, line, product);

  run(files[later]!);

  const names = db.prepare('SELECT product_id, import_id, name FROM product_name').raw().all();
  expect(names).toEqual([
    [1, 1, 'Kopi'],
    [1, 2, 'Kopi'],
    [3, 3, 'Teh'],
  ]);
  db.close();
});
