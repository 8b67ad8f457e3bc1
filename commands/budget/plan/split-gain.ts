import type { KeptBudget } from '../../runs/budget.ts';

/** What a split promises a week: profit after goods where the goods' cost is known, else sales. Null where it promises nothing. */
export function splitGain({ profitGain, salesGain }: KeptBudget['allocation']): number | null {
  return (profitGain ?? salesGain)?.expected ?? null;
}
