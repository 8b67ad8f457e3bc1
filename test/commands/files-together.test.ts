import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Upload } from '../../commands/call.ts';
import { begun } from '../support/beginning.ts';
import { fact, houseOn, terminal, words } from '../support/house.ts';
import { olistFiles } from '../support/olist.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function uploadsOf(files: Readonly<Record<string, string>>): readonly Upload[] {
  const folder = temporaryFolder();
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return { name, path };
  });
}

describe('files that are one together', () => {
  it('come in as one import, with one receipt', async () => {
    const { house, facts } = houseOn(begun('empty'));
    const answer = await house.ask({ name: 'import', input: {} }, terminal, { uploads: uploadsOf(olistFiles) });

    expect(answer.title).toBe('I-1 · olist_orders_dataset.csv and 2 more: imported');
    expect(await facts.coverage()).toMatchObject({ orders: 1, customers: 1, importIds: ['I-1'] });
  });

  it('are looked at as one, and imported by a click', async () => {
    const { house, facts } = houseOn(begun('empty'));
    const card = await house.ask({ name: 'data add', input: {} }, terminal, { uploads: uploadsOf(olistFiles) });
    expect(card.title).toBe('olist_orders_dataset.csv and 2 more · 2 rows · Olist');
    expect(fact(card, 'New').value).toBe(2);
    expect((await facts.coverage()).orders).toBe(0);

    const { ask } = card.actions!.find(({ label }) => label === 'Import')!;
    await house.ask(ask, terminal);
    expect((await facts.coverage()).orders).toBe(1);
  });

  it('name the one that is missing', async () => {
    const { house } = houseOn(begun('empty'));
    const { 'olist_customers_dataset.csv': _, ...some } = olistFiles;
    const answer = await house.ask({ name: 'import', input: {} }, terminal, { uploads: uploadsOf(some) });
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain('Of Olist, orders, order items came; still needed: customers.');
  });
});

describe('files that each stand alone', () => {
  const toko = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-GB', demo: false };
  const orders = (ref: string, quantity = '1') =>
    `order_id,order_date,customer_id,sku,quantity,unit_price\n${ref},2026-04-01 10:00:00,C1,A,1,1000\n${ref}b,2026-04-02 10:00:00,C2,A,${quantity},1000\n`;

  it('come in though one between them does not, and each is told of', async () => {
    const { house, facts, state } = houseOn(begun('empty'));
    state.shop.set(toko);
    const uploads = uploadsOf({ 'one.csv': orders('A'), 'odd.csv': 'x,y\n1,2\n', 'two.csv': orders('B', 'many') });
    const answer = await house.ask({ name: 'import', input: {} }, terminal, { uploads });

    expect(answer).toMatchObject({ title: '2 of 3 files came in', tone: 'careful', outcome: 'answered' });
    expect(words(answer)).toContain('odd.csv did not come in');
    expect(answer.actions!.map(({ label }) => label)).toEqual([
      'Forecast',
      'Segments',
      'Look at odd.csv',
      'Get the file to fix of I-2',
      'Undo I-1',
      'Undo I-2',
    ]);
    expect((await facts.coverage()).orders).toBe(3);
  });

  it('are refused, each with its reason, when none of them fits', async () => {
    const { house, state } = houseOn(begun('empty'));
    state.shop.set(toko);
    const uploads = uploadsOf({ 'odd.csv': 'x,y\n1,2\n', 'empty.csv': '' });
    const answer = await house.ask({ name: 'import', input: {} }, terminal, { uploads });

    expect(answer).toMatchObject({ title: 'None of the 2 files came in', outcome: 'refused' });
    expect(words(answer)).toContain('empty.csv did not come in\nThe file is empty.');
    expect(answer.actions!.map(({ label }) => label)).toEqual(['Look at odd.csv']);
  });

  it('are looked at side by side when only a look is wanted', async () => {
    const { house, facts, state } = houseOn(begun('empty'));
    state.shop.set(toko);
    const uploads = uploadsOf({ 'one.csv': orders('A'), 'two.csv': orders('B') });
    const answer = await house.ask({ name: 'import', input: { preview: 'yes' } }, terminal, { uploads });
    expect(answer.actions![0]).toMatchObject({ label: 'Import all', ask: { name: 'import' } });
    expect((await facts.coverage()).orders).toBe(0);
  });
});
