import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../data/database.ts';
import { ImportBusy } from '../../../data/facts/errors.ts';
import { recoverImports } from '../../../data/facts/open.ts';
import { bundled } from '../../support/bundle.ts';
import { type Bench, emptyFolder, emptyShop, fileWith, london, ordersFile, storedRows } from './fixture.ts';

const small = ordersFile('a,2026-04-20 10:00,ana,A1,2,12.50', 'b,2026-04-21 10:00,ben,B1,1,3');
/** Some of its orders, customers and products are known already, most are not. */
const bigRows = Array.from(
  { length: 60_000 },
  (_, at) => `${at >> 1},2026-04-${10 + (at % 15)} 10:00,c${(at >> 1) % 5000},S${at % 300},1,2`,
);
const big = `${ordersFile('a,2026-04-20 10:00,ana,A1,2,12.50')}${bigRows.join('\n')}\n`;

let script: string;
beforeAll(async () => {
  script = await bundled(join(import.meta.dirname, '../../support/loading-process.ts'));
});

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** Starts a process that loads the big file and comes back when it is in the middle of it. */
async function halfLoaded(file: string, db: Connection): Promise<ChildProcess> {
  child = spawn(process.execPath, [script, file, fileWith(big)], { stdio: 'inherit' });
  const lines = db.prepare<[], number>('SELECT COUNT(*) FROM sale_line').pluck();
  while (lines.get()! < 8_000) await pause(10);
  return child;
}

async function kill(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL');
  await once(process, 'exit');
}

async function whatIsSeen({ facts }: Bench) {
  const before = '2026-05-01';
  return {
    coverage: await facts.coverage(),
    daily: await facts.revenue.daily({ before }),
    view: await facts.customers.view({ before }),
  };
}

describe('a process killed in the middle of an import', () => {
  it('leaves nothing to be seen, and after recovery nothing at all', async () => {
    const file = join(emptyFolder(), 'shop.db');
    const shop = emptyShop(file);
    await shop.load(small, { shop: london });
    const [seen, rows] = [await whatIsSeen(shop), storedRows(shop.db)];

    await kill(await halfLoaded(file, shop.db));

    expect(await whatIsSeen(shop)).toEqual(seen);
    expect(await shop.facts.imports.find('I-2')).toMatchObject({ status: 'loading' });
    expect(recoverImports(shop.db)).toEqual(['I-2']);
    expect(await whatIsSeen(shop)).toEqual(seen);
    expect(storedRows(shop.db)).toEqual(rows);
    expect(await shop.facts.imports.find('I-2')).toMatchObject({ status: 'failed' });
    expect(recoverImports(shop.db)).toEqual([]);
  });

  it('does not stand in the way of the next import, which comes out as if nothing had been', async () => {
    const file = join(emptyFolder(), 'shop.db');
    const shop = emptyShop(file);
    await shop.load(small, { shop: london });
    await kill(await halfLoaded(file, shop.db));

    const report = await shop.load(big, { shop: london });

    const undisturbed = emptyShop();
    await undisturbed.load(small, { shop: london });
    const expected = await undisturbed.load(big, { shop: london });
    expect(report).toMatchObject({ id: 'I-3', rows: 60_001, stored: 60_000, known: 1, rejected: 0 });
    expect(report).toEqual({ ...expected, id: 'I-3', finishedAt: report.finishedAt });
    const [seen, wanted] = [await whatIsSeen(shop), await whatIsSeen(undisturbed)];
    expect({ ...seen, coverage: { ...seen.coverage, importIds: [] } }).toEqual({
      ...wanted,
      coverage: { ...wanted.coverage, importIds: [] },
    });
  });

  it('is not taken for dead while it lives', async () => {
    const file = join(emptyFolder(), 'shop.db');
    const shop = emptyShop(file);

    const loading = await halfLoaded(file, shop.db);

    expect(recoverImports(shop.db)).toEqual([]);
    await expect(shop.load(small, { shop: london })).rejects.toThrow(ImportBusy);
    const [code] = await once(loading, 'exit');
    expect(code).toBe(0);
    expect(await shop.facts.imports.find('I-1')).toMatchObject({ status: 'stored', stored: 60_001 });
  });
});

describe('an import that was given up', () => {
  it('cannot go on: its next write fails and its rows go', async () => {
    const file = join(emptyFolder(), 'shop.db');
    const shop = emptyShop(file);
    const other = emptyShop(file);
    const loading = shop.load(big, { shop: london });
    // Its own process number: to a process that has just started, such an import is dead.
    while (recoverImports(other.db).length === 0) await pause(1);

    await expect(loading).rejects.toThrow('I-1 was given up by another process');

    expect(storedRows(shop.db)).toMatchObject({ sale_order: 0, sale_line: 0, customer: 0, day_total: 0 });
  });
});
