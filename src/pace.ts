import type { Instant } from '../data/types/shop.ts';

/** Counts what each does in a minute of the clock, and says whether there is room for one more. */
export function openPace(most: number): (who: string, at: Instant) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (who, at) => {
    const now = Math.floor(at / 60_000);
    if (now !== minute) counts.clear();
    minute = now;
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return count <= most;
  };
}
