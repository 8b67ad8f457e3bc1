import type { PersonId, Purpose } from '../data/state/types.ts';
import type { Context } from './command.ts';
import { withoutFew } from './few-people.ts';
import type { Reply } from './reply.ts';

/** Doors that can post. The terminal answers; it has no channel. */
const posting = ['slack', 'discord', 'web'];

/** Where posts of a kind go: the channels set for it, or else the one it was asked in. Demo data stays at home. */
export function targets(
  { state, shop, caller }: Pick<Context, 'state' | 'shop' | 'caller'>,
  purpose: Purpose,
): readonly { readonly door: string; readonly channel: string }[] {
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

/**
 * Puts a message into the outbox for every channel of a purpose, inside the caller's transaction. With `thread` it goes
 * into the thread of that report in each channel; in a channel that never got that one it stands by itself. Returns how
 * many were new.
 */
export function post(
  context: Pick<Context, 'state' | 'shop' | 'caller' | 'now'>,
  {
    purpose,
    subject,
    thread,
    only,
    reply,
    ...report
  }: Report & {
    readonly purpose: Purpose;
    readonly subject?: string;
    readonly thread?: Report;
    /** In this channel alone. */
    readonly only?: { readonly door: string; readonly channel: string };
    readonly reply: Reply;
  },
): number {
  const content = withoutFew(reply);
  const into = only ? [only] : targets(context, purpose);
  return into.filter((target) =>
    context.state.outbox.enqueue(
      {
        ...target,
        key: keyIn(target, report),
        ...(subject && { subject }),
        ...(thread && { thread: keyIn(target, thread) }),
        content,
      },
      context.now,
    ),
  ).length;
}

/** Doors that can write to one person: there, a channel that begins with @ is that person's direct messages. */
const direct = ['slack', 'discord'];

/** Puts a message to each of these people into the outbox, where their door has private messages. */
export function postToPeople(
  { state, shop, now }: Pick<Context, 'state' | 'shop' | 'now'>,
  people: readonly PersonId[],
  { reply, ...report }: Report & { readonly reply: Reply },
): void {
  for (const person of shop?.demo ? [] : people) {
    const [, door = '', user = ''] = /^(\w+):(.+)$/.exec(person) ?? [];
    if (!direct.includes(door)) continue;
    const target = { door, channel: `@${user}` };
    state.outbox.enqueue({ ...target, key: keyIn(target, report), content: reply }, now);
  }
}

/**
 * Tells the admins something about Sextant itself: each in private where their door can, and in the workspace. All copies
 * can be changed together by their subject.
 */
export function postToAdmins(
  { state, now }: Pick<Context, 'state' | 'now'>,
  { reply, subject, ...report }: Report & { readonly subject?: string; readonly reply: Reply },
): void {
  const admins = state.people.list().filter(({ door, role }) => role === 'admin' && direct.includes(door));
  const places = [
    ...admins.map(({ door, user }) => ({ door, channel: `@${user}` })),
    { door: 'web', channel: 'marketing' },
  ];
  for (const target of places) {
    const message = { ...target, key: keyIn(target, report), ...(subject && { subject }), content: reply };
    state.outbox.enqueue(message, now);
  }
}

function keyIn(
  { door, channel }: { readonly door: string; readonly channel: string },
  { report, period }: Report,
): string {
  return `${door}:${channel}:${report}:${period}`;
}
