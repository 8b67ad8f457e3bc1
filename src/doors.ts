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

/**
 * What the outbox needs of a door that can post. A door without posts (the terminal) has none. `thread` is the
 * reference of the message in whose thread another belongs; where the platform has no thread there, it
 * stands in the channel.
 */
export type Outlet = {
  /** How far apart messages in one channel must be. */
  readonly paceMs: number;
  /** Posts a message and returns the platform's reference to it. `key` is kept with the message, for `find`. */
  post(channel: string, message: Rendered, key: string, thread?: string | null): Promise<string>;
  /** Changes a message in place. One that somebody has deleted stays deleted. */
  update(channel: string, ref: string, message: Rendered): Promise<void>;
  /** The reference of the message that carries `key`, or null if there is none. Throws when it cannot tell. */
  find(channel: string, key: string, thread?: string | null): Promise<string | null>;
  /** What people call the channel: "#marketing". Never rejects. */
  nameOf(channel: string): Promise<string>;
};

/** A door that has been opened. */
export type OpenDoor = {
  readonly name: 'slack' | 'discord' | 'web';
  readonly outlet: Outlet;
  /** For `/status`: "connected as @sextant", "reconnecting". */
  state(): Words;
  /** Whether what people send arrives. */
  isConnected(): boolean;
  /** Takes no new work and waits for what is in flight. */
  close(): Promise<void>;
};

/**
 * Why a message was not delivered. `later`: nothing was posted, try again after `retryAfterMs`. `unknown`: it may
 * have been posted, look before trying again. `never`: a person must act (wrong channel, no rights), and `remedy` says
 * what they can do.
 */
export class DeliveryError extends Error {
  readonly kind: 'later' | 'unknown' | 'never';
  readonly retryAfterMs: number;
  readonly remedy: Words | null;
  constructor(
    kind: 'later' | 'unknown' | 'never',
    message: string,
    {
      retryAfterMs = 0,
      remedy = null,
      cause,
    }: { readonly retryAfterMs?: number; readonly remedy?: Words | null; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = 'DeliveryError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.remedy = remedy;
  }
}
