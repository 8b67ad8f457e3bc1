import { wilson } from '../intervals.ts';
import type { Random } from '../random.ts';
import { communitiesOf } from './communities.ts';
import type { Forest } from './forest.ts';
import { ACTIVE_DAYS, type People } from './people.ts';

/** People who hang together: a community of the network, named by the person at its top. */
export type Group = {
  /** Id of the person at its top. */
  readonly head: number;
  readonly members: number;
  /** First orders in the last 90 days, and in the 90 before. */
  readonly arrived: number;
  readonly arrivedBefore: number;
  readonly revenueMinor: number;
  /** Of those who can be told, how many ordered in the last 90 days. */
  readonly told: number;
  readonly active: number;
  readonly trend: Trend;
};

/** `silent`: nobody came lately. `growing`, `fading`: more or fewer came than before, beyond chance. */
export type Trend = 'growing' | 'steady' | 'fading' | 'silent';

export type Groups = {
  /** Those of at least `LEAST_MEMBERS`, largest first. */
  readonly large: readonly Group[];
  readonly count: number;
  /** How many of the largest hold half of the people. */
  readonly half: number;
  readonly modularity: number;
};

/** Smaller ones say little, and their people could be known by their number. */
export const LEAST_MEMBERS = 20;

export function groupsOf(forest: Forest, people: People, random: Random): Groups {
  const { id, parent, level, downline } = forest;
  const child = Int32Array.from(id.keys()).filter((at) => parent[at] !== -1);
  const links = { people: id.length, from: child, to: child.map((at) => parent[at]!) };
  const { of, count, modularity } = communitiesOf(links, random);
  const column = () => new Float64Array(count);
  const [members, arrived, arrivedBefore, revenueMinor] = [column(), column(), column(), column()];
  const [told, active] = [column(), column()];
  const head = new Int32Array(count).fill(-1);
  of.forEach((group, at) => {
    const came = people.cameDays[at]!;
    members[group]!++;
    if (came <= ACTIVE_DAYS) arrived[group]!++;
    else if (came <= 2 * ACTIVE_DAYS) arrivedBefore[group]!++;
    revenueMinor[group]! += people.revenueMinor[at]!;
    told[group]! += people.isTold[at]!;
    active[group]! += people.isActive[at]!;
    const first = head[group]!;
    const isHigher = first === -1 || level[at]! < level[first]!;
    if (isHigher || (level[at] === level[first]! && downline[at]! > downline[first]!)) head[group] = at;
  });
  const bySize = Array.from(members.keys()).sort((a, b) => members[b]! - members[a]! || id[head[a]!]! - id[head[b]!]!);
  return {
    large: bySize
      .filter((group) => members[group]! >= LEAST_MEMBERS)
      .map((group) => ({
        head: id[head[group]!]!,
        members: members[group]!,
        arrived: arrived[group]!,
        arrivedBefore: arrivedBefore[group]!,
        revenueMinor: revenueMinor[group]!,
        told: told[group]!,
        active: active[group]!,
        trend: trendOf(arrived[group]!, arrivedBefore[group]!),
      })),
    count,
    half: howManyHoldHalf(
      bySize.map((group) => members[group]!),
      id.length,
    ),
    modularity,
  };
}

/** Were both stretches alike, half would have come in the later one. */
function trendOf(arrived: number, before: number): Trend {
  if (arrived === 0) return 'silent';
  const { low95, high95 } = wilson(arrived, arrived + before);
  return low95 > 0.5 ? 'growing' : high95 < 0.5 ? 'fading' : 'steady';
}

function howManyHoldHalf(largestFirst: readonly number[], all: number): number {
  let [held, groups] = [0, 0];
  while (held < all / 2) held += largestFirst[groups++]!;
  return groups;
}
