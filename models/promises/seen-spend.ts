import type { CampaignDays } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import { epochDay } from '../days.ts';

/** Spend never is the budget to the last unit: this share of it may be missing or too much. */
const TOLERANCE = 0.15;

export type SeenLine = {
  readonly id: number;
  /** Null: not known of every day of the week. */
  readonly spentMinor: number | null;
  readonly says: 'matches' | 'does not match' | 'not visible yet';
};

/**
 * Whether the budgets that were approved can be seen in what was spent in a week: a line matches when it spent within
 * 15 % of its new budget, and nearer to that than to the old one.
 *
 * @param lines that move, minor units a week
 * @param week  its Monday; complete
 */
export function seenSpend(
  lines: readonly { readonly id: number; readonly fromMinor: number; readonly toMinor: number }[],
  days: CampaignDays,
  week: Day,
): SeenLine[] {
  return lines.map(({ id, fromMinor, toMinor }) => {
    const spent = spentIn(id, days, week);
    if (spent === null) return { id, spentMinor: null, says: 'not visible yet' };
    const off = Math.abs(spent - toMinor);
    const matches = off <= TOLERANCE * toMinor && off <= Math.abs(spent - fromMinor);
    return { id, spentMinor: spent, says: matches ? 'matches' : 'does not match' };
  });
}

/** What a campaign cost in the week from this Monday on, minor units; null where that is not known of every day. */
export function spentIn(id: number, days: CampaignDays, week: Day): number | null {
  const first = epochDay(week);
  let spent = 0;
  let known = 0;
  days.campaign.forEach((campaign, row) => {
    const day = days.day[row]! - first;
    if (campaign !== id || day < 0 || day >= 7) return;
    spent += days.spendMinor[row]!;
    known++;
  });
  // A week of which no day tells a cost is not a week without spend.
  return known === 0 || Number.isNaN(spent) ? null : spent;
}
