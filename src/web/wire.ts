import type { Ask, Progress } from '../../commands/call.ts';
import type { Argument, Role } from '../../commands/command.ts';
import type { Instant, Shop } from '../../data/types/shop.ts';
import type { Language, Told } from '../../words/tell.ts';
import type { Answer } from '../told.ts';
import type { PostedMessage, WebChannel } from './ports.ts';

/** What the page and its server say to each other, as JSON. */

export type PersonView = { readonly user: string; readonly name: string; readonly role: Role };

export type SessionView = {
  /** Null: sign in first. */
  readonly person: PersonView | null;
  /** Empty on a real shop. */
  readonly personas: readonly PersonView[];
  readonly shop: Shop | null;
  readonly signInAdvice: string;
  /** Of the page: the person's, or the browser's before one is in. */
  readonly language: Language;
};

/** `last` is the newest message's reference, to tell whether there is something unread. */
export type ChannelView = Told<WebChannel> & { readonly last: string | null };

/** An argument, described in the reader's language. */
export type ArgumentView = Told<Argument>;

export type CommandView = {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly bare: string | null;
  readonly needs: Role | null;
  readonly allowed: boolean;
  readonly arguments: readonly ArgumentView[];
};

export type AskRequest = {
  /** The channel one looks at: what is shared goes there. */
  readonly channel?: string;
  /** What the person did, in their words, where it was not a line: the label of a button. */
  readonly words?: string;
  /** The page's own name for what it asks: how far the answer has come is told under it. */
  readonly turn?: string;
  /** Asked by the page while a person is at a form: the answer is not kept in the conversation. */
  readonly aside?: boolean;
} & ({ readonly line: string } | { readonly ask: Ask });

/** An answer as the page keeps it. `share` asks for it again where all can read it; null for what is private. */
export type AnswerView = Answer & { readonly id: string; readonly at: Instant; readonly share: Ask | null };

/** One turn of the private conversation with Sextant. */
export type Turn = { readonly words: string; readonly answer: AnswerView };

/** A file as it was taken: asked about by its id. */
export type KeptView = { readonly id: string };

/** How far the answer to a turn has come; `turn` is the page's own name for it. */
export type ProgressView = Progress & { readonly turn: string };

export type PushedEvent = { readonly kind: 'posted' | 'changed'; readonly message: PostedMessage };

/** Whatever went wrong before a command was reached. */
export type Problem = { readonly problem: string };
