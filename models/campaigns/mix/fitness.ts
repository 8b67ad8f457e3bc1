import { count, say } from '../../../words/say.ts';
import type { Check } from '../../check.ts';
import { followsDemand } from '../follows.ts';
import { baseOf } from './base.ts';
import type { MixRequest } from './types.ts';

/**
 * Weeks for each effect that must be told apart. Google's Meridian calls 4 too few (104 weeks, 26 effects) and about 15
 * enough for a direction; below that each campaign's own attributed sales say more.
 *
 * Source: developers.google.com/meridian/docs/pre-modeling/amount-data-needed
 */
export const LEAST_PER_EFFECT = 15;

/** Spend must vary by this share of its mean, or no week says what another spend would do. */
export const LEAST_VARIATION = 0.1;

/** Weeks with known sales over channels, level, trend, season and controls. */
export function weeksPerEffect({ sales, channels, controls }: MixRequest): number {
  const weeks = sales.filter((value) => !Number.isNaN(value)).length;
  return weeks / (channels.length + baseOf(sales.length, controls).columns.length);
}

/** Standard deviation over mean; 0 without spend. */
export function variationOf(spend: ArrayLike<number>): number {
  const values = Array.from(spend);
  const mean = values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, values.length);
  return mean > 0 ? Math.sqrt(variance) / mean : 0;
}

/** Whether weeks of the whole shop can tell these channels apart: asked before the model is fitted. */
export function carriesMix(request: MixRequest): Check {
  const each = weeksPerEffect(request);
  const passed = each >= LEAST_PER_EFFECT;
  const effects = Math.round(request.sales.length / Math.max(each, 1e-9));
  return {
    name: 'weeks per effect',
    passed,
    says: passed
      ? say`${count(request.sales.length)} weeks for ${count(effects)} effects, ${count(Math.floor(each))} each.`
      : say`${count(request.sales.length)} weeks for ${count(effects)} effects (campaigns, trend, season, holidays) are ${count(Math.floor(each))} each; to tell them apart in the shop's sales takes about ${count(LEAST_PER_EFFECT)} each, ${count(Math.ceil(LEAST_PER_EFFECT * effects))} weeks.`,
  };
}

/** What weakens the fit: too few weeks, flat spend, spend that follows demand (`demand`: sales without the channels). */
export function fitness(request: MixRequest, demand: Float64Array): Check[] {
  const flat = request.channels.filter(({ spend }) => variationOf(spend) < LEAST_VARIATION).map(({ name }) => name);
  const following = request.channels
    .filter(({ spend }) => followsDemand(spend, demand).isClear)
    .map(({ name }) => name);
  return [
    carriesMix(request),
    {
      name: 'variation',
      passed: flat.length === 0,
      says:
        flat.length === 0
          ? say`Every spend varied.`
          : say`${flat.join(', ')}: spend hardly varied, so no week shows what another budget would do.`,
    },
    confoundingCheck(following),
  ];
}

/** `following`: campaigns whose spend follows demand, by name. */
export function confoundingCheck(following: readonly string[]): Check {
  return {
    name: 'confounding',
    passed: following.length === 0,
    says:
      following.length === 0
        ? say`No spend goes up and down with what sells anyway.`
        : say`${following.join(', ')}: spend went up when more would have sold anyway, and may take the credit for it. Weeks with and without it, chosen by lot, would tell.`,
  };
}
