import type { Day } from '../../data/types/shop.ts';
import { Z95 } from '../student.ts';
import { chanceOf, quietOf, type Usual } from './usual.ts';

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

/** What so many days running come to as a rule, before those that are judged; null where it is not known. */
export type UsualDays = (days: number) => Usual | null;

const notAsked: UsualDays = () => null;

/**
 * How often each check may cry although nothing happened. A check at the 95 % bound itself would cry 18 times in a year of
 * daily checks. Days and weeks of the whole shop: once in ten years each, which is 3.64 and 3.10 standard deviations where
 * much is sold. Bands are drawn from few misses, so it may come to more than that: see test/bench/alerts.ts.
 */
const YEARS = 10;
const DAYS = YEARS * 365;
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
 * @param usual of parts, of which some sell little. The whole shop does without: its paydays and campaigns are unusual, and
 *   its forecast knows them
 */
export function weeksDeparture(
  weeks: readonly Outcome[],
  { series, usual = notAsked }: { readonly series: number; readonly usual?: UsualDays },
): Departure | null {
  return departure(weeks, { falsely: 1 / (WEEKS * series), alike: () => WEEKS_ALIKE, days: WEEK, usual });
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
): Departure | null {
  return departure(days, { falsely: 1 / DAYS, alike: (side) => alikeness(week, side), days: 1, usual: notAsked });
}

type Test = {
  /** So small a share of the times it may cry although nothing happened. */
  readonly falsely: number;
  readonly alike: (side: Departure['side']) => number;
  /** In each outcome. */
  readonly days: number;
  readonly usual: UsualDays;
};

/**
 *     together: side[run]^2 = sum side[i]^2 (1 + (length - 1) r)
 *     so far out that it is hardly chance, with a standard deviation of side[run] / 1.96
 *     and hardly chance by what is usual of so many days, where that is asked for
 */
function departure(outcomes: readonly Outcome[], { falsely, alike, days: each, usual }: Test): Departure | null {
  const last = outcomes.at(-1);
  if (!last || inside80(last)) return null;
  const side = sideOf(last);
  const run: Outcome[] = [];
  for (const outcome of outcomes.toReversed()) {
    if (inside80(outcome) || sideOf(outcome) !== side) break;
    run.push(outcome);
  }
  // The longest that departs: one that was hardly outside before them must not hide the others.
  for (let length = run.length; length > 0; length--) {
    if (length === 1 && inside95(last)) return null;
    const newest = run.slice(0, length);
    const days = length * each;
    const squares = newest.reduce((sum, outcome) => sum + toBound(outcome, side) ** 2, 0);
    const actual = newest.reduce((sum, outcome) => sum + outcome.actual, 0);
    const expected = newest.reduce((sum, outcome) => sum + outcome.expected, 0);
    const gap = actual - expected;
    const together = Math.sqrt(squares * (1 + (length - 1) * alike(side)));
    const quiet = quietOf({ mean: expected, swing: together / Z95 / expected }, side, falsely / 2);
    const asARule = usual(days);
    if (Math.abs(gap) > quiet && (asARule === null || chanceOf(actual, asARule, side) <= falsely / 2)) {
      return { side, days, actual, expected, gap, quiet };
    }
  }
  return null;
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
