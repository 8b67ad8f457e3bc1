import type { AllocatedLine, AllocationLine, AllocationRequest } from './types.ts';

/** Whole minor units, low <= high, and which wish set each side. */
export type Bounds = {
  readonly low: number;
  readonly high: number;
  readonly lowWhy: AllocatedLine['bound'];
  readonly highWhy: AllocatedLine['bound'];
};

/**
 * The least and most each line may get. A floor or ceiling outside the largest step, or outside what was ever spent,
 * wins: it was stated for this very line. Today's spend is always allowed by both. Steps are rounded towards no change.
 *
 * @throws {RangeError} on what is not a whole number of minor units from 0, a floor above its ceiling, or an id twice
 */
export function boundsOf({ totalMinor, lines, maxStep, reach = null }: AllocationRequest): Bounds[] {
  requireWhole('total', totalMinor);
  if (maxStep !== null && !(maxStep >= 0)) throw new RangeError(`the largest step is ${maxStep}`);
  if (reach !== null && !(reach >= 0)) throw new RangeError(`the reach beyond what was ever spent is ${reach}`);
  if (lines.length === 0) throw new RangeError('there is no line to allocate to');
  if (new Set(lines.map(({ id }) => id)).size < lines.length) throw new RangeError('a line is listed twice');
  return lines.map((line) => {
    const { name, currentMinor: current, floorMinor, ceilingMinor, keep } = line;
    requireWhole(`current spend of ${name}`, current);
    if (keep) return { low: current, high: current, lowWhy: 'kept', highWhy: 'kept' };
    const floor = floorMinor ?? 0;
    const ceiling = ceilingMinor ?? Number.POSITIVE_INFINITY;
    requireWhole(`floor of ${name}`, floor);
    if (ceilingMinor !== null) requireWhole(`ceiling of ${name}`, ceilingMinor);
    if (floor > ceiling) throw new RangeError(`the floor of ${name} lies above its ceiling`);
    const step = stepOf(current, maxStep);
    const seen = seenOf(line, reach);
    const down = Math.max(step.low, seen.low);
    const up = Math.min(step.high, seen.high);
    const low = Math.max(0, floor, Math.min(down, ceiling));
    const wish = Math.min(ceiling, Math.max(up, floor));
    const high = wish === Number.POSITIVE_INFINITY ? Math.max(low, totalMinor) : Math.max(low, wish);
    const downWhy = step.low >= seen.low ? 'step' : 'seen';
    const upWhy = step.high <= seen.high ? 'step' : 'seen';
    return {
      low,
      high,
      lowWhy: low === 0 && floor === 0 ? null : low === floor ? 'floor' : low === down ? downWhy : 'ceiling',
      highWhy: high === up ? upWhy : high === ceilingMinor ? 'ceiling' : high === floor && floor > 0 ? 'floor' : null,
    };
  });
}

type Range = { readonly low: number; readonly high: number };

function stepOf(current: number, maxStep: number | null): Range {
  if (maxStep === null) return { low: 0, high: Number.POSITIVE_INFINITY };
  return { low: Math.ceil(current * (1 - maxStep) - 1e-6), high: Math.floor(current * (1 + maxStep) + 1e-6) };
}

/** What was ever spent in a week, and `reach` of it beyond; today's spend in any case. */
function seenOf({ curve, currentMinor: current }: AllocationLine, reach: number | null): Range {
  if (curve === null || reach === null) return { low: 0, high: Number.POSITIVE_INFINITY };
  return {
    low: Math.min(current, Math.ceil(curve.seen.least * Math.max(0, 1 - reach))),
    high: Math.max(current, Math.floor(curve.seen.most * (1 + reach))),
  };
}

/**
 * Whole numbers within bounds whose sum is exactly the total: rounded down, then the largest fractions get one more.
 *
 * @param ideal within bounds, summing to about the total. @throws {RangeError} when the bounds cannot hold the total
 */
export function roundToTotal(ideal: readonly number[], total: number, bounds: readonly Bounds[]): number[] {
  const parts = ideal.map((x, i) => Math.min(bounds[i]!.high, Math.max(bounds[i]!.low, Math.floor(x + 1e-9))));
  let rest = total - parts.reduce((sum, x) => sum + x, 0);
  const order = ideal
    .map((x, i) => ({ i, fraction: x - parts[i]! }))
    .sort((a, b) => b.fraction - a.fraction || a.i - b.i);
  // One each in the order of fractions; then, for what arithmetic left over, as much as fits.
  for (const { i } of order) {
    if (rest <= 0 || parts[i]! >= bounds[i]!.high) continue;
    parts[i]!++;
    rest--;
  }
  for (const { i } of order) {
    const more = Math.max(bounds[i]!.low - parts[i]!, Math.min(rest, bounds[i]!.high - parts[i]!));
    parts[i]! += more;
    rest -= more;
  }
  if (rest !== 0) throw new RangeError(`the bounds cannot hold ${total}`);
  return parts;
}

function requireWhole(what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`the ${what} must be a whole number from 0, got ${value}`);
}
