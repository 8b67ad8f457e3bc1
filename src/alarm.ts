import type { Reply } from '../commands/reply.ts';
import type { State } from '../data/state/types.ts';
import type { Instant } from '../data/types.ts';
import type { Words } from '../words/say.ts';
import { inEnglish } from '../words/tell.ts';
import type { Log } from './ops/log.ts';

/** Channels that belong to one person: an admin is told in private. Slack takes a user id for a channel. */
const privateDoors = ['slack'];

/**
 * Tells the admins that something of ours did not work: in private where a door can, and in the workspace. The same
 * text on the same day is told once.
 */
export function openAlarm({
  state,
  now,
  log,
}: {
  readonly state: State;
  readonly now: () => Instant;
  readonly log: Log;
}): (text: Words) => void {
  return (text) => {
    const said = inEnglish(text);
    log('warn', said);
    const content: Reply = { title: 'Something did not work', tone: 'bad', parts: [{ kind: 'text', text }] };
    const key = `alarm:${new Date(now()).toISOString().slice(0, 10)}:${said}`;
    const admins = state.people.list().filter(({ door, role }) => role === 'admin' && privateDoors.includes(door));
    const targets = [
      ...admins.map(({ door, user }) => ({ door, channel: user })),
      { door: 'web', channel: 'marketing' },
    ];
    for (const { door, channel } of targets) {
      state.outbox.enqueue({ key: `${door}:${channel}:${key}`, door, channel, content }, now());
    }
  };
}
