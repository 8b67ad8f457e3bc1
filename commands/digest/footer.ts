import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import { count, plural, type Said, say } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import type { Part, Reply } from '../reply.ts';

const TOPIC = 'digest';

/** What all copies of one week's digest are about. */
export function subjectOf(week: Day): string {
  return `digest ${week}`;
}

/** The footer while copies are still to be sent. */
export function onItsWay(copies: number): Said {
  return plural(copies, say`On its way to ${count(copies)} channel.`, say`On its way to ${count(copies)} channels.`);
}

export function rememberPosted(week: Day, { state, now }: Context): void {
  state.memory.set(TOPIC, 'posted', week, now);
}

/** The Monday of the last week that was told to a channel, or null. */
export function lastPosted({ state }: Pick<Context, 'state'>): Day | null {
  return state.memory.get(TOPIC, 'posted');
}

/**
 * Asked by the clock: when every copy of the last digest stands or was given up, each of them is told how many do. One
 * that was given up and arrives later changes them again.
 */
export const digestDelivered = defineCommand({
  name: 'digest delivered',
  summary: say`Write into the digest how many of its channels have it`,
  examples: ['digest delivered'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),
  run(_, { state, now }) {
    const week = state.memory.get(TOPIC, 'posted');
    const copies = week === null ? [] : state.outbox.about(subjectOf(week));
    const sent = copies.filter(({ isSent }) => isSent).length;
    const isSettled = copies.every(({ isSent, failed }) => isSent || failed !== null);
    const footer = plural(
      copies.length,
      say`Delivered ${count(sent)} of ${count(copies.length)} channel.`,
      say`Delivered ${count(sent)} of ${count(copies.length)} channels.`,
    );
    if (isSettled) {
      state.atomically(() => {
        for (const { key, content } of copies) state.outbox.revise(key, withFooter(content as Reply, footer), now);
      });
    }
    return { title: isSettled ? footer : onItsWay(copies.length), tone: 'plain', parts: [] };
  },
});

/** The footer is the last sentence of the last note. */
function withFooter(reply: Reply, footer: Said): Reply {
  const note = reply.parts.at(-1);
  if (note?.kind !== 'note' || typeof note.text === 'string') return reply;
  const text: Said = { ...note.text, with: [...note.text.with.slice(0, -1), footer] };
  return { ...reply, parts: [...reply.parts.slice(0, -1), { ...note, text } satisfies Part] };
}
