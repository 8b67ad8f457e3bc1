import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { count, days as daysOf, period, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 1;
const WEEK = 7;

/** What a week, or its first days, sold. Money in minor units. */
export type KeptWeek = {
  readonly sales: number;
  readonly orders: number;
  /** The same days of the week before. */
  readonly salesBefore: number;
  /** Null where nothing sold in the week before. */
  readonly change: number | null;
};

/** The sales of the first days of a week that begins on a Monday, beside those of the week before. */
export function weekRun(
  context: Context,
  cut: Cut,
  { from, days }: { readonly from: Day; readonly days: number },
): Promise<RunOf<KeptWeek>> {
  return keepRun<KeptWeek>(context, {
    kind: 'week',
    version: VERSION,
    parameters: { from, days },
    cut,
    async compute() {
      const before = addDays(from, days);
      const { firstDay, revenueMinor, orders } = await context.facts.revenue.daily({ before });
      const sum = (values: Float64Array, first: Day) => sumFrom(values, daysBetween(firstDay, first), days);
      const [sales, salesBefore] = [sum(revenueMinor, from), sum(revenueMinor, addDays(from, -WEEK))];
      return {
        result: {
          sales,
          orders: sum(orders, from),
          salesBefore,
          change: salesBefore > 0 ? sales / salesBefore - 1 : null,
        },
        receipt: {
          method: say`Net revenue: what was sold less what was cancelled or sent back, on the day it was.`,
          seed: null,
          used: [
            say`${count(sum(orders, from))} orders of ${period(from, addDays(before, -1))}; ${count(sum(orders, addDays(from, -WEEK)))} of the same days of the week before.`,
            say`Left out: what was never paid, and of orders that several files tell of all versions but the newest.`,
          ],
          checks: [],
          record: [],
          assumptions: [
            say`A file that comes later may still change these ${daysOf(days)}: it is another number then.`,
          ],
        },
      };
    },
  });
}

/** 0 where the history does not reach. */
function sumFrom(values: Float64Array, start: number, length: number): number {
  return start < 0 ? 0 : values.slice(start, start + length).reduce((sum, value) => sum + value, 0);
}
