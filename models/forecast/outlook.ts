import type { EpochDay } from '../../data/types/shop.ts';
import { type Calendar, isOpen, ontoCalendar, openDays, openDaysAhead, type Series } from './calendar.ts';
import { factorOn, type Lift, ordinaryDays } from './lifts.ts';
import { type Group, type PoolMethod, runPool } from './pool.ts';
import { back, onto, type Scale, scaleOf } from './scale.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { weeksOf } from './weeks.ts';

/** One member's forecast in the unit of the series: by day shape (reach,), 0 when closed; by week shape (weeks,). */
export type Voice = {
  readonly name: string;
  readonly method: PoolMethod | 'mstl' | 'prophet';
  readonly group: Group | 'prophet';
  readonly values: Float64Array;
};

/** What all members say at one moment, before anything is combined. */
export type Outlook = {
  /** The first day looked at. */
  readonly from: EpochDay;
  /** Shape (reach,): 1 on days the shop trades. */
  readonly open: Uint8Array;
  readonly days: { readonly scale: Scale; readonly voices: readonly Voice[] };
  /** Totals of a full week, counted from `from`. No voices where the history is too short. */
  readonly weeks: { readonly scale: Scale; readonly voices: readonly Voice[] };
  /** Shape (reach,): what events multiply the day by; 1 on an ordinary one. */
  readonly factors: Float64Array;
  /** Shape (reach,): share of a full ordinary week that the day sells, times its factor. */
  readonly shares: Float64Array;
  readonly naive: Float64Array;
};

export type OutlookOptions = {
  readonly calendar: Calendar;
  readonly reach: number;
  readonly levelOnly: boolean;
  /** What admitted events did until now: taken out of the history, and put on their days ahead. */
  readonly lifts: readonly Lift[];
};

/** Weeks of history from which totals are forecast by week as well. */
const LEAST_WEEKS = 10;
const WEEKS_FOR_TRENDS = 26;

/** Lets every member speak about the `reach` days after the series. */
export function lookAhead(series: Series, options: OutlookOptions): Outlook {
  const { reach, levelOnly, calendar, lifts } = options;
  const from = series.first + series.values.length;
  const ordinary = ordinaryDays(series, lifts);
  const factors = Float64Array.from({ length: reach }, (_, i) => factorOn(from + i, lifts));
  const open = openDays(ordinary, calendar);
  const scale = scaleOf(open.values);
  const limits = limitsOf(open.values);
  const days = { unit: 'day' as const, days: open.days, values: onto(scale, open.values) };
  const ahead = openDaysAhead(from, reach, calendar);
  const pool = ahead.length === 0 ? [] : runPool({ ...days, ahead }, { levelOnly });
  const voices: Voice[] = pool.map((member) => ({
    ...member,
    values: ontoCalendar(
      member.values.map((value) => limits(back(scale, value))),
      from,
      reach,
      calendar,
    ).map((value, i) => value * factors[i]!),
  }));

  const weeks = weeksOf(ordinary, calendar);
  return {
    from,
    open: Uint8Array.from({ length: reach }, (_, i) => (isOpen(from + i, calendar) ? 1 : 0)),
    days: { scale, voices },
    weeks: weekVoices(weeks, { from, reach, levelOnly }),
    factors,
    shares: Float64Array.from({ length: reach }, (_, i) => factors[i]! * weeks.share(from + i)),
    naive: seasonalNaive(series, { horizon: reach, calendar }),
  };
}

function weekVoices(
  { days, values }: { days: Int32Array; values: Float64Array },
  given: { from: EpochDay; reach: number; levelOnly: boolean },
): Outlook['weeks'] {
  const scale = scaleOf(values);
  const known = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (known < LEAST_WEEKS) return { scale, voices: [] };
  const limits = limitsOf(values);
  const ahead = Int32Array.from({ length: Math.ceil(given.reach / 7) }, (_, w) => given.from + 7 * w);
  const members = runPool(
    { unit: 'week', days, values: onto(scale, values), ahead },
    { levelOnly: given.levelOnly || known < WEEKS_FOR_TRENDS },
  );
  return {
    scale,
    voices: members.map((member) => ({
      ...member,
      values: member.values.map((value) => limits(back(scale, value))),
    })),
  };
}

/**
 * Holds a forecast to what can happen: nothing above twice the best value ever, none below zero unless the history knows
 * negative ones, then none below twice the worst. It keeps a steep trend over a year within reason.
 */
export function limitsOf(values: Float64Array): (value: number) => number {
  let most = 0;
  let least = 0;
  for (const value of values) {
    if (value > most) most = value;
    if (value < least) least = value;
  }
  return (value) => (Number.isNaN(value) ? 0 : Math.min(2 * most, Math.max(2 * least, value)));
}

/**
 * The weighted mean of the days, in the scale they were forecast in: of logs, so that one member who sees the sky does
 * not carry the rest along. Shape (reach,).
 */
export function typicalDays({ open, days }: Outlook, weights: Float64Array): Float64Array {
  return Float64Array.from(open, (isTrading, i) => (isTrading ? middle(days, weights, i) : 0));
}

/** The same of weeks, shared out to their days in proportion to `typical`. Shape (reach,). */
export function daysOfWeeks({ open, weeks, shares, factors }: Outlook, weights: Float64Array, typical: Float64Array) {
  const out = new Float64Array(open.length);
  for (let start = 0; start < open.length; start += 7) {
    const week = middle(weeks, weights, start / 7);
    let sum = 0;
    let share = 0;
    const end = Math.min(open.length, start + 7);
    for (let i = start; i < end; i++) {
      // An event adds to its own day and takes nothing from its week.
      sum += typical[i]! / factors[i]!;
      share += shares[i]! / factors[i]!;
    }
    for (let i = start; i < end; i++) {
      out[i] = sum > 0 ? (week * share * typical[i]!) / sum : week * shares[i]!;
    }
  }
  return out;
}

function middle({ scale, voices }: Outlook['days'], weights: Float64Array, at: number): number {
  let sum = 0;
  voices.forEach(({ values }, i) => {
    const value = values[at]!;
    if (weights[i]! > 0) sum += weights[i]! * (scale === 'log' ? Math.log(Math.max(value, 1e-9)) : value);
  });
  return back(scale, sum);
}
