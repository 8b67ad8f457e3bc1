import { middleOf } from './usual.ts';

/** So many waits are looked at, the newest: a rhythm may change. */
const NEWEST = 8;
/** Half as long again as the longest of them. Of eight like waits the next is the longest one time in nine: that alone says nothing. */
const GRACE = 1.5;

/** How often something comes, in days. */
export type Rhythm = {
  /** The wait in the middle. */
  readonly every: number;
  /** After so long a wait it has stopped coming. */
  readonly overdueAfter: number;
};

/**
 * The rhythm of something that comes again and again, read off the waits between.
 *
 * @param days on which it came, oldest first; what follows within half a day came at the same time
 * @returns null where it has come too seldom to tell: less than five times
 */
export function rhythmOf(days: readonly number[]): Rhythm | null {
  const waits = days
    .slice(1)
    .map((day, i) => day - days[i]!)
    .filter((wait) => wait >= 0.5)
    .slice(-NEWEST);
  const every = middleOf(waits);
  return Number.isNaN(every) ? null : { every, overdueAfter: GRACE * Math.max(...waits) };
}
