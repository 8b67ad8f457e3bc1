import type { Proposal } from '../../../data/state/types/proposals.ts';
import { day, money, plural, type Said, say, sentences } from '../../../words/say.ts';
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
    say`${nameOf(proposal)} is stale`,
    sentences(await whatChanged(planOf(proposal, context), cut, context), say`Recompute it, then decide.`),
    [{ label: say`Recompute`, style: 'primary', ask: { name: 'budget propose', input: { revises: id, version } } }],
  );
}

/** What the same limits would promise on the data of today. */
async function whatChanged(before: KeptBudget, cut: Cut, context: Context): Promise<Said> {
  const carriedOut = budgetsSet(context.state, cut).by.filter((id) => !before.setBy?.includes(id));
  const ids = oneOf(carriedOut, 'and');
  const since =
    carriedOut.length > 0
      ? plural(
          carriedOut.length,
          say`${ids} was carried out since it was proposed.`,
          say`${ids} were carried out since it was proposed.`,
        )
      : say`Data has come in since it was proposed; it reaches to ${day(cut.lastDay)} now.`;
  try {
    const { result } = await budgetRun(context, cut, before.bounds);
    const [was, is] = [before, result].map(({ allocation }) => money(splitGain(allocation)));
    return sentences(since, say`Within the same limits the promise is ${is!} a week, and was ${was!}.`);
  } catch {
    return sentences(since, say`Within the same limits no split can be made of it any more.`);
  }
}
