import { describe, expect, it } from 'vitest';
import type { Rendered } from '../../src/told.ts';
import { shop } from '../fakes/discord/house.ts';
import { ana, discordForTest } from './discord-street.ts';

/** Who asks in Discord, and what they are offered while they type. */

const digest: Rendered = { title: 'The week', tone: 'plain', parts: [], shop, language: 'en' };

describe('what is being typed', () => {
  const known = Array.from({ length: 40 }, (_, i) => ({ value: `P-${i}`, label: `P-${i} · Rina` }));

  it('is offered what is known of its kind, as many as Discord lists', async () => {
    const { discord, house } = await discordForTest();
    house.suggests = [{ value: 'x'.repeat(101), label: 'too long to send' }, ...known];

    const offered = await discord.types(ana, 'budget show', 'proposal', 'p-');

    expect(offered).toHaveLength(25);
    expect(offered[0]).toEqual({ name: 'P-0 · Rina', value: 'P-0' });
    expect(house.wishes).toEqual([{ command: 'budget show', argument: 'proposal', typed: 'p-' }]);
    expect(house.calls).toEqual([]);
  });

  it('is offered nothing rather than nothing in time', async () => {
    const { discord, house } = await discordForTest({ patienceMs: 10 });
    house.suggests = new Promise(() => {});

    expect(await discord.types(ana, 'budget show', 'proposal', '')).toEqual([]);
  });

  it('is let go when it comes late, and checked again when it is sent', async () => {
    const { discord, faults } = await discordForTest();
    const answered = () => discord.world.requests.filter(({ path }) => path.endsWith('/callback')).length;
    discord.types(ana, 'budget show', 'proposal', 'P', { lateMs: 3200 }).catch(() => {});
    await discord.until(() => answered() === 1);

    const { message } = await discord.runs(ana, 'budget show', { proposal: 'nonsense' });

    expect(message!.embeds[0]!.title).toBe('I did not understand that');
    expect(faults).toEqual([]);
  });
});

describe('who asks', () => {
  const roles = { '31': 'viewer', '32': 'analyst' } as const;
  it('brings what the roles of the server give at this moment, the most of them', async () => {
    const { discord, house } = await discordForTest({ roles });
    const given = async (held: readonly string[]) => {
      await discord.runs({ ...ana, roles: held }, 'forecast');
      return house.calls.at(-1)!.caller.given;
    };

    expect(await given([])).toBeUndefined();
    expect(await given(['31', '99'])).toBe('viewer');
    expect(await given(['31', '32'])).toBe('analyst');
    expect(await given(['99'])).toBeUndefined();
  });

  it('is told in the language of their Discord, or in the one they chose', async () => {
    const { discord, house, street } = await discordForTest({ languageOf: ({ language = 'en' }) => language });
    const card = await discord.runs({ ...ana, locale: 'id' }, 'budget plan', { total: '100M' });
    expect(house.calls[0]!.caller.language).toBe('id');

    const question = await discord.clicks({ ...ana, locale: 'id' }, card.message!, 'Approve');
    expect(question.message!.components[0]!.components.map(({ label }) => label)).toEqual(['Ya, Approve', 'Batal']);
    await street.open({ languageOf: () => 'en' });
    const again = await discord.clicks({ ...ana, locale: 'id' }, card.message!, 'Why?');
    expect(again.message).not.toBeNull();
  });

  it('asks in the channel when they ask in its thread, and is answered in the thread', async () => {
    const { discord, house, door } = await discordForTest();
    const { ref: above } = await door.outlet.post(discord.world.channel, { ...digest, title: 'The week' }, 'digest');
    const ask = { name: 'forecast', input: { weeks: 3 } };
    const detail = { ...digest, title: 'A detail', actions: [{ label: 'Why?', style: 'plain' as const, ask }] };
    await door.outlet.post(discord.world.channel, detail, 'detail', above);
    const inThread = discord.seenBy(ana).find(({ channel }) => channel === above)!;

    const { message } = await discord.clicks(ana, inThread, 'Why?');

    expect(message).toMatchObject({ channel: above, onlyFor: ana.id, embeds: [{ title: 'Revenue, next 3 weeks' }] });
    expect(house.calls[0]!.caller.channel).toBe(discord.world.channel);
  });
});
