import type { Day } from '../../data/types/shop.ts';
import { reachOfShare, Z95 } from '../student.ts';

/** What was expected of a stretch of days, with the bounds of its bands, and what came. Money in minor units. */
export type Outcome = {
  readonly actual: number;
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
};
export type DayOutcome = Outcome & { readonly day: Day };

export type Departure = {
  readonly side: 'below' | 'above';
  /** How many of the newest days it lasts; 7 for a week. */
  readonly days: number;
  readonly actual: number;
  readonly expected: number;
  /** actual - expected. */
  readonly gap: number;
  /** The furthest from what was expected that is still quiet. */
  readonly quiet: number;
};

/** How far so many days running usually lie from what is usual of them, see `swingOf`; 0 where it is not known. */
export type Swing = (days: number) => number;

/**
 * How often each check may cry although nothing happened. A check at the 95 % bound itself would cry 18 times in a year of
 * daily checks. Days and weeks of the whole shop: once in ten years each, which is 3.64 and 3.10 standard deviations. Bands
 * are drawn from few misses, so it comes to more than that: see test/bench/alerts.ts.
 */
const YEARS = 10;
const DAY_REACH = reachOfShare(1 / (YEARS * 365));
const WEEKS = YEARS * 52;
/** How much weeks of one forecast are missed alike: see USUAL_SHARE in forecast/bands.ts. */
const WEEKS_ALIKE = 0.45;
const WEEK = 7;

/**
 * The newest complete weeks outside their bands: the last outside its 95 % band, or several running outside their 80 %
 * bands, and together so far out that it hardly happens by chance.
 *
 * @param weeks oldest first
 * @param series how many series are judged at once: one of them all may be wrong once in ten years (Bonferroni): of
 *   thirty parts, each once in ten years would be three alerts a year
 */
export function weeksDeparture(
  weeks: readonly Outcome[],
  { series, swing }: { readonly series: number; readonly swing: Swing },
): Departure | null {
  const reach = reachOfShare(1 / (WEEKS * series));
  return departure(weeks, { reach, alike: () => WEEKS_ALIKE, days: WEEK, swing });
}

/**
 * The newest days outside their bands: two running outside the 80 % band, or the last outside the 95 % band, and
 * together so far out that it hardly happens by chance. How much days of one forecast err alike is told by its week:
 *
 *     r = (side[week]^2 / sum side[d of week]^2 - 1) / 6, within 0..1         side: expected - low95, or high95 - expected
 *
 * @param days complete days, oldest first
 * @param week the forecast of the week that the newest day lies in, with its seven days
 */
export function daysDeparture(
  days: readonly DayOutcome[],
  week: { readonly band: Omit<Outcome, 'actual'>; readonly days: readonly Omit<Outcome, 'actual'>[] },
  swing: Swing,
): Departure | null {
  return departure(days, { reach: DAY_REACH, alike: (side) => alikeness(week, side), days: 1, swing });
}

type Test = {
  /** Standard deviations. */
  readonly reach: number;
  readonly alike: (side: Departure['side']) => number;
  /** In each outcome. */
  readonly days: number;
  readonly swing: Swing;
};

/**
 *     together: side[run]^2 = sum side[i]^2 (1 + (length - 1) r)
 *     bound    = the larger of side[run] and 1.96 swing expected
 */
function departure(outcomes: readonly Outcome[], { reach, alike, days: each, swing }: Test): Departure | null {
  const last = outcomes.at(-1);
  if (!last || inside80(last)) return null;
  const side = sideOf(last);
  const run: Outcome[] = [];
  for (const outcome of outcomes.toReversed()) {
    if (inside80(outcome) || sideOf(outcome) !== side) break;
    run.push(outcome);
  }
  if (run.length < 2 && inside95(last)) return null;
  const days = run.length * each;
  const squares = run.reduce((sum, outcome) => sum + toBound(outcome, side) ** 2, 0);
  const actual = run.reduce((sum, outcome) => sum + outcome.actual, 0);
  const expected = run.reduce((sum, outcome) => sum + outcome.expected, 0);
  const gap = actual - expected;
  const together = Math.sqrt(squares * (1 + (run.length - 1) * alike(side)));
  const quietOf = (bound: number) => extended(bound, { expected, side, reach: reach / Z95 });
  // What is quiet by its band alone needs no second opinion, which has to be read.
  if (Math.abs(gap) <= quietOf(together)) return null;
  const quiet = quietOf(Math.max(together, Z95 * swing(days) * expected));
  if (Math.abs(gap) <= quiet) return null;
  return { side, days, actual, expected, gap, quiet };
}

/**
 * A bound so many times further out. Sales err by factors: twice as much is as likely as half as much, so a bound is
 * extended as a factor of what was expected, and as a sum only where it would reach nothing or less.
 */
function extended(
  bound: number,
  { expected, side, reach }: { readonly expected: number; readonly side: Departure['side']; readonly reach: number },
): number {
  const share = bound / expected;
  if (!(expected > 0) || share >= 1) return reach * bound;
  return side === 'above' ? expected * ((1 + share) ** reach - 1) : expected * (1 - (1 - share) ** reach);
}

function alikeness(
  { band, days }: { readonly band: Omit<Outcome, 'actual'>; readonly days: readonly Omit<Outcome, 'actual'>[] },
  side: Departure['side'],
): number {
  const squares = days.reduce((sum, day) => sum + toBound(day, side) ** 2, 0);
  if (!(squares > 0)) return 0;
  return Math.min(1, Math.max(0, (toBound(band, side) ** 2 / squares - 1) / (days.length - 1)));
}

function sideOf({ actual, expected }: Outcome): Departure['side'] {
  return actual < expected ? 'below' : 'above';
}

function toBound({ expected, low95, high95 }: Omit<Outcome, 'actual'>, side: Departure['side']): number {
  return side === 'below' ? expected - low95 : high95 - expected;
}

function inside80({ actual, low80, high80 }: Outcome): boolean {
  return low80 <= actual && actual <= high80;
}

function inside95({ actual, low95, high95 }: Outcome): boolean {
  return low95 <= actual && actual <= high95;
}
