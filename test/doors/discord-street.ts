import { onTestFinished } from 'vitest';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { type DiscordOptions, openDiscord } from '../../src/discord/door.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { madeUpHouse } from '../fakes/discord/house.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';

export const picture = Buffer.from('a picture');
export const ana = { id: '7001', name: 'ana' };
export const budi = { id: '7002', name: 'budi' };

export type DiscordStreet = Awaited<ReturnType<typeof discordStreet>>;

/** The stand-in, and real doors before it that lead to a made-up house. */
export async function discordStreet() {
  const discord = await FakeDiscord.open();
  const house = madeUpHouse();
  const faults: unknown[] = [];
  let door: OpenDoor | null = null;
  let hash: string | null = null;
  const options = (): DiscordOptions => ({
    token: discord.world.token,
    guild: discord.world.guild,
    renderChart: async () => picture,
    memory: memoryOfButtons(),
    registered: {
      read: () => hash,
      write: (next) => {
        hash = next;
      },
    },
    report: (error) => faults.push(error),
    api: discord.api,
    fileOrigins: [discord.address],
  });
  return {
    discord,
    house,
    faults,
    /** A door with these options and no memory of what was, in place of the one that was open. */
    async open(others: Partial<DiscordOptions> = {}): Promise<OpenDoor> {
      await door?.close();
      hash = null;
      door = await openDiscord({ ...options(), ...others }, house);
      return door;
    },
    async close(): Promise<void> {
      await door?.close();
      await discord.close();
    },
  };
}

/** The same for one test, a door with these options open: closed when it is over. */
export async function discordForTest(options: Partial<DiscordOptions> = {}) {
  const street = await discordStreet();
  onTestFinished(() => street.close());
  const door = await street.open(options);
  const { discord, house, faults } = street;
  return { discord, house, faults, door, street };
}
