import { say } from '../../../words/say.ts';
import { NotEnoughData } from '../../errors.ts';
import { minimise } from '../../forecast/minimise.ts';
import { type Curve, marginalAt, reachAt, salesAt } from '../curve.ts';
import { followsDemand } from '../follows.ts';
import { intervalOf, quantileOf } from '../interval.ts';
import { columnsOf } from '../response.ts';
import { baseOf } from './base.ts';
import { fitness, weeksPerEffect } from './fitness.ts';
import { addTo, type Levelled, levelled } from './levelled.ts';
import { type Channel, type Draws, drawEffects, type Effect, responseTo } from './sampler.ts';
import type { MixChannel, MixEffect, MixRequest, MixResult } from './types.ts';

const CHAINS = 3;
const DRAWS = 300;
const THIN = 3;
/** Copies of a curve that travel with a run. */
const KEPT = 200;
/** Fewer say nothing of a season, a trend and a channel together. */
export const LEAST_WEEKS = 26;
/** Weeks at the start that only build up carry-over: what was spent before them is not known. */
const WARM_UP = 6;

/**
 * What each channel's spend brought to the shop's sales, whichever order names which campaign: a marketing-mix model.
 *
 *     sales = level + trend + season + controls + sum of most_c hill(adstock(spend_c)) + luck
 *
 * Adstock is geometric, in units of spend; Hill has its own half and shape for each channel; effects are above 0; luck
 * carries over from week to week (its share is estimated first, from a shorter run). Everything is drawn from its
 * posterior under weak priors (see `drawEffects`): points are medians, intervals quantiles of 900 draws of 3 chains.
 * `most` is expected to be no more than the shop's mean sales times the channel's share of all spend.
 *
 * Spend and sales together prove no cause: what follows demand takes its credit. A test would tell.
 *
 * @throws {NotEnoughData} without a channel, or with fewer than 26 weeks
 * @throws {RangeError} on columns of unequal length, negative or unknown spend, or sales that are 0 throughout
 *
 * Source: Jin et al., Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects, 2017.
 */
export function mix(request: MixRequest): MixResult {
  requireSound(request);
  const { sales, channels, controls, seed } = request;
  const counted = sales.map((value, week) => (week < WARM_UP ? Number.NaN : value));
  const mean = meanOf(counted.filter((value) => !Number.isNaN(value)));
  if (!(mean > 0)) throw new RangeError('the shop sold nothing');
  const known = counted.map((value) => value / mean);
  const all = channels.reduce((sum, { spend }) => sum + total(spend), 0);
  const scaled = channels.map(({ spend }) => {
    const unit = meanOf(spend.filter((x) => x > 0)) || 1;
    return { unit, spend: spend.map((x) => x / unit), expectedMost: all > 0 ? Math.max(1e-3, total(spend) / all) : 1 };
  });
  const base = baseOf(sales.length, controls);

  const white = levelled(base, known, 0);
  const first = drawEffects(white.see(known), scaled, white, { draws: 200, thin: 2, seed });
  const rest = luckOf(known, whole(white, known, scaled, first));
  const luckKept = Math.min(0.9, Math.max(0, autocorrelation(rest)));
  const level = levelled(base, known, luckKept);
  const seen = level.see(known);
  const chains = Array.from({ length: CHAINS }, (_, chain) =>
    drawEffects(seen, scaled, level, { draws: DRAWS, thin: THIN, seed: seed + 104_729 * (chain + 1) }),
  );
  const draws = { effects: chains.flatMap(({ effects }) => effects), noise: chains.flatMap(({ noise }) => noise) };

  const { fitted, base: without } = whole(level, known, scaled, draws);
  const luck = luckOf(known, { fitted });
  const rSquared = 1 - squares(luck) / squares(luckOf(known, { fitted: known.map(() => 1) }));
  const demand = known.map((value, week) => value - (fitted[week]! - without[week]!));
  const effects = channels.map((channel, at) =>
    effectOf(channel, scaled[at]!, {
      mean,
      rSquared,
      draws: draws.effects.map((effect) => effect[at]!),
      follows: followsDemand(channel.spend, demand).correlation,
    }),
  );
  return {
    channels: effects,
    weeks: level.weeks,
    weeksPerEffect: weeksPerEffect(request),
    rSquared,
    luckKept,
    fitted: fitted.map((value) => value * mean),
    base: without.map((value) => value * mean),
    checks: [...fitness(request, demand), convergence(chains, scaled)],
    seed,
  };
}

function requireSound({ sales, channels, controls }: MixRequest): void {
  if (channels.length === 0) throw new NotEnoughData(say`channels`, 1, 0);
  const known = sales.filter((value) => !Number.isNaN(value)).length;
  if (known < LEAST_WEEKS) throw new NotEnoughData(say`weeks`, LEAST_WEEKS, known);
  for (const { name, spend } of channels) {
    if (spend.length !== sales.length) throw new RangeError(`${name} has ${spend.length} weeks, not ${sales.length}`);
    if (!spend.every((x) => x >= 0)) throw new RangeError(`the spend of ${name} is negative or not known in some week`);
  }
  for (const { name, values } of controls) {
    if (values.length !== sales.length) throw new RangeError(`${name} has ${values.length} weeks, not ${sales.length}`);
  }
}

/** Expected sales and expected base of every week, as the mean over draws. */
function whole(
  level: Levelled,
  known: Float64Array,
  channels: readonly Channel[],
  { effects }: Draws,
): { readonly fitted: Float64Array; readonly base: Float64Array } {
  const brought = new Float64Array(known.length);
  const every = Math.max(1, Math.floor(effects.length / KEPT));
  const some = effects.filter((_, draw) => draw % every === 0);
  for (const effect of some) {
    channels.forEach(({ spend }, at) => {
      addTo(brought, responseTo(spend, effect[at]!), effect[at]!.most / some.length);
    });
  }
  const base = level.baseGiven(level.see(known.map((value, week) => value - brought[week]!)));
  return { fitted: base.map((value, week) => value + brought[week]!), base };
}

function effectOf(
  { id, name, spend, at }: MixChannel,
  { unit, spend: scaledSpend }: Channel & { readonly unit: number },
  of: {
    readonly mean: number;
    readonly rSquared: number;
    readonly draws: readonly Effect[];
    readonly follows: number;
  },
): MixEffect {
  const { mean, draws } = of;
  const contributions = draws
    .map((effect) => mean * effect.most * total(responseTo(scaledSpend, effect)))
    .sort((x, y) => x - y);
  const every = Math.max(1, Math.floor(draws.length / KEPT));
  const curves = draws
    .filter((_, draw) => draw % every === 0)
    .map(({ most, half, shape }): Curve => ({ form: 'hill', a: most * mean, b: half * unit, shape }));
  const most = Math.max(at, ...spend);
  const marginal = intervalOf(curves.map((curve) => marginalAt(curve, at)));
  return {
    id,
    name,
    contribution: {
      ...intervalOf(contributions),
      low90: quantileOf(contributions, 0.05),
      high90: quantileOf(contributions, 0.95),
    },
    carryOver: intervalOf(draws.map(({ keep }) => keep)),
    curve: {
      ...typicalCurve(curves, 1.5 * most),
      basis: 'modelled',
      draws: columnsOf(curves),
      weeks: spend.length - WARM_UP,
      rSquared: of.rSquared,
      seen: { least: Math.min(...spend), most: Math.max(...spend) },
      marginal: { at, ...marginal },
    },
    followsSales: of.follows,
  };
}

const GRID = 30;

/** The one curve nearest to the mean of many, from no spend to `until`: the mean of Hill curves is not one itself. */
function typicalCurve(curves: readonly Curve[], until: number): Curve {
  const spends = Array.from({ length: GRID }, (_, i) => (until * (i + 1)) / GRID);
  const means = spends.map((spend) => meanOf(curves.map((curve) => salesAt(curve, spend))));
  const curveOf = (at: Float64Array) => {
    const free = { form: 'hill', b: Math.exp(at[0]!), shape: Math.exp(at[1]!) } as const;
    const reach = spends.map((spend) => reachAt(free, spend));
    const square = reach.reduce((sum, share) => sum + share ** 2, 0);
    const a = reach.reduce((sum, share, i) => sum + share * means[i]!, 0) / Math.max(square, Number.MIN_VALUE);
    const error = reach.reduce((sum, share, i) => sum + (a * share - means[i]!) ** 2, 0);
    return { curve: { ...free, a }, error };
  };
  const start = [
    Math.log(
      quantileOf(
        [...curves.map(({ b }) => b)].sort((x, y) => x - y),
        0.5,
      ),
    ),
    0,
  ];
  return curveOf(minimise((at) => curveOf(at).error, { start, spread: [0.5, 0.2], limit: 300 })).curve;
}

/** Whether the chains, begun far apart, have come to the same: Gelman and Rubin's R of each channel's strength. */
function convergence(chains: readonly Draws[], channels: readonly Channel[]) {
  const worst = Math.max(
    ...channels.map((_, at) => {
      const each = chains.map(({ effects }) =>
        effects.map((effect) => effect[at]!.most * reachAt({ form: 'hill', b: effect[at]!.half, shape: 1 }, 1)),
      );
      const means = each.map(meanOf);
      const within = meanOf(each.map((chain, i) => meanOf(chain.map((x) => (x - means[i]!) ** 2))));
      const between = meanOf(means.map((x) => (x - meanOf(means)) ** 2));
      return within > 0 ? Math.sqrt(1 + between / within) : 1;
    }),
  );
  const passed = worst < 1.1;
  return {
    name: 'convergence',
    passed,
    says: passed
      ? say`Three searches from different beginnings found the same.`
      : say`Three searches from different beginnings did not find the same: take the intervals as too narrow.`,
  };
}

/** NaN where sales are not known. */
function luckOf(known: Float64Array, { fitted }: { readonly fitted: Float64Array }): Float64Array {
  return known.map((value, week) => value - fitted[week]!);
}

/** Of neighbouring weeks, with what a short series hides of it put back (Marriott & Pope, 1954). */
function autocorrelation(luck: Float64Array): number {
  let cross = 0;
  let count = 0;
  for (let week = 1; week < luck.length; week++) {
    const pair = luck[week]! * luck[week - 1]!;
    if (Number.isNaN(pair)) continue;
    cross += pair;
    count++;
  }
  const r = cross / Math.max(squares(luck), Number.MIN_VALUE);
  return r + (1 + 3 * r) / Math.max(1, count);
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value ** 2), 0);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
