import { belowOf, directSumOf, type Forest } from './forest.ts';
import { betweenness, influence } from './measures.ts';
import type { BuyersView, People } from './people.ts';
import { type Seen, type Shrunk, shrinkRates, shrinkShares } from './shrinkage.ts';

export type Sponsor = {
  readonly id: number;
  /** People who came through this one at first hand, at second hand, at any hand; steps to the farthest. */
  readonly direct: number;
  readonly next: number;
  readonly downline: number;
  readonly depth: number;
  /** What those at first hand spent: over all sponsors everybody's money is counted once. */
  readonly directMinor: number;
  /** What all below spent: counted again for each sponsor above. */
  readonly belowMinor: number;
  /** Months with the shop: since the own first order, or the first of somebody brought. Null where nobody ordered. */
  readonly months: number | null;
  /** People brought a month. */
  readonly perMonth: Shrunk | null;
  /** People at first hand of whom it can be told whether they stayed, and the share who did. Null for none. */
  readonly told: number;
  readonly active: Shrunk | null;
  /** Share of all influence, by what people spend. */
  readonly influence: number;
  /** Pairs, one above and one below, who are linked through this one. */
  readonly between: number;
};

const DAYS_A_MONTH = 365.25 / 12;

/** What each sponsor stands for; asked by place. Rates are drawn towards everybody's, see `shrinkage.ts`. */
export function sponsorsOf(forest: Forest, people: People, view: BuyersView): (place: number) => Sponsor {
  const { id, direct, next, downline, depth, parent } = forest;
  const directMinor = directSumOf(forest, people.revenueMinor);
  const belowMinor = belowOf(forest, people.revenueMinor);
  const rank = influence(
    forest,
    people.revenueMinor.map((minor) => Math.max(0, minor)),
  );
  const between = betweenness(forest);
  const told = directSumOf(forest, Float64Array.from(people.isTold));
  const active = directSumOf(forest, Float64Array.from(people.isActive));
  const months = monthsOf(parent, people.cameDays);
  const shareOf = shrinkShares({ count: active, of: told });
  const rateOf = shrinkRates(everybody(forest, months, view));
  return (at) => ({
    id: id[at]!,
    direct: direct[at]!,
    next: next[at]!,
    downline: downline[at]!,
    depth: depth[at]!,
    directMinor: directMinor[at]!,
    belowMinor: belowMinor[at]!,
    months: Number.isNaN(months[at]!) ? null : months[at]!,
    perMonth: Number.isNaN(months[at]!) ? null : rateOf({ count: direct[at]!, of: months[at]! }),
    told: told[at]!,
    active: told[at] === 0 ? null : shareOf({ count: active[at]!, of: told[at]! }),
    influence: rank[at]!,
    between: between[at]!,
  });
}

/** Months begun, so that nobody has had no time. NaN where neither they nor those they brought ever ordered. */
function monthsOf(parent: Int32Array, cameDays: Float64Array): Float64Array {
  const longest = cameDays.slice();
  parent.forEach((above, at) => {
    if (above === -1 || Number.isNaN(cameDays[at]!)) return;
    if (!(longest[above]! >= cameDays[at]!)) longest[above] = cameDays[at]!;
  });
  return longest.map(monthsBegun);
}

function monthsBegun(days: number): number {
  return Math.max(1, Math.ceil(days / DAYS_A_MONTH));
}

/** All who could have brought somebody, with what they did: who brought nobody counts too. */
function everybody({ id, direct }: Forest, months: Float64Array, view: BuyersView): Seen {
  const known = new Set(id);
  const others = view.recencyDays
    .map((days, row) => monthsBegun(days + view.spanDays[row]!))
    .filter((_, row) => !known.has(view.id[row]!));
  const count = new Float64Array(months.length + others.length);
  const of = new Float64Array(months.length + others.length);
  count.set(direct);
  of.set(months);
  of.set(others, months.length);
  return { count, of };
}
