import { languageOfChannel } from '../commands/language.ts';
import type { Reply } from '../commands/reply.ts';
import type { OutgoingMessage, State } from '../data/state/types.ts';
import type { Instant } from '../data/types.ts';
import { readerIn, toldIn } from '../words/tell.ts';
import { DeliveryError, type OpenDoor } from './doors.ts';

/** Longer than any door's own timeout, so that a slow sender is not taken for a dead one. */
const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 8;
const BASE_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** A platform's history may lag behind a cut line; looking at once could miss what was posted. */
const LOOK_AFTER_MS = 10_000;
/** The longest time for which a job that was missed is made up. */
const RESTORED_MS = 7 * 24 * 3_600_000;

export type Delivery = {
  /** Sends all that is due now; returns how many messages were brought up to date. */
  flush(): Promise<number>;
  /** When it last looked for something to send. */
  seen(): Instant;
};

/**
 * Brings the platforms in line with the outbox. A message that may already be out there is looked for before it is
 * sent again, so a crash at any step leads to no visible duplicate and no silent loss.
 */
export function openDelivery({
  state,
  doors,
  now,
  random = Math.random,
  report,
  tried = () => {},
}: {
  readonly state: State;
  readonly doors: () => readonly OpenDoor[];
  readonly now: () => Instant;
  readonly random?: () => number;
  /** Told once when a message is given up. */
  readonly report: (text: string) => void;
  /** Told of every attempt. */
  readonly tried?: (door: string, result: 'sent' | DeliveryError['kind']) => void;
}): Delivery {
  let running: Promise<number> | null = null;
  let seen = now();

  const flush = async (): Promise<number> => {
    const open = doors();
    const names = open.map(({ name }) => name);
    let done = 0;
    for (;;) {
      seen = now();
      const message = state.outbox.claim(names, now(), LEASE_MS);
      if (!message) return done;
      if (await deliver(message, open.find(({ name }) => name === message.door)!)) done++;
    }
  };

  const deliver = async (message: OutgoingMessage, { outlet }: OpenDoor): Promise<boolean> => {
    const { id, key, channel, revision, ref } = message;
    const reader = readerIn(languageOfChannel(state.memory, message.door, channel), state.shop.read());
    const content = { ...toldIn(message.content as Reply, reader), ...reader };
    try {
      const mayBeThere = message.tried || wasRestored();
      const known = ref ?? (mayBeThere ? await outlet.find(channel, key) : null);
      if (known === null) {
        state.outbox.sent(id, revision, await outlet.post(channel, content, key), now());
      } else {
        await outlet.update(channel, known, content);
        state.outbox.sent(id, revision, known, now());
      }
      tried(message.door, 'sent');
      return true;
    } catch (error) {
      settle(message, error);
      return false;
    }
  };

  const settle = (message: OutgoingMessage, error: unknown): void => {
    const failure =
      error instanceof DeliveryError ? error : new DeliveryError('unknown', (error as Error).message, 0, error);
    tried(message.door, failure.kind);
    const attempts = message.attempts + 1;
    if (failure.kind === 'never' || attempts >= MAX_ATTEMPTS) {
      state.outbox.bury(message.id, failure.message);
      // An alarm that cannot be delivered raises no other.
      if (!message.key.includes(':alarm:'))
        report(`Not delivered to ${message.door} ${message.channel}: ${failure.message}`);
      return;
    }
    const jitter = random() * Math.min(LONGEST_WAIT_MS, BASE_WAIT_MS * 2 ** attempts);
    const least = failure.kind === 'unknown' ? LOOK_AFTER_MS : failure.retryAfterMs;
    state.outbox.retry(message.id, {
      nextAt: now() + Math.max(least, jitter),
      error: failure.message,
      reached: failure.kind === 'unknown' || message.tried,
    });
  };

  /** After a restore, what we do for the first time may have been done after the backup was made. */
  const wasRestored = (): boolean => {
    const at = state.memory.get('backup', 'restored');
    return at !== null && now() - Number(at) < RESTORED_MS;
  };

  return {
    seen: () => seen,
    flush() {
      running ??= flush().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
