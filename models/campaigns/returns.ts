import type { Campaign, CampaignDays } from '../../data/types/campaigns.ts';
import { count, say } from '../../words/say.ts';
import type { Check } from '../check.ts';
import { epochDay } from '../days.ts';
import { NotEnoughData } from '../errors.ts';
import { seeded } from '../random.ts';
import { adviceFor } from './advice.ts';
import { followsDemand } from './follows.ts';
import { confoundingCheck } from './mix/fitness.ts';
import { type Modelled, modelled, modelledResponse, weekly, weeklySpend } from './modelled.ts';
import { renamed } from './renamed.ts';
import { fitResponse } from './response.ts';
import type { CampaignReturn, ReturnFigures, ReturnsRequest, ReturnsResult, ShopWeeks } from './types.ts';
import { weeksOf } from './weeks.ts';

/** Weeks whose mean is the current spend, and how far back they may lie: an unknown week is passed over, not a season. */
const CURRENT_WEEKS = 4;
const CURRENT_REACH_DAYS = 63;

/**
 * What each campaign brought in a range of days: sums, their ratios, a response curve where the data carries one, and
 * what to do.
 *
 *     roi = (sales - cost) / cost,  roas = sales / cost,  cost share = cost / sales
 *     profit = sales - cost,  after goods: sales - goods - cost
 *
 * Sales are those attributed to the campaign: an upper bound of what it caused. Where weeks of the whole shop can tell
 * the campaigns apart (`carriesMix`), their curves come from a model of those instead, and say so. A cost that is not known on any one
 * day makes the cost, and all that rests on it, unknown; unknown is null, never 0. Totals are ratios of sums over
 * the campaigns whose cost is known, not means of ratios.
 *
 * @throws {NotEnoughData} on an empty list of campaigns
 * @throws {RangeError} on a range that ends before it begins, or columns of unequal length
 */
export function returns({ campaigns, days, from, before, seed, shop = null }: ReturnsRequest): ReturnsResult {
  const range = { from: epochDay(from), before: epochDay(before) };
  if (range.before <= range.from) throw new RangeError(`the range ends (${before}) before it begins (${from})`);
  if (campaigns.length === 0) throw new NotEnoughData(say`campaigns`, 1, 0);
  requireColumns(days);
  const rows = new Map<number, number[]>(campaigns.map(({ id }) => [id, []]));
  days.day.forEach((day, row) => {
    if (day >= range.from && day < range.before) rows.get(days.campaign[row]!)?.push(row);
  });
  const attributed = campaigns.map((campaign) => returnOf(campaign, days, rows.get(campaign.id)!, { range, seed }));
  const at = new Map(attributed.map(({ id, weeklySpendMinor }) => [id, weeklySpendMinor ?? 0]));
  const whole = shop && modelled(shop, { campaigns, days, at, seed });
  const model = whole?.modelled ?? null;
  const each = model && shop ? attributed.map((one) => asModelled(one, model, weeklySpend(shop, days))) : attributed;
  const known = each.filter(({ costMinor }) => costMinor !== null);
  return {
    campaigns: each,
    total: totalOf(each, known),
    withoutCost: each.filter(({ costMinor }) => costMinor === null).map(({ id }) => id),
    basis: model ? 'modelled' : 'attributed',
    checks: [
      ...checksOf(each),
      ...(whole ? [whole.check] : []),
      ...(model ? modelChecks(model) : shop ? [confounding(shop, campaigns, days)] : []),
      ...nameChecks(campaigns, days),
    ],
    seed,
  };
}

type Range = { readonly from: number; readonly before: number };

function returnOf(
  { id, name }: Campaign,
  days: CampaignDays,
  rows: readonly number[],
  { range, seed }: { readonly range: Range; readonly seed: number },
): CampaignReturn {
  const sum = (column: Float64Array) => rows.reduce((total, row) => total + column[row]!, 0);
  const cost = rows.length === 0 ? null : known(sum(days.spendMinor));
  const goods = rows.length === 0 ? null : known(sum(days.goodsMinor));
  const sales = sum(days.salesMinor);
  const figures = figuresOf({ sales, cost, goods, orders: sum(days.orders) });
  const weeks = weeksOf(days, rows, range);
  const last = weeks.filter(({ start }) => start >= range.before - CURRENT_REACH_DAYS).slice(-CURRENT_WEEKS);
  const weekly =
    last.length === 0 || rows.length === 0 ? null : last.reduce((total, { spend }) => total + spend, 0) / last.length;
  const margin = goods === null || sales <= 0 ? null : (sales - goods) / sales;
  // A source of its own for each campaign, so that one more campaign does not change the answers of the others.
  const response = fitResponse(weeks, { at: weekly ?? 0, random: seeded(seed + 7919 * id) });
  return {
    id,
    name,
    ...figures,
    daysWithoutCost: rows.filter((row) => Number.isNaN(days.spendMinor[row]!)).length,
    weeklySpendMinor: weekly,
    margin,
    response,
    modelled: null,
    advice: adviceFor(response, { margin, weekly }),
  };
}

/** The same with the curve of the model; a campaign that it does not hold keeps its own. */
function asModelled(
  one: CampaignReturn,
  { effects, model }: Modelled,
  spends: Map<number, Float64Array>,
): CampaignReturn {
  const effect = effects.get(one.id);
  if (effect === undefined) return one;
  const response = modelledResponse({ ...effect, spend: spends.get(one.id)!, checks: [] });
  const { contribution, carryOver } = effect;
  return {
    ...one,
    response,
    modelled: { weeks: model.weeks, contribution, carryOver },
    advice: adviceFor(response, { margin: one.margin, weekly: one.weeklySpendMinor }),
  };
}

/** What the model found about itself, beside the weeks per effect that were asked before. */
function modelChecks({ model }: Modelled): Check[] {
  return model.checks.filter(({ name }) => name !== 'weeks per effect');
}

/** Whether a campaign's spend goes up when more sells that it has no part in. */
function confounding(shop: ShopWeeks, campaigns: ReturnsRequest['campaigns'], days: CampaignDays): Check {
  const weeks = { from: shop.from, weeks: shop.sales.length };
  const spends = weeklySpend(shop, days);
  const demand = Float64Array.from(shop.sales);
  for (const sold of weekly(weeks, days, days.salesMinor).values()) {
    sold.forEach((value, week) => {
      demand[week]! -= value;
    });
  }
  const following = campaigns
    .filter(({ id }) => {
      const spend = spends.get(id);
      return spend?.every((x) => x >= 0) && followsDemand(spend, demand).isClear;
    })
    .map(({ name }) => name);
  return confoundingCheck(following);
}

function nameChecks(campaigns: ReturnsRequest['campaigns'], days: CampaignDays): Check[] {
  const pairs = renamed(campaigns, days);
  const negative = campaigns
    .filter(({ id }) => days.campaign.some((campaign, row) => campaign === id && days.spendMinor[row]! < 0))
    .map(({ name }) => name);
  return [
    ...pairs.map(({ before, after }) => ({
      name: 'renamed',
      passed: false,
      says: say`${after.name} begins where ${before.name} ends, with about the same spend: if it is the same campaign, say so with /campaign same name:"${before.name}" as:"${after.name}", or neither has a history to learn from.`,
    })),
    ...(negative.length > 0
      ? [
          {
            name: 'negative spend',
            passed: false,
            says: say`${negative.join(', ')}: spend below 0 on some days, as after a refund. It counts in the cost; no curve is fitted to it.`,
          },
        ]
      : []),
  ];
}

/** NaN in a sum: one of its days is not known. */
function known(sum: number): number | null {
  return Number.isNaN(sum) ? null : sum;
}

/** The ratios of one set of sums, minor units. Null where a sum is not known or there is nothing to divide by. */
export function figuresOf(sums: {
  readonly sales: number;
  readonly cost: number | null;
  readonly goods: number | null;
  readonly orders: number;
}): ReturnFigures {
  const { sales, cost, goods, orders } = sums;
  const profit = cost === null ? null : sales - cost;
  return {
    salesMinor: sales,
    costMinor: cost,
    goodsMinor: goods,
    orders,
    roi: profit === null || cost === null || cost <= 0 ? null : profit / cost,
    roas: cost === null || cost <= 0 ? null : sales / cost,
    profitMinor: profit,
    profitAfterGoodsMinor: profit === null || goods === null ? null : profit - goods,
    costShare: cost === null || sales <= 0 ? null : cost / sales,
  };
}

/** Of campaigns with known cost; sales, goods and orders of the others are left out too, or the ratios would lie. */
function totalOf(each: readonly CampaignReturn[], knownCost: readonly CampaignReturn[]): ReturnFigures {
  const sum = (value: (of: CampaignReturn) => number | null, of: readonly CampaignReturn[]) =>
    of.reduce<number | null>((total, one) => {
      const next = value(one);
      return total === null || next === null ? null : total + next;
    }, 0);
  if (knownCost.length === 0) {
    return figuresOf({
      sales: sum((c) => c.salesMinor, each) ?? 0,
      cost: null,
      goods: null,
      orders: sum((c) => c.orders, each) ?? 0,
    });
  }
  return figuresOf({
    sales: sum((c) => c.salesMinor, knownCost) ?? 0,
    cost: sum((c) => c.costMinor, knownCost),
    goods: sum((c) => c.goodsMinor, knownCost),
    orders: sum((c) => c.orders, knownCost) ?? 0,
  });
}

function checksOf(each: readonly CampaignReturn[]): Check[] {
  const unknown = each.filter(({ costMinor }) => costMinor === null).map(({ name }) => name);
  const curves = each.filter(({ response }) => response.curve !== null).length;
  return [
    {
      name: 'cost',
      passed: unknown.length === 0,
      says:
        unknown.length === 0
          ? say`The cost of every campaign is known.`
          : say`The cost of ${unknown.join(', ')} is not known on every day; its return stays unknown and out of the total.`,
    },
    {
      name: 'response',
      passed: curves === each.length,
      says: say`${count(curves)} of ${count(each.length)} campaigns have spend that varied enough, for long enough, to tell what more of it would bring.`,
    },
    {
      name: 'attribution',
      passed: true,
      says: say`Sales are those attributed to a campaign: what they would have been without it is not measured.`,
    },
  ];
}

function requireColumns({ campaign, day, spendMinor, salesMinor, orders, goodsMinor }: CampaignDays): void {
  for (const [name, column] of Object.entries({ day, spendMinor, salesMinor, orders, goodsMinor })) {
    if (column.length !== campaign.length)
      throw new RangeError(`${name} has ${column.length} rows, not ${campaign.length}`);
  }
}
