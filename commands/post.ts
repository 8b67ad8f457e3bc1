import type { Place, Purpose } from '../data/state/types/channels.ts';
import type { PersonId } from '../data/state/types/people.ts';
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

/** A message as a person would name it: "the digest of that week". The same report and period twice is one message. */
export type Report = { readonly report: string; readonly period: string };

/** A message for a channel: the same report and period twice is one message, a `thread` puts it below that report. */
export type Post = Report & {
  readonly subject?: string;
  readonly thread?: Report;
  readonly reply: Reply;
};

/**
 * Puts a message into the outbox for every channel of a purpose, inside the caller's transaction. With `thread` it goes
 * into the thread of that report in each channel; in a channel that never got that one it stands by itself. Returns how
 * many were new.
 */
export function post(
  context: Pick<Context, 'state' | 'shop' | 'caller' | 'now'>,
  { purpose, ...message }: Post & { readonly purpose: Purpose },
): number {
  return targets(context, purpose).filter((place) => postIn(context, place, message)).length;
}

/** The same into one channel. False when it is there already. */
export function postIn(
  { state, now }: Pick<Context, 'state' | 'now'>,
  { door, channel }: Place,
  { subject, thread, reply, ...report }: Post,
): boolean {
  const place = { door, channel };
  return state.outbox.enqueue(
    {
      ...place,
      key: keyIn(place, report),
      ...(subject && { subject }),
      ...(thread && { thread: keyIn(place, thread) }),
      content: withoutFew(reply),
    },
    now,
  );
}

/** Doors that can write to one person: there, a channel that begins with @ is that person's direct messages. */
const direct = ['slack', 'discord'];

/** Puts a message to each of these people into the outbox, where their door has private messages. */
export function postToPeople(
  { state, shop, now }: Pick<Context, 'state' | 'shop' | 'now'>,
  people: readonly PersonId[],
  { subject, reply, ...report }: Omit<Post, 'thread'>,
): void {
  for (const person of shop?.demo ? [] : people) {
    const [, door = '', user = ''] = /^(\w+):(.+)$/.exec(person) ?? [];
    if (!direct.includes(door)) continue;
    const target = { door, channel: `@${user}` };
    state.outbox.enqueue({ ...target, key: keyIn(target, report), ...(subject && { subject }), content: reply }, now);
  }
}

/**
 * Tells the admins something about Sextant itself: each in private where their door can, and in the workspace. All copies
 * can be changed together by their subject.
 */
export function postToAdmins(context: Pick<Context, 'state' | 'now'>, message: Omit<Post, 'thread'>): void {
  const admins = context.state.people.list().filter(({ door, role }) => role === 'admin' && direct.includes(door));
  const places = [
    ...admins.map(({ door, user }) => ({ door, channel: `@${user}` })),
    { door: 'web', channel: 'marketing' },
  ];
  for (const place of places) postIn(context, place, message);
}

function keyIn({ door, channel }: Place, { report, period }: Report): string {
  return `${door}:${channel}:${report}:${period}`;
}
