import { seeded } from '../../random.ts';
import { adstockGeometric } from '../adstock.ts';
import { gamma, logNormalBelow, normal, positiveNormal } from './chance.ts';
import { addTo, type Levelled, type Seen } from './levelled.ts';

/** One state of the chain for one channel, in the units that the sampler is given. */
export type Effect = {
  /** Share carried over to the next week, 0..1. */
  readonly keep: number;
  /** Spend a week at which half of `most` is reached. */
  readonly half: number;
  readonly shape: number;
  /** Sales a week that no spend can exceed. */
  readonly most: number;
};

/** `effects[draw][channel]`; `noise[draw]` is the standard deviation of a week. */
export type Draws = { readonly effects: readonly (readonly Effect[])[]; readonly noise: readonly number[] };

export type Channel = {
  /** Spend a week over its mean where it was spent, shape (n,). */
  readonly spend: Float64Array;
  /** Half-normal scale of `most` beforehand. */
  readonly expectedMost: number;
};

/** Beforehand, on the logit and log scales: anything is carried over, half is reached at about the usual spend, no S. */
const PRIOR = {
  keep: { mean: -0.2, sd: 1.4 },
  half: { mean: 0.1, sd: 0.6 },
  shape: { mean: 0, sd: 0.15 },
} as const;
const AXES = [PRIOR.keep, PRIOR.half, PRIOR.shape] as const;
/** Sweeps that find the way and the length of steps. */
const WARM_UP = 500;
/** Share of steps that are drawn from the prior, to leap from one explanation to another. */
const INDEPENDENT = 0.1;
const WANTED_ACCEPTANCE = 0.3;

/**
 * Draws from the posterior of carry-over, saturation and strength of each channel, the base integrated out:
 *
 *     sales = base + sum of most_c hill(adstock(spend_c; keep_c); half_c, shape_c) + noise
 *
 * Gibbs over channels. In each, carry-over, half and shape (on the log and logit scale) take a Metropolis step with
 * `most` integrated out over its positive normal; then `most` is drawn. So effects are never below 0, and never clipped.
 * Steps adapt during the first sweeps, which are thrown away.
 */
export function drawEffects(
  sales: Seen,
  channels: readonly Channel[],
  { see, product, weeks }: Levelled,
  { draws, thin, seed }: { readonly draws: number; readonly thin: number; readonly seed: number },
): Draws {
  const random = seeded(seed);
  const chains = channels.map((channel) => {
    const at = AXES.map(({ mean, sd }) => mean + 0.5 * sd * normal(random));
    const seen = see(featureAt(channel, at));
    return { channel, at, seen, square: product(seen, seen), most: 0, step: 0.8 };
  });
  const left: Seen = { column: Float64Array.from(sales.column), along: Float64Array.from(sales.along) };
  const spread = product(sales, sales) / weeks;
  let variance = spread / 2;
  const effects: Effect[][] = [];
  const noise: number[] = [];
  for (let sweep = 0; sweep < WARM_UP + draws * thin; sweep++) {
    for (const chain of chains) {
      const { channel } = chain;
      change(left, chain.seen, chain.most);
      const weigh = (seen: Seen, square: number) => {
        const precision = square / variance + 1 / channel.expectedMost ** 2;
        const mean = product(seen, left) / variance / precision;
        const fit = 0.5 * precision * mean ** 2 - 0.5 * Math.log(precision);
        return { mean, precision, log: fit + logNormalBelow(mean * Math.sqrt(precision)) };
      };
      let weight = weigh(chain.seen, chain.square);
      const leap = random() < INDEPENDENT;
      const to = chain.at.map((value, axis) => {
        const { mean, sd } = AXES[axis]!;
        return leap ? mean + sd * normal(random) : value + chain.step * sd * normal(random);
      });
      const seen = see(featureAt(channel, to));
      const square = product(seen, seen);
      const other = weigh(seen, square);
      const prior = leap ? 0 : logPrior(to) - logPrior(chain.at);
      const taken = Math.log(1 - random()) < other.log - weight.log + prior;
      if (taken) {
        Object.assign(chain, { at: to, seen, square });
        weight = other;
      }
      if (!leap && sweep < WARM_UP) {
        chain.step *= Math.exp(((taken ? 1 : 0) - WANTED_ACCEPTANCE) / Math.sqrt(1 + sweep / 10));
        chain.step = Math.min(2, Math.max(0.02, chain.step));
      }
      chain.most = positiveNormal(weight.mean, 1 / Math.sqrt(weight.precision), random);
      change(left, chain.seen, -chain.most);
    }
    variance = (0.5 * product(left, left) + 0.005 * spread) / gamma(0.5 * weeks + 1, random);
    if (sweep >= WARM_UP && sweep % thin === 0) {
      effects.push(chains.map(({ at, most }) => ({ ...effectAt(at), most })));
      noise.push(Math.sqrt(variance));
    }
  }
  return { effects, noise };
}

function effectAt(at: readonly number[]): Omit<Effect, 'most'> {
  return { keep: 1 / (1 + Math.exp(-at[0]!)), half: Math.exp(at[1]!), shape: Math.exp(at[2]!) };
}

function featureAt({ spend }: Channel, at: readonly number[]): Float64Array {
  return responseTo(spend, effectAt(at));
}

/** Weeks whose mean stands for the spend before the first week, which still carries into it. */
const BEFORE = 4;

/** Share of `most` reached in each week: adstock in units of spend, then Hill. Shape (n,). */
export function responseTo(spend: Float64Array, { keep, half, shape }: Omit<Effect, 'most'>): Float64Array {
  const early = spend.subarray(0, BEFORE);
  const usual = early.reduce((sum, x) => sum + x, 0) / Math.max(1, early.length);
  const built = adstockGeometric(spend, keep, usual / (1 - keep));
  const unit = (1 - keep) / half;
  for (let t = 0; t < built.length; t++) {
    const ratio = built[t]! > 0 ? Math.exp(shape * Math.log(unit * built[t]!)) : 0;
    built[t] = ratio / (1 + ratio);
  }
  return built;
}

function logPrior(at: readonly number[]): number {
  return at.reduce((sum, value, axis) => sum - 0.5 * ((value - AXES[axis]!.mean) / AXES[axis]!.sd) ** 2, 0);
}

function change(left: Seen, by: Seen, times: number): void {
  addTo(left.column, by.column, times);
  addTo(left.along, by.along, times);
}
