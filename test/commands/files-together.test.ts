import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Upload } from '../../commands/call.ts';
import { databaseFile, fact, houseOn, temporaryFolder, terminal, words } from '../support/house.ts';
import { olistFiles } from '../support/olist.ts';

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
    const { house, facts } = houseOn(databaseFile('empty'));
    const answer = await house.ask({ name: 'import', input: {} }, terminal, { uploads: uploadsOf(olistFiles) });

    expect(answer.title).toBe('I-1 · olist_orders_dataset.csv and 2 more: imported');
    expect(await facts.coverage()).toMatchObject({ orders: 1, customers: 1, importIds: ['I-1'] });
  });

  it('are looked at as one, and imported by a click', async () => {
    const { house, facts } = houseOn(databaseFile('empty'));
    const card = await house.ask({ name: 'data add', input: {} }, terminal, { uploads: uploadsOf(olistFiles) });
    expect(card.title).toBe('olist_orders_dataset.csv and 2 more · 2 rows · Olist');
    expect(fact(card, 'New').value).toBe(2);
    expect((await facts.coverage()).orders).toBe(0);

    const { ask } = card.actions!.find(({ label }) => label === 'Import')!;
    await house.ask(ask, terminal);
    expect((await facts.coverage()).orders).toBe(1);
  });

  it('name the one that is missing', async () => {
    const { house } = houseOn(databaseFile('empty'));
    const { 'olist_customers_dataset.csv': _, ...some } = olistFiles;
    const answer = await house.ask({ name: 'import', input: {} }, terminal, { uploads: uploadsOf(some) });
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain('Of Olist, orders, order items came; still needed: customers.');
  });
});
