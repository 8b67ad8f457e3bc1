import type { PostedMessage } from '../ports.ts';
import type { State } from './store.ts';

/** Which messages a person has seen, kept by the browser: by the time of the newest one. */

const key = (user: string, channel: string) => `sextant.seen.${user}.${channel}`;

export function markSeen({ person, posted }: State, channel: string): void {
  const last = posted[channel]?.at(-1);
  if (last && !document.hidden) localStorage.setItem(key(person.user, channel), String(last.postedAt));
}

export function unreadOf(
  user: string,
  posted: Readonly<Record<string, readonly PostedMessage[]>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(posted).map(([channel, messages]) => {
      const seenUntil = Number(localStorage.getItem(key(user, channel)) ?? 0);
      return [channel, messages.filter(({ postedAt }) => postedAt > seenUntil).length];
    }),
  );
}
