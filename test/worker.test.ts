import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../data/database.ts';
import { SameFile, UnreadableFile } from '../data/facts/errors.ts';
import type { ImportProgress } from '../data/types/imports.ts';
import { NotEnoughData } from '../models/errors.ts';
import { openPool } from '../src/worker/pool.ts';
import { begun, databaseFile } from './support/beginning.ts';
import { NOON } from './support/clock.ts';
import { demoHouse } from './support/house.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

function pool(kind: 'demo' | 'empty') {
  const file = databaseFile(begun(kind));
  openDatabase(file).close();
  const opened = openPool(file);
  onTestFinished(() => opened.close());
  return opened;
}

describe('the worker pool', () => {
  it('answers as the facts and models do where they stand', async () => {
    const { facts, compute } = pool('demo');
    const here = demoHouse();

    expect(await facts.coverage()).toEqual(await here.facts.coverage());
    const daily = await facts.revenue.daily({ before: '2026-04-20' });
    expect(daily).toEqual(await here.facts.revenue.daily({ before: '2026-04-20' }));
    const { firstDay, revenueMinor: values } = daily;
    const result = await compute('forecast', { firstDay, values, horizon: 7, method: 'seasonal-naive', seed: 1 });
    expect(result.method).toBe('seasonal-naive');
    expect(result.daily.typical).toBeInstanceOf(Float64Array);
  });

  it('keeps the loop of the process free while it works', async () => {
    const { facts, compute } = pool('demo');
    const { firstDay, revenueMinor: values } = await facts.revenue.daily({ before: '2026-04-20' });
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    await compute('forecast', { firstDay, values, horizon: 56, method: 'auto', seed: 1 });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });

  it('says how far it has come with a file, to the one who asked alone', async () => {
    const { factsTelling } = pool('empty');
    const path = join(temporaryFolder(), 'orders.csv');
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `O${i},2026-01-02 10:00:00,C${i % 900},SKU-${i % 70},1,12.50,USD`,
    );
    writeFileSync(path, `order_id,order_date,customer_id,sku,quantity,unit_price,currency\n${rows.join('\n')}\n`);
    const request = { path, name: 'orders.csv', learnedAt: NOON, shop: null };
    const heard: ImportProgress[] = [];
    const others: ImportProgress[] = [];

    await Promise.all([
      factsTelling((progress) => heard.push(progress)).imports.load(request),
      factsTelling((progress) => others.push(progress)).coverage(),
    ]);

    expect(heard.length).toBeGreaterThan(2);
    expect(heard.at(-1)).toMatchObject({ name: 'orders.csv', share: 1 });
    const shares = heard.map(({ share }) => share!);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(others).toEqual([]);
  });

  it('throws what was thrown, so that it can be told', async () => {
    const { facts, compute } = pool('empty');
    const short = { firstDay: '2026-01-01', values: new Float64Array(3), horizon: 7, method: 'auto', seed: 1 } as const;
    await expect(compute('forecast', short)).rejects.toBeInstanceOf(NotEnoughData);

    const path = join(temporaryFolder(), 'orders.csv');
    const request = { path, name: 'orders.csv', learnedAt: NOON, shop: null };
    writeFileSync(path, 'nothing of use');
    await expect(facts.imports.load(request)).rejects.toBeInstanceOf(UnreadableFile);
    writeFileSync(path, 'order_id,order_date,sku,quantity,unit_price,currency\n1,2026-01-02,A,1,1,USD\n');
    await facts.imports.load(request);
    const again = await facts.imports.load(request).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(SameFile);
    expect(again).toMatchObject({
      message: 'Same file as I-1, by content.',
      remedy: { said: expect.stringContaining('Nothing to do') },
    });
  });
});
