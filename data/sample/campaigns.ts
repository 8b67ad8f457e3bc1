import { toEpochDay, weekdayOf } from '../days.ts';
import type { CampaignKind } from '../types/campaigns.ts';
import type { Day, EpochDay } from '../types/shop.ts';
import type { SampleSegment } from './customers.ts';
import { isDoubleDate } from './demand.ts';
import type { Chance } from './random.ts';

/**
 * What a campaign truly brings on a day, in orders that would not have come without it (Hill curve):
 *
 *     orders = capacity · spend^shape / (half^shape + spend^shape)
 */
export type Response = { readonly capacity: number; readonly half: number; readonly shape: number };

export type SampleCampaign = {
  readonly name: string;
  readonly kind: CampaignKind;
  readonly response: Response;
  /** What is taken off each price for its orders. */
  readonly discount: number;
  /** Who answers: weights. */
  readonly audience: Readonly<Partial<Record<SampleSegment, number>>>;
  /** The share of its orders that are someone's first and only one. */
  readonly newcomers: number;
  /** The days on which a fixed budget is spent, Monday is 1. */
  readonly weekdays: readonly number[];
  /** Rupiah spent on a day, given the level that was planned for the week. */
  plan(day: {
    readonly epochDay: EpochDay;
    readonly level: number;
    readonly chance: Chance;
    readonly isOn: boolean;
  }): number;
};

/** What somebody decided: from a Monday on a campaign spends the same every week. */
export type SampleBudget = {
  readonly campaign: string;
  readonly from: Day;
  readonly weeklyMinor: number;
  /** The share of what its curve says that truly comes from then on: people may have seen the ad too often. */
  readonly answer: number;
};

const daily = [1, 2, 3, 4, 5, 6, 7];

/** The four campaigns of the demo shop. */
export const sampleCampaigns: readonly SampleCampaign[] = [
  {
    name: 'Voucher Gajian',
    kind: 'voucher',
    response: { capacity: 24, half: 550_000, shape: 1.5 },
    discount: 0.1,
    audience: { bargain: 7, regular: 3 },
    newcomers: 0,
    weekdays: daily,
    plan: ({ level, isOn, chance }) => (isOn ? 600_000 * level * chance.between(0.8, 1.2) : 0),
  },
  {
    name: 'Flash Sale Jumat',
    kind: 'flash_sale',
    response: { capacity: 60, half: 1_100_000, shape: 1.6 },
    discount: 0.15,
    audience: { bargain: 6, regular: 3, loyal: 1 },
    newcomers: 0,
    weekdays: [5],
    plan: ({ epochDay, level, chance }) =>
      isDoubleDate(epochDay) || (weekdayOf(epochDay) === 5 && chance.next() < 0.8)
        ? 1_200_000 * level * chance.between(0.8, 1.2)
        : 0,
  },
  {
    name: 'Meta Ads Prospek',
    kind: 'ads',
    response: { capacity: 15, half: 450_000, shape: 1.3 },
    discount: 0,
    audience: { regular: 6, bargain: 2, loyal: 2 },
    newcomers: 0.08,
    weekdays: daily,
    plan: ({ level, chance }) => (chance.next() < 0.06 ? 0 : 380_000 * level * chance.between(0.85, 1.15)),
  },
  {
    name: 'Google Search Merek',
    kind: 'ads',
    response: { capacity: 7, half: 110_000, shape: 1 },
    discount: 0,
    audience: { regular: 5, loyal: 5 },
    newcomers: 0.06,
    weekdays: daily,
    plan: ({ level, chance }) => (chance.next() < 0.04 ? 0 : 190_000 * level * chance.between(0.85, 1.15)),
  },
];

/** Expected extra orders of a day. */
export function extraOrders({ capacity, half, shape }: Response, spend: number): number {
  return spend === 0 ? 0 : (capacity * spend ** shape) / (half ** shape + spend ** shape);
}

/** Daily spend in rupiah: levels that change from week to week, so that there is something to learn from. */
export function spendPlan(campaign: SampleCampaign, firstDay: EpochDay, days: number, chance: Chance): Float64Array {
  const spend = new Float64Array(days);
  let level = 1;
  let isOn = true;
  for (let at = 0; at < days; at++) {
    if (weekdayOf(firstDay + at) === 1) {
      level = Math.exp(0.3 * Math.log(level) + 0.5 * chance.normal());
      isOn = chance.next() < 0.5;
    }
    spend[at] = Math.round(campaign.plan({ epochDay: firstDay + at, level, isOn, chance }) / 1000) * 1000;
  }
  return spend;
}

/** What is spent on each day, and the share of what the curve says that comes of it. */
export type SamplePlan = { readonly spend: Float64Array; readonly answer: Float64Array };

/** The plan with what was decided since: the days before stay as they were. */
export function withBudgets(
  planned: Float64Array,
  { name, weekdays }: SampleCampaign,
  budgets: readonly SampleBudget[],
  firstDay: EpochDay,
): SamplePlan {
  const spend = planned.slice();
  const answer = new Float64Array(spend.length).fill(1);
  for (const budget of budgets.filter(({ campaign }) => campaign === name)) {
    for (let at = toEpochDay(budget.from) - firstDay; at < spend.length; at++) {
      const isSpent = weekdays.includes(weekdayOf(firstDay + at));
      spend[at] = isSpent ? Math.round(budget.weeklyMinor / weekdays.length) : 0;
      answer[at] = budget.answer;
    }
  }
  return { spend, answer };
}
