import type { Proposal } from '../../../data/state/types.ts';
import { formatValue } from '../../../words/quantity.ts';
import type { Context } from '../../command.ts';
import { Refusal } from '../../refusal.ts';
import { basisOf, budgetRun, type KeptBudget } from '../../runs/budget.ts';
import { budgetsSet } from '../../runs/carried-out.ts';
import { type Cut, readCut } from '../../runs/cut.ts';
import { splitGain } from '../plan/split-gain.ts';
import { oneOf } from '../plan/words.ts';
import { nameOf, planOf } from './card.ts';
import { requireLast } from './undo.ts';

/**
 * What takes a shift back knows its amounts from the shift itself: new data does not make it stale, a later shift does.
 *
 * @throws {Refusal} when data has come in, or a shift was carried out, since it was proposed: with what it would promise
 *   now, and Recompute
 */
export async function requireFreshBasis(proposal: Proposal, context: Context): Promise<void> {
  if (proposal.reverses !== null) return requireLast(proposal.reverses, context);
  const cut = await readCut(context);
  if (proposal.basis === basisOf(cut, context)) return;
  const { id, version } = proposal;
  throw new Refusal(
    `${nameOf(proposal)} is stale`,
    `${await whatChanged(planOf(proposal, context), cut, context)} Recompute it, then decide.`,
    [{ label: 'Recompute', style: 'primary', ask: { name: 'budget propose', input: { revises: id, version } } }],
  );
}

/** What the same limits would promise on the data of today. */
async function whatChanged(before: KeptBudget, cut: Cut, context: Context): Promise<string> {
  const carriedOut = budgetsSet(context.state, cut).by.filter((id) => !before.setBy?.includes(id));
  const since =
    carriedOut.length > 0
      ? `${oneOf(carriedOut, 'and')} ${carriedOut.length === 1 ? 'was' : 'were'} carried out since it was proposed.`
      : `Data has come in since it was proposed; it reaches to ${formatValue(cut.lastDay, 'day', context.shop)} now.`;
  try {
    const { result } = await budgetRun(context, cut, before.bounds);
    const [was, is] = [before, result].map(({ allocation }) =>
      formatValue(splitGain(allocation), 'money', context.shop),
    );
    return `${since} Within the same limits the promise is ${is} a week, and was ${was}.`;
  } catch {
    return `${since} Within the same limits no split can be made of it any more.`;
  }
}
