import type { Campaign, CampaignDays } from '../../data/types/campaigns.ts';

/** Weeks between the last spend under one name and the first under the next. */
const MOST_DAYS_BETWEEN = 14;
/** Spend of a day under the two names may differ by this factor. */
const MOST_APART = 2;
const LEAST_DAYS = 14;

/**
 * Campaigns that look like one under two names: of one kind, the second begins about when the first ends, and spends
 * about as much a day. Neither then has a history to learn from.
 */
export function renamed(
  campaigns: readonly Campaign[],
  days: CampaignDays,
): { readonly before: Campaign; readonly after: Campaign }[] {
  const spans = campaigns.flatMap((campaign) => {
    const rows = [...days.campaign.keys()].filter(
      (row) => days.campaign[row] === campaign.id && days.spendMinor[row]! > 0,
    );
    if (rows.length < LEAST_DAYS) return [];
    const on = rows.map((row) => days.day[row]!);
    const spend = rows.reduce((sum, row) => sum + days.spendMinor[row]!, 0) / rows.length;
    return [{ campaign, first: Math.min(...on), last: Math.max(...on), spend }];
  });
  return spans.flatMap((before) =>
    spans
      .filter(
        (after) =>
          after.campaign.kind === before.campaign.kind &&
          after.first > before.last &&
          after.first - before.last <= MOST_DAYS_BETWEEN &&
          Math.max(after.spend, before.spend) <= MOST_APART * Math.min(after.spend, before.spend),
      )
      .map((after) => ({ before: before.campaign, after: after.campaign })),
  );
}
