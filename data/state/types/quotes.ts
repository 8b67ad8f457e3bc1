import type { Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

/** Where a receipt was quoted: in a message to a channel, or in an answer to a person. */
export type Quote = {
  readonly receipt: string;
  readonly door: string;
  /** Null for an answer that one person saw. */
  readonly channel: string | null;
  /** Null for a message that nobody asked for. */
  readonly person: PersonId | null;
  /** The command, or the key of the message. */
  readonly what: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
};

export type Quotes = {
  /** Notes every receipt that the content carries. */
  add(content: unknown, where: Pick<Quote, 'door' | 'channel' | 'person' | 'what'>, at: Instant): void;
  /** The first of them, oldest first, and how many there are. */
  of(receipt: string, most: number): { readonly quotes: readonly Quote[]; readonly total: number };
};
