import { z } from 'zod';
import type { Proposal, ProposalState } from '../../../data/state/types/proposals.ts';
import { count, day, plural, type Said, say, type Words } from '../../../words/say.ts';
import { type Context, defineCommand } from '../../command.ts';
import { receiptId, wholeNumber } from '../../inputs.ts';
import type { Reply } from '../../reply.ts';
import { countedApprovals } from '../approval/authority.ts';
import { executionStates } from '../execution/execution-words.ts';
import { frozenPart } from '../execution/frozen.ts';
import { splitGain } from '../plan/split-gain.ts';
import { oneOf } from '../plan/words.ts';
import { verdictLabels } from '../promise/promise-words.ts';
import { planOf } from './card.ts';
import { chooseShift } from './choose.ts';
import { requireProposal } from './find.ts';
import { readerCard } from './reader-card.ts';
import { stateWords } from './state-words.ts';

const anyState: readonly ProposalState[] = ['proposed', 'approved', 'executed', 'rejected', 'withdrawn', 'expired'];

export const budgetPending = defineCommand({
  name: 'budget pending',
  summary: say`Budget shifts that wait for a decision, or to be carried out`,
  examples: ['budget pending'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, context) {
    const waiting = context.state.proposals.list({ states: ['proposed', 'approved'], limit: 50 });
    return waiting.length > 0
      ? listing(say`${count(waiting.length)} waiting`, waiting, context)
      : none(say`Nothing waits for a decision`, context);
  },
});

export const budgetLog = defineCommand({
  name: 'budget log',
  summary: say`All budget shifts and what became of them`,
  examples: ['budget log'],
  needs: 'viewer',
  input: z.strictObject({
    last: wholeNumber({ from: 1, to: 100, says: say`how many` }).default(20),
  }),
  run({ last }, context) {
    const all = context.state.proposals.list({ limit: last });
    return all.length > 0
      ? listing(say`Budget shifts`, all, context)
      : none(say`No budget shift has been proposed yet`, context);
  },
});

export const budgetShow = defineCommand({
  name: 'budget show',
  summary: say`The card of one budget shift, as it stands`,
  examples: ['budget show P-31'],
  needs: 'viewer',
  bare: 'proposal',
  input: z.strictObject({ proposal: receiptId(say`the proposal, such as P-31`, 'proposal').optional() }),
  run({ proposal: id }, context) {
    if (id === undefined) return chooseShift({ command: 'budget show', states: anyState }, context);
    return readerCard(requireProposal(id, context), context);
  },
});

function none(title: Said, context: Context): Reply {
  const parts = [...frozenPart(context), { kind: 'text' as const, text: say`Propose a shift with /budget propose.` }];
  return { title, tone: 'good', parts };
}

/** "proposed v2, 1 approval", "approved, not confirmed yet", "carried out: worked". */
function standing(proposal: Proposal, context: Context): Said {
  const { id, version, state: at } = proposal;
  const { state, now } = context;
  const promise = promiseStanding(proposal, context);
  if (promise) return say`${stateWords[at]}: ${promise}`;
  const execution = at === 'approved' ? state.executions.of(id) : null;
  if (execution && execution.state !== 'approved') return say`approved, ${executionStates[execution.state]}`;
  const name = version > 1 ? say`${stateWords[at]} v${count(version)}` : stateWords[at];
  const agreed = at === 'proposed' ? countedApprovals(proposal, state, now).length : 0;
  return agreed === 0 ? name : plural(agreed, say`${name}, 1 approval`, say`${name}, ${count(agreed)} approvals`);
}

function decidedBy({ id, state: at, decidedByName }: Proposal, { state }: Context): Words | null {
  if (at !== 'approved' && at !== 'executed') return decidedByName;
  return say`${oneOf(
    state.proposals.approvals(id).map(({ name }) => name),
    'and',
  )}`;
}

/** Whether it kept its promise; nothing before it is carried out. */
function promiseStanding({ id }: Proposal, { state }: Context): Words | null {
  const key = state.executions.of(id)?.key;
  if (key === undefined || !state.promises.find(key)) return null;
  return verdictLabels[state.promises.findings(key).at(-1)?.verdict ?? 'watching'];
}

function listing(title: Said, proposals: readonly Proposal[], context: Context): Reply {
  return {
    title,
    tone: 'plain',
    parts: [
      ...frozenPart(context),
      {
        kind: 'table',
        columns: [
          { title: say`Id`, unit: 'receipt' },
          { title: say`State`, unit: 'text' },
          { title: say`Week of`, unit: 'day' },
          { title: say`Weekly budget`, unit: 'money' },
          { title: say`Promised more a week`, unit: 'money' },
          { title: say`Asked by`, unit: 'text' },
          { title: say`Decided by`, unit: 'text' },
          { title: say`Expires`, unit: 'instant' },
        ],
        rows: proposals.map((proposal) => {
          const { allocation, week } = planOf(proposal, context);
          return [
            proposal.id,
            standing(proposal, context),
            day(week),
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
        label: say`Open ${id}`,
        style: 'plain',
        ask: { name: 'budget show', input: { proposal: id } },
      })),
  };
}
