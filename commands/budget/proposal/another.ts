import { z } from 'zod';
import type { Proposal } from '../../../data/state/types/proposals.ts';
import { say, type Words } from '../../../words/say.ts';
import { type Context, defineCommand } from '../../command.ts';
import { receiptId } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Action, Part } from '../../reply.ts';
import { type Bounds, budgetRun, type KeptBudget } from '../../runs/budget.ts';
import { readCut, requireFresh } from '../../runs/cut.ts';
import { boundsInput, exampleAmounts, isAsEver, readBounds, type TypedBounds } from '../plan/bounds.ts';
import { planOf } from './card.ts';
import { chooseShift } from './choose.ts';
import { requireProposal } from './find.ts';
import { putForward, putReply } from './put.ts';
import { isSameSplit } from './split.ts';
import { stateWords } from './state-words.ts';

export const budgetAnother = defineCommand({
  name: 'budget another',
  summary: say`A new proposal after a rejected one, that heeds the reason`,
  examples: ['budget another P-31 keep:Voucher'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject({
    proposal: receiptId(say`the rejected proposal, such as P-31`, 'proposal').optional(),
    ...boundsInput,
  }),
  async run({ proposal: id, ...typed }, context) {
    if (id === undefined) return chooseShift({ command: 'budget another', states: ['rejected'] }, context);
    const rejected = requireProposal(id, context);
    if (rejected.state !== 'rejected')
      throw new Refusal(
        say`${id} is ${stateWords[rejected.state]}, not rejected`,
        say`For a new one: /budget propose.`,
      );
    const plan = planOf(rejected, context);
    if (isAsEver(typed))
      return {
        title: say`Another after ${id}`,
        tone: 'plain',
        parts: reasonPart(rejected.reason),
        actions: [anotherAction(rejected, plan)],
      };
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'propose a budget');
    const run = await budgetRun(context, cut, await stricter(plan.bounds, typed, context));
    if (isSameSplit(run.result, plan))
      throw new Refusal(
        say`That gives the same split again`,
        say`${id} was rejected with it. Keep a line, or set a floor or a ceiling.`,
      );
    return putReply(putForward(run, { follows: id }, context), context);
  },
});

/** Asks for the limits that the reason calls for, with the campaigns that it names. */
function anotherAction({ id, reason }: Proposal, plan: KeptBudget): Action {
  const { lines } = plan.allocation;
  const named = namedIn(typeof reason === 'string' ? reason : '', plan).join(', ');
  return {
    label: say`Make me another`,
    style: 'primary',
    ask: { name: 'budget another', input: { proposal: id } },
    opens: true,
    form: {
      title: say`Another after ${id}`,
      submit: say`Propose`,
      fields: [
        {
          name: 'keep',
          label: say`Leave as they are`,
          kind: 'text',
          required: false,
          ...(named && { initial: named }),
        },
        { name: 'floors', label: say`At least`, hint: exampleAmounts(lines), kind: 'text', required: false },
        { name: 'ceilings', label: say`At most`, hint: exampleAmounts(lines), kind: 'text', required: false },
        { name: 'max-step', label: say`Largest change of a line, in percent`, kind: 'number', required: false },
      ],
    },
  };
}

function reasonPart(reason: Words | null): Part[] {
  return reason === null ? [] : [{ kind: 'text', text: say`Rejected because: ${reason}` }];
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
