import type { DailyRevenue } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import { day, listed, number, say, share, type Words } from '../../words/say.ts';
import { addDays, daysBetween } from '../days.ts';

/** What looks wrong about the newest data, and the first day that should not be learned from. */
export type Suspicion = {
  readonly finding: 'missing days' | 'unit change' | 'level jump';
  readonly before: Day;
  readonly says: Words;
};

/** Days that may be suspected, and those before them that say what is usual. */
const RECENT_DAYS = 28;
const USUAL_DAYS = 63;
const WEEK = 7;
/** Money per order does not change like this by itself: a unit or a currency does. */
const UNIT_FACTOR = 8;
/** Days in a row that must show it: one dear order is no change of unit. */
const UNIT_DAYS = 2;
/** A week so many times above the best or below the worst of the nine weeks before. */
const LEVEL_FACTOR = 4;
/** A missing day is looked for so far back; an older one has been asked about. */
const MISSING_DAYS = 14;
/** Where fewer orders than this come on such a weekday, one without any happens by chance: e^-10 is one in 22,000. */
const LEAST_ORDERS = 10;
/** Below this much history nobody can say what is missing. */
export const LEAST_DAYS = MISSING_DAYS + 8 * WEEK;

/**
 * Looks at the newest days before a model learns from them: days without an order on a weekday that always sold, money
 * per order ten times what it was, a week that is four times the best or a quarter of the worst of nine. Null when nothing
 * looks wrong, or the history is too short to say.
 *
 * @param acceptedUntil days up to here were called right by a person: neither suspected nor compared with
 */
export function suspicion(history: DailyRevenue, acceptedUntil: Day | null = null): Suspicion | null {
  const { firstDay, revenueMinor, orders } = history;
  const skip = acceptedUntil === null ? 0 : Math.max(0, daysBetween(firstDay, acceptedUntil) + 1);
  const days = revenueMinor.length - skip;
  if (days < LEAST_DAYS) return null;
  const recent = {
    firstDay: addDays(firstDay, skip),
    revenueMinor: revenueMinor.subarray(skip),
    orders: orders.subarray(skip),
  };
  const missing = missingDays(recent);
  if (missing || days < RECENT_DAYS + USUAL_DAYS) return missing;
  return unitChange(recent) ?? levelJump(recent);
}

function missingDays({ firstDay, orders }: DailyRevenue): Suspicion | null {
  const end = orders.length;
  const missing: number[] = [];
  for (let i = end - MISSING_DAYS; i < end; i++) {
    if (!(orders[i]! > 0) && neverEmpty(sameWeekdays(orders, i))) missing.push(i);
  }
  if (missing.length === 0) return null;
  const named = missing.map((i) => addDays(firstDay, i));
  return {
    finding: 'missing days',
    before: named[0]!,
    says: say`There is not one order on ${listed(named.map((each) => say`${day(each)}`))}, weekdays on which the shop sold in each of the eight weeks before.`,
  };
}

function neverEmpty(counts: readonly number[]): boolean {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return mean >= LEAST_ORDERS && counts.every((count) => count > 0);
}

/** The same weekday of the eight weeks before. */
function sameWeekdays(values: Float64Array, i: number): number[] {
  return Array.from({ length: 8 }, (_, weeks) => values[i - WEEK * (weeks + 1)] ?? 0);
}

function unitChange({ firstDay, revenueMinor, orders }: DailyRevenue): Suspicion | null {
  const end = orders.length;
  const perOrder = (i: number) => revenueMinor[i]! / orders[i]!;
  const usual: number[] = [];
  for (let i = end - RECENT_DAYS - USUAL_DAYS; i < end - RECENT_DAYS; i++) if (orders[i]! > 0) usual.push(perOrder(i));
  usual.sort((a, b) => a - b);
  const middle = usual[Math.floor(usual.length / 2)];
  if (middle === undefined || !(middle > 0)) return null;
  const isOdd = (times: number) => times >= UNIT_FACTOR || (times > 0 && times <= 1 / UNIT_FACTOR);
  let first = end;
  while (first > end - RECENT_DAYS && orders[first - 1]! > 0 && isOdd(perOrder(first - 1) / middle)) first--;
  if (end - first < UNIT_DAYS) return null;
  const times = perOrder(end - 1) / middle;
  return {
    finding: 'unit change',
    before: addDays(firstDay, first),
    says:
      times >= 1
        ? say`Since ${day(addDays(firstDay, first))} an order is ${number(times)} times what it was: did the unit or the currency change?`
        : say`Since ${day(addDays(firstDay, first))} an order is ${share(times)} of what it was: did the unit or the currency change?`,
  };
}

function levelJump({ firstDay, revenueMinor }: DailyRevenue): Suspicion | null {
  const end = revenueMinor.length;
  const weekBefore = (to: number) => revenueMinor.subarray(to - WEEK, to).reduce((sum, value) => sum + value, 0);
  const last = weekBefore(end);
  const usual = Array.from({ length: USUAL_DAYS / WEEK }, (_, weeks) => weekBefore(end - WEEK * (weeks + 1)));
  const best = Math.max(...usual);
  const worst = Math.min(...usual);
  if (!(worst > 0) || (last <= LEVEL_FACTOR * best && last >= worst / LEVEL_FACTOR)) return null;
  const before = addDays(firstDay, end - WEEK);
  const says =
    last > best
      ? say`The week from ${day(before)} is ${number(last / best)} times the best of the nine weeks before.`
      : say`The week from ${day(before)} is ${share(last / worst)} of the worst of the nine weeks before.`;
  return { finding: 'level jump', before, says };
}
