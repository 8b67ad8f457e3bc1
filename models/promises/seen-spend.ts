import type { CampaignDays } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import { epochDay } from '../days.ts';

/** Spend never is the budget to the last unit: this share of it may be missing or too much. */
const TOLERANCE = 0.15;

export type SeenLine = {
  readonly id: number;
  /** Null: not known to the end of the week. */
  readonly spentMinor: number | null;
  readonly says: 'matches' | 'does not match' | 'not visible yet';
};

/**
 * Whether the budgets that were approved can be seen in what was spent in a week: a line matches when it spent within
 * 15 % of its new budget, and nearer to that than to the old one.
 *
 * @param lines that move, minor units a week
 * @param days  from that week up to the newest that are known
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

/**
 * What a campaign cost in the week from this Monday on, minor units; null where that is not known to the week's last day.
 * Files leave out days without spend: that one is known is told by spend of whichever campaign on it or later.
 *
 * @param days up to the newest that are known
 */
export function spentIn(id: number, days: CampaignDays, week: Day): number | null {
  const first = epochDay(week);
  let spent = 0;
  let told = 0;
  let knownUntil = Number.NEGATIVE_INFINITY;
  days.campaign.forEach((campaign, row) => {
    const day = days.day[row]! - first;
    const minor = days.spendMinor[row]!;
    // Not of a zero: a campaign of which only the whole cost is told has it on every later day with sales.
    if (minor > 0) knownUntil = Math.max(knownUntil, day);
    if (campaign !== id || day < 0 || day >= 7) return;
    spent += minor;
    told++;
  });
  // A week of which no day tells a cost is not a week without spend.
  return told === 0 || knownUntil < 6 || Number.isNaN(spent) ? null : spent;
}
