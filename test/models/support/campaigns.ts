import type { CampaignDays } from '../../../data/types/campaigns.ts';
import { epochDay } from '../../../models/days.ts';
import type { Random } from '../../../models/random.ts';
import { normal } from './series.ts';

export type CampaignDay = {
  readonly campaign: number;
  readonly day: string;
  readonly spend: number;
  readonly sales: number;
  readonly orders?: number;
  readonly goods?: number;
};

export function campaignDays(rows: readonly CampaignDay[]): CampaignDays {
  return {
    campaign: Int32Array.from(rows, ({ campaign }) => campaign),
    day: Int32Array.from(rows, ({ day }) => epochDay(day)),
    spendMinor: Float64Array.from(rows, ({ spend }) => spend),
    salesMinor: Float64Array.from(rows, ({ sales }) => sales),
    orders: Float64Array.from(rows, ({ orders }) => orders ?? 1),
    goodsMinor: Float64Array.from(rows, ({ goods }) => goods ?? Number.NaN),
  };
}

/** Weeks of a campaign with a known curve: spend varies from week to week, sales are the curve's times lognormal luck. */
export function curveWeeks(
  count: number,
  {
    sales,
    random,
    noise = 0.15,
    spend = 8_000_000,
    spread = 0.5,
  }: {
    sales: (spend: number) => number;
    random: Random;
    noise?: number;
    spend?: number;
    spread?: number;
  },
) {
  return Array.from({ length: count }, (_, i) => {
    const spent = Math.round(spend * Math.exp(spread * normal(random)));
    return { start: 7 * i, spend: spent, sales: sales(spent) * Math.exp(noise * normal(random) - noise ** 2 / 2) };
  });
}
