import type { Named, Words } from '../../../words/say.ts';
import type { Day, Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

/** People who are not on a list, and why: what follows "because they". */
export type LeftOff = { readonly because: Words; readonly people: number };

/** A list of customers to write to, some of whom are left out to compare with. */
export type Test = {
  /** "T-12". */
  readonly id: Named;
  readonly name: Words;
  readonly run: string;
  readonly windowDays: number;
  /** Share of such people who ordered in as many days before; null where it cannot be told. */
  readonly base: number | null;
  /** Who is not on the list. */
  readonly leftOut: readonly LeftOff[];
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  readonly heldShare: number;
  readonly reason: string | null;
  readonly exportedBy: PersonId | null;
  readonly exportedAt: Instant | null;
  readonly firstDay: Day | null;
};

export type Tests = {
  /** Keeps a list and its people, each with a draw from 0 to 1 that `draws` makes of the list's id. Returns that. */
  open(
    test: Omit<Test, 'id' | 'exportedBy' | 'exportedAt' | 'firstDay'>,
    draws: (id: string) => Iterable<readonly [customer: number, draw: number]>,
  ): Named;
  find(id: string): Test | null;
  /** Newest first. */
  list(limit: number): readonly Test[];
  /** Columns, ordered by customer. Who drew less than the held share is held out. */
  members(id: string): { readonly id: Int32Array; readonly draw: Float64Array };
  /** How many of its people are written to and how many are held out. */
  arms(id: string): { readonly treated: number; readonly held: number };
  /** Customers on an exported list whose window is not over on this day, and whether they are held out of one. */
  running(on: Day): ReadonlyMap<number, boolean>;
  hold(id: string, share: number, reason: string | null): void;
  /** Takes people off a list that was not exported, and keeps how many by reason. */
  drop(id: string, customers: readonly number[], leftOut: Test['leftOut']): void;
  /** False when it was exported before. */
  export(id: string, by: PersonId, at: Instant, firstDay: Day): boolean;
};
