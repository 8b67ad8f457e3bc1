import { z } from 'zod';
import type { Run } from '../../../data/state/types/runs.ts';
import { say } from '../../../words/say.ts';
import { type Context, defineCommand } from '../../command.ts';
import { receiptId, wholeNumber } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import { basisOf, budgetRun, type KeptBudget } from '../../runs/budget.ts';
import { type Cut, readCut, requireFresh } from '../../runs/cut.ts';
import { boundsInput, isAsEver, readBounds } from '../plan/bounds.ts';
import { planOf } from './card.ts';
import { requireRevisable } from './find.ts';
import { putForward, putReply } from './put.ts';

export const budgetPropose = defineCommand({
  name: 'budget propose',
  summary: say`Put a budget shift before the managers who approve it`,
  examples: ['budget propose', 'budget propose total:10M max-step:20'],
  needs: 'analyst',
  input: z.strictObject({
    plan: receiptId(say`a plan made before, such as B-12, instead of limits`, 'plan').optional(),
    revises: receiptId(say`an open proposal to put forward anew, such as P-31`, 'proposal').optional(),
    version: wholeNumber({ from: 1, to: 999, says: say`the version that is revised` }).optional(),
    ...boundsInput,
  }),

  async run({ plan, revises, version, ...typed }, context) {
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'propose a budget');
    const open = revises === undefined ? null : requireRevisable(revises, version, context);
    const recomputes = open !== null && plan === undefined && isAsEver(typed);
    const run = plan
      ? plannedRun(plan, cut, context)
      : await budgetRun(context, cut, recomputes ? planOf(open, context).bounds : await readBounds(typed, context));
    const replaces = open ? { id: open.id, version: open.version } : undefined;
    return putReply(putForward(run, { revises: replaces, sameAsker: recomputes }, context), context);
  },
});

/** @throws {Refusal} when there is no such plan, or what it was built on has changed since */
function plannedRun(id: string, cut: Cut, context: Context): Run {
  const run = context.state.runs.byId(id);
  if (run?.kind !== 'budget') throw new Refusal(say`There is no plan ${id}`, say`Make one with /budget plan.`);
  if ((run.result as KeptBudget).basis === basisOf(cut, context)) return run;
  throw new Refusal(
    say`${id} was built on older numbers`,
    say`Data has come in since, or a shift was carried out. Plan again with /budget plan.`,
  );
}
