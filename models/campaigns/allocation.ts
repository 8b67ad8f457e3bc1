import { say } from '../../words/say.ts';
import type { Check } from '../check.ts';
import { Infeasible } from '../errors.ts';
import { type Bounds, boundsOf, roundToTotal } from './bounds.ts';
import { marginalAt } from './curve.ts';
import { exploreStep } from './explore.ts';
import { gainOf, type Move } from './gain.ts';
import { bestSplit } from './split.ts';
import type { AllocatedLine, AllocationLine, AllocationRequest, AllocationResult, Gain } from './types.ts';

/** The change of one line that `whatIf` tells the worth of. */
const WHAT_IF = 0.1;

/**
 * Splits a weekly total over campaigns so that the expected sales, or sales after goods, are largest, within bounds.
 *
 *     maximise   sum of w_i sales_i(x_i)             w_i: margin, or 1 where sales are the goal or a margin is missing
 *     subject to sum of x_i = total,  low_i <= x_i <= high_i
 *
 * See `bestSplit`: equal marginal return, and the whole search where curves are S-shaped. Bounds come from floors,
 * ceilings, the largest step from the current spend, what was ever spent, and the keep list. A line without a curve
 * keeps its current share of the total, as far as its bounds allow; it moves further only where the others cannot take
 * up the rest. Parts are whole minor units and sum to the total exactly.
 *
 * The gain is that of the expected curves against the current spend, with an 80 % interval from their copies:
 * uncertainty of the curves, not of the weather. The verdict compares with keeping today's shares of the same total.
 * With `explore`, the result is today's shares with one line up by its step (see `exploreStep`), and so its total.
 *
 * @throws {Infeasible} when no split keeps every bound; it carries what the bounds allow
 * @throws {RangeError} on a total or bound that is not a whole number from 0, a step below 0, or an id twice
 */
export function allocate(request: AllocationRequest): AllocationResult {
  const { totalMinor, lines, goal } = request;
  const bounds = boundsOf(request);
  requireFeasible(totalMinor, bounds);

  const margins = lines.every(({ curve, margin }) => curve === null || (margin !== null && margin > 0));
  const priced = margins && goal !== 'sales';
  const weights = lines.map(({ margin }) => (priced ? (margin ?? 1) : 1));
  const shares = roundToTotal(keepShares(totalMinor, lines, bounds), totalMinor, bounds);
  const explore = exploreStep(request, { bounds, weights, from: shares });
  const ideal = request.explore ? explored(explore, { shares, lines }) : solve(totalMinor, lines, { bounds, weights });
  const proposed = request.explore ? ideal : roundToTotal(ideal, totalMinor, bounds);

  const moves = movesOf(lines, { to: proposed, from: lines.map(({ currentMinor }) => currentMinor) });
  const overShares = gainOf(movesOf(lines, { to: proposed, from: shares }), ({ at }) => weights[at]!);
  const marginals = lines.map(({ curve }, i) =>
    curve === null ? null : weights[i]! * marginalAt(curve, proposed[i]!),
  );
  return {
    lines: lines.map((line, i) =>
      allocatedLine(line, proposed[i]!, { bounds: bounds[i]!, weight: weights[i]!, priced }),
    ),
    totalMinor: sum(proposed),
    objective: priced ? 'margin' : 'sales',
    salesGain: gainOf(moves, () => 1),
    profitGain: margins ? gainOf(moves, ({ at }) => lines[at]!.margin!, 1) : null,
    verdict: request.explore ? 'explore' : verdictOf(overShares, lines),
    overShares,
    tightest: tightestOf(lines, { bounds, proposed, marginals }),
    explore,
    checks: [
      ...checksOf(lines, proposed),
      ...goalCheck(goal, margins),
      ...(request.explore ? [] : [equalCheck({ ideal, lines, weights, bounds })]),
    ],
  };
}

function requireFeasible(total: number, bounds: readonly Bounds[]): void {
  const least = sum(bounds.map(({ low }) => low));
  const most = sum(bounds.map(({ high }) => high));
  if (total < least)
    throw new Infeasible(say`The floors, kept lines and largest step add up to more than the total.`, {
      total,
      least,
      most,
    });
  if (total > most)
    throw new Infeasible(say`The ceilings, kept lines and largest step leave no room for the whole total.`, {
      total,
      least,
      most,
    });
}

type Priced = { readonly bounds: readonly Bounds[]; readonly weights: readonly number[] };

function solve(total: number, lines: readonly AllocationLine[], { bounds, weights }: Priced): number[] {
  const shares = lines.map((line, i) => shareOf(line, { total, lines, bounds: bounds[i]! }));
  const split = lines.map(({ curve }, i) => (curve === null ? shares[i]! : 0));
  const curved = lines.flatMap(({ curve }, i) =>
    curve === null ? [] : [{ i, curve, weight: weights[i]!, low: bounds[i]!.low, high: bounds[i]!.high }],
  );
  const left = total - sum(split);
  const theirs = clamp(left, { low: sum(curved.map(({ low }) => low)), high: sum(curved.map(({ high }) => high)) });
  bestSplit(theirs, curved).forEach((x, at) => {
    split[curved[at]!.i] = x;
  });
  return absorb(split, left - theirs, bounds, (i) => lines[i]!.curve === null);
}

/** Today's shares of the total, as far as bounds allow; what they do not allow goes where there is room. */
function keepShares(total: number, lines: readonly AllocationLine[], bounds: readonly Bounds[]): number[] {
  const split = lines.map((line, i) => shareOf(line, { total, lines, bounds: bounds[i]! }));
  return absorb(split, total - sum(split), bounds, () => true);
}

function shareOf(
  { currentMinor }: AllocationLine,
  of: { readonly total: number; readonly lines: readonly AllocationLine[]; readonly bounds: Bounds },
): number {
  const current = sum(of.lines.map((line) => line.currentMinor));
  return clamp(of.total * (current > 0 ? currentMinor / current : 1 / of.lines.length), of.bounds);
}

/** Those that may take up the rest, each in proportion to the room it has. */
function absorb(
  split: readonly number[],
  rest: number,
  bounds: readonly Bounds[],
  may: (at: number) => boolean,
): number[] {
  if (rest === 0) return [...split];
  const room = split.map((x, i) => (!may(i) ? 0 : rest > 0 ? bounds[i]!.high - x : x - bounds[i]!.low));
  const all = sum(room);
  return split.map((x, i) => (all === 0 ? x : x + (rest * room[i]!) / all));
}

/** Today's shares with the line to learn about up by its step; where there is none, as they are. */
function explored(
  explore: AllocationResult['explore'],
  { shares, lines }: { readonly shares: readonly number[]; readonly lines: readonly AllocationLine[] },
): number[] {
  return shares.map((x, i) => (lines[i]!.id === explore?.id ? x + explore.stepMinor : x));
}

function movesOf(
  lines: readonly AllocationLine[],
  { from, to }: { readonly from: readonly number[]; readonly to: readonly number[] },
): Move[] {
  return lines.flatMap(({ curve }, at) => (curve === null ? [] : [{ at, curve, from: from[at]!, to: to[at]! }]));
}

function verdictOf(gain: Gain | null, lines: readonly AllocationLine[]): AllocationResult['verdict'] {
  if (gain === null || lines.filter(({ curve, keep }) => curve !== null && !keep).length < 2) return 'unknown';
  return gain.low80 > 0 ? 'shift' : 'hold';
}

function clamp(x: number, { low, high }: { readonly low: number; readonly high: number }): number {
  return Math.min(high, Math.max(low, x));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function allocatedLine(
  { id, name, currentMinor, curve }: AllocationLine,
  proposedMinor: number,
  of: { readonly bounds: Bounds; readonly weight: number; readonly priced: boolean },
): AllocatedLine {
  const stepMinor = Math.round(WHAT_IF * proposedMinor);
  const alone = (to: number) =>
    gainOf([{ at: 0, curve: curve!, from: proposedMinor, to }], () => of.weight, of.priced ? 1 : 0)!;
  return {
    id,
    name,
    currentMinor,
    proposedMinor,
    change: currentMinor > 0 ? proposedMinor / currentMinor - 1 : null,
    marginal: curve === null ? null : marginalAt(curve, proposedMinor),
    bound: boundMet(proposedMinor, of.bounds, curve !== null),
    whatIf:
      curve === null
        ? null
        : { stepMinor, more: alone(proposedMinor + stepMinor), less: alone(proposedMinor - stepMinor) },
  };
}

function boundMet(x: number, { low, high, lowWhy, highWhy }: Bounds, hasCurve: boolean): AllocatedLine['bound'] {
  if (low === high) return lowWhy;
  if (x <= low && lowWhy !== null) return lowWhy;
  if (x >= high && highWhy !== null) return highWhy;
  return hasCurve ? null : 'share';
}

/** Where the best split is held back most: there, raising the limit is worth most. */
function tightestOf(
  lines: readonly AllocationLine[],
  of: {
    readonly bounds: readonly Bounds[];
    readonly proposed: readonly number[];
    readonly marginals: readonly (number | null)[];
  },
): AllocationResult['tightest'] {
  const { bounds, proposed, marginals } = of;
  const placed = lines.flatMap(({ id, name, keep }, i) => {
    const next = marginals[i]!;
    const { low, high, highWhy } = bounds[i]!;
    if (next === null || keep) return [];
    const isHigh = proposed[i]! >= high && highWhy !== null;
    return [{ id, name, next, bound: isHigh ? highWhy : null, isFree: !isHigh && proposed[i]! > low }];
  });
  const free = placed.filter(({ isFree }) => isFree);
  const others = free.length > 0 ? free : placed.filter(({ bound }) => bound === null);
  if (others.length === 0) return null;
  const elsewhere = Math.max(...others.map(({ next }) => next));
  const limited = placed.flatMap(({ bound, isFree: _, ...line }) => (bound === null ? [] : [{ ...line, bound }]));
  const [first] = limited.sort((a, b) => b.next - a.next);
  return first && first.next > elsewhere ? { ...first, elsewhere } : null;
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
          ? say`Of every line that may move it is known what more of it brings (response curve).`
          : say`${without.join(', ')}: not known what more of it brings (no response curve), so the share of today is kept.`,
    },
    {
      name: 'range',
      passed: beyond.length === 0,
      says:
        beyond.length === 0
          ? say`Every proposed spend lies within what was tried before.`
          : say`${beyond.join(', ')}: the proposed spend was never tried, so its effect is a guess.`,
    },
  ];
}

function goalCheck(goal: AllocationRequest['goal'], margins: boolean): Check[] {
  if (goal !== 'profit' || margins) return [];
  return [
    {
      name: 'goal',
      passed: false,
      says: say`What goods cost is not known of every line, so sales are made largest, not profit.`,
    },
  ];
}

/** How far the split, before it is rounded, is from equal marginal return where no bound holds (Karush-Kuhn-Tucker). */
function equalCheck(
  of: Priced & { readonly ideal: readonly number[]; readonly lines: readonly AllocationLine[] },
): Check {
  const free = of.lines.flatMap(({ curve }, i) => {
    const x = of.ideal[i]!;
    const { low, high } = of.bounds[i]!;
    return curve === null || x <= low || x >= high ? [] : [of.weights[i]! * marginalAt(curve, x)];
  });
  const most = Math.max(...free);
  const apart = free.length < 2 || most === 0 ? 0 : 1 - Math.min(...free) / most;
  const passed = apart <= 1e-6;
  return {
    name: 'equal marginals',
    passed,
    says: passed
      ? say`Where no limit holds, a little more money brings the same in every line (equal marginal return).`
      : say`A little more money does not bring the same in every line that no limit holds (marginal returns differ).`,
  };
}
