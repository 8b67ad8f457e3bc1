import type { CampaignDays } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import type { Gain } from '../campaigns/types.ts';
import { addDays, epochDay } from '../days.ts';
import { spentIn } from './seen-spend.ts';
import type { Promised, Standing, Verdict } from './types.ts';

/**
 * How a promise stands: each week's gain against the kept baseline, the shortfall added up against the kept bound, and
 * the mean gain with its 80 % interval. For the formulas see `makePromise` and `stopRule`.
 *
 * @param values what the moved lines brought in each complete week since the shift, oldest first: `weekValues`
 * @param costs what they cost more in each, `weekCosts`; where it is null or left out, what was approved counts
 */
export function standingOf(
  promised: Promised,
  values: readonly number[],
  costs: readonly (number | null)[] = [],
): Standing {
  let shortfall = 0;
  const weeks = values.slice(0, promised.weeks).map((value, week) => {
    const cost = promised.objective === 'margin' ? (costs[week] ?? promised.spendChangeMinor) : 0;
    const gain = value - promised.baselineMinor - cost;
    shortfall += promised.gain.expected - gain;
    return { gain, shortfall };
  });
  if (weeks.length === 0) return { weeks, crossedAt: null, gain: null, verdict: null };
  const mean = weeks.reduce((sum, week) => sum + week.gain, 0) / weeks.length;
  const half = promised.halfWidthMinor[weeks.length - 1]!;
  const gain = { expected: mean, low80: mean - half, high80: mean + half };
  const crossed = weeks.findIndex((week) => week.shortfall > promised.boundMinor);
  return {
    weeks,
    crossedAt: crossed === -1 ? null : crossed,
    gain,
    verdict: verdictOn(gain, promised.gain.expected),
  };
}

/**
 * worked: it brought something for certain (more than the loss it promised, where it promised one). did not: less than
 * promised for certain, and not for certain anything. Otherwise the weeks cannot tell.
 */
function verdictOn(seen: Gain, promised: number): Verdict {
  if (seen.low80 > Math.min(0, promised)) return 'worked';
  return seen.high80 < promised ? 'did not' : "can't tell";
}

/** What the moved lines brought, weighted, in each of `count` weeks from a Monday on. A day without a row sold nothing. */
export function weekValues(
  { lines }: Pick<Promised, 'lines'>,
  days: CampaignDays,
  { first, count }: { readonly first: Day; readonly count: number },
): number[] {
  const start = epochDay(first);
  const weights = new Map(lines.map(({ id, weight }) => [id, weight]));
  const values = new Array<number>(count).fill(0);
  days.campaign.forEach((id, row) => {
    const week = Math.floor((days.day[row]! - start) / 7);
    const weight = weights.get(id);
    if (weight !== undefined && week >= 0 && week < count) values[week]! += weight * days.salesMinor[row]!;
  });
  return values;
}

/**
 * What the moved lines cost more than at their old budgets, in each of `count` weeks from a Monday on; null where the
 * cost of one of them is not known to the week's end. It may come weeks after the sales, and changes a verdict that was made without it.
 *
 * @param days up to the newest that are known, beyond those weeks
 */
export function weekCosts(
  budgets: readonly { readonly id: number; readonly fromMinor: number }[],
  days: CampaignDays,
  { first, count }: { readonly first: Day; readonly count: number },
): (number | null)[] {
  return Array.from({ length: count }, (_, week) => {
    let more: number | null = 0;
    for (const { id, fromMinor } of budgets) {
      const spent = spentIn(id, days, addDays(first, 7 * week));
      more = more === null || spent === null ? null : more + spent - fromMinor;
    }
    return more;
  });
}
