import { z } from 'zod';
import type { Proposal } from '../../../data/state/types.ts';
import { type Context, defineCommand } from '../../command.ts';
import { receiptId, wholeNumber } from '../../inputs.ts';
import type { Reply } from '../../reply.ts';
import { countedApprovals } from '../approval/authority.ts';
import { frozenPart } from '../execution/frozen.ts';
import { instructionCard } from '../execution/instruction.ts';
import { splitGain } from '../plan/split-gain.ts';
import { oneOf } from '../plan/words.ts';
import { planOf, proposalCard } from './card.ts';
import { requireProposal } from './find.ts';

export const budgetPending = defineCommand({
  name: 'budget pending',
  summary: 'Budget shifts that wait for a decision, or to be carried out',
  examples: ['budget pending'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, context) {
    const waiting = context.state.proposals.list({ states: ['proposed', 'approved'], limit: 50 });
    return waiting.length > 0
      ? listing(`${waiting.length} waiting`, waiting, context)
      : none('Nothing waits for a decision', context);
  },
});

export const budgetLog = defineCommand({
  name: 'budget log',
  summary: 'All budget shifts and what became of them',
  examples: ['budget log'],
  needs: 'viewer',
  input: z.strictObject({
    last: wholeNumber({ from: 1, to: 100, says: 'how many' }).default(20),
  }),
  run({ last }, context) {
    const all = context.state.proposals.list({ limit: last });
    return all.length > 0
      ? listing('Budget shifts', all, context)
      : none('No budget shift has been proposed yet', context);
  },
});

export const budgetShow = defineCommand({
  name: 'budget show',
  summary: 'The card of one budget shift, as it stands',
  examples: ['budget show P-31'],
  needs: 'viewer',
  bare: 'proposal',
  input: z.strictObject({ proposal: receiptId('the proposal, such as P-31') }),
  run({ proposal: id }, context) {
    const proposal = requireProposal(id, context);
    const card = proposalCard(proposal, context);
    const execution = context.state.executions.of(proposal.id);
    if (proposal.state !== 'approved' || (execution && execution.executor !== 'manual')) return card;
    const { parts, actions = [] } = instructionCard(proposal, context);
    return { ...card, parts: [...card.parts, ...parts], actions: [...actions, ...(card.actions ?? [])] };
  },
});

function none(title: string, context: Context): Reply {
  const parts = [...frozenPart(context), { kind: 'text' as const, text: 'Propose a shift with /budget propose.' }];
  return { title, tone: 'good', parts };
}

/** "proposed v2, 1 approval", "approved, unknown". */
function standing(proposal: Proposal, { state, now }: Context): string {
  const { id, version, state: at } = proposal;
  const execution = at === 'approved' ? state.executions.of(id) : null;
  if (execution && execution.state !== 'approved') return `approved, ${execution.state}`;
  const agreed = at === 'proposed' ? countedApprovals(proposal, state, now).length : 0;
  return `${at}${version > 1 ? ` v${version}` : ''}${agreed > 0 ? `, ${agreed} ${agreed === 1 ? 'approval' : 'approvals'}` : ''}`;
}

function decidedBy({ id, state: at, decidedByName }: Proposal, { state }: Context): string | null {
  const approved = at === 'approved' || at === 'executed';
  return approved
    ? oneOf(
        state.proposals.approvals(id).map(({ name }) => name),
        'and',
      )
    : decidedByName;
}

function listing(title: string, proposals: readonly Proposal[], context: Context): Reply {
  return {
    title,
    tone: 'plain',
    parts: [
      ...frozenPart(context),
      {
        kind: 'table',
        columns: [
          { title: 'Id', unit: 'receipt' },
          { title: 'State', unit: 'text' },
          { title: 'Week of', unit: 'day' },
          { title: 'Weekly budget', unit: 'money' },
          { title: 'Promised a week', unit: 'money' },
          { title: 'Asked by', unit: 'text' },
          { title: 'Decided by', unit: 'text' },
          { title: 'Expires', unit: 'instant' },
        ],
        rows: proposals.map((proposal) => {
          const { allocation, week } = planOf(proposal, context);
          return [
            proposal.id,
            standing(proposal, context),
            week,
            allocation.totalMinor,
            splitGain(allocation),
            proposal.requesterName,
            decidedBy(proposal, context),
            proposal.state === 'proposed' ? proposal.expiresAt : null,
          ];
        }),
      },
    ],
    actions: proposals
      .filter(({ state: at }) => at === 'proposed' || at === 'approved')
      .slice(0, 5)
      .map(({ id }) => ({
        label: `Open ${id}`,
        style: 'plain',
        ask: { name: 'budget show', input: { proposal: id } },
      })),
  };
}
