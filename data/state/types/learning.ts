import type { Words } from '../../../words/say.ts';
import type { Day, Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

/** Which model is used. `use`: `recipe` takes over; `keep`: it stays, although `challenger` was offered. */
export type ModelDecision = {
  readonly act: 'use' | 'keep';
  readonly recipe: string;
  readonly challenger: string;
  readonly person: PersonId;
  readonly name: string;
  readonly reason: Words;
};

/** Data that looks wrong. Days from `before` on are not used; `until` is the last that was looked at. */
export type DataHold = { readonly before: Day; readonly until: Day; readonly finding: string; readonly says: Words };

export type Learning = {
  decide(decision: ModelDecision, at: Instant): void;
  /** Newest first. */
  decisions(): readonly (ModelDecision & { readonly at: Instant })[];
  /** Sets or renews the one open hold. */
  hold(hold: DataHold, at: Instant): void;
  held(): (DataHold & { readonly at: Instant }) | null;
  /** Ends the open hold, if there is one. */
  release(as: 'passed' | 'accepted', at: Instant): void;
  /** The last day of the last hold that a person accepted: what lies before it is not questioned again. */
  acceptedUntil(): Day | null;
};
