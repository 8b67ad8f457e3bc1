import type { PersonId, Place, Purpose } from '../data/state/types.ts';
import type { Context } from './command.ts';
import { withoutFew } from './few-people.ts';
import type { Reply } from './reply.ts';

/** Doors that can post. The terminal answers; it has no channel. */
const posting = ['slack', 'discord', 'web'];

/** Where posts of a kind go: the channels set for it, or else the one it was asked in. Demo data stays at home. */
export function targets(
  { state, shop, caller }: Pick<Context, 'state' | 'shop' | 'caller'>,
  purpose: Purpose,
): readonly Place[] {
  const set = state.channels.of(purpose);
  const seat = caller.seat ?? caller.door;
  const here =
    set.length === 0 && caller.channel && !caller.outsiders && posting.includes(seat)
      ? [{ door: seat, channel: caller.channel }]
      : [];
  return [...set, ...here].filter(({ door }) => !shop?.demo || door === 'web');
}

/**
 * Puts a message into the outbox for every channel of a purpose, inside the caller's transaction. The same report
 * and period twice is one message. Returns how many were new.
 */
export function post(
  context: Pick<Context, 'state' | 'shop' | 'caller' | 'now'>,
  {
    purpose,
    report,
    period,
    subject,
    reply,
  }: {
    readonly purpose: Purpose;
    readonly report: string;
    readonly period: string;
    readonly subject?: string;
    readonly reply: Reply;
  },
): number {
  return targets(context, purpose).filter((place) => postIn(context, place, { report, period, subject, reply })).length;
}

/** The same into one channel. False when it is there already. */
export function postIn(
  { state, now }: Pick<Context, 'state' | 'now'>,
  { door, channel }: Place,
  {
    report,
    period,
    subject,
    reply,
  }: {
    readonly report: string;
    readonly period: string;
    readonly subject?: string | undefined;
    readonly reply: Reply;
  },
): boolean {
  const content = withoutFew(reply);
  const key = `${door}:${channel}:${report}:${period}`;
  return state.outbox.enqueue({ key, door, channel, ...(subject && { subject }), content }, now);
}

/** Doors that can write to one person: there, a channel that begins with @ is that person's direct messages. */
const direct = ['slack', 'discord'];

/** Puts a message to each of these people into the outbox, where their door has private messages. The same report and period twice is one. */
export function postToPeople(
  { state, shop, now }: Pick<Context, 'state' | 'shop' | 'now'>,
  people: readonly PersonId[],
  {
    report,
    period,
    subject,
    reply,
  }: { readonly report: string; readonly period: string; readonly subject?: string; readonly reply: Reply },
): void {
  for (const person of shop?.demo ? [] : people) {
    const [, door = '', user = ''] = /^(\w+):(.+)$/.exec(person) ?? [];
    if (!direct.includes(door)) continue;
    const channel = `@${user}`;
    const key = `${door}:${channel}:${report}:${period}`;
    state.outbox.enqueue({ key, door, channel, ...(subject && { subject }), content: reply }, now);
  }
}
