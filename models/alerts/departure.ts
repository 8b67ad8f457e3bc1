import type { Day } from '../../data/types/shop.ts';

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

/**
 * How far beyond the 95 % bound sales must be to wake somebody. A check at the bound itself would cry 18 times in a year
 * of daily checks although nothing happened. Each of the two checks may be wrong once in four years: one week of 208 and
 * one day of 1460 lie beyond 2.82 and 3.40 standard deviations, where the 95 % bound lies at 1.96.
 *
 * Replayed on 16 made-up shops, a year of nights each, in which nothing happened but paydays that no calendar knew: 12
 * false alerts, at most 2 in a year. Once in two years gave 21, at most 3.
 */
const WEEK_REACH = 2.82 / 1.96;
const DAY_REACH = 3.4 / 1.96;

/** A complete week so far outside its band that it hardly happens by chance; null when it is not. */
export function weekDeparture(week: Outcome): Departure | null {
  const side = sideOf(week);
  const quiet = extended(toBound(week, side), { expected: week.expected, side, reach: WEEK_REACH });
  const gap = week.actual - week.expected;
  if (Math.abs(gap) <= quiet || inside95(week)) return null;
  return { side, days: 7, actual: week.actual, expected: week.expected, gap, quiet };
}

/**
 * The newest days outside their bands: two running outside the 80 % band, or the last outside the 95 % band, and
 * together so far out that it hardly happens by chance.
 *
 *     together: side[window]^2 = sum side[d]^2 (1 + (days - 1) r)      side: expected - low95, or high95 - expected
 *     r        = (side[week]^2 / sum side[d of week]^2 - 1) / 6         how much days of one forecast err alike, 0..1
 *
 * @param days complete days, oldest first
 * @param week the forecast of the week that the newest day lies in, with its seven days: what tells r
 */
export function daysDeparture(
  days: readonly DayOutcome[],
  week: { readonly band: Omit<Outcome, 'actual'>; readonly days: readonly Omit<Outcome, 'actual'>[] },
): Departure | null {
  const last = days.at(-1);
  if (!last || inside80(last)) return null;
  const side = sideOf(last);
  const run: DayOutcome[] = [];
  for (const day of days.toReversed()) {
    if (inside80(day) || sideOf(day) !== side) break;
    run.push(day);
  }
  if (run.length < 2 && inside95(last)) return null;
  const squares = run.reduce((sum, day) => sum + toBound(day, side) ** 2, 0);
  const alike = alikeness(week, side);
  const actual = run.reduce((sum, day) => sum + day.actual, 0);
  const expected = run.reduce((sum, day) => sum + day.expected, 0);
  const bound = Math.sqrt(squares * (1 + (run.length - 1) * alike));
  const quiet = extended(bound, { expected, side, reach: DAY_REACH });
  const gap = actual - expected;
  if (Math.abs(gap) <= quiet) return null;
  return { side, days: run.length, actual, expected, gap, quiet };
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
