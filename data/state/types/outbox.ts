import type { Instant } from '../../types/shop.ts';
import type { Place } from './channels.ts';

/** One of the messages that say the same in several channels. */
export type Copy = Place & {
  readonly key: string;
  readonly content: unknown;
  /** Some version of it stands there. */
  readonly isSent: boolean;
  /** Why it was given up; null while it was not. */
  readonly failed: string | null;
};

export type NewMessage = {
  /** (channel, report, period) or (channel, proposal): the same key twice is one message. */
  readonly key: string;
  readonly door: string;
  readonly channel: string;
  /** What it is about, so that every copy can be changed together: "P-31". */
  readonly subject?: string;
  /** The key of the message in whose thread it belongs. Where there is no such message it stands by itself. */
  readonly thread?: string;
  /** A Reply: plain data. */
  readonly content: object;
};

export type OutgoingMessage = {
  readonly id: number;
  readonly key: string;
  readonly door: string;
  readonly channel: string;
  readonly content: unknown;
  readonly revision: number;
  readonly attempts: number;
  /** An earlier attempt may have reached the platform. */
  readonly tried: boolean;
  readonly ref: string | null;
  /** The reference of the message in whose thread it belongs. */
  readonly thread: string | null;
  readonly createdAt: Instant;
  /** When it was sent first; null where it was not, or where that is not known any more. */
  readonly deliveredAt: Instant | null;
  /** The id of the message that it is a further part of; null where it is one by itself. */
  readonly continues: number | null;
  /** In how many further messages it went on when it was sent last. */
  readonly goesOnIn: number;
  /** Since when it stands there without a picture of its own; null where none is missing. */
  readonly lacksSince: Instant | null;
};

export type Sent = {
  readonly revision: number;
  readonly ref: string;
  /** What did not fit, as messages of its thread, in order: Replies. They take the place of those of before. */
  readonly rest?: readonly object[];
  /** When to send it once more, for a picture that is not ready yet. */
  readonly againAt?: Instant | null;
};

/** A message that a door has posted by itself: the answer to somebody, where all can read it. */
export type Posted = Place & {
  readonly ref: string;
  /** The reference of the message whose thread it stands in itself. */
  readonly thread: string | null;
  readonly content: object;
};

/** `reached`: this attempt or an earlier one may have had its effect. */
type Failure = { readonly error: string; readonly reached: boolean };

/** `freeAt`: from when on the channel of the message may be written to again; at once, if left out. */
export type Outbox = {
  /** False when the key is already there. */
  enqueue(message: NewMessage, at: Instant): boolean;
  /** Changes every message about `subject` to say `content`. */
  rewrite(subject: string, content: object, at: Instant): void;
  /**
   * Takes one message of an open door that is due, or whose sender has died, in a channel that is free; the channel is
   * not, until the message is settled or the lease is over. It is marked as tried before it is returned.
   */
  claim(doors: readonly string[], at: Instant, leaseMs: number): OutgoingMessage | null;
  /** When the next message of these doors can be claimed; null when none waits. */
  next(doors: readonly string[]): Instant | null;
  /** The sender is still at it: its lease holds until then. */
  renew(id: number, until: Instant): void;
  sent(id: number, done: Sent, at: Instant, freeAt?: Instant): void;
  /** What a message posted by its door goes on in, below it. */
  goOn(posted: Posted, rest: readonly object[], at: Instant): void;
  retry(id: number, failure: Failure & { readonly nextAt: Instant }, freeAt?: Instant): void;
  /** Gives a message up. False where others of its channel were given up for the same reason. */
  bury(id: number, failure: Failure, freeAt?: Instant): boolean;
  /** Makes what was given up due again, everywhere or for one channel; returns how many. */
  revive(where: { readonly door?: string; readonly channel?: string }, at: Instant): number;
  counts(): { readonly waiting: number; readonly sent: number; readonly dead: number };
  /** Of what is not delivered, since when the oldest waits: cheap enough to be asked for every few seconds. */
  oldest(): Instant | null;
  dead(): readonly { readonly id: number; readonly door: string; readonly channel: string; readonly error: string }[];
  /** Every message about `subject`, as it should be by now. */
  about(subject: string): readonly Copy[];
  /** Changes one message. */
  revise(key: string, content: object, at: Instant): void;
};
