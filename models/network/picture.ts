import { belowOf, branchOf, type Forest } from './forest.ts';
import type { People } from './people.ts';

/** The upper part of some trees, every person after the one they came through. */
export type Picture = {
  readonly people: readonly {
    readonly id: number;
    /** Place in this list of the one they came through; null for a top. */
    readonly parent: number | null;
    readonly downline: number;
    /** What all below spent. */
    readonly belowMinor: number;
  }[];
  /** People of these trees. */
  readonly of: number;
};

/** As many people, and steps below a top, as can be named on a phone. */
const MOST_DRAWN = 30;
const MOST_STEPS = 2;

/** Of small trees more are drawn than of large ones. */
const TREES_DRAWN = { least: 3, most: 8 } as const;

/**
 * The people with most below them in the trees under `tops`; of those alike, who spent more. Who stands above them has
 * more below and is there too.
 *
 * @param tops places of people on one level, the largest tree first
 */
export function pictureOf(forest: Forest, people: People, tops: readonly number[]): Picture {
  const { id, parent, level, downline } = forest;
  const drawn = asManyAsFit(tops, downline);
  const highest = Math.min(...drawn.map((top) => level[top]!));
  const isIn = branchOf(forest, drawn);
  const inside = Int32Array.from(id.keys()).filter((at) => isIn[at]);
  const chosen = Array.from(inside.filter((at) => level[at]! - highest <= MOST_STEPS))
    .sort((a, b) => downline[b]! - downline[a]! || people.revenueMinor[b]! - people.revenueMinor[a]! || a - b)
    .slice(0, MOST_DRAWN);
  const spot = new Map(chosen.map((at, i) => [at, i]));
  const belowMinor = belowOf(forest, people.revenueMinor);
  return {
    people: chosen.map((at) => ({
      id: id[at]!,
      parent: spot.get(parent[at]!) ?? null,
      downline: downline[at]!,
      belowMinor: belowMinor[at]!,
    })),
    of: inside.length,
  };
}

function asManyAsFit(tops: readonly number[], downline: Int32Array): readonly number[] {
  const { least, most } = TREES_DRAWN;
  let people = 0;
  return tops.slice(0, most).filter((top, at) => {
    people += 1 + downline[top]!;
    return at < least || people <= MOST_DRAWN;
  });
}
