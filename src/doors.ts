import type { Ask, Caller, Luggage, Upload } from '../commands/call.ts';
import type { Command, HeldFile } from '../commands/command.ts';
import type { Suggestion } from '../commands/suggestions.ts';
import type { Words } from '../words/say.ts';
import type { Told } from '../words/tell.ts';
import type { Answer, Rendered } from './told.ts';

/** An argument of a command that is being typed. */
export type Wish = { readonly command: string; readonly argument: string; readonly typed: string };
export type Suggested = Told<Suggestion>;

/** What every door is given: the way in, and the list of what may be asked. */
export type House = {
  readonly commands: readonly Command[];
  /** Asks for one thing. Never rejects: whatever happens comes back as an Answer a person can act on. */
  ask(ask: Ask, caller: Caller, luggage?: Luggage): Promise<Answer>;
  /** The same from a line as typed. */
  askLine(line: string, caller: Caller, luggage?: Luggage): Promise<Answer>;
  /**
   * What may be meant by what is typed so far of one argument, likeliest first: `value` is what to type, `label` what it
   * is. Empty where the argument names nothing that is known, or the caller may not ask the command. Never rejects.
   */
  suggest(wish: Wish, caller: Caller): Promise<readonly Suggested[]>;
  /** Holds a file for what is asked next about it, by its id. */
  keep(upload: Upload, caller: Caller): Promise<Pick<HeldFile, 'id'>>;
};

/** Whether a message stands there with all its pictures. Without, it stands there in words, and can be brought in line later. */
export type Shown = { readonly isWhole: boolean };
/** `ref` is the platform's reference to it. */
export type Posted = Shown & { readonly ref: string };

/**
 * What the outbox needs of a door that can post. A door without posts (the terminal) has none. `thread` is the
 * reference of the message in whose thread another belongs; where the platform has no thread there, it
 * stands in the channel.
 */
export type Outlet = {
  /** How far apart messages in one channel must be. */
  readonly paceMs: number;
  /** The message as the platform takes it: what one cannot hold goes on in the next, in its thread. At least one. */
  pages(message: Rendered): readonly Rendered[];
  /** Posts a message. `key` is kept with it, for `find`. */
  post(channel: string, message: Rendered, key: string, thread?: string | null): Promise<Posted>;
  /** Changes a message in place. One that somebody has deleted stays deleted. */
  update(channel: string, ref: string, message: Rendered): Promise<Shown>;
  /** The reference of the message that carries `key`, or null if there is none. Throws when it cannot tell. */
  find(channel: string, key: string, thread?: string | null): Promise<string | null>;
  /** What people call the channel: "#marketing". Never rejects. */
  nameOf(channel: string): Promise<string>;
};

/** An answer that a door has shown to all in a channel: its first message, and its thread where it stands in one. */
export type ShownToAll = {
  readonly channel: string;
  readonly ref: string;
  readonly thread: string | null;
  readonly message: Rendered;
};

/** Gives the outbox what did not fit into an answer: it goes on in the thread, by the rules of every post. */
export type GoOn = (first: ShownToAll, rest: readonly Rendered[]) => void;

/** A door that has been opened. */
export type OpenDoor = {
  readonly name: 'slack' | 'discord' | 'web';
  readonly outlet: Outlet;
  /** For `/status`: "connected as @sextant", "reconnecting". */
  state(): Words;
  /** Whether what people send arrives. */
  isConnected(): boolean;
  /**
   * Whether a person's account there is closed, or they are in no place with us any more. False where that cannot be told.
   * Never rejects. Left out where nobody leaves.
   */
  hasLeft?(user: string): Promise<boolean>;
  /** Takes no new work and waits for what is in flight. */
  close(): Promise<void>;
};

/**
 * Why a message was not delivered. `later`: nothing was posted, try again after `retryAfterMs`. `unknown`: it may
 * have been posted, look before trying again. `never`: a person must act (wrong channel, no rights), and `remedy` says
 * what they can do; `gone`, where whom it was for cannot be reached there any more: no account, or in no place with us.
 */
export class DeliveryError extends Error {
  readonly kind: 'later' | 'unknown' | 'never';
  readonly retryAfterMs: number;
  readonly remedy: Words | null;
  readonly gone: boolean;
  constructor(
    kind: 'later' | 'unknown' | 'never',
    message: string,
    {
      retryAfterMs = 0,
      remedy = null,
      gone = false,
      cause,
    }: {
      readonly retryAfterMs?: number;
      readonly remedy?: Words | null;
      readonly gone?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause });
    this.name = 'DeliveryError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.remedy = remedy;
    this.gone = gone;
  }
}
