import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../data/database.ts';
import { openState } from '../data/state/open.ts';
import { openShop } from '../src/shop.ts';
import { begun, databaseFile } from './support/beginning.ts';
import { LAST_DAY, NOON } from './support/clock.ts';
import { houseOn } from './support/house.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('openShop', () => {
  const open = async (file: string, shop: Parameters<typeof openShop>[0]['shop'] = null) => {
    const told: string[] = [];
    const opened = await openShop({ file, shop, now: NOON, tell: (line) => told.push(line) });
    onTestFinished(() => void opened.db.close());
    return { ...opened, told };
  };

  it('names a file that is no database', async () => {
    const file = join(temporaryFolder(), 'notes.txt');
    writeFileSync(file, 'these are my notes, and they are long enough to have a header\n'.repeat(20));
    await expect(open(file)).rejects.toThrow(`${file} is not a database`);
  });

  it('finds the shop that a crash kept from being set up, and computes its models', async () => {
    const file = databaseFile(begun('empty'));
    const { facts } = houseOn(file);
    const path = join(temporaryFolder(), 'orders.csv');
    writeFileSync(path, 'order_id,order_date,sku,quantity,unit_price,currency\n1,2026-04-01,A,1,1,IDR\n');
    await facts.imports.load({ path, name: 'orders.csv', learnedAt: NOON, shop: null });

    const { state } = await open(file);

    expect(state.shop.read()).toMatchObject({ currency: 'IDR', demo: false });
    expect(state.schedules.claim(NOON, 1)).toMatchObject({ schedule: 'refresh', period: 'I-1' });
  });

  it('says when the configured shop is not the stored one', async () => {
    const file = databaseFile(begun('empty'));
    const toko = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en', demo: false };
    await open(file, toko);
    const { state, told } = await open(file, { ...toko, currency: 'USD' });
    expect(told.join()).toContain('This database counts in IDR, Asia/Jakarta. The configured USD');
    expect(state.shop.read()?.currency).toBe('IDR');
  });

  it('gives every shop a workspace to be posted in', async () => {
    const { state } = await open(databaseFile(begun('empty')));
    expect(state.channels.of('digest')).toEqual([{ door: 'web', channel: 'marketing' }]);
    expect(state.channels.of('approvals')).toEqual([{ door: 'web', channel: 'approvals' }]);
  });

  it('leaves a demo alone that another process is making, and opens it when it is whole', async () => {
    const demoFile = databaseFile(begun('empty'));
    const maker = openDatabase(demoFile);
    onTestFinished(() => void maker.close());
    const { memory } = openState(maker);
    memory.set('demo', 'maker', String(process.ppid), NOON);
    let isOpen = false;
    const opening = openShop({ file: undefined, shop: null, demoFile, now: NOON, tell: () => {} });
    void opening.then(() => {
      isOpen = true;
    });
    await setImmediate();
    expect(isOpen).toBe(false);

    memory.set('demo', 'until', LAST_DAY, NOON);

    const { db, state } = await opening;
    onTestFinished(() => void db.close());
    expect(state.memory.get('demo', 'maker')).toBe(String(process.ppid));
  });
});
