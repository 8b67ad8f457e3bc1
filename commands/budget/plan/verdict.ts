import type { Shop } from '../../../data/types.ts';
import { formatValue } from '../../../words/quantity.ts';
import type { KeptBudget } from '../../runs/budget.ts';

/** Whether to do it, in a sentence or two. */
export function verdictWords({ allocation }: KeptBudget, shop: Shop): string {
  const { verdict, overShares, explore, objective, tightest } = allocation;
  const money = (minor: number) => formatValue(minor, 'money', shop);
  const what = objective === 'margin' ? 'profit after goods' : 'sales';
  const range = overShares ? `${money(overShares.low80)} to ${money(overShares.high80)} a week` : '';
  const teaches = explore
    ? ` To learn more: ${explore.name} ${money(explore.stepMinor)} up one week and down the next, for ${explore.weeks} weeks, the others as they are. Two weeks then spend as much as ever, and this is where the money at stake is least known (${money(explore.unknownMinor)} a week).`
    : '';
  switch (verdict) {
    case 'shift': {
      const limit = tightest
        ? ` ${tightest.name} is at its limit: the next 1 brings ${tightest.next.toFixed(2)} there and ${tightest.elsewhere.toFixed(2)} elsewhere, so raising that limit is worth most.`
        : '';
      return `I would shift it: against today's shares it brings ${range} more ${what} (80%).${limit}`;
    }
    case 'hold':
      return `I would leave the shares as they are: shifting could bring ${range} of ${what} (80%), so the data cannot tell gain from loss.${teaches}`;
    case 'unknown':
      if (isHeld(allocation)) return 'Within these limits no two lines may move, so there is nothing to rank.';
      return `I cannot rank these lines: spend hardly varied, or not for long enough, so no week shows what another budget would do.${teaches}`;
    case 'explore':
      return explore
        ? `A step to learn from, not to earn from: ${explore.name} ${money(explore.stepMinor)} up this week and down by as much the next, ${explore.weeks} weeks in turn; the others stay, so that what changes is its doing. Two weeks spend as much as ever.`
        : 'No line may move both ways within these limits, so there is no step to learn from.';
  }
}

/** For whoever decides: why this split was not advised. Empty where it was. */
export function caution({ allocation }: KeptBudget): string {
  switch (allocation.verdict) {
    case 'shift':
      return '';
    case 'hold':
      return '⚠ Not advised: the data cannot tell its gain from a loss.';
    case 'unknown':
      return isHeld(allocation)
        ? '⚠ Not advised: no two lines may move, so there was nothing to compare.'
        : '⚠ Not advised: spend hardly varied, so the lines cannot be ranked.';
    case 'explore':
      return 'A step to learn from: up in one week, down by the same in the next.';
  }
}

/** Whether it is for the limits, and not for the data, that lines cannot be ranked. */
function isHeld({ lines }: KeptBudget['allocation']): boolean {
  return lines.filter(({ bound }) => bound !== 'kept').length < 2;
}
