import { median } from 'simple-statistics';
import type { Check } from '../check.ts';
import { type Random, randomBelow } from '../random.ts';
import type { Response, ResponseCurve } from './types.ts';
import type { Week } from './weeks.ts';

/** Weeks with spend that a curve of two parameters and an interval need. */
export const LEAST_WEEKS = 12;
/** Spend must vary by this share of its mean, or no week says what another spend would do. */
export const LEAST_VARIATION = 0.1;

const DRAWS = 200;
/** Huber's tuning constant: 95 % as efficient as least squares on normal errors. */
const HUBER = 1.345;
const ROBUST_PASSES = 4;

type Curve = { readonly a: number; readonly b: number };

/** Sales a week at a spend a week, same unit as `a`. */
export function salesAt({ a, b }: Curve, spend: number): number {
  return -a * Math.expm1(-spend / b);
}

/** Sales the next unit of spend brings: d sales / d spend. */
export function marginalAt({ a, b }: Curve, spend: number): number {
  return (a / b) * Math.exp(-spend / b);
}

/**
 * How a campaign's weekly sales answer to its weekly spend: a curve that rises steeply and flattens.
 *
 *     sales = a (1 - exp(-spend / b))            a > 0, b > 0, no sales without spend
 *
 * Fit: for a given b the best a is a ratio of sums, so b alone is searched: 41 steps between a tenth of the median
 * spend and thirty times the largest, then golden section round the best. Four passes of Huber weights keep a payday
 * or a double date from bending it. Interval: the curve is fitted again to 200 wild-bootstrap copies (each week's
 * residual, scaled by sqrt(n / (n - 2)), with a random sign), which allows noise that grows with sales.
 *
 * Assumes that attributed sales are the campaign's doing, that last week's spend does nothing this week, and that a
 * week's spend is spread evenly. It describes what spend and sales did together, not a cause: an experiment would.
 *
 * @param weeks  complete weeks with known spend, minor units
 * @param at     spend a week at which to state the marginal return
 * @returns a null curve, with the reason, for fewer than 12 weeks with spend or spend that hardly varies
 *
 * Source: Jin et al., Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects, 2017 (shape);
 * Huber, 1964; Liu, Bootstrap Procedures under some Non-I.I.D. Models, 1988 (wild bootstrap).
 */
export function fitResponse(
  weeks: readonly Week[],
  { at, random }: { readonly at: number; readonly random: Random },
): Response {
  const used = weeks.filter(({ spend }) => spend > 0);
  const checks = fitness(used);
  const failed = checks.find(({ passed }) => !passed);
  if (failed !== undefined) return { curve: null, says: failed.says, checks };

  const spend = Float64Array.from(used, (week) => week.spend);
  const sales = Float64Array.from(used, (week) => week.sales);
  const curve = fitCurve(spend, sales);
  const draws = bootstrap(spend, sales, curve, random);
  const marginals = draws.map((draw) => marginalAt(draw, at)).sort((x, y) => x - y);
  const expected = marginalAt(curve, at);
  return {
    curve: {
      ...curve,
      draws: { a: draws.map(({ a }) => a), b: draws.map(({ b }) => b) },
      weeks: used.length,
      rSquared: rSquaredOf(curve, spend, sales),
      seen: { least: Math.min(...spend), most: Math.max(...spend) },
      marginal: {
        at,
        expected,
        low80: Math.min(expected, quantileOf(marginals, 0.1)),
        high80: Math.max(expected, quantileOf(marginals, 0.9)),
      },
    },
    says: `Fitted to ${used.length} weeks.`,
    checks,
  };
}

/** Linear between order statistics. `sorted` ascending, not empty. */
export function quantileOf(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

function fitness(weeks: readonly Week[]): Check[] {
  const count = weeks.length;
  const mean = weeks.reduce((sum, { spend }) => sum + spend, 0) / Math.max(1, count);
  const variance = weeks.reduce((sum, { spend }) => sum + (spend - mean) ** 2, 0) / Math.max(1, count);
  const variation = mean > 0 ? Math.sqrt(variance) / mean : 0;
  const sold = weeks.some(({ sales }) => sales > 0);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return [
    {
      name: 'weeks',
      passed: count >= LEAST_WEEKS,
      says:
        count >= LEAST_WEEKS
          ? `${count} weeks with spend.`
          : `${count} weeks with spend; a curve needs ${LEAST_WEEKS}.`,
    },
    {
      name: 'variation',
      passed: variation >= LEAST_VARIATION,
      says:
        variation >= LEAST_VARIATION
          ? `Spend varied by ${percent(variation)} of its mean.`
          : `Spend varied by only ${percent(variation)} of its mean: no week shows what another budget would do. Vary it by ${percent(LEAST_VARIATION)} or more.`,
    },
    { name: 'sales', passed: sold, says: sold ? 'There are attributed sales.' : 'No sales are attributed to it.' },
  ];
}

/** Huber regression by reweighting; the curve of least squares is the first pass. */
function fitCurve(spend: Float64Array, sales: Float64Array): Curve {
  const weights = new Float64Array(spend.length).fill(1);
  let curve = leastSquares(spend, sales, weights);
  for (let pass = 0; pass < ROBUST_PASSES; pass++) {
    const sizes = Array.from(spend, (x, i) => Math.abs(sales[i]! - salesAt(curve, x)));
    const scale = 1.4826 * median(sizes);
    if (!(scale > 0)) return curve;
    sizes.forEach((size, i) => {
      weights[i] = Math.min(1, (HUBER * scale) / Math.max(size, Number.MIN_VALUE));
    });
    curve = leastSquares(spend, sales, weights);
  }
  return curve;
}

const STEPS = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

function leastSquares(spend: Float64Array, sales: Float64Array, weights: Float64Array): Curve {
  const aFor = (b: number) => {
    let cross = 0;
    let square = 0;
    for (let i = 0; i < spend.length; i++) {
      const shape = -Math.expm1(-spend[i]! / b);
      cross += weights[i]! * shape * sales[i]!;
      square += weights[i]! * shape * shape;
    }
    return Math.max(0, cross / square);
  };
  const errorAt = (logB: number) => {
    const b = Math.exp(logB);
    const a = aFor(b);
    let error = 0;
    for (let i = 0; i < spend.length; i++) error += weights[i]! * (sales[i]! + a * Math.expm1(-spend[i]! / b)) ** 2;
    return error;
  };
  const low = Math.log(0.1 * median(Array.from(spend)));
  const high = Math.log(30 * Math.max(...spend));
  const stride = (high - low) / STEPS;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= STEPS; step++) {
    const error = errorAt(low + step * stride);
    if (error >= least) continue;
    least = error;
    best = step;
  }
  let from = low + Math.max(0, best - 1) * stride;
  let to = low + Math.min(STEPS, best + 1) * stride;
  for (let round = 0; round < 30; round++) {
    const left = to - GOLDEN * (to - from);
    const right = from + GOLDEN * (to - from);
    if (errorAt(left) <= errorAt(right)) to = right;
    else from = left;
  }
  const b = Math.exp((from + to) / 2);
  return { a: aFor(b), b };
}

function bootstrap(spend: Float64Array, sales: Float64Array, curve: Curve, random: Random): Curve[] {
  const inflate = Math.sqrt(spend.length / (spend.length - 2));
  return Array.from({ length: DRAWS }, () => {
    const copy = spend.map((x, i) => {
      const fitted = salesAt(curve, x);
      const sign = randomBelow(2, random) === 0 ? -1 : 1;
      return fitted + sign * inflate * (sales[i]! - fitted);
    });
    return fitCurve(spend, copy);
  });
}

function rSquaredOf(curve: Curve, spend: Float64Array, sales: Float64Array): number {
  const mean = sales.reduce((sum, y) => sum + y, 0) / sales.length;
  let left = 0;
  let all = 0;
  sales.forEach((y, i) => {
    left += (y - salesAt(curve, spend[i]!)) ** 2;
    all += (y - mean) ** 2;
  });
  return all > 0 ? 1 - left / all : 0;
}

/** The bootstrap curves of a response, as curves. */
export function drawsOf({ draws }: ResponseCurve): Curve[] {
  return draws.a.map((a, i) => ({ a, b: draws.b[i]! }));
}
