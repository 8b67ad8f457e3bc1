import { z } from 'zod';
import type { Proposal, Run } from '../../data/state/types.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { receiptId, wholeNumber } from '../inputs.ts';
import { post, targets } from '../post.ts';
import { formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import { type Bounds, basisOf, budgetRun, type KeptBudget } from '../runs/budget.ts';
import { readCut, requireFresh } from '../runs/cut.ts';
import { boundsInput, isAsEver, readBounds, type TypedBounds } from './bounds.ts';
import { proposalCard } from './card.ts';

/** Long enough for a manager to be asked twice, short enough that the numbers still hold. */
const EXPIRES_AFTER_MS = 48 * 60 * 60 * 1000;

export const budgetPropose = defineCommand({
  name: 'budget propose',
  summary: 'Put a budget shift before the managers who approve it',
  examples: ['budget propose', 'budget propose total:10M max-step:20'],
  needs: 'analyst',
  input: z.strictObject({
    plan: receiptId('a plan made before, such as B-12, instead of limits').optional(),
    revises: receiptId('an open proposal to put forward anew, such as P-31').optional(),
    version: wholeNumber({ from: 1, to: 999, says: 'the version that is revised' }).optional(),
    ...boundsInput,
  }),

  async run({ plan, revises, version, ...typed }, context) {
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'propose a budget');
    const run = plan
      ? plannedRun(plan, context)
      : await budgetRun(context, cut, await boundsFor(typed, revises, context));
    const { basis, allocation } = run.result as KeptBudget;
    if (basis !== basisOf(cut)) {
      throw new Refusal(
        `${run.id} was built on older data`,
        'New orders have come in since. Plan again with /budget plan.',
      );
    }
    if (allocation.lines.every(({ currentMinor, proposedMinor }) => currentMinor === proposedMinor)) {
      throw new Refusal(
        `${run.id} changes nothing`,
        'There is nothing to approve. Try another total, or a larger max-step.',
      );
    }
    const proposal = context.state.atomically(() => {
      const put = revises ? revised(revises, version, run, basis, context) : proposed(run, basis, context);
      const card = proposalCard(put, context.state, context.shop);
      if (put.version > 1) context.state.outbox.rewrite(put.id, card, context.now);
      post(context, { purpose: 'approvals', report: 'proposal', period: put.id, subject: put.id, reply: card });
      return put;
    });
    const where = targets(context, 'approvals').map(({ door, channel }) => `${door} ${channel}`);
    return {
      ...proposalCard(proposal, context.state, context.shop),
      title: `${proposal.id} is proposed`,
      parts: [
        {
          kind: 'text',
          text:
            where.length > 0
              ? `The card is in ${where.join(' and ')}. It expires ${formatValue(proposal.expiresAt, 'instant', context.shop)}.`
              : `No approvals channel is set: the card is in no channel. /budget pending shows it; /channel set purpose:approvals sets one.`,
        },
      ],
      actions: [
        { label: 'Show the card', style: 'plain', ask: { name: 'budget show', input: { proposal: proposal.id } } },
      ],
    };
  },
});

/** The limits as typed; a proposal that is put forward anew without any keeps its own. */
async function boundsFor(typed: TypedBounds, revises: string | undefined, context: Context): Promise<Bounds> {
  const open = revises === undefined ? null : context.state.proposals.find(revises);
  if (open && isAsEver(typed)) return (context.state.runs.byId(open.run)!.result as KeptBudget).bounds;
  return readBounds(typed, context);
}

function plannedRun(id: string, { state }: Context): Run {
  const run = state.runs.byId(id);
  if (run?.kind === 'budget') return run;
  throw new Refusal(`There is no plan ${id}`, 'Make one with /budget plan.');
}

function proposed(run: Run, basis: string, { state, caller, now }: Context): Proposal {
  return state.proposals.propose({ run: run.id, basis, by: actorOf(caller), expiresAt: now + EXPIRES_AFTER_MS }, now);
}

function revised(
  id: string,
  version: number | undefined,
  run: Run,
  basis: string,
  { state, caller, now }: Context,
): Proposal {
  const open = state.proposals.find(id);
  if (!open) throw new Refusal(`There is no proposal ${id}`, 'See /budget log.');
  const put = state.proposals.revise(
    {
      id,
      version: version ?? open.version,
      run: run.id,
      basis,
      by: actorOf(caller),
      expiresAt: now + EXPIRES_AFTER_MS,
    },
    now,
  );
  if (put) return put;
  throw new Refusal(
    `${id} cannot be revised`,
    `It is at version ${open.version} and ${open.state}. Make a new one with /budget propose.`,
  );
}
