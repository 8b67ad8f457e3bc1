import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween, startOfMonth } from '../days.ts';
import { studentQuantile, Z80, Z95, Z999 } from '../student.ts';

export type PacingRequest = {
  /** Spend a day from `firstDay` on, minor units, up to the last complete day. NaN where it is not known. */
  readonly firstDay: Day;
  readonly spend: Float64Array;
  /** What is planned for each day of the month, from its 1st. */
  readonly plan: Float64Array;
};

export type Pacing = {
  /** The 1st. */
  readonly month: Day;
  readonly days: number;
  /** Complete days of it. */
  readonly elapsed: number;
  /** Known spend so far, and on how many of its days it is not known. */
  readonly spentMinor: number;
  readonly unknownDays: number;
  readonly plannedMinor: number;
  /** Of the whole month. */
  readonly planMinor: number;
  /** Null where too little is known of past spend. */
  readonly projected: {
    readonly expected: number;
    readonly low80: number;
    readonly high80: number;
    readonly low95: number;
    readonly high95: number;
    readonly low999: number;
    readonly high999: number;
  } | null;
  readonly basis: 'past months' | 'last weeks' | null;
  readonly verdict: 'over' | 'under' | 'on plan' | "can't tell";
};

const PAST_MONTHS = 6;
const LEAST_MONTHS = 3;
const LEAST_WEEKS = 4;
const PAST_WEEKS = 8;
/** A plan is not missed by less than this share of it, however certain that is. */
const TOLERANCE = 0.1;

type Rest = { readonly mean: number; readonly spread: number; readonly count: number; readonly freedom: number };

/**
 * Where this month's spend will end, against its plan.
 *
 * What is left of the month is taken from the same days of up to six past months: as their mean, or in proportion to what
 * was spent up to this day, whichever erred less on those months; with fewer than three whole months, from the sums of the
 * last eight weeks. The interval is Student's for one more such month. `over` and `under` need the 95 % interval to lie
 * beyond the plan, and a tenth of the plan between them; unknown days leave it open.
 *
 * @throws {RangeError} where the spend does not reach into the month of its last day's morrow
 */
export function pacing({ firstDay, spend, plan }: PacingRequest): Pacing {
  const before = addDays(firstDay, spend.length);
  // On the 1st the month that is over is looked at, as a whole.
  const month = startOfMonth(addDays(before, -1));
  const days = daysBetween(month, nextMonth(month));
  if (plan.length !== days) throw new RangeError(`the plan has ${plan.length} days, and the month ${days}`);
  const elapsed = daysBetween(month, before);
  const own = spend.slice(Math.max(0, daysBetween(firstDay, month)));
  const unknownDays = own.filter(Number.isNaN).length;
  const spentMinor = sumOf(own);
  const planMinor = sumOf(plan);
  const rest =
    elapsed === days
      ? { mean: 0, spread: 0, count: Number.POSITIVE_INFINITY, freedom: Number.POSITIVE_INFINITY, basis: null }
      : restOf({ firstDay, spend, month, elapsed, days, spentMinor });
  const projected = rest && around(spentMinor + rest.mean, rest, spentMinor);
  return {
    month,
    days,
    elapsed,
    spentMinor,
    unknownDays,
    plannedMinor: sumOf(plan.slice(0, elapsed)),
    planMinor,
    projected,
    basis: rest?.basis ?? null,
    verdict: unknownDays > 0 || projected === null ? "can't tell" : verdictOf(projected, planMinor),
  };
}

function verdictOf({ expected, low95, high95 }: NonNullable<Pacing['projected']>, plan: number): Pacing['verdict'] {
  if (Math.abs(expected - plan) <= TOLERANCE * plan) return 'on plan';
  if (low95 > plan) return 'over';
  if (high95 < plan) return 'under';
  return "can't tell";
}

function around(expected: number, { spread, count, freedom }: Rest, least: number) {
  const bound = (z: number) => (spread === 0 ? 0 : studentQuantile(z, freedom) * spread * Math.sqrt(1 + 1 / count));
  // What is spent stays spent.
  const low = (z: number) => Math.max(least, expected - bound(z));
  const high = (z: number) => expected + bound(z);
  return {
    expected,
    low80: low(Z80),
    high80: high(Z80),
    low95: low(Z95),
    high95: high(Z95),
    low999: low(Z999),
    high999: high(Z999),
  };
}

type SoFar = Pick<PacingRequest, 'firstDay' | 'spend'> & {
  readonly month: Day;
  readonly elapsed: number;
  readonly days: number;
  readonly spentMinor: number;
};

function restOf(soFar: SoFar): (Rest & { readonly basis: 'past months' | 'last weeks' }) | null {
  const { firstDay, spend, month, elapsed, days, spentMinor } = soFar;
  const past: { readonly early: number; readonly late: number }[] = [];
  for (let end = month; past.length < PAST_MONTHS; ) {
    const start = startOfMonth(addDays(end, -1));
    if (start < firstDay) break;
    const at = daysBetween(firstDay, start);
    const whole = spend.slice(at, daysBetween(firstDay, end));
    if (whole.some(Number.isNaN)) break;
    // The last days of a month are paydays in all of them: counted from the end, and a short month keeps its end.
    const cut = Math.max(0, whole.length - (days - elapsed));
    past.push({ early: sumOf(whole.slice(0, cut)), late: sumOf(whole.slice(cut)) });
    end = start;
  }
  if (past.length >= LEAST_MONTHS) return { ...better(past, spentMinor), basis: 'past months' };
  const weeks = weekSums(spend);
  if (weeks.length < LEAST_WEEKS) return null;
  const { mean, spread, count, freedom } = spreadOf(weeks);
  const left = (days - elapsed) / 7;
  return { mean: mean * left, spread: spread * Math.sqrt(left), count, freedom, basis: 'last weeks' };
}

/** By the mean of what came late, or in proportion to what came early: whichever misses past months by less. */
function better(past: readonly { readonly early: number; readonly late: number }[], spent: number): Rest {
  const plain = spreadOf(past.map(({ late }) => late));
  const early = past.reduce((sum, each) => sum + each.early, 0);
  if (early <= 0) return plain;
  const ratio = past.reduce((sum, each) => sum + each.late, 0) / early;
  const misses = past.map((each) => each.late - ratio * each.early);
  const spread = Math.sqrt(misses.reduce((sum, miss) => sum + miss ** 2, 0) / (past.length - 2));
  return spread < plain.spread ? { mean: ratio * spent, spread, count: past.length, freedom: past.length - 2 } : plain;
}

function spreadOf(values: readonly number[]): Rest {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  return { mean, spread, count, freedom: count - 1 };
}

/** Whole weeks back from the last day, up to the first with an unknown day. */
function weekSums(spend: Float64Array): number[] {
  const sums: number[] = [];
  for (let end = spend.length; end >= 7 && sums.length < PAST_WEEKS; end -= 7) {
    const week = spend.slice(end - 7, end);
    if (week.some(Number.isNaN)) break;
    sums.push(sumOf(week));
  }
  return sums;
}

/** Of what is known. */
function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);
}

export function nextMonth(month: Day): Day {
  return startOfMonth(addDays(month, 31));
}
