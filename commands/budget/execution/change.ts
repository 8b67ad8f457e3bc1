import type { Execution } from '../../../data/state/types/executions.ts';
import type { Shop } from '../../../data/types/shop.ts';
import { currencyDigits, NO_CURRENCY } from '../../../words/currency.ts';
import { type Said, say, sentences } from '../../../words/say.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import { amountMoved } from '../approval/authority.ts';
import { type GuardContext, guardAgainst } from './guards.ts';

/** What a plan would have done where the campaigns run: only the lines that move. `restores`: the key it takes back. */
export function changeOf(
  { allocation, week }: KeptBudget,
  { shop, restores }: { readonly shop: Shop | null; readonly restores: string | null },
): Pick<Execution, 'change' | 'movedMinor'> {
  const currency = shop?.currency ?? NO_CURRENCY;
  const lines = allocation.lines
    .filter(({ currentMinor, proposedMinor }) => currentMinor !== proposedMinor)
    .map((line) => ({ id: line.id, name: line.name, fromMinor: line.currentMinor, toMinor: line.proposedMinor }));
  return {
    change: { week, currency, digits: currencyDigits(currency), lines, restores },
    movedMinor: amountMoved(allocation.lines),
  };
}

/** The limit that stands against a plan as things are now, as a warning; null where none does. */
export function limitWords(plan: KeptBudget, restores: string | null, context: GuardContext): Said | null {
  const why = guardAgainst({ key: '', ...changeOf(plan, { shop: context.shop, restores }) }, context);
  return why && sentences(say`⚠ As it is, it cannot be carried out.`, why);
}
