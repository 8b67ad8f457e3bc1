import type { Reply } from '../commands/reply.ts';
import type { State } from '../data/state/types.ts';
import type { Instant } from '../data/types.ts';

/** Doors that can write to one person: there, a channel that begins with @ is that person's direct messages. */
const privateDoors = ['slack', 'discord'];

/**
 * Tells the admins something about Sextant itself: in private where a door can, and in the workspace. The same key is
 * told once.
 */
export function tellAdmins(
  { state, now }: { readonly state: State; readonly now: () => Instant },
  key: string,
  content: Reply,
): void {
  const admins = state.people.list().filter(({ door, role }) => role === 'admin' && privateDoors.includes(door));
  const targets = [
    ...admins.map(({ door, user }) => ({ door, channel: `@${user}` })),
    { door: 'web', channel: 'marketing' },
  ];
  for (const { door, channel } of targets) {
    state.outbox.enqueue({ key: `${door}:${channel}:alarm:${key}`, door, channel, content }, now());
  }
}

/** Whether a message is of the kind that is written here: one that cannot be delivered raises no other. */
export function isForAdmins(key: string): boolean {
  return key.includes(':alarm:');
}
