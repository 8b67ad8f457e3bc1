import type { Campaign, CampaignBuyers, CampaignDays, CampaignKind } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import { epochDay } from '../days.ts';
import { figuresOf } from './returns.ts';
import type { ToldCost } from './roi-costs.ts';
import { blockVariance, type Interval, salesInterval } from './roi-interval.ts';
import type { ReturnFigures } from './types.ts';

export type LedgerRequest = {
  readonly campaigns: readonly Campaign[];
  /** With typed costs in it. */
  readonly days: CampaignDays;
  /** Estimates only; their names are those of the campaigns. */
  readonly estimates: readonly ToldCost[];
  readonly buyers: CampaignBuyers;
  readonly from: Day;
  readonly before: Day;
};

/** `known`: told on every day. `assumed`: always the same share of sales, so its ROI says nothing. `none`: on no day. */
export type CostState = 'known' | 'partly known' | 'estimated' | 'assumed' | 'none';

export type LedgerEntry = ReturnFigures & {
  readonly id: number;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly cost: CostState;
  /** What its cost is guessed at, or known of some days only: shown, and in no ratio. Null where there is nothing. */
  readonly roughCostMinor: number | null;
  readonly daysWithoutCost: number;
  readonly roiInterval: Interval | null;
  readonly customers: number;
  /** Whose first order it was. */
  readonly newCustomers: number;
  /** cost / new customers; null where either is not known or nobody was new. */
  readonly costOfNewMinor: number | null;
};

export type LedgerGroup = ReturnFigures & {
  readonly campaigns: number;
  readonly newCustomers: number;
  readonly costOfNewMinor: number | null;
};

export type Ledger = {
  readonly campaigns: readonly LedgerEntry[];
  readonly kinds: readonly (LedgerGroup & { readonly kind: CampaignKind })[];
  /** Of calendar months, the first and the last of which may be cut by the range. */
  readonly months: readonly (LedgerGroup & { readonly month: string })[];
  /** Of campaigns whose cost is known. */
  readonly total: LedgerGroup;
  /** With estimates counted as if they were known; null where there are none. */
  readonly withEstimates: LedgerGroup | null;
  readonly leftOut: readonly {
    readonly name: string;
    readonly cost: CostState;
    readonly roughCostMinor: number | null;
  }[];
};

/** A cost in so many days at the very same share of sales was computed from them. */
const ASSUMED_DAYS = 3;
const SAME_SHARE = 0.002;

/**
 * What each campaign sold, cost and returned, and how far the numbers carry. Only campaigns whose cost is known on every
 * day are ranked and added up; estimates and gaps stand beside them, with what they come to. Ratios are of sums.
 */
export function campaignLedger({ campaigns, days, estimates, buyers, from, before }: LedgerRequest): Ledger {
  const range = { first: epochDay(from), end: epochDay(before) };
  const rows = new Map<number, number[]>(campaigns.map(({ id }) => [id, []]));
  days.day.forEach((day, row) => {
    if (day >= range.first && day < range.end) rows.get(days.campaign[row]!)?.push(row);
  });
  const people = buyersOf(buyers);
  const entries = campaigns.map((campaign) => {
    const own = estimates.filter(({ name }) => name.toLowerCase() === campaign.name.toLowerCase());
    return entryOf(campaign, { days, rows: rows.get(campaign.id)!, estimates: own, people, range });
  });
  const ranked = entries.filter(isRanked);
  const guessed = entries.filter(({ cost }) => cost === 'estimated' || cost === 'assumed');
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return {
    campaigns: entries,
    kinds: kinds.map((kind) => ({ kind, ...groupOf(entries.filter((entry) => entry.kind === kind)) })),
    months: monthsOf(days, ranked, rows),
    total: groupOf(entries),
    withEstimates: guessed.length === 0 ? null : withGuesses([...ranked, ...guessed]),
    leftOut: entries
      .filter((entry) => !isRanked(entry) && (entry.salesMinor !== 0 || entry.roughCostMinor !== null))
      .map(({ name, cost, roughCostMinor }) => ({ name, cost, roughCostMinor })),
  };
}

/** Whether its return may be compared with others'. */
export function isRanked({ cost, costMinor }: Pick<LedgerEntry, 'cost' | 'costMinor'>): boolean {
  return cost === 'known' && costMinor !== null && costMinor > 0;
}

type People = { customers: number; fresh: number; sum: number; squares: number; largest: number };

function buyersOf(buyers: CampaignBuyers): ReadonlyMap<number, People> {
  const people = new Map<number, People>();
  buyers.campaign.forEach((campaign, row) => {
    const one = people.get(campaign) ?? { customers: 0, fresh: 0, sum: 0, squares: 0, largest: 0 };
    const isSomebody = buyers.customer[row]! >= 0;
    people.set(campaign, {
      customers: one.customers + Number(isSomebody),
      fresh: one.fresh + buyers.isNew[row]!,
      sum: one.sum + buyers.salesMinor[row]!,
      squares: one.squares + buyers.squares[row]!,
      largest: Math.max(one.largest, buyers.largestMinor[row]!),
    });
  });
  return people;
}

type Own = {
  readonly days: CampaignDays;
  readonly rows: readonly number[];
  readonly estimates: readonly ToldCost[];
  readonly people: ReadonlyMap<number, People>;
  readonly range: { readonly first: number; readonly end: number };
};

function entryOf({ id, name, kind }: Campaign, { days, rows, estimates, people, range }: Own): LedgerEntry {
  const sum = (column: Float64Array, of: readonly number[] = rows) =>
    of.reduce((total, row) => total + column[row]!, 0);
  const isUnknown = (row: number) => Number.isNaN(days.spendMinor[row]!);
  const told = rows.filter((row) => !isUnknown(row));
  const sales = sum(days.salesMinor);
  const goods = sum(days.goodsMinor);
  const assumed = isShareOfSales(days, told);
  const guess = estimateOf(estimates, { days, rows, range });
  const missing = rows.length - told.length;
  const cost: CostState =
    guess !== null
      ? 'estimated'
      : told.length === 0
        ? 'none'
        : missing > 0
          ? 'partly known'
          : assumed
            ? 'assumed'
            : 'known';
  const isGuessed = (row: number) =>
    estimates.some((each) => epochDay(each.from) <= days.day[row]! && days.day[row]! <= epochDay(each.to));
  const spent = told.length === 0 ? null : sum(days.spendMinor, told);
  const figures = figuresOf({
    sales,
    cost: cost === 'known' ? spent : null,
    goods: Number.isNaN(goods) || rows.length === 0 ? null : goods,
    orders: sum(days.orders),
  });
  const one = people.get(id) ?? { customers: 0, fresh: 0, sum: 0, squares: 0, largest: 0 };
  const { costMinor } = figures;
  return {
    id,
    name,
    kind,
    ...figures,
    cost,
    // An estimate stands beside what is known of other days, and in place of what is known of its own.
    roughCostMinor:
      cost === 'known' || cost === 'none'
        ? null
        : (guess ?? 0) +
          sum(
            days.spendMinor,
            told.filter((row) => !isGuessed(row)),
          ),
    daysWithoutCost: missing,
    roiInterval: roiInterval(one, costMinor, blockVariance(weekBlocks(days, rows, range))),
    customers: one.customers,
    newCustomers: one.fresh,
    costOfNewMinor: costMinor === null || one.fresh === 0 ? null : costMinor / one.fresh,
  };
}

/** Cost that is one share of sales on each of several days: whoever wrote it had no other source. */
function isShareOfSales({ spendMinor, salesMinor }: CampaignDays, told: readonly number[]): boolean {
  const spent = told.filter((row) => spendMinor[row]! > 0);
  if (spent.length < ASSUMED_DAYS || spent.some((row) => salesMinor[row]! <= 0)) return false;
  const shares = spent.map((row) => spendMinor[row]! / salesMinor[row]!);
  return Math.max(...shares) - Math.min(...shares) <= SAME_SHARE * Math.max(...shares);
}

function estimateOf(
  estimates: readonly ToldCost[],
  { days, rows, range }: Pick<Own, 'days' | 'rows' | 'range'>,
): number | null {
  let sum: number | null = null;
  for (const { from, to, minor, share } of estimates) {
    const [begin, last] = [epochDay(from), epochDay(to)];
    const inside = Math.min(last, range.end - 1) - Math.max(begin, range.first) + 1;
    if (inside <= 0) continue;
    const own = rows.filter((row) => days.day[row]! >= begin && days.day[row]! <= last);
    const sold = own.reduce((total, row) => total + days.salesMinor[row]!, 0);
    sum = (sum ?? 0) + Math.round(minor === null ? (share ?? 0) * sold : (minor * inside) / (last - begin + 1));
  }
  return sum;
}

function roiInterval(people: People, cost: number | null, variance: number | null): Interval | null {
  const sales = salesInterval(people, variance);
  if (sales === null || cost === null || cost <= 0) return null;
  return { low80: (sales.low80 - cost) / cost, high80: (sales.high80 - cost) / cost };
}

/** Whole weeks counted back from the end of the range; weeks of nothing are left out. */
function weekBlocks(days: CampaignDays, rows: readonly number[], { first, end }: Own['range']) {
  const blocks = Array.from({ length: Math.floor((end - first) / 7) }, () => ({ sales: 0, cost: 0 }));
  for (const row of rows) {
    const block = blocks[Math.floor((end - 1 - days.day[row]!) / 7)];
    if (!block) continue;
    block.sales += days.salesMinor[row]!;
    block.cost += days.spendMinor[row]!;
  }
  return blocks.filter(({ sales, cost }) => sales !== 0 || cost !== 0);
}

type Sums = Pick<LedgerEntry, 'salesMinor' | 'costMinor' | 'goodsMinor' | 'orders' | 'newCustomers'>;

/** Sums over the campaigns whose cost is known, and their ratios; over all where none is, and then without ratios. */
function groupOf(entries: readonly LedgerEntry[]): LedgerGroup {
  const ranked = entries.filter(isRanked);
  return ranked.length > 0 ? groupOfSums(ranked) : groupOfSums(entries.map((entry) => ({ ...entry, costMinor: null })));
}

function withGuesses(entries: readonly LedgerEntry[]): LedgerGroup {
  return groupOfSums(entries.map((entry) => ({ ...entry, costMinor: entry.costMinor ?? entry.roughCostMinor })));
}

function groupOfSums(entries: readonly Sums[]): LedgerGroup {
  const sum = (value: (entry: Sums) => number | null) =>
    entries.reduce<number | null>((total, entry) => {
      const next = value(entry);
      return total === null || next === null ? null : total + next;
    }, 0);
  const cost = entries.length === 0 ? null : sum(({ costMinor }) => costMinor);
  const newCustomers = sum(({ newCustomers: fresh }) => fresh)!;
  return {
    ...figuresOf({
      sales: sum(({ salesMinor }) => salesMinor)!,
      cost,
      goods: sum(({ goodsMinor }) => goodsMinor),
      orders: sum(({ orders }) => orders)!,
    }),
    campaigns: entries.length,
    newCustomers,
    costOfNewMinor: cost === null || newCustomers === 0 ? null : cost / newCustomers,
  };
}

function monthsOf(
  days: CampaignDays,
  ranked: readonly LedgerEntry[],
  rows: ReadonlyMap<number, readonly number[]>,
): Ledger['months'] {
  const months = new Map<string, { salesMinor: number; costMinor: number; goodsMinor: number; orders: number }>();
  for (const row of ranked.flatMap(({ id }) => rows.get(id)!)) {
    const month = new Date(days.day[row]! * 86_400_000).toISOString().slice(0, 7);
    const one = months.get(month) ?? { salesMinor: 0, costMinor: 0, goodsMinor: 0, orders: 0 };
    months.set(month, {
      salesMinor: one.salesMinor + days.salesMinor[row]!,
      costMinor: one.costMinor + days.spendMinor[row]!,
      goodsMinor: one.goodsMinor + days.goodsMinor[row]!,
      orders: one.orders + days.orders[row]!,
    });
  }
  return [...months]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([month, sums]) => {
      const goodsMinor = Number.isNaN(sums.goodsMinor) ? null : sums.goodsMinor;
      return { month, ...groupOfSums([{ ...sums, goodsMinor, newCustomers: 0 }]), campaigns: ranked.length };
    });
}
