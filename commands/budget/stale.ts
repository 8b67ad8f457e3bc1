import type { Proposal } from '../../data/state/types.ts';
import type { Context } from '../command.ts';
import { formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import { basisOf, budgetRun, type KeptBudget } from '../runs/budget.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { nameOf, planOf } from './card.ts';

/**
 * What takes a shift back is never stale: its amounts stand in the shift itself.
 *
 * @throws {Refusal} when data has come in since it was proposed: with what it would promise now, and Recompute
 */
export async function requireFreshBasis(proposal: Proposal, context: Context): Promise<void> {
  if (proposal.reverses !== null) return;
  const cut = await readCut(context);
  if (proposal.basis === basisOf(cut)) return;
  const { id, version } = proposal;
  throw new Refusal(
    `${nameOf(proposal)} is stale`,
    `${await whatChanged(planOf(proposal, context), cut, context)} Recompute it, then decide.`,
    [{ label: 'Recompute', style: 'primary', ask: { name: 'budget propose', input: { revises: id, version } } }],
  );
}

/** What the same limits would promise on the data of today. */
async function whatChanged(before: KeptBudget, cut: Cut, context: Context): Promise<string> {
  const since = `Data has come in since it was proposed; it reaches to ${formatValue(cut.lastDay, 'day', context.shop)} now.`;
  try {
    const { result } = await budgetRun(context, cut, before.bounds);
    const gain = ({ allocation: { profitGain, salesGain } }: KeptBudget) => (profitGain ?? salesGain)?.expected ?? null;
    const [was, is] = [gain(before), gain(result)].map((each) => formatValue(each, 'money', context.shop));
    return `${since} Within the same limits the promise is ${is} a week, and was ${was}.`;
  } catch {
    return `${since} Within the same limits no split can be made of it any more.`;
  }
}
