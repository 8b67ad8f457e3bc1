import type { Metric } from '../../data/types/series.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { entryOf } from '../../words/entry.ts';
import type { Unit } from '../../words/quantity.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';
import { inEveryLanguage } from '../../words/tell.ts';
import { kindWords } from '../campaigns/words.ts';
import { kindOf, type Slicing, type SlicingKind } from '../runs/series.ts';

/** How a metric is spoken of, and what may be done with its days. */
export type MetricWords = {
  /** "Net revenue", at the head of a fact. */
  readonly name: Said;
  readonly unit: Unit & ('money' | 'count');
  /** Whether days add up to weeks. A customer of two days is one customer: such a metric is counted anew for a week. */
  readonly adds: boolean;
};

export const metrics: Readonly<Record<Metric, MetricWords>> = {
  revenue: { name: say`Net revenue`, unit: 'money', adds: true },
  orders: { name: say`Orders`, unit: 'count', adds: true },
  units: { name: say`Units`, unit: 'count', adds: true },
  customers: { name: say`Customers`, unit: 'count', adds: false },
  'order-value': { name: say`Order value`, unit: 'money', adds: false },
};

/** One slice and many; what orders are called that tell none; and what is said where no order tells any. */
export type SlicingWords = {
  readonly one: Said;
  readonly many: Said;
  readonly none: Said;
  readonly nobodyTells: Said;
  /** "Net revenue by channel". */
  readonly by: (metric: Said) => Said;
  readonly unknown: (name: string) => Said;
};

export const slicings: Readonly<Record<SlicingKind, SlicingWords>> = {
  channel: {
    one: say`Channel`,
    many: say`channels`,
    none: say`no channel told`,
    nobodyTells: say`My orders tell no channel`,
    by: (metric) => say`${metric} by channel`,
    unknown: (name) => say`I know of no channel "${name}"`,
  },
  category: {
    one: say`Category`,
    many: say`categories`,
    none: say`no category told`,
    nobodyTells: say`My orders tell no category`,
    by: (metric) => say`${metric} by category`,
    unknown: (name) => say`I know of no category "${name}"`,
  },
  product: {
    one: say`Product`,
    many: say`products`,
    none: say`no product told`,
    nobodyTells: say`My orders tell no product`,
    by: (metric) => say`${metric} by product`,
    unknown: (name) => say`I know of no product "${name}"`,
  },
  campaign: {
    one: say`Campaign`,
    many: say`campaigns`,
    none: say`without a campaign`,
    nobodyTells: say`My orders tell no campaign`,
    by: (metric) => say`${metric} by campaign`,
    unknown: (name) => say`I know of no campaign "${name}"`,
  },
  'campaign-kind': {
    one: say`Kind of campaign`,
    many: say`kinds of campaign`,
    none: say`without a campaign`,
    nobodyTells: say`My orders tell no kind of campaign`,
    by: (metric) => say`${metric} by kind of campaign`,
    unknown: (name) => say`I know of no kind of campaign "${name}"`,
  },
  segment: {
    one: say`Segment`,
    many: say`segments`,
    none: say`customers unknown`,
    nobodyTells: say`My orders tell no segment`,
    by: (metric) => say`${metric} by segment`,
    unknown: (name) => say`I know of no segment "${name}"`,
  },
  place: {
    one: say`Place`,
    many: say`places`,
    none: say`no place told`,
    nobodyTells: say`My orders tell no place`,
    by: (metric) => say`${metric} by place`,
    unknown: (name) => say`I know of no place "${name}"`,
  },
};

/** A part of the shop as it is shown: groups and kinds of campaign are kept in words of ours. */
export function sliceName(by: SlicingKind, name: string | null): Words {
  if (name === null) return slicings[by].none;
  if (by === 'segment') return shownName(name);
  return (by === 'campaign-kind' ? entryOf(kindWords, name) : null) ?? named(name);
}

/** The part that somebody means, as it is kept: groups and kinds of campaign are typed as their readers see them. */
export function keptName(by: Slicing, typed: string): string {
  const own =
    typeof by === 'string' ? (by === 'campaign-kind' ? Object.keys(kindWords) : []) : by.sets.map(({ name }) => name);
  const isMeant = (name: string) => inEveryLanguage(sliceName(kindOf(by), name)).some((told) => sameWords(told, typed));
  return own.find(isMeant) ?? typed;
}

function sameWords(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}
