import type { ColumnAlias } from '../../types/imports.ts';
import type { Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';
import type { Actor } from './proposals.ts';

/** A file that was uploaded and not yet decided on. */
export type HeldRow = {
  /** "U-7". */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly owner: PersonId;
  readonly heldAt: Instant;
  readonly expiresAt: Instant;
};

export type HeldFiles = {
  hold(file: Omit<HeldRow, 'id'>): HeldRow;
  /** Null when there is none, or no longer. */
  find(id: string, at: Instant): HeldRow | null;
  /** Oldest first. */
  list(at: Instant): readonly HeldRow[];
  forget(id: string): void;
  /** Forgets those whose time is over. */
  expire(at: Instant): void;
};

export type ToldAlias = ColumnAlias & { readonly by: Actor; readonly at: Instant };

export type Aliases = {
  /** False when it is known already. */
  add(alias: ToldAlias): boolean;
  /** False when there was none. */
  remove(alias: ColumnAlias): boolean;
  list(): readonly ToldAlias[];
};
