import type { Match } from './types.ts';

/**
 * Pairs the groups of two labellings of the same people so that the overlaps add up to the most they can.
 *
 *     overlap(a, b) = |a and b| / |a or b|
 *
 * Every old group is given away once at most; a new group that shares nobody with what is left is nobody's.
 *
 * @param before labels 0 .. old - 1 of each person
 * @param after  labels 0 .. now - 1 of the same people, in the same order
 * @returns one entry a new group; null where it continues none
 * @throws {RangeError} on labellings of unequal length
 *
 * Source of the overlap: Jaccard, 1901. The assignment is exact, by dynamic programming over the sets of old groups
 * taken: O(now · old · 2^old), and there are eight groups at most.
 */
export function matchGroups(
  before: Int32Array,
  after: Int32Array,
  { old, now }: { readonly old: number; readonly now: number },
): (Match | null)[] {
  const overlap = overlaps(before, after, { old, now });
  let best = new Map<number, { readonly sum: number; readonly taken: readonly number[] }>([[0, { sum: 0, taken: [] }]]);
  for (let group = 0; group < now; group++) {
    const next = new Map<number, { readonly sum: number; readonly taken: readonly number[] }>();
    const offer = (set: number, sum: number, taken: readonly number[]) => {
      if (sum > (next.get(set)?.sum ?? -1)) next.set(set, { sum, taken });
    };
    for (const [set, { sum, taken }] of best) {
      offer(set, sum, [...taken, -1]);
      for (let candidate = 0; candidate < old; candidate++) {
        if (set & (1 << candidate)) continue;
        offer(set | (1 << candidate), sum + overlap[group]![candidate]!, [...taken, candidate]);
      }
    }
    best = next;
  }
  const { taken } = [...best.values()].reduce((most, each) => (each.sum > most.sum ? each : most));
  return taken.map((group, j) => {
    const share = group === -1 ? 0 : overlap[j]![group]!;
    return share > 0 ? { group, overlap: share } : null;
  });
}

function overlaps(
  before: Int32Array,
  after: Int32Array,
  { old, now }: { readonly old: number; readonly now: number },
): number[][] {
  if (before.length !== after.length) throw new RangeError(`labellings of ${before.length} and ${after.length} people`);
  const both = Array.from({ length: now }, () => new Array<number>(old).fill(0));
  const sizes = { old: new Array<number>(old).fill(0), now: new Array<number>(now).fill(0) };
  after.forEach((group, i) => {
    both[group]![before[i]!]!++;
    sizes.now[group]!++;
    sizes.old[before[i]!]!++;
  });
  return both.map((row, group) =>
    row.map((shared, from) => (shared === 0 ? 0 : shared / (sizes.now[group]! + sizes.old[from]! - shared))),
  );
}
