import { seeded } from '../random.ts';
import { type Forest, forestOf, type LeftOut, type Referrals } from './forest.ts';
import { type Groups, groupsOf } from './groups.ts';
import { gini, structuralVirality, topShare } from './measures.ts';
import { type BuyersView, peopleOf } from './people.ts';
import { type Picture, pictureOf } from './picture.ts';
import { type Sponsor, sponsorsOf } from './sponsors.ts';

export type NetworkRequest = {
  readonly referrals: Referrals;
  readonly view: BuyersView;
  /** Of the communities: same seed, same answer. */
  readonly seed: number;
};

/** How sponsors can be ranked; rates by the lower end of what is likely, so that 1 of 1 is not the best. */
export const rankings = {
  spent: (sponsor) => sponsor.directMinor,
  brought: (sponsor) => sponsor.direct,
  below: (sponsor) => sponsor.downline,
  rate: (sponsor) => sponsor.perMonth?.low ?? 0,
  active: (sponsor) => sponsor.active?.low ?? 0,
} as const satisfies Readonly<Record<string, (sponsor: Sponsor) => number>>;

export type Ranking = keyof typeof rankings;

export type Network = {
  /** All who brought somebody or came through somebody. */
  readonly people: number;
  /** People who came through somebody, each once: what they spent, and how many of those who can be told stayed. */
  readonly members: number;
  readonly membersMinor: number;
  readonly told: number;
  readonly active: number;
  /** What all customers spent. */
  readonly shopMinor: number;
  readonly sponsors: number;
  readonly trees: number;
  /** Steps of the longest chain. */
  readonly deepest: number;
  /** Mean distance between people of the largest tree: 2 for a star. */
  readonly virality: number;
  /** Of direct referrals over all people: 0 all alike, towards 1 for one who brought them all. */
  readonly gini: number;
  /** Share of direct referrals by the hundredth and by the tenth of the sponsors who brought most. */
  readonly topHundredthShare: number;
  readonly topTenthShare: number;
  readonly leftOut: LeftOut;
  /** Sponsors who never bought themselves. */
  readonly strangers: number;
  /** The first `MOST_KEPT` of each ranking. */
  readonly top: readonly Sponsor[];
  readonly groups: Groups;
  /** The upper part of the largest trees. */
  readonly picture: Picture;
};

const MOST_KEPT = 200;
/** Who brings people in, what those spend, and whether they stay. */
export function network({ referrals, view, seed }: NetworkRequest): Network {
  const forest = forestOf(referrals);
  const people = peopleOf(forest, view);
  const { id, parent, direct, depth, leftOut } = forest;
  const sponsorOf = sponsorsOf(forest, people, view);
  const places = Int32Array.from(id.keys());
  const bringers = places.filter((at) => direct[at]! > 0);
  const members = places.filter((at) => parent[at] !== -1);
  const sum = (places: Int32Array, column: ArrayLike<number>) => places.reduce((total, at) => total + column[at]!, 0);
  const trees = largestTrees(forest);
  const counts = bringers.map((at) => direct[at]!);
  return {
    people: id.length,
    members: members.length,
    membersMinor: sum(members, people.revenueMinor),
    told: sum(members, people.isTold),
    active: sum(members, people.isActive),
    shopMinor: view.revenueMinor.reduce((total, minor) => total + minor, 0),
    sponsors: bringers.length,
    trees: trees.length,
    deepest: depth.reduce((most, each) => Math.max(most, each), 0),
    virality: trees.length === 0 ? 0 : structuralVirality(forest, trees[0]!),
    gini: gini(direct),
    topHundredthShare: topShare(counts, 0.01),
    topTenthShare: topShare(counts, 0.1),
    leftOut,
    strangers: bringers.filter((at) => people.orders[at] === 0).length,
    top: firstOfEach(Array.from(bringers, sponsorOf)),
    groups: groupsOf(forest, people, seeded(seed)),
    picture: pictureOf(forest, people, trees),
  };
}

/** Places of the tops, by the people below. */
function largestTrees({ parent, downline }: Forest): readonly number[] {
  return Array.from(parent.keys())
    .filter((at) => parent[at] === -1 && downline[at]! > 0)
    .sort((a, b) => downline[b]! - downline[a]! || a - b);
}

function firstOfEach(sponsors: readonly Sponsor[]): readonly Sponsor[] {
  const firsts = Object.entries(rankings).flatMap(([by, of]) => {
    const values = Float64Array.from(sponsors, of);
    const least = values.toSorted().at(-MOST_KEPT) ?? Number.NEGATIVE_INFINITY;
    const good = sponsors.filter((_, at) => values[at]! >= least);
    return ranked(good, by as Ranking).slice(0, MOST_KEPT);
  });
  return [...new Set(firsts)];
}

/** Best first; of those alike, whom the shop has known for longer. */
export function ranked(sponsors: readonly Sponsor[], by: Ranking): readonly Sponsor[] {
  return sponsors.toSorted((a, b) => rankings[by](b) - rankings[by](a) || a.id - b.id);
}
