import { DeliveryError, type Outlet } from '../doors.ts';
import type { Rendered } from '../told.ts';
import type { PostedMessage, WebChannel, WebOptions } from './ports.ts';
import type { PushedEvent } from './wire.ts';

/** How many messages of a channel a page is given. */
const SHOWN_MESSAGES = 100;

/** The channels everybody sees: what is posted is kept first, then shown to every open page. */
export type Board = {
  readonly channels: readonly WebChannel[];
  readonly outlet: Outlet;
  has(channel: string): boolean;
  list(channel: string): readonly PostedMessage[];
  last(channel: string): string | null;
  /** Returns how to stop listening. */
  listen(listener: (event: PushedEvent) => void): () => void;
};

export function openBoard(
  { messages, now }: Pick<WebOptions, 'messages' | 'now'>,
  channels: readonly WebChannel[],
): Board {
  const listeners = new Set<(event: PushedEvent) => void>();
  const has = (channel: string) => channels.some(({ id }) => id === channel);
  const requireChannel = (channel: string) => {
    if (!has(channel)) throw new DeliveryError('never', `the workspace has no channel "${channel}"`);
  };
  const tell = (kind: PushedEvent['kind'], channel: string, ref: string) => {
    const message = messages.list(channel, SHOWN_MESSAGES).find((each) => each.ref === ref);
    if (message) for (const listener of listeners) listener({ kind, message });
  };
  return {
    channels,
    has,
    list: (channel) => messages.list(channel, SHOWN_MESSAGES),
    last: (channel) => messages.list(channel, 1)[0]?.ref ?? null,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    outlet: {
      paceMs: 0,
      // The browser draws the pictures, and shows a message of any length.
      pages: (message) => [message],
      async post(channel: string, message: Rendered, key: string, thread: string | null = null) {
        requireChannel(channel);
        const known = messages.find(channel, key);
        const ref = messages.post(channel, key, message, now(), thread);
        tell(known === null ? 'posted' : 'changed', channel, ref);
        return { ref, isWhole: true };
      },
      async update(channel: string, ref: string, message: Rendered) {
        requireChannel(channel);
        if (messages.update(ref, message, now())) tell('changed', channel, ref);
        return { isWhole: true };
      },
      async find(channel: string, key: string) {
        requireChannel(channel);
        return messages.find(channel, key);
      },
      nameOf: async (channel: string) => `#${channel}`,
    },
  };
}
