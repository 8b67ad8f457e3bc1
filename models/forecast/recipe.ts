import { type Candidate, relativeErrors, weigh } from './combine.ts';
import { daysOfWeeks, type Outlook, typicalDays, type Voice } from './outlook.ts';
import { sums, type Trial } from './score.ts';
import type { MemberShare } from './types.ts';

/** One cut-off of the backtest: what was said, and what came. Arrays of shape (reach,). */
export type Fold = {
  readonly outlook: Outlook;
  /** NaN where it is not known. */
  readonly actual: Float64Array;
  /** 1 on days whose error may count for weights: open, known, and no holiday nobody announced. */
  readonly counts: Uint8Array;
  readonly floor: number;
  /** The first day that was not known. */
  readonly origin: number;
};

/** How to read one forecast out of what all members say. */
export type Recipe = {
  /** `members` heaviest first. */
  readonly members: readonly MemberShare[];
  readonly trial: Trial;
  read(outlook: Outlook): { readonly typical: Float64Array; readonly expected: Float64Array };
};

/** Powers of the correction from typical day to mean that are tried. */
const EXPONENTS = [0, 0.5, 1];
const BLEND_POWER = 4;
/** The mean over the typical day, at most: of logs, and of a lumpy series, whose typical day may be nearly nothing. */
const MOST_SMEARED = 2;
const MOST_LIFTED = 5;

/**
 * Learns from the folds how to combine the members that `keep` lets in, in two numbers that are kept apart.
 *
 *     typical day  = weighted mean of the members of days, in logs               weights: see `weigh`
 *     expected day = share of days x typical x s^e + share of weeks x (week's total shared out) x s'^e'
 *     s            = mean of exp(error in logs less the fold's mean error)         what logs leave out of a mean;
 *                    without logs, sales of the folds / typical days of the folds   what medians leave out of it
 *     e, e'        = of 0, .5 and 1 the one with the smallest mean squared error of totals on the folds
 *     shares       ~ (root of that error)^-4
 *
 * In logs the mean correction is chosen and not applied blindly: it mends a bias of -12 % on one shop and overshoots on those
 * that grow (reference/forecasting.md, 4.7). Each fold's combination is weighted by the other folds only, so that its
 * errors, from which the bands are made, are those of a forecast that had not seen the outcome.
 *
 * @param final what all members say about the days after the history
 * @returns null when a fold has no such member
 */
export function learnRecipe(
  final: Outlook,
  { folds, looked, keep }: { folds: readonly Fold[]; looked: number; keep: (voice: Voice) => boolean },
): Recipe | null {
  const days = candidatesOf(final, folds, { part: 'days', looked, keep });
  if (days.length === 0 || folds.some(({ outlook }) => !outlook.days.voices.some(keep))) return null;
  const everyFoldHasWeeks = folds.every(({ outlook }) => outlook.weeks.voices.some(keep));
  const weeks = everyFoldHasWeeks ? candidatesOf(final, folds, { part: 'weeks', looked, keep }) : [];

  const parts = folds.map(({ outlook }, leaveOut) => partsOf(outlook, { days, weeks }, leaveOut));
  const ofDays = correction(folds, { forecasts: parts.map(({ typical }) => typical), looked, window: 1 });
  const ofWeeks = correction(folds, { forecasts: parts.map(({ weekly }) => weekly), looked, window: 7 });
  const share = weeks.length === 0 ? 0 : 1 / (1 + (ofWeeks.error / Math.max(ofDays.error, 1e-12)) ** BLEND_POWER);
  const expectedOf = ({ typical, weekly }: Parts) =>
    typical.map((value, i) => (1 - share) * value * ofDays.factor + share * weekly[i]! * ofWeeks.factor);

  const errors = (forecasts: readonly Float64Array[]) =>
    folds.map(({ outlook, actual, floor, origin }, f) => ({
      origin,
      forecast: forecasts[f]!,
      actual,
      open: outlook.open,
      floor,
    }));
  return {
    members: [...sharesOf('days', days), ...sharesOf('weeks', weeks)],
    trial: { typical: errors(parts.map(({ typical }) => typical)), expected: errors(parts.map(expectedOf)) },
    read(outlook) {
      const read = partsOf(outlook, { days, weeks }, -1);
      return { typical: read.typical, expected: expectedOf(read) };
    },
  };
}

type Heard = Candidate & Pick<Voice, 'method'>;

type Parts = { readonly typical: Float64Array; readonly weekly: Float64Array };

function partsOf(
  outlook: Outlook,
  { days, weeks }: { days: readonly Candidate[]; weeks: readonly Candidate[] },
  leaveOut: number,
): Parts {
  const typical = typicalDays(outlook, spread(outlook.days.voices, days, leaveOut));
  if (weeks.length === 0) return { typical, weekly: typical };
  return { typical, weekly: daysOfWeeks(outlook, spread(outlook.weeks.voices, weeks, leaveOut), typical) };
}

/** The weights of those who speak here, which early folds do not all do, adding up to 1. */
function spread(voices: readonly Voice[], candidates: readonly Candidate[], leaveOut: number): Float64Array {
  const weights = weigh(candidates, { leaveOut });
  const byName = new Map(candidates.map(({ name }, i) => [name, weights[i]!]));
  const own = Float64Array.from(voices, ({ name }) => byName.get(name) ?? 0);
  const sum = own.reduce((total, weight) => total + weight, 0);
  const speaking = voices.filter(({ name }) => byName.has(name)).length;
  return own.map((weight, i) => (sum > 0 ? weight / sum : byName.has(voices[i]!.name) ? 1 / speaking : 0));
}

function candidatesOf(
  final: Outlook,
  folds: readonly Fold[],
  { part, looked, keep }: { part: 'days' | 'weeks'; looked: number; keep: (voice: Voice) => boolean },
): Heard[] {
  return final[part].voices.filter(keep).map(({ name, method, group }) => ({
    name,
    method,
    group,
    errors: Float64Array.from(folds, (fold) => {
      const voice = fold.outlook[part].voices.find((each) => each.name === name);
      if (voice === undefined) return Number.NaN;
      return part === 'days' ? errorOfDays(fold, voice.values, looked) : errorOfWeeks(fold, voice.values, looked);
    }),
  }));
}

function errorOfDays({ actual, counts }: Fold, values: Float64Array, looked: number): number {
  let error = 0;
  let days = 0;
  for (let i = 0; i < looked; i++) {
    if (counts[i] === 0) continue;
    error += Math.abs(values[i]! - actual[i]!);
    days++;
  }
  return error / days;
}

function errorOfWeeks({ actual, counts, outlook }: Fold, values: Float64Array, looked: number): number {
  let error = 0;
  let weeks = 0;
  for (let start = 0; start + 7 <= looked; start += 7) {
    let came = 0;
    let share = 0;
    for (let i = start; i < start + 7; i++) {
      if (counts[i] === 0) continue;
      came += actual[i]!;
      share += outlook.shares[i]!;
    }
    if (share < 0.5) continue;
    error += Math.abs(values[start / 7]! - came / share);
    weeks++;
  }
  return error / weeks;
}

/**
 * The factor from typical to mean that errs least on totals of the folds, and how much it errs. Squares ask for the mean
 * and absolute errors for the median. A lumpy series is always corrected: its medians are far below its mean. A sale every
 * third day, 40 shops: chosen by absolute errors the totals were 9 % low, by squares 5 to 13 %, corrected 2 %.
 */
function correction(
  folds: readonly Fold[],
  { forecasts, looked, window }: { forecasts: readonly Float64Array[]; looked: number; window: 1 | 7 },
): { readonly factor: number; readonly error: number } {
  const smear = smearing(folds, forecasts, window);
  let best = { factor: 1, error: Number.POSITIVE_INFINITY };
  for (const exponent of isLumpy(folds) ? [1] : EXPONENTS) {
    const factor = smear ** exponent;
    let squares = 0;
    folds.forEach(({ actual }, f) => {
      for (let start = 0; start + 7 <= looked; start += 7) {
        const { expected, came } = sums({ forecast: forecasts[f]!, actual }, start, start + 7);
        squares += (factor * expected - came) ** 2;
      }
    });
    const error = Math.sqrt(squares);
    if (error < best.error) best = { factor, error };
  }
  return best;
}

/** Sold too seldom for logs, in any fold. */
function isLumpy(folds: readonly Fold[]): boolean {
  return folds.some(({ outlook }) => outlook.days.scale === 'plain');
}

/** Held to a few times: a few days of nearly nothing must not multiply the rest. */
function smearing(folds: readonly Fold[], forecasts: readonly Float64Array[], window: 1 | 7): number {
  let sum = 0;
  let count = 0;
  let plainExpected = 0;
  let plainCame = 0;
  folds.forEach(({ outlook, actual, counts }, f) => {
    if (outlook.days.scale === 'plain') {
      const { expected, came } = sums({ forecast: forecasts[f]!, actual }, 0, actual.length);
      plainExpected += expected;
      plainCame += came;
      return;
    }
    const logs: number[] = [];
    for (let start = 0; start + window <= actual.length; start += window) {
      if (window === 1 && counts[start] === 0) continue;
      const { expected, came } = sums({ forecast: forecasts[f]!, actual }, start, start + window);
      if (expected > 0 && came > 0) logs.push(Math.log(came / expected));
    }
    if (logs.length < 3) return;
    const mean = logs.reduce((total, log) => total + log, 0) / logs.length;
    for (const log of logs) sum += Math.exp(log - mean);
    count += logs.length;
  });
  if (count > 0) return Math.min(MOST_SMEARED, sum / count);
  return plainExpected > 0 ? Math.min(MOST_LIFTED, Math.max(1 / MOST_LIFTED, plainCame / plainExpected)) : 1;
}

function sharesOf(of: MemberShare['of'], candidates: readonly Heard[]): MemberShare[] {
  const weights = weigh(candidates);
  const relative = relativeErrors(candidates);
  return candidates
    .map(({ name, method }, i) => ({ name, method, of, weight: weights[i]!, relativeError: relative[i]! }))
    .sort((a, b) => b.weight - a.weight);
}
