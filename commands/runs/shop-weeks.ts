import type { ShopWeeks } from '../../models/campaigns/types.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { sellingDays } from '../calendar/selling-days.ts';
import type { Context } from '../command.ts';
import type { Cut } from './cut.ts';
import { netRevenue, readHistory } from './series.ts';

/** Older weeks tell of another shop. */
const MOST_WEEKS = 208;

/** Days that a model of all sales counts by kind: a regressor for each holiday would eat up the weeks. */
const kinds: readonly { readonly name: string; has(event: string): boolean }[] = [
  { name: 'paydays', has: (event) => event.startsWith('Payday') },
  { name: 'double dates', has: (event) => event.startsWith('Double dates') || /^1[12]\.1[12]$/.test(event) },
  {
    name: 'holidays and seasons',
    has: (event) => !/^(Payday|Start of the month|Double dates|1[12]\.1[12]$)/.test(event),
  },
];

/** The shop's weekly net sales up to a cut, with how many days of each week were paydays, double dates and holidays. */
export async function readShopWeeks(context: Context, cut: Cut): Promise<ShopWeeks | null> {
  const history = await readHistory(context, cut, netRevenue, 'week');
  if (history === null) return null;
  const skipped = Math.max(0, history.values.length - MOST_WEEKS);
  const sales = history.values.slice(skipped);
  const from = addDays(history.firstDay, 7 * skipped);
  const { events } = await sellingDays(context, cut.shop, { from, before: addDays(from, 7 * sales.length) });
  const controls = kinds.map(({ name, has }) => {
    const values = new Float64Array(sales.length);
    const days = new Set(events.filter((event) => has(event.name)).flatMap((event) => event.days));
    for (const day of days) values[Math.floor(daysBetween(from, day) / 7)]! += 1;
    return { name, values };
  });
  return { from, sales, controls: controls.filter(({ values }) => values.some((count) => count > 0)) };
}
