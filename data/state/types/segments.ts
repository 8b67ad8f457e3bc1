import type { Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

/** What people call the groups of a segments run, by their place in it. */
export type SegmentNames = {
  of(run: string): ReadonlyMap<number, string>;
  set(run: string, place: number, name: string, by: PersonId, at: Instant): void;
};
