import type { Check } from '../check.ts';
import { Infeasible } from '../errors.ts';
import { type Bounds, boundsOf, roundToTotal } from './bounds.ts';
import { type Curve, marginalAt, salesAt, spendAt } from './curve.ts';
import { drawsOf, quantileOf } from './response.ts';
import type {
  AllocatedLine,
  AllocationLine,
  AllocationRequest,
  AllocationResult,
  Gain,
  ResponseCurve,
} from './types.ts';

/**
 * Splits a weekly total over campaigns so that the expected sales after goods are largest, within bounds.
 *
 *     maximise   sum of w_i sales_i(x_i)             w_i: margin, or 1 where any line's margin is not known
 *     subject to sum of x_i = total,  low_i <= x_i <= high_i
 *     solution   x_i = clamp(the spend where w_i sales_i' = L, low_i, high_i), one L for all: equal marginal return
 *
 * L is found by bisection, since the sum falls as L rises. Bounds come from floors, ceilings, the largest step from
 * the current spend, and the keep list. A line without a curve keeps its current share of the total, as far as its
 * bounds allow; it moves further only where the others cannot take up the rest. Parts are whole minor units and sum
 * to the total exactly.
 *
 * The gain is that of the expected curves against the current spend, with an 80 % interval from their bootstrap
 * copies: uncertainty of the curves, not of the weather. Beyond the largest spend seen it is a guess, and a check
 * says so.
 *
 * @throws {Infeasible} when no split keeps every bound; it carries what the bounds allow
 * @throws {RangeError} on a total or bound that is not a whole number from 0, a step below 0, or an id twice
 *
 * Source: equal marginal returns, any text on convex optimisation, e.g. Boyd & Vandenberghe, section 5.5.3.
 */
export function allocate(request: AllocationRequest): AllocationResult {
  const { totalMinor, lines } = request;
  const bounds = boundsOf(request);
  const least = bounds.reduce((sum, { low }) => sum + low, 0);
  const most = bounds.reduce((sum, { high }) => sum + high, 0);
  if (totalMinor < least)
    throw new Infeasible('The floors, kept lines and largest step add up to more than the total.', {
      total: totalMinor,
      least,
      most,
    });
  if (totalMinor > most)
    throw new Infeasible('The ceilings, kept lines and largest step leave no room for the whole total.', {
      total: totalMinor,
      least,
      most,
    });

  const margins = lines.every(({ curve, margin }) => curve === null || (margin !== null && margin > 0));
  const weights = lines.map(({ margin }) => (margins ? (margin ?? 0) : 1));
  const ideal = solve(totalMinor, lines, { bounds, weights });
  const proposed = roundToTotal(ideal, totalMinor, bounds);
  return {
    lines: lines.map((line, i) => allocatedLine(line, proposed[i]!, bounds[i]!)),
    totalMinor,
    objective: margins ? 'margin' : 'sales',
    ...gains(lines, proposed, { weights, margins }),
    checks: checksOf(lines, proposed),
  };
}

type Priced = { readonly bounds: readonly Bounds[]; readonly weights: readonly number[] };

function solve(total: number, lines: readonly AllocationLine[], { bounds, weights }: Priced): number[] {
  const current = lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  const shareOf = (line: AllocationLine, i: number) => {
    const share = current > 0 ? line.currentMinor / current : 1 / lines.length;
    return clamp(total * share, bounds[i]!);
  };
  const split = lines.map((line, i) => (line.curve === null ? shareOf(line, i) : 0));
  const curved = lines.flatMap((line, i) =>
    line.curve === null ? [] : [{ i, curve: line.curve, weight: weights[i]!, bounds: bounds[i]! }],
  );
  const left = total - split.reduce((sum, x) => sum + x, 0);
  const most = curved.reduce((sum, one) => sum + one.bounds.high, 0);
  const least = curved.reduce((sum, one) => sum + one.bounds.low, 0);
  equalMarginal(Math.min(most, Math.max(least, left)), curved).forEach((x, at) => {
    split[curved[at]!.i] = x;
  });
  const rest = left - Math.min(most, Math.max(least, left));
  return rest === 0 ? split : absorb(split, rest, lines, bounds);
}

/** Lines without a curve take up what the others cannot, each in proportion to the room it has. */
function absorb(
  split: readonly number[],
  rest: number,
  lines: readonly AllocationLine[],
  bounds: readonly Bounds[],
): number[] {
  const room = split.map((x, i) =>
    lines[i]!.curve !== null ? 0 : rest > 0 ? bounds[i]!.high - x : x - bounds[i]!.low,
  );
  const all = room.reduce((sum, each) => sum + each, 0);
  return split.map((x, i) => (all === 0 ? x : x + (rest * room[i]!) / all));
}

type Curved = { readonly curve: ResponseCurve; readonly weight: number; readonly bounds: Bounds };

/** `total` lies between the sums of the lower and upper bounds. */
function equalMarginal(total: number, lines: readonly Curved[]): number[] {
  if (lines.length === 0) return [];
  const at = (logPrice: number) =>
    lines.map(({ curve, weight, bounds }) => {
      if (weight * curve.a <= 0) return bounds.low;
      return clamp(spendAt(curve, Math.exp(logPrice) / weight), bounds);
    });
  const sumOf = (split: readonly number[]) => split.reduce((sum, x) => sum + x, 0);
  // At these prices every line stands at its upper, and at its lower bound.
  const worthAt = ({ curve, weight }: Curved, spend: number) =>
    Math.log(Math.max(weight * marginalAt(curve, spend), Number.MIN_VALUE));
  const reach = lines.map((line) => ({ cheap: worthAt(line, line.bounds.high), dear: worthAt(line, line.bounds.low) }));
  let cheap = Math.min(...reach.map((one) => one.cheap)) - 1;
  let dear = Math.max(...reach.map((one) => one.dear)) + 1;
  for (let round = 0; round < 200; round++) {
    const price = (cheap + dear) / 2;
    if (sumOf(at(price)) > total) cheap = price;
    else dear = price;
  }
  const split = at(dear);
  // Lines worth nothing, or all alike to the last bit, leave a rest: it goes wherever there is room.
  let rest = total - sumOf(split);
  return split.map((x, i) => {
    const { low, high } = lines[i]!.bounds;
    const more = Math.max(low - x, Math.min(rest, high - x));
    rest -= more;
    return x + more;
  });
}

function clamp(x: number, { low, high }: Bounds): number {
  return Math.min(high, Math.max(low, x));
}

function allocatedLine(
  { id, name, currentMinor, curve }: AllocationLine,
  proposedMinor: number,
  bounds: Bounds,
): AllocatedLine {
  return {
    id,
    name,
    currentMinor,
    proposedMinor,
    change: currentMinor > 0 ? proposedMinor / currentMinor - 1 : null,
    marginal: curve === null ? null : marginalAt(curve, proposedMinor),
    bound: boundMet(proposedMinor, bounds, curve !== null),
  };
}

function boundMet(x: number, { low, high, lowWhy, highWhy }: Bounds, hasCurve: boolean): AllocatedLine['bound'] {
  if (low === high) return lowWhy;
  if (x <= low && lowWhy !== null) return lowWhy;
  if (x >= high && highWhy !== null) return highWhy;
  return hasCurve ? null : 'share';
}

function gains(
  lines: readonly AllocationLine[],
  proposed: readonly number[],
  { weights, margins }: { readonly weights: readonly number[]; readonly margins: boolean },
): Pick<AllocationResult, 'salesGain' | 'profitGain'> {
  const curved = lines.flatMap(({ curve, currentMinor }, i) => {
    return curve === null
      ? []
      : [{ curve, draws: drawsOf(curve), from: currentMinor, to: proposed[i]!, weight: weights[i]! }];
  });
  if (curved.length === 0) return { salesGain: null, profitGain: null };
  const spent = curved.reduce((sum, { from, to }) => sum + to - from, 0);
  const gain = (weightOf: (one: (typeof curved)[number]) => number, cost: number): Gain => {
    const of = (curveOf: (one: (typeof curved)[number]) => Curve) =>
      curved.reduce(
        (sum, one) => sum + weightOf(one) * (salesAt(curveOf(one), one.to) - salesAt(curveOf(one), one.from)),
        0,
      ) - cost;
    const count = Math.min(...curved.map(({ draws }) => draws.length));
    const expected = of(({ curve }) => curve);
    const drawn = Array.from({ length: count }, (_, d) => of(({ draws }) => draws[d]!)).sort((x, y) => x - y);
    if (drawn.length === 0) return { expected, low80: expected, high80: expected };
    return {
      expected,
      low80: Math.min(expected, quantileOf(drawn, 0.1)),
      high80: Math.max(expected, quantileOf(drawn, 0.9)),
    };
  };
  return { salesGain: gain(() => 1, 0), profitGain: margins ? gain(({ weight }) => weight, spent) : null };
}

function checksOf(lines: readonly AllocationLine[], proposed: readonly number[]): Check[] {
  const without = lines.filter(({ curve, keep }) => curve === null && !keep).map(({ name }) => name);
  const beyond = lines
    .filter(({ curve }, i) => curve !== null && (proposed[i]! > curve.seen.most || proposed[i]! < curve.seen.least))
    .map(({ name }) => name);
  return [
    {
      name: 'curves',
      passed: without.length === 0,
      says:
        without.length === 0
          ? 'Every line that may move has a response curve.'
          : `${without.join(', ')}: no response curve, so the share of today is kept.`,
    },
    {
      name: 'range',
      passed: beyond.length === 0,
      says:
        beyond.length === 0
          ? 'Every proposed spend lies within what was tried before.'
          : `${beyond.join(', ')}: the proposed spend was never tried, so its effect is a guess.`,
    },
  ];
}
