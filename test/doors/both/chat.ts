import type { Purpose } from '../../../data/state/types/channels.ts';
import { openDeadLetters } from '../../../src/dead-letters.ts';
import { openDelivery } from '../../../src/delivery.ts';
import type { House } from '../../../src/doors.ts';
import { pauseOn } from '../../support/clock.ts';
import { clock, type houseOn } from '../../support/house.ts';
import { type DiscordScreens, openDiscordChat } from './discord.ts';
import { openSlackChat, type SlackScreens } from './slack.ts';
import { callerOn, moveIn, type Person, type Platform, people, type Room, rooms } from './team.ts';

export { type Platform, platforms } from './team.ts';

type Whole = Pick<ReturnType<typeof houseOn>, 'house' | 'state' | 'time' | 'doors'>;

type ScreensOn = { readonly slack: SlackScreens; readonly discord: DiscordScreens };
const openOn: { readonly [At in Platform]: (house: House) => Promise<ScreensOn[At]> } = {
  slack: openSlackChat,
  discord: openDiscordChat,
};

/** With the stand-in itself, `slack` or `discord`, for what only one platform has. */
export type Chat<At extends Platform = Platform> = ScreensOn[At] & Around;

/** What stands around the screens: the house, the clock and the outbox. */
type Around = {
  readonly platform: Platform;
  /** Time goes by for the house and on the platform. */
  later(ms: number): void;
  /** The house is told without a door what the door would say of a member. For setting a scene. */
  says(who: Person, line: string, room?: Room): ReturnType<House['askLine']>;
  /** The clock asks for a job, as it does by itself: `chat.ticks('digest', { post: 'yes' })`. */
  ticks(name: string, input?: Record<string, unknown>): ReturnType<House['ask']>;
  /** Rooms that get what the house posts of a kind, such as cards. */
  serves(purpose: Purpose, ...rooms: readonly Room[]): void;
  /** Sends what the outbox holds. */
  flush(): Promise<number>;
  /** A member as commands name them: "slack:U2". */
  userOf(who: Person): string;
};

/**
 * Opens one chat, on either platform: a team before the strict stand-in, the real door with the real library, and a
 * whole house behind it. What a row of product.md says is written once, and run on both. The team is the house's only
 * people, and the shop is a real one. `close()` it.
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
export async function openChat<At extends Platform>(platform: At, whole: Whole): Promise<Chat<At>> {
  const { house, state, time } = whole;
  moveIn(platform, whole);
  const screens = await openOn[platform](house);
  whole.doors.push(screens.door);
  const now = () => time.at;
  const delivery = openDelivery({
    state,
    doors: () => [screens.door],
    now,
    pause: pauseOn(time),
    // The longest wait: a platform that is down is tried once by each flush.
    random: () => 1,
    report: openDeadLetters({ state, now, log: () => {} }),
  });
  const around: Around = {
    platform,
    later(ms) {
      time.at += ms;
      screens.later(ms);
    },
    says: (who, line, room) => house.askLine(line, callerOn(platform, who, room)),
    ticks: (name, input = {}) => house.ask({ name, input }, clock),
    serves(purpose, ...served) {
      for (const room of served) state.channels.add(purpose, platform, rooms[platform][room]);
    },
    flush: delivery.flush,
    userOf: (who) => `${platform}:${people[platform][who]}`,
  };
  return { ...screens, ...around };
}
