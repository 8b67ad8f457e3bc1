import type { DailyDiscounts } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import { count, number, say, type Words } from '../../words/say.ts';
import { epochDay } from '../days.ts';
import { studentQuantile, Z80 } from '../student.ts';

export type DiscountLevel = {
  /** Shares of list price given away: the lowest and highest week of the level. */
  readonly from: number;
  readonly to: number;
  readonly weeks: number;
  /** Sales of such a week against the mean of the two months about it; 80 % interval. */
  readonly ratio: number;
  readonly low80: number;
  readonly high80: number;
  /** Sales less goods a week, as `ratio`; null where the goods' cost is not known. */
  readonly margin: { readonly ratio: number; readonly low80: number; readonly high80: number } | null;
};

export type DiscountLevels = {
  /** Cheapest for the customer last. Empty where the data cannot tell. */
  readonly levels: readonly DiscountLevel[];
  /** The level that kept most after goods, where its interval lies above all others'; null otherwise. */
  readonly best: number | null;
  /** Why there are no levels, or no best one. */
  readonly says: Words;
};

const LEVELS = 3;
const LEAST_WEEKS = 12;
/** Between the shallowest and the deepest third of weeks. */
const LEAST_SPREAD = 0.03;
const REACH = 4;

type Week = { readonly depth: number; readonly sales: number; readonly margin: number };

/**
 * What weeks of different discounts sold, in three levels of as many weeks each. Sales are held against the weeks about
 * them (four on each side), so that growth and season do not pose as an effect. It tells what went together: a shop that
 * discounts when it expects to sell would see the same.
 */
export function discountLevels(
  days: DailyDiscounts,
  { from, before }: { readonly from: Day; readonly before: Day },
): DiscountLevels {
  const weeks = weeksOf(days, epochDay(from), epochDay(before));
  const none = (says: Words): DiscountLevels => ({ levels: [], best: null, says });
  if (weeks.length < LEAST_WEEKS)
    return none(say`Discounts are told of ${count(weeks.length)} whole weeks; ${count(LEAST_WEEKS)} are the least.`);
  const sorted = weeks.toSorted((a, b) => a.depth - b.depth);
  const size = sorted.length / LEVELS;
  const groups = Array.from({ length: LEVELS }, (_, at) =>
    sorted.slice(Math.round(at * size), Math.round((at + 1) * size)),
  );
  const middle = (group: readonly Week[]) => group.reduce((sum, { depth }) => sum + depth, 0) / group.length;
  const spread = middle(groups.at(-1)!) - middle(groups[0]!);
  if (spread < LEAST_SPREAD) {
    return none(
      say`Weekly discounts differ by ${number(Math.round(1000 * spread) / 10)} points of list price between the shallow and the deep third; ${number(100 * LEAST_SPREAD)} are the least. No week shows what another level would do.`,
    );
  }
  const knowsGoods = weeks.every(({ margin }) => !Number.isNaN(margin));
  const levels = groups.map(
    (group): DiscountLevel => ({
      from: group[0]!.depth,
      to: group.at(-1)!.depth,
      weeks: group.length,
      ...meanOf(group.map(({ sales }) => sales)),
      margin: knowsGoods ? meanOf(group.map(({ margin }) => margin)) : null,
    }),
  );
  if (!knowsGoods)
    return {
      levels,
      best: null,
      says: say`What goods cost is not known of every product, so no level can be called best: sales alone always like a discount.`,
    };
  const best = levels.findIndex((level) =>
    levels.every((other) => other === level || level.margin!.low80 > other.margin!.high80),
  );
  return {
    levels,
    best: best === -1 ? null : best,
    says:
      best === -1
        ? say`The levels cannot be told apart by what they kept.`
        : say`It kept most after goods, beyond chance.`,
  };
}

/** Whole weeks with orders that tell, each as a ratio to the mean of those about it. */
function weeksOf({ day, salesMinor, discountMinor, goodsMinor }: DailyDiscounts, first: number, end: number): Week[] {
  const whole = Math.floor((end - first) / 7);
  const sums = Array.from({ length: whole }, () => ({ sales: 0, discount: 0, goods: 0 }));
  day.forEach((on, row) => {
    const week = sums[Math.floor((on - (end - 7 * whole)) / 7)];
    if (!week) return;
    week.sales += salesMinor[row]!;
    week.discount += discountMinor[row]!;
    week.goods += goodsMinor[row]!;
  });
  const about = (at: number, value: (week: (typeof sums)[number]) => number) => {
    const near = sums.filter((week, other) => Math.abs(other - at) <= REACH && week.sales > 0);
    return near.reduce((sum, week) => sum + value(week), 0) / near.length;
  };
  return sums.flatMap((week, at) => {
    if (week.sales <= 0) return [];
    const kept = (each: typeof week) => each.sales - each.goods;
    return [
      {
        depth: week.discount / (week.sales + week.discount),
        sales: week.sales / about(at, ({ sales }) => sales),
        margin: kept(week) / about(at, kept),
      },
    ];
  });
}

function meanOf(values: readonly number[]): {
  readonly ratio: number;
  readonly low80: number;
  readonly high80: number;
} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const reach = studentQuantile(Z80, values.length - 1) * Math.sqrt(variance / values.length);
  return { ratio: mean, low80: mean - reach, high80: mean + reach };
}
