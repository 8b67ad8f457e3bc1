import { z } from 'zod';
import { type Context, defineCommand } from '../../command.ts';
import { receiptId } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Action } from '../../reply.ts';
import { type Bounds, budgetRun, type KeptBudget } from '../../runs/budget.ts';
import { readCut, requireFresh } from '../../runs/cut.ts';
import { boundsInput, isAsEver, readBounds, type TypedBounds } from '../plan/bounds.ts';
import { planOf } from './card.ts';
import { requireProposal } from './find.ts';
import { putForward, putReply } from './put.ts';
import { isSameSplit } from './split.ts';

export const budgetAnother = defineCommand({
  name: 'budget another',
  summary: 'A new proposal after a rejected one, that heeds the reason',
  examples: ['budget another P-31 keep:Voucher'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject({ proposal: receiptId('the rejected proposal, such as P-31'), ...boundsInput }),
  async run({ proposal: id, ...typed }, context) {
    const rejected = requireProposal(id, context);
    if (rejected.state !== 'rejected')
      throw new Refusal(`${id} is ${rejected.state}, not rejected`, 'For a new one: /budget propose.');
    const plan = planOf(rejected, context);
    if (isAsEver(typed))
      return {
        title: `Another after ${id}`,
        tone: 'plain',
        parts: reasonPart(rejected.reason),
        actions: [anotherAction(id, rejected.reason, plan)],
      };
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'propose a budget');
    const run = await budgetRun(context, cut, await stricter(plan.bounds, typed, context));
    if (isSameSplit(run.result, plan))
      throw new Refusal(
        'That gives the same split again',
        `${id} was rejected with it. Keep a line, or set a floor or a ceiling.`,
      );
    return putReply(putForward(run, { follows: id }, context), context);
  },
});

/** Asks for the limits that the reason calls for, with the campaigns that it names. */
function anotherAction(id: string, reason: string | null, plan: KeptBudget): Action {
  const named = namedIn(reason ?? '', plan).join(', ');
  return {
    label: 'Make me another',
    style: 'primary',
    ask: { name: 'budget another', input: { proposal: id } },
    opens: true,
    form: {
      title: `Another after ${id}`,
      submit: 'Propose',
      fields: [
        { name: 'keep', label: 'Leave as they are', kind: 'text', required: false, ...(named && { initial: named }) },
        { name: 'floors', label: 'At least', hint: 'Voucher=10M, Flash sale=5M', kind: 'text', required: false },
        { name: 'ceilings', label: 'At most', hint: 'Voucher=90M', kind: 'text', required: false },
        { name: 'max-step', label: 'Largest change of a line, in percent', kind: 'number', required: false },
      ],
    },
  };
}

function reasonPart(reason: string | null) {
  return reason === null ? [] : [{ kind: 'text' as const, text: `Rejected because: ${reason}` }];
}

/** The campaigns that the reason names, in full or by their first word. */
function namedIn(reason: string, { allocation }: KeptBudget): string[] {
  const said = reason.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return allocation.lines
    .map(({ name }) => name)
    .filter((name) => {
      const [first = ''] = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      return reason.toLowerCase().includes(name.toLowerCase()) || (first.length > 2 && said.includes(first));
    });
}

/** The limits of before, with those that were added. */
async function stricter(before: Bounds, typed: TypedBounds, context: Context): Promise<Bounds> {
  const added = await readBounds(typed, context);
  return {
    totalMinor: added.totalMinor ?? before.totalMinor,
    floorsMinor: { ...before.floorsMinor, ...added.floorsMinor },
    ceilingsMinor: { ...before.ceilingsMinor, ...added.ceilingsMinor },
    keep: [...new Set([...before.keep, ...added.keep])],
    maxStep: typed['max-step'] === undefined ? before.maxStep : added.maxStep,
    reach: typed.beyond === undefined ? before.reach : added.reach,
    goal: added.goal ?? before.goal,
    explore: typed.explore === undefined ? before.explore : added.explore,
  };
}
