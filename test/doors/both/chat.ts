import type { Caller } from '../../../commands/call.ts';
import type { Purpose } from '../../../data/state/types/channels.ts';
import { openDeadLetters } from '../../../src/dead-letters.ts';
import { openDelivery } from '../../../src/delivery.ts';
import type { House } from '../../../src/doors.ts';
import { pauseOn } from '../../support/clock.ts';
import { clock, type houseOn } from '../../support/house.ts';
import { type Member, team } from '../../support/managers.ts';
import { openDiscordChat } from './discord.ts';
import type { Room, Screens } from './screens.ts';
import { openSlackChat } from './slack.ts';

/**
 * One chat, on either platform: a team before the strict stand-in, the real door with the real library, and a whole
 * house behind it. What a row of product.md says is written once, and run on both.
 *
 *     describe.each(platforms)('a card on %s', (platform) => {
 *       it('…', async () => {
 *         const chat = await openChat(platform, demoHouse());
 *         chat.serves('approvals', 'marketing');
 *         await chat.types('rina', '/budget propose');
 *         await chat.reads('rina', /P-1 is proposed/);
 *         await chat.flush();
 *         await chat.presses('dina', 'Approve');
 *         await chat.reads('dina', /You approved P-1/);
 *       });
 *     });
 */
export const platforms = ['slack', 'discord'] as const;
export type Platform = (typeof platforms)[number];

type Whole = Pick<ReturnType<typeof houseOn>, 'house' | 'state' | 'time'>;

export type Chat = Screens & {
  readonly platform: Platform;
  /** The house is told without a door what the door would say of a member. For setting a scene. */
  says(who: Member, line: string, room?: Room): ReturnType<House['askLine']>;
  /** The clock asks for a job, as it does by itself: `chat.ticks('digest', { post: 'yes' })`. */
  ticks(name: string, input?: Record<string, unknown>): ReturnType<House['ask']>;
  /** Rooms that get what the house posts of a kind, such as cards. */
  serves(purpose: Purpose, ...rooms: readonly Room[]): void;
  /** Sends what the outbox holds. */
  flush(): Promise<number>;
  /** A member as commands name them: "slack:U2". */
  userOf(who: Member): string;
};

/** Opens a platform before the house. The team is the house's only people; the shop is a real one. `close()` it. */
export async function openChat(platform: Platform, { house, state, time }: Whole): Promise<Chat> {
  const screens = await (platform === 'slack' ? openSlackChat : openDiscordChat)(house);
  const { ids, rooms, door } = screens;
  const shop = state.shop.read();
  if (shop) state.shop.set({ ...shop, demo: false });
  for (const { door: at, user } of state.people.list()) state.people.remove(at, user);
  for (const [member, name, role] of team)
    state.people.set({ door: platform, user: ids[member], name, role }, 'terminal:test', time.at);
  const delivery = openDelivery({
    state,
    doors: () => [door],
    now: () => time.at,
    pause: pauseOn(time),
    // The longest wait: a platform that is down is tried once by each flush.
    random: () => 1,
    report: openDeadLetters({ state, now: () => time.at, log: () => {} }),
  });
  const callerOf = (who: Member, room: Room): Caller => ({ door: platform, user: ids[who], channel: rooms[room] });
  return {
    ...screens,
    platform,
    later(ms) {
      time.at += ms;
      screens.later(ms);
    },
    says: (who, line, room = 'marketing') => house.askLine(line, callerOf(who, room)),
    ticks: (name, input = {}) => house.ask({ name, input }, clock),
    serves(purpose, ...served) {
      for (const room of served) state.channels.add(purpose, platform, rooms[room]);
    },
    flush: delivery.flush,
    userOf: (who) => `${platform}:${ids[who]}`,
  };
}
