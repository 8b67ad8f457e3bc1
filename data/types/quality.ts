import type { Words } from '../../words/say.ts';
import type { Day, Instant } from './shop.ts';

/** `line` counts from 1, the header being line 1, as an editor shows it. */
export type Reject = {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: Words;
};

export type Coverage = {
  readonly orders: number;
  readonly lines: number;
  readonly customers: number;
  readonly products: number;
  readonly anonymousLines: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** The last day that was over when its rows were learned. Models use nothing after it. */
  readonly lastCompleteDay: Day | null;
  readonly importIds: readonly string[];
};

/** Counts over the stored imports, each order in its newest version. Money in minor units. */
export type Quality = {
  readonly lines: {
    readonly lines: number;
    readonly orders: number;
    readonly withoutProduct: number;
    /** Goods that went out for nothing. */
    readonly withoutPrice: number;
    readonly negativePrices: number;
    readonly zeroQuantities: number;
    /** Taken from stock without a sale. */
    readonly writtenOff: number;
    /** Later than the day its file came in. */
    readonly future: number;
    /** Sent back: negative, and counted on its own day. */
    readonly returned: number;
    readonly returnedMinor: number;
    /** Cancelled before it was paid for: would have been this much, and counts as nothing. */
    readonly cancelled: number;
    readonly cancelledMinor: number;
  };
  /** Rows that repeat another of their order to the letter. */
  readonly duplicates: { readonly rows: number; readonly orders: number; readonly minor: number };
  readonly withoutCustomer: { readonly lines: number; readonly orders: number; readonly minor: number };
  /** Largest first. */
  readonly outliers: readonly OutlierLine[];
  readonly traits: readonly OutlierTrait[];
  /** Orders of which some row could not be read. */
  readonly partialOrders: number;
  /** Imports that could not take all rows. */
  readonly rejected: readonly {
    readonly id: string;
    readonly layout: string;
    readonly name: string;
    readonly rejected: number;
  }[];
  /** Why rows were rejected, the most frequent first. */
  readonly reasons: readonly { readonly column: string; readonly reason: Words; readonly rows: number }[];
  readonly currencies: readonly string[];
  /** Per kind of file; the freshest first. */
  readonly sources: readonly {
    readonly layout: string;
    readonly lastDay: Day | null;
    readonly learnedAt: Instant;
    readonly files: number;
    readonly rows: number;
  }[];
};

export type OutlierLine = {
  readonly order: string;
  readonly product: string | null;
  readonly day: Day;
  readonly quantity: number;
  readonly minor: number;
  /** How long after the same customer gave the same goods back; null when not within a month. */
  readonly undoneAfterMs: number | null;
};

/** A number known of customers, and those far outside the middle half of all. */
export type OutlierTrait = {
  readonly trait: string;
  readonly customers: number;
  readonly least: number;
  readonly most: number;
};
