import type { HourlyRevenue } from '../../data/types/series.ts';
import type { Day, EpochDay } from '../../data/types/shop.ts';
import { say } from '../../words/say.ts';
import { epochDay, fromEpochDay, weekdayName, weekdayOf } from '../days.ts';
import { NotEnoughData } from '../errors.ts';
import { studentQuantile, Z80 } from '../student.ts';

export type TimingRequest = {
  readonly firstDay: Day;
  /** A day each, minor units. NaN where nothing is known. */
  readonly sales: Float64Array;
  /** Days that sell differently for reasons of their own: national holidays. */
  readonly leftOut: readonly EpochDay[];
  /** Null where no file tells times. */
  readonly hourly: HourlyRevenue | null;
};

/** `ratio` is 1.2 for a fifth more than expected. Null where it was seen too seldom to say. */
export type Effect = {
  readonly name: string;
  /** How often it was seen: weeks, months, dates. */
  readonly seen: number;
  readonly ratio: number | null;
  readonly low80: number | null;
  readonly high80: number | null;
};

export type Timing = {
  /** Monday first, against an average day. */
  readonly weekdays: readonly Effect[];
  /** Against what their weekday would sell on a plain day. */
  readonly paydays: Effect;
  readonly doubleDates: Effect;
  /** Share of a day's orders, hour 0 first; null where no file tells times. */
  readonly hours: readonly Effect[] | null;
  readonly days: number;
};

const LEAST_DAYS = 56;
/** Three times is the least that shows how much one differs from another. */
const LEAST_SEEN = 3;
/** Half of the stretch that a day's expectation comes from: five weeks about it. */
const REACH = 17;
const PASSES = 4;

/**
 * When people buy: sales of weekdays, paydays (25th to 1st) and double dates (3.3, 11.11) against what was to be expected.
 *
 *     expected[d] = weekday effect * mean over plain days within 17 days of d of sales / weekday effect
 *
 * Plain days are none of the others, so that a payday does not lift what it is held against; weekday effects and
 * expectations are found in turn, four times. Intervals are Student's over occurrences: a payday is seen once a month,
 * not seven times. It says when sales are high and not why: promotions fall on the same days.
 *
 * @throws {NotEnoughData} for fewer than 56 known days
 */
export function timing({ firstDay, sales, leftOut, hourly }: TimingRequest): Timing {
  const known = sales.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
  if (known < LEAST_DAYS) throw new NotEnoughData(say`days of sales`, LEAST_DAYS, known);
  const first = epochDay(firstDay);
  const skipped = new Set(leftOut);
  const days = Array.from(sales, (value, at) => ({
    day: first + at,
    weekday: weekdayOf(first + at),
    value,
    is: kindOf(first + at),
  })).filter(({ day, value }) => !Number.isNaN(value) && !skipped.has(day));
  let weekday = new Float64Array(8).fill(1);
  let expected = new Map<EpochDay, number>();
  for (let pass = 0; pass < PASSES; pass++) {
    expected = levels(days, weekday);
    const sums = Array.from({ length: 8 }, () => ({ ratio: 0, count: 0 }));
    for (const { day, weekday: on, value, is } of days) {
      const level = expected.get(day);
      if (is !== 'plain' || level === undefined) continue;
      sums[on]!.ratio += value / level;
      sums[on]!.count++;
    }
    const means = sums.map(({ ratio, count }) => (count === 0 ? 1 : ratio / count));
    const mean = means.slice(1).reduce((sum, each) => sum + each, 0) / 7;
    weekday = Float64Array.from(means, (each) => each / mean);
  }
  const ratios = days.flatMap(({ day, weekday: on, value, is }) => {
    const level = expected.get(day);
    return level === undefined
      ? []
      : [{ day, on, is, ofLevel: value / level, ofExpected: value / (level * weekday[on]!) }];
  });
  const plain = ratios.filter(({ is }) => is === 'plain');
  const of = (kind: DayKind, key: (day: EpochDay) => string) =>
    means(
      ratios.filter(({ is, ofExpected }) => is === kind && Number.isFinite(ofExpected)),
      key,
    );
  return {
    weekdays: Array.from({ length: 7 }, (_, at) => {
      const own = plain.filter(({ on }) => on === at + 1).map(({ ofLevel }) => ofLevel);
      return effect(weekdayName((at + 1) as 1), own);
    }),
    paydays: effect('Payday, 25th to 1st', of('payday', paydayOf)),
    doubleDates: effect('Double dates', of('double date', fromEpochDay)),
    hours: hourly && hoursOf(hourly),
    days: known,
  };
}

type DayKind = 'plain' | 'payday' | 'double date';
type Known = { readonly day: EpochDay; readonly weekday: number; readonly value: number; readonly is: DayKind };

function kindOf(day: EpochDay): DayKind {
  const [, month, date] = fromEpochDay(day).split('-').map(Number) as [number, number, number];
  if (month === date) return 'double date';
  return date >= 25 || date === 1 ? 'payday' : 'plain';
}

/** The month whose end a payday belongs to: the 1st is that of the month before. */
function paydayOf(day: EpochDay): string {
  return fromEpochDay(fromEpochDay(day).endsWith('-01') ? day - 1 : day).slice(0, 7);
}

/** By day, what a plain average day of the weeks about it sells; the day itself does not count. */
function levels(days: readonly Known[], weekday: Float64Array): Map<EpochDay, number> {
  const plain = new Map(
    days
      .filter(({ is, weekday: on }) => is === 'plain' && weekday[on]! > 0)
      .map(({ day, weekday: on, value }) => [day, value / weekday[on]!] as const),
  );
  const found = new Map<EpochDay, number>();
  for (const { day } of days) {
    let sum = 0;
    let count = 0;
    for (let other = day - REACH; other <= day + REACH; other++) {
      const value = other === day ? undefined : plain.get(other);
      if (value === undefined) continue;
      sum += value;
      count++;
    }
    if (count >= REACH / 2 && sum > 0) found.set(day, sum / count);
  }
  return found;
}

/** One value an occurrence. */
function means(
  ratios: readonly { readonly day: EpochDay; readonly ofExpected: number }[],
  key: (day: EpochDay) => string,
): number[] {
  const groups = new Map<string, number[]>();
  for (const { day, ofExpected } of ratios) groups.set(key(day), [...(groups.get(key(day)) ?? []), ofExpected]);
  return [...groups.values()].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** The mean of independent values with Student's 80 % interval. */
function effect(name: string, values: readonly number[]): Effect {
  const seen = values.length;
  if (seen < LEAST_SEEN) return { name, seen, ratio: null, low80: null, high80: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / seen;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (seen - 1);
  const reach = studentQuantile(Z80, seen - 1) * Math.sqrt(variance / seen);
  return { name, seen, ratio: mean, low80: Math.max(0, mean - reach), high80: mean + reach };
}

/** Shares of the orders of each whole week. Null where all orders bear one hour: then it is no time, but a date. */
function hoursOf({ day, hour, orders }: HourlyRevenue): Effect[] | null {
  if (new Set(hour).size < 2) return null;
  const last = day.at(-1)!;
  const weeks = new Map<number, Float64Array>();
  day.forEach((on, row) => {
    const week = Math.floor((last - on) / 7);
    const own = weeks.get(week) ?? new Float64Array(24);
    own[hour[row]!]! += orders[row]!;
    weeks.set(week, own);
  });
  const shares = [...weeks.values()].flatMap((own) => {
    const all = own.reduce((sum, each) => sum + each, 0);
    return all > 0 ? [own.map((each) => each / all)] : [];
  });
  return Array.from({ length: 24 }, (_, at) =>
    effect(
      `${String(at).padStart(2, '0')}:00`,
      shares.map((week) => week[at]!),
    ),
  );
}
