import { languageOfChannel } from '../commands/language.ts';
import type { Reply } from '../commands/reply.ts';
import type { OutgoingMessage } from '../data/state/types/outbox.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { instant, say } from '../words/say.ts';
import { readerIn, toldIn } from '../words/tell.ts';
import { ALARM } from './alarm.ts';
import type { DeadLetter } from './dead-letters.ts';
import { DeliveryError, type OpenDoor, type Outlet } from './doors.ts';
import { asReply } from './told.ts';

/** Of a platform that is down: about a day. */
const MAX_ATTEMPTS = 300;

/** How long what is waited for; shorter where a proof kills the sender all the time. */
const usualWaits = {
  /** A sender renews its lease while it is at work: one that does not is gone. */
  leaseMs: 60_000,
  /** A platform's history may lag behind a cut line; looking at once could miss what was posted. */
  lookAfterMs: 10_000,
  /** After the first failure; doubled with each. */
  firstMs: 2_000,
  longestMs: 10 * 60_000,
  /** Until a message is sent again for a picture that was not ready; doubled with each. */
  pictureMs: 10_000,
} as const;
type Waits = { readonly [Wait in keyof typeof usualWaits]: number };

/** The longest time for which a job that was missed is made up. */
const RESTORED_MS = 7 * 24 * 3_600_000;
const LATE_AFTER_MS = 30 * 60_000;
/** A message whose picture is not there by then stays in words, which say what the picture would have shown. */
const PICTURE_GIVEN_UP_MS = 3_600_000;
/** Channels that are written to at the same time: a slow one holds up no other. */
const SENDERS = 4;
/** What is due so soon is waited for. */
const SOON_MS = 2_000;

export type Delivery = {
  /** Sends all that is due now or soon; returns how many messages were brought up to date meanwhile. */
  flush(): Promise<number>;
  /** Sends what can go at once, and takes no more. */
  close(): Promise<void>;
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
  pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  waits: { leaseMs, lookAfterMs, firstMs, longestMs, pictureMs } = usualWaits,
  report,
  tried = () => {},
}: {
  readonly state: State;
  readonly doors: () => readonly OpenDoor[];
  readonly now: () => Instant;
  readonly random?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
  readonly waits?: Waits;
  /** Told when a message is given up; of those of a channel with the same reason, only of the first. */
  readonly report: (letter: DeadLetter) => void;
  /** Told of every attempt. */
  readonly tried?: (door: string, result: 'sent' | DeliveryError['kind']) => void;
}): Delivery {
  const senders = new Set<Promise<void>>();
  let sent = 0;
  let closing = false;
  let seen = now();

  /** One more sender, while there is work for it. */
  const enlist = (): void => {
    if (senders.size >= SENDERS) return;
    const sender: Promise<void> = Promise.resolve()
      .then(sendDue)
      .finally(() => senders.delete(sender));
    // Whoever flushes is told of a failure; one that is not waited for must not end the process.
    sender.catch(() => undefined);
    senders.add(sender);
  };

  const sendDue = async (): Promise<void> => {
    for (;;) {
      seen = now();
      const open = doors();
      const names = open.map(({ name }) => name);
      const message = state.outbox.claim(names, now(), leaseMs);
      if (message) {
        enlist();
        await deliver(message, open.find(({ name }) => name === message.door)!);
        continue;
      }
      const wait = (state.outbox.next(names) ?? Number.POSITIVE_INFINITY) - now();
      if (closing || wait > SOON_MS) return;
      await pause(Math.max(wait, 1));
    }
  };

  const settled = async (): Promise<void> => {
    while (senders.size > 0) await Promise.all(senders);
  };

  const deliver = async (message: OutgoingMessage, { outlet }: OpenDoor): Promise<void> => {
    const { id, key, channel, thread, revision } = message;
    const reader = readerIn(languageOfChannel(state.memory, message.door, channel), state.shop.read());
    const content = { ...toldIn(markedLate(message), reader), ...reader };
    const renewal = setInterval(() => state.outbox.renew(id, now() + leaseMs), leaseMs / 3);
    try {
      const mayBeThere = message.tried || wasRestored();
      const known = message.ref ?? (mayBeThere ? await outlet.find(channel, key, thread) : null);
      // What was divided once is not divided again: the last part keeps all that the others have no room for.
      const [head, ...others] = message.continues === null ? outlet.pages(content) : [content];
      const { ref, isWhole } =
        known === null
          ? await outlet.post(channel, head!, key, thread)
          : { ref: known, ...(await outlet.update(channel, known, head!)) };
      const rest = [...others.map(asReply), ...Array<Reply>(Math.max(0, message.goesOnIn - others.length)).fill(fewer)];
      const againAt = isWhole ? null : lookAgainAt(message);
      state.outbox.sent(id, { revision, ref, rest, againAt }, now(), now() + outlet.paceMs);
      sent++;
      tried(message.door, 'sent');
    } catch (error) {
      await settle(message, outlet, error);
    } finally {
      clearInterval(renewal);
    }
  };

  /** Ever later, and in the end no more. */
  const lookAgainAt = ({ lacksSince }: OutgoingMessage): Instant | null => {
    const lacksMs = lacksSince === null ? 0 : now() - lacksSince;
    return lacksMs < PICTURE_GIVEN_UP_MS ? now() + Math.max(pictureMs, lacksMs) : null;
  };

  const settle = async (message: OutgoingMessage, outlet: Outlet, thrown: unknown): Promise<void> => {
    const { id, key, channel } = message;
    const error =
      thrown instanceof DeliveryError
        ? thrown
        : new DeliveryError('unknown', (thrown as Error).message, { cause: thrown });
    tried(message.door, error.kind);
    const attempts = message.attempts + 1;
    const failure = { error: error.message, reached: error.kind === 'unknown' || message.tried };
    const freeAt = () => now() + Math.ceil(Math.max(outlet.paceMs, error.retryAfterMs));
    const isGivenUp = error.kind === 'never' || attempts >= MAX_ATTEMPTS;
    // All have read it: what stands there lacks a picture and nothing else.
    if (isGivenUp && message.ref !== null && message.lacksSince !== null) {
      state.outbox.sent(id, { revision: message.revision, ref: message.ref }, now(), freeAt());
      return;
    }
    if (isGivenUp) {
      const { title } = message.content as Reply;
      const place = await outlet.nameOf(channel);
      state.atomically(() => {
        const isFirst = state.outbox.bury(id, failure, freeAt());
        const door = message.door as OpenDoor['name'];
        // An alarm that cannot be delivered raises no other.
        if (isFirst && !key.includes(`:${ALARM}:`)) report({ id, door, channel, place, title, attempts, error });
      });
      return;
    }
    const jitter = random() * Math.min(longestMs, firstMs * 2 ** attempts);
    const least = error.kind === 'unknown' ? lookAfterMs : error.retryAfterMs;
    state.outbox.retry(id, { ...failure, nextAt: now() + Math.ceil(Math.max(least, jitter)) }, freeAt());
  };

  /** What people read hours after it was written must not look new: they are told so before they read the numbers. */
  const markedLate = ({ content, ref, createdAt, ...message }: OutgoingMessage): Reply => {
    const reply = content as Reply;
    const deliveredAt = ref === null ? now() : message.deliveredAt;
    if (deliveredAt === null || deliveredAt - createdAt < LATE_AFTER_MS) return reply;
    const late = say`Late: written ${instant(createdAt)}, delivered ${instant(deliveredAt)}.`;
    return { ...reply, parts: [{ kind: 'text', text: late }, ...reply.parts] };
  };

  /** After a restore, what we do for the first time may have been done after the backup was made. */
  const wasRestored = (): boolean => {
    const at = state.memory.get('backup', 'restored');
    return at !== null && now() - Number(at) < RESTORED_MS;
  };

  return {
    seen: () => seen,
    async flush() {
      const before = sent;
      enlist();
      await settled();
      return sent - before;
    },
    async close() {
      closing = true;
      enlist();
      await settled();
    },
  };
}

/** Stands in the thread where a message went on that is shorter now. */
const fewer: Reply = {
  title: say`Nothing stands here any more`,
  tone: 'plain',
  parts: [{ kind: 'text', text: say`The message above has changed, and is shorter now.` }],
};
