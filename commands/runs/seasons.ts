import type { SeriesAnswer } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween, weekday } from '../../models/days.ts';
import type { MonthOfRevenue, SeasonEffect } from '../../models/drivers/seasons.ts';
import type { ShareChange } from '../../models/drivers/share-changes.ts';
import { count, day, type Said, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from './cut.ts';
import { leftOut } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 1;
const MOST_SHOWN = 12;

/** A whole month, from its first day. */
export type KnownMonth = MonthOfRevenue & { readonly from: Day };

export type KeptSeasons = {
  /** Null where the months are too few to tell. */
  readonly effects: readonly SeasonEffect[] | null;
  /** The whole months as they were; null of weekdays. */
  readonly months: readonly KnownMonth[] | null;
};

/**
 * What each weekday, or each month of the year, brings against the mean one.
 *
 * @throws {Refusal} where there are not even weeks to compare, or no whole month
 */
export function seasonsRun(context: Context, cut: Cut, by: 'weekday' | 'month'): Promise<RunOf<KeptSeasons>> {
  const { facts, compute: run } = context;
  return keepRun<KeptSeasons>(context, {
    kind: 'seasons',
    version: VERSION,
    parameters: { by },
    cut,
    async compute() {
      const daily = await facts.series({ metric: 'revenue', by: null, period: 'day', before: cut.before });
      const revenue = daily.slices[0]?.values ?? new Float64Array(0);
      const receipt = {
        seed: null,
        used: [say`${daily.basis}, by day from ${day(daily.firstDay)}`, ...daily.holes.map(leftOut)],
        checks: [],
        record: [],
        assumptions: [say`All intervals hold together in 95 of 100 cases. This says when revenue comes, never why.`],
      };
      if (by === 'weekday') {
        const effects = await run('weekdayEffects', { firstWeekday: weekday(daily.firstDay) - 1, revenue });
        if (effects === null) throw tooFewWeeks();
        const method = say`Each day against its own week; Student's intervals over weeks.`;
        return { result: { effects, months: null }, receipt: { ...receipt, method } };
      }
      const months = monthsOf(daily.firstDay, revenue);
      const known = months.filter((month) => month !== null);
      if (known.length === 0) {
        throw new Refusal(say`There is no whole month yet`, say`/drivers by:weekday looks at weeks.`);
      }
      const method = say`Logarithm of revenue a day by month beside a steady trend, least squares; ${count(known.length)} whole months.`;
      return { result: { effects: await run('monthEffects', months), months: known }, receipt: { ...receipt, method } };
    },
  });
}

function tooFewWeeks(): Refusal {
  return new Refusal(say`A few weeks do not tell one weekday from another`, say`It takes 8 whole weeks with sales.`);
}

/** All months from the first day on, null where one is not known whole. */
function monthsOf(firstDay: Day, revenue: Float64Array): (KnownMonth | null)[] {
  const months = new Map<string, { days: number; revenue: number }>();
  revenue.forEach((value, at) => {
    const key = addDays(firstDay, at).slice(0, 7);
    const month = months.get(key) ?? { days: 0, revenue: 0 };
    months.set(key, { days: month.days + 1, revenue: month.revenue + value });
  });
  return [...months].map(([key, month]) => {
    const from = `${key}-01`;
    const isWhole = month.days === daysBetween(from, `${addDays(from, 31).slice(0, 7)}-01`);
    return isWhole && !Number.isNaN(month.revenue) ? { month: Number(key.slice(5)) - 1, from, ...month } : null;
  });
}

export type PartCut = 'product' | 'place' | 'channel';

export type KeptParts = {
  /** `name` is null for the orders that do not tell. */
  readonly parts: readonly ({ readonly name: string | null; readonly revenueMinor: number } & ShareChange)[];
  readonly others: SeriesAnswer['others'];
};

/** What the largest products, places or channels bring, and how their shares changed. @throws {Refusal} where none is told */
export function partsRun(context: Context, cut: Cut, by: PartCut): Promise<RunOf<KeptParts>> {
  const { facts, compute: run } = context;
  return keepRun<KeptParts>(context, {
    kind: 'seasons',
    version: VERSION,
    parameters: { by },
    cut,
    async compute() {
      const asked = { metric: 'revenue', period: 'week', before: cut.before } as const;
      const [whole, parts] = await Promise.all([
        facts.series({ ...asked, by: null }),
        facts.series({ ...asked, by, most: MOST_SHOWN }),
      ]);
      if (parts.slices.every(({ name }) => name === null)) throw new Refusal(lacks[by].says, lacks[by].bring);
      const shares = await run('shareChanges', {
        whole: whole.slices[0]!.values,
        parts: parts.slices.map(({ values }) => values),
      });
      return {
        result: {
          parts: parts.slices.map(({ name, revenueMinor }, at) => ({ name, revenueMinor, ...shares[at]! })),
          others: parts.others,
        },
        receipt: {
          method: say`Share of net revenue of the last year, and its change in the last 8 weeks; intervals over weeks.`,
          seed: null,
          used: [
            say`${parts.basis}, by week from ${day(parts.firstDay)}`,
            say`Left out: ${count(parts.others.count)} smaller ones.`,
            ...parts.holes.map(leftOut),
          ],
          checks: [],
          record: [],
          assumptions: [say`This says what revenue comes with, never why.`],
        },
      };
    },
  });
}

const lacks: Readonly<Record<PartCut, { readonly says: Said; readonly bring: Said }>> = {
  product: {
    says: say`Orders tell no product`,
    bring: say`Bring orders with a column for the product: /data add.`,
  },
  place: { says: say`Orders tell no place`, bring: say`Bring orders with a column for the place: /data add.` },
  channel: {
    says: say`Orders tell no channel`,
    bring: say`Bring orders with a column for the channel: /data add.`,
  },
};
