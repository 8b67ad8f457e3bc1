import type { Caller } from '../../commands/call.ts';
import type { Role } from '../../commands/command.ts';
import type { Instant, Shop } from '../../data/types/shop.ts';
import type { Words } from '../../words/say.ts';
import type { Language } from '../../words/tell.ts';
import type { Rendered } from '../told.ts';

/** What the workspace needs from outside. Over SQLite in the product, over a Map in its tests. */

/** A message that stands in a channel for everybody. */
export type PostedMessage = {
  readonly ref: string;
  readonly channel: string;
  /** The reference of the message under which it stands; null for one of the channel's own. */
  readonly thread: string | null;
  readonly content: Rendered;
  readonly postedAt: Instant;
  readonly changedAt: Instant | null;
};

export type WebMessages = {
  /** The same channel and key twice is one message. Returns its reference. */
  post(channel: string, key: string, content: Rendered, at: Instant, thread: string | null): string;
  /** False when there is no such message. */
  update(ref: string, content: Rendered, at: Instant): boolean;
  find(channel: string, key: string): string | null;
  /** The last messages, oldest first. */
  list(channel: string, limit: number): readonly PostedMessage[];
};

/** Someone Sextant knows. `door` and `user` are who the rights belong to, wherever the person sits at the moment. */
export type WebPerson = {
  readonly door: Caller['door'];
  readonly user: string;
  readonly name: string;
  readonly role: Role;
};

export type WebPeople = {
  /** Whom one may act as on the demo shop; the first is who one is at the start. Not asked on a real shop. */
  personas(): readonly WebPerson[];
  /** Takes a sign-in link's token, which works once, and returns the secret of a new session; null if it is no good. */
  redeem(linkToken: string): string | null;
  /** Whose session this is, with the rights of this moment; null when there is none or it has ended. */
  session(secret: string): WebPerson | null;
  /** Ends a session: signing out. */
  end(secret: string): void;
  /** Whose API token this is. */
  caller(apiToken: string): WebPerson | null;
};

export type WebChannel = { readonly id: string; readonly name: string; readonly about: Words };

/** Whether work can be done here, with what stands in the way. */
export type Readiness = { readonly ready: boolean; readonly checks: Readonly<Record<string, string>> };

export type WebOptions = {
  /** Where to listen. 127.0.0.1 unless a proxy stands in front. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Under which a proxy passes people on: "https://sextant.example.com". Any other Host is refused. */
  readonly publicAddress?: string;
  readonly channels?: readonly WebChannel[];
  readonly shop: () => Shop | null;
  readonly messages: WebMessages;
  readonly people: WebPeople;
  /** What somebody reads: their own choice, else what their browser asks for, else the shop's. */
  readonly languageOf: (caller: Caller) => Language;
  readonly now: () => Instant;
  readonly readiness: () => Readiness | Promise<Readiness>;
  /** What to do to get in, for someone who is not: "Type /signin in Slack …". */
  readonly signInAdvice: Words;
  /** Where failures of the door itself go. */
  readonly report: (error: unknown) => void;
  readonly maxUploadBytes?: number;
};
