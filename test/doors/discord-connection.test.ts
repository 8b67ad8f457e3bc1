import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inEnglish } from '../../words/tell.ts';
import { hold } from '../support/hold.ts';
import { ana, budi, discordForTest } from './discord-street.ts';

/** The connection to Discord, from its start to its end. */

describe('the connection', () => {
  it('refuses a wrong token', async () => {
    const { street } = await discordForTest();
    await expect(street.open({ token: 'MTAx.wrong.token' })).rejects.toThrow();
  });

  it.each(['askToReconnect', 'cut'] as const)(
    'comes back after %s, and answers what was asked meanwhile',
    async (how) => {
      const { discord, house, door } = await discordForTest();
      discord.gateway[how]();
      const { message } = await discord.runs(ana, 'forecast');
      await discord.until(() => discord.gateway.resumed === 1);
      await discord.runs(budi, 'forecast');

      expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
      expect(house.calls.map(({ caller }) => caller.user)).toEqual([ana.id, budi.id]);
      expect(discord.gateway.identified).toBe(1);
      expect(inEnglish(door.state())).toBe('connected as @sextant');
    },
  );

  it('begins anew when Discord has forgotten its session: of what was asked meanwhile it never hears', async () => {
    const { discord, house, door } = await discordForTest();
    // The library begins a session every five seconds, and no faster.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
    onTestFinished(() => void vi.useRealTimers());
    discord.gateway.forgets();
    discord.sends(ana, 'forecast');

    await discord.until(() => discord.gateway.identified === 2);
    const { message } = await discord.runs(budi, 'forecast');

    expect(message!.embeds[0]!.title).toBe('Revenue, next 8 weeks');
    expect(house.calls.map(({ caller }) => caller.user)).toEqual([budi.id]);
    expect(discord.gateway.resumed).toBe(0);
    expect(door.isConnected()).toBe(true);
    expect(inEnglish(door.state())).toBe('connected as @sextant');
  });

  it('waits for what is in flight before it closes', async () => {
    const { discord, house, door } = await discordForTest();
    const { working, finish } = hold();
    house.waitsFor = working;
    discord.sends(ana, 'forecast');
    await discord.until(() => house.calls.length === 1 || discord.world.messages.length === 1);

    const closed = door.close();
    const late = await discord.runs(budi, 'forecast');
    finish();
    await closed;

    expect(late.message!.embeds[0]!.description).toContain('restarted');
    expect(discord.seenBy(ana)).toMatchObject([{ embeds: [{ title: 'Revenue, next 8 weeks' }] }]);
  });

  it('registers its commands once, and again only when they change', async () => {
    const { discord, street } = await discordForTest();
    let hash: string | null = null;
    const registered = {
      read: () => hash,
      write: (next: string) => {
        hash = next;
      },
    };
    const puts = () => discord.world.requests.filter(({ method }) => method === 'PUT').length;
    const before = puts();
    for (const others of [{}, {}, { guild: null }]) {
      await street.open({ registered, ...others });
    }

    expect(puts() - before).toBe(2);
    expect(discord.world.commands.map(({ name }) => name)).toEqual(['forecast', 'budget', 'segment', 'import']);
  });

  it('stays open when the commands cannot be registered, and says so', async () => {
    const { discord, faults, street } = await discordForTest();
    discord.faults.push({ at: 'PUT /', how: 403, body: { code: 50001, message: 'Missing Access' } });

    const door = await street.open();

    expect(inEnglish(door.state())).toBe('connected, but its commands could not be registered');
    expect(faults).toMatchObject([{ code: 50001 }]);
  });
});
