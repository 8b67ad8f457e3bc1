import type { Instant } from '../../types/shop.ts';

/** A platform user id with its platform: "slack:U123", "terminal:dina". Never a display name. */
export type PersonId = `${string}:${string}`;

export type Person = {
  readonly door: string;
  readonly user: string;
  readonly name: string;
  readonly role: 'viewer' | 'analyst' | 'approver' | 'admin';
};

export type People = {
  find(door: string, user: string): Person | null;
  list(): readonly Person[];
  set(person: Person, by: PersonId, at: Instant): void;
  /** False when there was no such person. */
  remove(door: string, user: string): boolean;
};
