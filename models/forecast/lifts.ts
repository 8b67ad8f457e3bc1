import type { EpochDay } from '../../data/types/shop.ts';
import { type Calendar, type OpenDays, openDays, type Series } from './calendar.ts';
import { calendarEffects } from './calendar-ridge.ts';
import type { EventDays } from './events.ts';
import { memory } from './memory.ts';
import { onto, type Scale, scaleOf } from './scale.ts';

/** Days of one event that lie closer than this, a weekend apart, are one occurrence of it. */
const SAME_OCCURRENCE_DAYS = 3;
/** Ordinary days on each side of an occurrence that say what would have been sold without it, and how many it takes. */
const NEIGHBOURS = 14;
const LEAST_NEIGHBOURS = 4;
/** Stretches of ordinary days by which chance is judged: fewer than the least are no judge, more than the most no better. */
const LEAST_PLACEBOS = 20;
const MOST_PLACEBOS = 400;
/** In standard deviations of chance: 1 event in 200 gets this far by chance, so 1 calendar of ten in 20 holds a false one. */
const BEYOND_CHANCE = 2.8;
/** Nothing multiplies a day by more than this: a few days of nearly nothing must not. */
const MOST_LIFT = Math.log(20);
const PASSES = 3;

/** One time an event came: what it did to its days, in logs. */
type Occurrence = { readonly places: readonly number[]; readonly lift: number };

/** What an event did to sales, all in logs: 0.7 doubles a day. */
export type Lift = {
  readonly name: string;
  readonly days: ReadonlySet<EpochDay>;
  /** Days of it with known sales, and how often it came. */
  readonly seen: number;
  readonly occurrences: number;
  /** Mean over its occurrences, and the standard error of that. NaN when it was never seen. */
  readonly mean: number;
  readonly error: number;
  /** What the next one is expected to do: the mean, pulled to nothing by how uncertain it is. */
  readonly next: number;
  /** Standard deviation of the next one round that, beyond the noise of any day. */
  readonly spread: number;
  readonly verdict: 'admitted' | 'never seen' | 'chance' | 'no better';
  /** By day in the history: what that very occurrence did. */
  readonly past: ReadonlyMap<EpochDay, number>;
  /** What a day of it sold on average, in the unit of the series. */
  readonly meanSold: number;
};

/**
 * What each event adds to an ordinary day, each judged by itself.
 *
 *     rest[i]  = y[i] - weekday[i]                      y in logs; weekdays learned from days without any event
 *     L[j]     = mean of rest over occurrence j - median of rest over 14 ordinary days before and 14 after it
 *     mean     = sum L / k,  s^2 = (max(s0, |mean|)^2 + sum (L - mean)^2) / k,  error = s / sqrt(k)
 *     next     = mean * mean^2 / (mean^2 + error^2)     seen once: half; seen a dozen times alike: nearly all of it
 *
 * s0 is what chance does: the same reckoning on every stretch of as many ordinary days. An event is admitted when
 * |mean| > 2.8 s0 / sqrt(k), and when each occurrence, forecast from the others, is missed by less than with nothing
 * (leave-one-out cross-validation; one seen once cannot be tried so, and stands on the first rule alone).
 *
 * Where a shop sells too seldom for logs, L is the log of sales over expected sales instead. Events on the same days
 * share what happened there. Not a cause: what else happened on those days is in it.
 *
 * @param series days up to the moment of speaking; nothing later is looked at
 */
export function learnLifts(
  series: Series,
  { calendar, events }: { calendar: Calendar; events: readonly EventDays[] },
): Lift[] {
  if (events.length === 0) return [];
  const open = openDays(series, calendar);
  const scale = scaleOf(open.values);
  const onEvent = Uint8Array.from(open.days, (day) => (events.some(({ days }) => days.has(day)) ? 1 : 0));
  const read = reader(open, scale, onEvent);
  const runs = events.map(({ days }) => runsOf(open, scale, days));

  // Overlapping events: each is read with what the others did taken out, a few times round.
  let found = runs.map((each) => each.map((places): Occurrence => ({ places, lift: 0 })));
  for (let pass = 0; pass < PASSES; pass++) {
    for (let e = 0; e < events.length; e++) {
      const others = new Float64Array(open.days.length);
      found.forEach((occurrences, other) => {
        if (other === e) return;
        for (const { places, lift } of occurrences) for (const i of places) others[i]! += lift;
      });
      const own = runs[e]!.map((places) => ({ places, lift: read(places, others) }));
      found = found.map((before, other) => (other === e ? own.filter(({ lift }) => !Number.isNaN(lift)) : before));
    }
  }

  // Of one length it is the same for all events.
  const chanceOf = memory((length: number) => chanceOfLength(open, onEvent, read, length));
  return events.map((event, e) => {
    const occurrences = found[e]!;
    const lifts = occurrences.map(({ lift }) => lift);
    const k = lifts.length;
    const places = occurrences.flatMap((each) => each.places);
    const chance = k === 0 ? null : chanceOf(middleLength(occurrences));
    const mean = lifts.reduce((sum, lift) => sum + lift, 0) / k;
    const squares = lifts.reduce((sum, lift) => sum + (lift - mean) ** 2, 0);
    const deviation = Math.sqrt((Math.max(chance ?? 0, Math.abs(mean)) ** 2 + squares) / k);
    const error = deviation / Math.sqrt(k);
    const between = k < 2 ? 0 : Math.max(0, squares / (k - 1) - (chance ?? 0) ** 2);
    const kept = mean ** 2 / Math.max(mean ** 2 + error ** 2, Number.MIN_VALUE);
    return {
      ...event,
      seen: places.length,
      occurrences: k,
      mean,
      error,
      next: mean * kept,
      spread: Math.sqrt(kept * error ** 2 + between),
      verdict: judge(lifts, mean, chance),
      past: new Map(occurrences.flatMap(({ places: on, lift }) => on.map((i) => [open.days[i]!, lift]))),
      meanSold: places.reduce((sum, i) => sum + open.values[i]!, 0) / Math.max(1, places.length),
    };
  });
}

/** The series as it would have been without the admitted events: each occurrence takes out what it did itself. */
export function ordinaryDays({ first, values }: Series, lifts: readonly Lift[]): Series {
  if (lifts.length === 0) return { first, values };
  return {
    first,
    values: values.map((value, i) => {
      let log = 0;
      for (const { past } of lifts) log += past.get(first + i) ?? 0;
      return value / Math.exp(log);
    }),
  };
}

/** What a day ahead is multiplied by. */
export function factorOn(day: EpochDay, lifts: readonly Lift[]): number {
  let log = 0;
  for (const { days, next } of lifts) if (days.has(day)) log += next;
  return Math.exp(log);
}

/**
 * How uncertain events make a sum: relative standard deviation. An event errs on all its days alike, two events each
 * for themselves.
 *
 * @param expected shape (days,), from the day `from` on
 */
export function spreadOf(expected: Float64Array, from: EpochDay, lifts: readonly Lift[]): number {
  const sum = expected.reduce((total, value) => total + value, 0);
  if (!(sum > 0)) return 0;
  let squares = 0;
  for (const { days, spread } of lifts) {
    let own = 0;
    expected.forEach((value, i) => {
      if (days.has(from + i)) own += value;
    });
    squares += ((own / sum) * Math.sinh(spread)) ** 2;
  }
  return Math.sqrt(squares);
}

/** Places of the event's known days among the open ones, one list for each time it came. */
function runsOf({ days, values }: OpenDays, scale: Scale, event: ReadonlySet<EpochDay>): number[][] {
  const runs: number[][] = [];
  days.forEach((day, i) => {
    if (!event.has(day) || Number.isNaN(values[i]!) || (scale === 'log' && !(values[i]! > 0))) return;
    const run = runs.at(-1);
    if (run !== undefined && day - days[run.at(-1)!]! <= SAME_OCCURRENCE_DAYS) run.push(i);
    else runs.push([i]);
  });
  return runs;
}

/** Log of what some neighbouring days sold over what they would have sold, less `others`; NaN where it cannot be told. */
type Read = (places: readonly number[], others: Float64Array) => number;

function reader(open: OpenDays, scale: Scale, onEvent: Uint8Array): Read {
  const seen = onto(scale, open.values);
  const plain = seen.map((value, i) => (onEvent[i] === 1 ? Number.NaN : value));
  const { past } = calendarEffects(
    { unit: 'day', days: open.days, values: plain, ahead: new Int32Array(0) },
    { yearly: 0 },
  );
  const rest = plain.map((value, i) => value - past[i]!);
  const near = (start: number, step: 1 | -1, at: number, reach: number): number[] => {
    const out: number[] = [];
    for (let i = start; i >= 0 && i < rest.length && out.length < NEIGHBOURS; i += step) {
      if (Math.abs(open.days[i]! - at) > reach) break;
      if (!Number.isNaN(rest[i]!)) out.push(rest[i]!);
    }
    return out;
  };
  return (places, others) => {
    const from = places[0]!;
    const to = places.at(-1)!;
    // A level of two months ago is none.
    const reach = 4 * NEIGHBOURS;
    const around = [...near(from - 1, -1, open.days[from]!, reach), ...near(to + 1, 1, open.days[to]!, reach)];
    if (around.length < LEAST_NEIGHBOURS) return Number.NaN;
    if (scale === 'log') {
      around.sort((a, b) => a - b);
      const level = around[Math.floor(around.length / 2)]!;
      const own = places.reduce((sum, i) => sum + seen[i]! - past[i]! - others[i]!, 0) / places.length;
      return Math.max(-MOST_LIFT, Math.min(MOST_LIFT, own - level));
    }
    const level = around.reduce((sum, value) => sum + value, 0) / around.length;
    const came = places.reduce((sum, i) => sum + seen[i]! / Math.exp(others[i]!), 0);
    const expected = places.reduce((sum, i) => sum + level + past[i]!, 0);
    if (!(expected > 0 && came > 0)) return Number.NaN;
    return Math.max(-MOST_LIFT, Math.min(MOST_LIFT, Math.log(came / expected)));
  };
}

function middleLength(occurrences: readonly Occurrence[]): number {
  const lengths = occurrences.map(({ places }) => places.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)]!;
}

/** Root mean square of what stretches of as many ordinary days "did"; null where there are too few to tell. */
function chanceOfLength({ days, values }: OpenDays, onEvent: Uint8Array, read: Read, length: number): number | null {
  const usual = (i: number) => onEvent[i] === 0 && !Number.isNaN(values[i]!) && values[i]! !== 0;
  const none = new Float64Array(days.length);
  const stride = Math.max(1, Math.ceil(days.length / MOST_PLACEBOS));
  let squares = 0;
  let count = 0;
  for (let start = 0; start + length <= days.length; start += stride) {
    const places = Array.from({ length }, (_, j) => start + j);
    if (!places.every(usual)) continue;
    const lift = read(places, none);
    if (Number.isNaN(lift)) continue;
    squares += lift * lift;
    count++;
  }
  return count < LEAST_PLACEBOS ? null : Math.sqrt(squares / count);
}

function judge(lifts: readonly number[], mean: number, chance: number | null): Lift['verdict'] {
  const k = lifts.length;
  if (k === 0) return 'never seen';
  if (chance === null || !(Math.abs(mean) > (BEYOND_CHANCE * chance) / Math.sqrt(k))) return 'chance';
  if (k === 1) return 'admitted';
  let gain = 0;
  for (const lift of lifts) gain += Math.abs(lift) - Math.abs(lift - (k * mean - lift) / (k - 1));
  return gain > 0 ? 'admitted' : 'no better';
}
