import { addDays, toEpochDay } from '../days.ts';
import type { CampaignKind } from '../types/campaigns.ts';
import type { Day, Shop } from '../types/shop.ts';
import { type Response, type SampleBudget, sampleCampaigns, spendPlan, withBudgets } from './campaigns.ts';
import { type SampleProduct, sampleCatalogue } from './catalogue.ts';
import { type SampleCustomer, sampleCustomers } from './customers.ts';
import { dailyDemand } from './demand.ts';
import { type SampleLine, sampleOrders } from './orders.ts';
import { seededChance } from './random.ts';

const CUSTOMERS = 3100;
const WEEKS = 104;

/** The shop that Sextant shows when there is none yet. */
export const sampleShop: Shop = {
  name: 'Toko Sehat Nusantara (demo)',
  currency: 'IDR',
  zone: 'Asia/Jakarta',
  // English as written in the region: 9–15 Nov 2026, IDR 1.5B.
  locale: 'en-SG',
  demo: true,
};

/** A made-up shop and the truth about it. Rupiah throughout. */
export type SampleShop = {
  readonly seed: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly products: readonly SampleProduct[];
  /** Those who ordered at least once. */
  readonly customers: readonly SampleCustomer[];
  readonly campaigns: readonly {
    readonly name: string;
    readonly kind: CampaignKind;
    readonly response: Response;
    /** One entry a day from the first. */
    readonly spend: Float64Array;
  }[];
  readonly budgets: readonly SampleBudget[];
  readonly lines: readonly SampleLine[];
};

/**
 * Makes up 24 months of a shop, ending on `lastDay`. Pure: the same seed and day give the same shop. About 55,000 orders
 * of 3,000 customers, IDR 150M a week.
 *
 * @param budgets decided in that time; what came before a budget is the same without it
 */
export function generateShop({
  seed,
  lastDay,
  budgets = [],
  customers = CUSTOMERS,
}: {
  readonly seed: number;
  readonly lastDay: Day;
  readonly budgets?: readonly SampleBudget[];
  readonly customers?: number;
}): SampleShop {
  const days = WEEKS * 7;
  const firstDay = addDays(lastDay, 1 - days);
  // A stream of luck for each subject, so that a change to one leaves the others as they were.
  const chanceFor = (subject: number) => seededChance(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(subject, 0x85ebca6b));
  const products = sampleCatalogue(chanceFor(1));
  const everyone = sampleCustomers({ count: customers, days, chance: chanceFor(2) });
  const demand = dailyDemand(toEpochDay(firstDay), days, chanceFor(3));
  const spendChance = chanceFor(4);
  const campaigns = sampleCampaigns.map((campaign) => ({
    campaign,
    ...withBudgets(
      spendPlan(campaign, toEpochDay(firstDay), days, spendChance),
      campaign,
      budgets,
      toEpochDay(firstDay),
    ),
  }));
  const lines = sampleOrders({ demand, customers: everyone, campaigns, products, chance: chanceFor(5) });
  const seen = new Set(lines.map(({ customer }) => customer?.ref));
  return {
    seed,
    firstDay,
    lastDay,
    products,
    customers: everyone.filter(({ ref }) => seen.has(ref)),
    campaigns: campaigns.map(({ campaign: { name, kind, response }, spend }) => ({ name, kind, response, spend })),
    budgets,
    lines,
  };
}
