import { addDays } from '../../models/days.ts';
import { type Said, say, type Words } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import { verdictLabels } from '../budget/promise/promise-words.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';

/** What a campaign's return rests on: a test, a model of all the shop's sales, or only what orders name. */
export type Evidence = { readonly is: 'tested' | 'modelled' | 'attributed'; readonly by: Words | null };

/**
 * The best there is for a campaign: the newest shift of its budget that was watched to the end, or a list of its name with
 * people held out whose window is over; else the model of the whole shop.
 */
export function evidenceOf(
  { state }: Pick<Context, 'state'>,
  { before }: Pick<Cut, 'before'>,
  { id, name, isModelled }: { readonly id: number; readonly name: string; readonly isModelled: boolean },
): Evidence {
  for (const { key } of state.promises.list()) {
    const verdict = state.promises.findings(key).at(-1)?.verdict;
    const execution = state.executions.byKey(key);
    const isMoved = execution?.change.lines.some((line) => line.id === id);
    if (isMoved && (verdict === 'worked' || verdict === 'did not'))
      return { is: 'tested', by: say`${execution!.proposal}: ${verdictLabels[verdict]}` };
  }
  const test = state.tests
    .list(100)
    .find(
      ({ name: called, heldShare, firstDay, windowDays }) =>
        inEnglish(called).toLowerCase() === name.toLowerCase() &&
        heldShare > 0 &&
        firstDay !== null &&
        addDays(firstDay, windowDays) <= before,
    );
  if (test) return { is: 'tested', by: test.id };
  return { is: isModelled ? 'modelled' : 'attributed', by: null };
}

const labels: Readonly<Record<Evidence['is'], Said>> = {
  tested: say`tested`,
  modelled: say`modelled`,
  attributed: say`attributed`,
};

export const evidenceWords = ({ is, by }: Evidence): Said => (by === null ? labels[is] : say`${labels[is]} (${by})`);
