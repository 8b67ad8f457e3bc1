import type { CustomerView } from '../../data/types.ts';
import { belowOf, type Forest, forestOf, gini, influence, type Referrals, structuralVirality } from './forest.ts';

export type NetworkRequest = {
  readonly referrals: Referrals;
  readonly view: Pick<CustomerView, 'id' | 'orders' | 'revenueMinor'>;
  /** How many sponsors to tell of. */
  readonly top: number;
};

export type Sponsor = {
  readonly id: number;
  readonly direct: number;
  readonly downline: number;
  readonly depth: number;
  /** What the people below spent, themselves left out. */
  readonly revenueMinor: number;
  /** Of those who came at first hand, the share who bought again, drawn towards everybody's where they are few. */
  readonly returning: number;
  /** Share of all influence (PageRank of the links turned round). */
  readonly influence: number;
};

export type Network = {
  readonly members: number;
  readonly sponsors: number;
  readonly trees: number;
  readonly deepest: number;
  /** Mean distance between people of the largest tree: 2 for a star. */
  readonly virality: number;
  /** Of direct referrals over all people: 0 all alike, towards 1 for one who brought them all. */
  readonly gini: number;
  /** Share of direct referrals by the tenth of the sponsors who brought most. */
  readonly topTenthShare: number;
  /** Of all who came through somebody, the share who bought again. */
  readonly returning: number;
  readonly circles: number;
  /** Sponsors who never bought themselves. */
  readonly strangers: number;
  /** By the money of the people below. */
  readonly top: readonly Sponsor[];
};

/** As many people as everybody's share counts for, when a sponsor's own is told: 1 of 1 is no proof. */
const PRIOR_PEOPLE = 10;

/** Who brings people in, and what those spend. Sums count a person below every sponsor above, and never twice for one. */
export function network({ referrals, view, top }: NetworkRequest): Network {
  const forest = forestOf(referrals);
  const { id, parent, direct, downline, depth, circles } = forest;
  const row = new Map(Array.from(view.id, (customer, at) => [customer, at]));
  const ofView = (values: Float64Array) =>
    Float64Array.from(id, (person) => {
      const at = row.get(person);
      return at === undefined ? 0 : values[at]!;
    });
  const orders = ofView(view.orders);
  const below = belowOf(forest, ofView(view.revenueMinor));
  const rank = influence(forest);
  const cameThrough = Array.from(id.keys()).filter((at) => parent[at] !== -1);
  const again = Float64Array.from(orders, (count) => Number(count > 1));
  const returning = cameThrough.reduce((sum, at) => sum + again[at]!, 0) / Math.max(1, cameThrough.length);
  const returnedOf = new Float64Array(id.length);
  for (const at of cameThrough) returnedOf[parent[at]!]! += again[at]!;
  const sponsors = Array.from(id.keys()).filter((at) => direct[at]! > 0);
  return {
    members: cameThrough.length,
    sponsors: sponsors.length,
    trees: sponsors.filter((at) => parent[at] === -1).length,
    deepest: depth.reduce((most, each) => Math.max(most, each), 0),
    virality: structuralVirality(forest, largestTree(forest)),
    gini: gini(direct),
    topTenthShare: topShare(sponsors.map((at) => direct[at]!)),
    returning,
    circles,
    strangers: sponsors.filter((at) => orders[at] === 0).length,
    top: sponsors
      .sort((a, b) => below[b]! - below[a]! || a - b)
      .slice(0, top)
      .map((at) => ({
        id: id[at]!,
        direct: direct[at]!,
        downline: downline[at]!,
        depth: depth[at]!,
        revenueMinor: below[at]!,
        returning: (returnedOf[at]! + PRIOR_PEOPLE * returning) / (direct[at]! + PRIOR_PEOPLE),
        influence: rank[at]!,
      })),
  };
}

function largestTree({ downline }: Forest): number {
  return downline.reduce((best, count, at) => (count > downline[best]! ? at : best), 0);
}

function topShare(counts: number[]): number {
  const sorted = counts.sort((a, b) => b - a);
  const tenth = sorted.slice(0, Math.ceil(sorted.length / 10));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(tenth) / Math.max(1, sum(sorted));
}
