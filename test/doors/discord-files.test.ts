import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { hold } from '../support/hold.ts';
import { ana, discordForTest } from './discord-street.ts';

/** Files that come with a slash command. */

describe('a file', () => {
  it('reaches the command from a temporary place that is gone afterwards', async () => {
    const { discord, house } = await discordForTest();
    const content = gzipSync('InvoiceNo,StockCode\n1,A\n');

    const { message } = await discord.runs(ana, 'import', { file: { name: 'orders.csv.gz', content } });

    expect(message!.embeds[0]!.title).toBe('Read orders.csv.gz');
    expect(house.uploaded).toEqual(content);
    expect(house.calls[0]!.uploads![0]!.name).toBe('orders.csv.gz');
    expect(house.calls[0]!.uploads![0]!.path).toMatch(/upload\.csv\.gz$/);
    expect(existsSync(house.calls[0]!.uploads![0]!.path)).toBe(false);
    expect(message!.components).toEqual([]);
  });

  it('is said how far it was read, where the answer will stand', async () => {
    const { discord, house } = await discordForTest();
    const { working, finish } = hold();
    house.waitsFor = working;
    const interaction = discord.sends(ana, 'import', { file: { name: 'o.csv', content: Buffer.from('a') } });
    await vi.waitFor(() => expect(house.progress).not.toBeNull());
    house.progress!({ words: 'Reading o.csv: 4,000 rows, 10%', share: 0.1 });
    await discord.until(() => interaction.original?.embeds[0]?.description?.includes('4,000 rows, 10%') === true);
    house.progress!({ words: 'Reading o.csv: 8,000 rows, 20%', share: 0.2 });
    finish();

    await discord.until(() => interaction.original?.embeds[0]?.title === 'Read o.csv');
    expect(discord.seenBy(ana)).toHaveLength(1);
  });

  it('is refused when it is larger than it says', async () => {
    const { discord, house } = await discordForTest({ maxUploadBytes: 1000 });
    const file = { name: 'big.csv', content: Buffer.alloc(5000), statedSize: 10 };
    const { message } = await discord.runs(ana, 'import', { file });

    expect(message!.embeds[0]).toMatchObject({ title: 'The file was not taken' });
    expect(house.calls).toEqual([]);
  });

  it('is not fetched from anywhere but Discord', async () => {
    const { discord, house } = await discordForTest({ fileOrigins: ['https://cdn.discordapp.com'] });
    const { message } = await discord.runs(ana, 'import', { file: { name: 'a.csv', content: Buffer.from('x') } });

    expect(message!.embeds[0]!.description).toContain('does not lie with Discord');
    expect(house.calls).toEqual([]);
  });
});
