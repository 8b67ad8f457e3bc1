import type { CampaignDays } from '../../data/types/campaigns.ts';
import type { EpochDay } from '../../data/types/shop.ts';
import { weekdayOf } from '../days.ts';

/** Sums of one calendar week, minor units. */
export type Week = { /** Monday. */ readonly start: EpochDay; readonly spend: number; readonly sales: number };

/**
 * The complete calendar weeks (Monday to Sunday) of one campaign inside a range, oldest first, weeks without a row
 * as zero spend and zero sales; a week with a day whose spend is not known is left out.
 *
 * @param rows indexes into `days` of the campaign
 */
export function weeksOf(
  days: CampaignDays,
  rows: readonly number[],
  range: { readonly from: EpochDay; readonly before: EpochDay },
): Week[] {
  const first = range.from + ((8 - weekdayOf(range.from)) % 7);
  const count = Math.max(0, Math.floor((range.before - first) / 7));
  const spend = new Float64Array(count);
  const sales = new Float64Array(count);
  for (const row of rows) {
    const week = Math.floor((days.day[row]! - first) / 7);
    if (week < 0 || week >= count) continue;
    spend[week]! += days.spendMinor[row]!;
    sales[week]! += days.salesMinor[row]!;
  }
  return Array.from(spend, (sum, week) => ({ start: first + 7 * week, spend: sum, sales: sales[week]! })).filter(
    (week) => !Number.isNaN(week.spend),
  );
}
