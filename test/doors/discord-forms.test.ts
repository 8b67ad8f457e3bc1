import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeDiscord } from '../fakes/discord/server.ts';
import { ana, type DiscordStreet, discordStreet } from './discord-street.ts';

/** Forms over Discord: what they bring, and what becomes of them when they are refused. */

let discord: FakeDiscord;
let house: DiscordStreet['house'];
let street: DiscordStreet;

beforeEach(async () => {
  street = await discordStreet();
  ({ discord, house } = street);
  await street.open();
});

afterEach(() => street.close());

const csv = (name: string) => ({ name, content: Buffer.from('a,b\n1,2\n') });
const refused = { outcome: 'refused', title: 'That is no order', tone: 'careful' } as const;

describe('a form that brings files', () => {
  it('opens where a command came without one, with what was typed in it', async () => {
    const { modal } = await discord.runs(ana, 'import', { kind: 'customers', columns: 'date=When' });

    expect(modal).toMatchObject({
      title: '/import',
      components: [
        { label: 'File, or several that belong together', component: { type: 19, min_values: 1, max_values: 10 } },
        { label: 'what it holds', component: { type: 3, required: false } },
        { label: 'which column holds what', component: { type: 4, value: 'date=When' } },
      ],
    });
    expect(house.calls).toEqual([]);
  });

  it('asks for the file and what can be chosen: free text only where it was typed', async () => {
    const { modal } = await discord.runs(ana, 'import');

    expect(modal!.components.map(({ label }) => label)).toEqual([
      'File, or several that belong together',
      'what it holds',
    ]);
  });

  it('brings several to the command with what was filled in, and leaves nothing of them on disk', async () => {
    const { modal } = await discord.runs(ana, 'import');
    await expect(discord.submits(ana, modal!, {})).rejects.toThrow('Discord asks for 1 to 10 files');

    const { message } = await discord.submits(ana, modal!, { kind: 'orders' }, [csv('a.csv'), csv('b.csv')]);

    expect(message!.embeds[0]!.title).toBe('Read orders');
    expect(house.calls).toMatchObject([
      { name: 'import', input: { kind: 'orders' }, uploads: [{ name: 'a.csv' }, { name: 'b.csv' }] },
    ]);
    expect(house.uploaded?.toString()).toBe('a,b\n1,2\n');
    expect(house.calls[0]!.uploads!.some(({ path }) => existsSync(path))).toBe(false);
  });

  it('comes back with all that was typed when its file is refused', async () => {
    const { modal } = await discord.runs(ana, 'import', { columns: 'date=When' });
    house.says = refused;
    const { message } = await discord.submits(ana, modal!, { kind: 'orders', columns: 'date=Day' }, [csv('a.csv')]);

    const again = await discord.clicks(ana, message!, 'Back to the form');

    expect(again.modal!.components.map(({ component }) => component.value ?? component.options)).toEqual([
      undefined,
      [expect.objectContaining({ value: 'orders', default: true }), expect.objectContaining({ default: false })],
      'date=Day',
    ]);
    house.says = {};
    const done = await discord.submits(ana, again.modal!, {}, [csv('b.csv')]);
    expect(done.message!.embeds[0]!.title).toBe('Read orders');
    expect(house.calls.at(-1)!.input).toEqual({ kind: 'orders', columns: 'date=Day' });
  });

  it('comes back when the file could not be fetched', async () => {
    const { modal } = await discord.runs(ana, 'import');
    const tooLarge = { ...csv('a.csv'), statedSize: 1e9 };

    const { message } = await discord.submits(ana, modal!, { kind: 'orders' }, [tooLarge]);

    expect(message!.embeds[0]!.title).toBe('The file was not taken');
    expect((await discord.clicks(ana, message!, 'Back to the form')).modal!.title).toBe('/import');
    expect(house.calls).toEqual([]);
  });

  it('opens from a button too', async () => {
    house.says = { actions: [{ label: 'Import a file', style: 'plain', ask: { name: 'import', input: {} } }] };
    const { message } = await discord.runs(ana, 'forecast');

    const { modal } = await discord.clicks(ana, message!, 'Import a file');

    expect(modal!.title).toBe('/import');
  });
});

describe('a field whose label is too long for Discord', () => {
  it('has the whole of it underneath', async () => {
    const label = 'Cross-channel retargeting of baskets left behind in March';
    const form = {
      title: 'Adjust',
      submit: 'Go',
      fields: [{ name: 'a', label, kind: 'text', required: true }],
    } as const;
    house.says = { actions: [{ label: 'Adjust', style: 'plain', ask: { name: 'budget approve', input: {} }, form }] };
    const { message } = await discord.runs(ana, 'forecast');

    const { modal } = await discord.clicks(ana, message!, 'Adjust');

    expect(modal!.components).toMatchObject([
      { label: 'Cross-channel retargeting of baskets left be…', description: label },
    ]);
  });
});

describe('a form of several pages', () => {
  it('comes back whole when it is refused, with all that was typed on each page', async () => {
    const fields = Array.from(
      { length: 7 },
      (_, i) => ({ name: `f${i}`, label: `F ${i}`, kind: 'text', required: false }) as const,
    );
    const form = { title: 'Adjust', submit: 'Go', fields };
    const ask = { name: 'budget reject', input: { id: 'P-31', version: '2', reason: 'r' } };
    house.says = { actions: [{ label: 'Adjust', style: 'plain', ask, form }] };
    const card = await discord.runs(ana, 'forecast');
    const first = await discord.clicks(ana, card.message!, 'Adjust');
    const between = await discord.submits(ana, first.modal!, { f0: 'zero', f4: 'four' });
    const second = await discord.clicks(ana, between.message!, 'Continue');
    house.says = refused;
    const { message } = await discord.submits(ana, second.modal!, { f6: 'six' });

    const again = await discord.clicks(ana, message!, 'Back to the form');

    expect(again.modal!.title).toBe('Adjust · 1/2');
    const later = await discord.submits(ana, again.modal!, { f4: '' });
    const end = await discord.clicks(ana, later.message!, 'Continue');
    await discord.submits(ana, end.modal!, {});
    expect(house.calls.at(-1)!.input).toEqual({ ...ask.input, f0: 'zero', f6: 'six' });
  });
});
