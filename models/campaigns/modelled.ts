import type { Campaign, CampaignDays } from '../../data/types/campaigns.ts';
import { count, say, share, type Words } from '../../words/say.ts';
import type { Check } from '../check.ts';
import { epochDay } from '../days.ts';
import { carriesMix, LEAST_VARIATION, variationOf } from './mix/fitness.ts';
import { LEAST_WEEKS, mix } from './mix/mix.ts';
import type { MixEffect, MixRequest, MixResult } from './mix/types.ts';
import type { Response, ShopWeeks } from './types.ts';

export type Modelled = {
  /** By campaign id: those with spend in the weeks. */
  readonly effects: ReadonlyMap<number, MixEffect>;
  readonly model: MixResult;
};

/**
 * What campaigns brought to the sales of the whole shop, where its weeks can tell them apart; else null, and why.
 *
 * @param at spend a week of each campaign at which to state its marginal return, by id
 */
export function modelled(
  shop: ShopWeeks,
  {
    campaigns,
    days,
    at,
    seed,
  }: {
    readonly campaigns: readonly Campaign[];
    readonly days: CampaignDays;
    readonly at: ReadonlyMap<number, number>;
    readonly seed: number;
  },
): { readonly modelled: Modelled | null; readonly check: Check } {
  const spends = weeklySpend(shop, days);
  const channels = campaigns.flatMap(({ id, name }) => {
    const spend = spends.get(id);
    return spend?.some((x) => x !== 0) ? [{ id, name, spend, at: at.get(id) ?? 0 }] : [];
  });
  const refused = (says: Words) => ({ modelled: null, check: { name: 'weeks per effect', passed: false, says } });
  const known = shop.sales.filter((value) => !Number.isNaN(value));
  if (channels.length === 0) return refused(say`No campaign has spend in the weeks of the shop.`);
  if (known.length < LEAST_WEEKS || !known.some((value) => value > 0))
    return refused(say`${count(known.length)} weeks of the shop's sales; a model of them all needs far more.`);
  const unclear = channels.filter(({ spend }) => !spend.every((x) => x >= 0)).map(({ name }) => name);
  if (unclear.length > 0)
    return refused(
      say`${unclear.join(', ')}: spend is not known, or below 0, in some week, so all cannot be modelled.`,
    );
  const request: MixRequest = { ...shop, channels, seed };
  const check = carriesMix(request);
  if (!check.passed) return { modelled: null, check };
  const model = mix(request);
  return { modelled: { model, effects: new Map(model.channels.map((effect) => [effect.id, effect])) }, check };
}

/** A response as the model of the whole shop tells it. No curve where the campaign's spend hardly varied. */
export function modelledResponse({
  curve,
  spend,
  checks,
}: MixEffect & { readonly spend: Float64Array; readonly checks: readonly Check[] }): Response {
  const variation = variationOf(spend);
  if (variation >= LEAST_VARIATION)
    return { curve, says: say`Modelled from ${count(curve.weeks)} weeks of the shop's sales.`, checks };
  const says = say`Spend varied by only ${share(variation)} of its mean: no week shows what another budget would do.`;
  return { curve: null, says, checks: [...checks, { name: 'variation', passed: false, says }] };
}

/** Spend of each campaign in each week of the shop, 0 in weeks without a row, NaN where a day is not known. */
export function weeklySpend({ from, sales }: ShopWeeks, days: CampaignDays): Map<number, Float64Array> {
  return weekly({ from, weeks: sales.length }, days, days.spendMinor);
}

/** Sums of a column by campaign and week. */
export function weekly(
  { from, weeks }: { readonly from: string; readonly weeks: number },
  days: CampaignDays,
  column: Float64Array,
): Map<number, Float64Array> {
  const first = epochDay(from);
  const sums = new Map<number, Float64Array>();
  days.day.forEach((day, row) => {
    const week = Math.floor((day - first) / 7);
    if (week < 0 || week >= weeks) return;
    const id = days.campaign[row]!;
    const sum = sums.get(id) ?? new Float64Array(weeks);
    sum[week]! += column[row]!;
    sums.set(id, sum);
  });
  return sums;
}
