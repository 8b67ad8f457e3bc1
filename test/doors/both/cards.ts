import { onTestFinished } from 'vitest';
import { begun, keptBeginning } from '../../support/beginning.ts';
import { HOUR_MS } from '../../support/clock.ts';
import { houseOn } from '../../support/house.ts';
import { type Chat, openChat, type Platform } from './chat.ts';
import { callerOn, moveIn, type Person, rooms } from './team.ts';

type Asked = { readonly line?: string; readonly by?: Person; readonly before?: readonly string[] };

/**
 * A database in which a team on the platform has asked for P-1, after what an admin has set `before`; nothing is
 * posted yet.
 */
export function asking(platform: Platform, { line = '/budget propose', by = 'rina', before = [] }: Asked = {}) {
  return keptBeginning([platform, ...before, by, line].join(' '), async () => {
    const whole = houseOn(begun('demo'));
    moveIn(platform, whole);
    const { state, house, db } = whole;
    for (const room of ['approvals', 'marketing'] as const)
      state.channels.add('approvals', platform, rooms[platform][room]);
    for (const each of before) await house.askLine(each, callerOn(platform, 'ana'));
    await house.askLine(line, callerOn(platform, by));
    return db;
  });
}

/** The same, its card posted in both rooms and its people before it. Gone when the test is over. */
export async function cardsOn<At extends Platform>(platform: At, asked: Asked = {}) {
  const cards = await cardsBefore(platform, houseOn(await asking(platform, asked)));
  await cards.flush();
  return cards;
}

type Whole = Parameters<typeof openChat>[1] & Pick<ReturnType<typeof houseOn>, 'db' | 'faults'>;

/** People, and what becomes of the cards, before any house. */
export async function cardsBefore<At extends Platform, House extends Whole>(
  platform: At,
  whole: House,
): Promise<Omit<House, keyof Cards> & Chat<At> & Cards> {
  const chat = await openChat(platform, whole);
  onTestFinished(async () => {
    await chat.close();
    if (whole.faults.length > 0) throw whole.faults[0];
  });
  const { state } = whole;
  const cards: Cards = {
    card: (room = 'approvals') => chat.posted(room)[0]!,
    acts: (id = 'P-1') => state.audit.about(id).map(({ act }) => act),
    proposal: (id = 'P-1') => state.proposals.find(id)!,
    async hours(count) {
      chat.later(count * HOUR_MS);
      await chat.ticks('budget deadlines');
      await chat.flush();
    },
  };
  return { ...whole, ...chat, ...cards };
}

export type Cards = {
  /** The first message of a room: the card of P-1. */
  card(room?: 'approvals' | 'marketing'): ReturnType<Chat['posted']>[number];
  /** What the record says was done. */
  acts(id?: string): readonly string[];
  proposal(id?: string): NonNullable<ReturnType<Whole['state']['proposals']['find']>>;
  /** Time goes by, then the clock looks at the deadlines. */
  hours(count: number): Promise<void>;
};
