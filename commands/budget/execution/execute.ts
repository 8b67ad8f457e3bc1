import { z } from 'zod';
import type { Execution } from '../../../data/state/types/executions.ts';
import type { Proposal } from '../../../data/state/types/proposals.ts';
import { say } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand } from '../../command.ts';
import { choice } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Reply } from '../../reply.ts';
import { chooseShift } from '../proposal/choose.ts';
import { requireProposal, requireVersion, which } from '../proposal/find.ts';
import { readerCard } from '../proposal/reader-card.ts';
import { isWhat } from '../proposal/state-words.ts';
import { executionMoved } from './execution.ts';
import { executionWords } from './execution-words.ts';

/** Looks first, whatever is thought to be known: nothing is sent twice because somebody was sure. */
export const budgetExecute = defineCommand({
  name: 'budget execute',
  summary: say`Try again to carry out an approved shift; looks first what became of it`,
  examples: ['budget execute P-31'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject(which),
  run({ proposal: id, version }, context) {
    if (id === undefined) return chooseShift({ command: 'budget execute', states: ['approved'] }, context);
    const { proposal, execution } = stuck(id, version, context);
    const to = execution.state === 'sent' ? 'sent' : 'unknown';
    return stepped(proposal, execution, { to, nextAt: context.now, says: execution.says }, context);
  },
});

/** The word of a person, where neither Sextant nor the receiver can tell. */
export const budgetApplied = defineCommand({
  name: 'budget applied',
  summary: say`Say whether a shift was applied that could not be confirmed`,
  examples: ['budget applied P-31 was:yes'],
  needs: 'approver',
  bare: 'proposal',
  input: z.strictObject({
    ...which,
    was: choice(['yes', 'no'], say`yes: the new budgets stand there; no: the old ones do`).optional(),
  }),
  run({ proposal: id, version, was }, context) {
    if (id === undefined)
      return chooseShift({ command: 'budget applied', states: ['approved'], leadsTo: 'budget show' }, context);
    const { proposal, execution } = stuck(id, version, context);
    if (execution.state === 'failed') throw new Refusal(say`${id} was not applied`, executionWords(execution, context));
    if (was === undefined) return readerCard(proposal, context);
    const { name } = actorOf(context.caller);
    return was === 'yes'
      ? stepped(proposal, execution, { to: 'confirmed', says: say`${name} looked: it is applied.` }, context)
      : stepped(proposal, execution, { to: 'failed', says: say`${name} looked: it is not applied.` }, context);
  },
});

/** @throws {Refusal} unless the shift waits for a person */
function stuck(
  id: string,
  version: number | undefined,
  context: Context,
): { readonly proposal: Proposal; readonly execution: Execution } {
  const proposal = requireProposal(id, context);
  requireVersion(proposal, version);
  const execution = context.state.executions.of(id);
  if (!execution || proposal.state !== 'approved')
    throw new Refusal(isWhat(proposal), say`There is nothing to carry out.`);
  const waits = execution.executor !== 'manual' && ['failed', 'unknown', 'sent'].includes(execution.state);
  if (waits && execution.nextAt === null) return { proposal, execution };
  throw new Refusal(say`${id} does not wait for you`, executionWords(execution, context));
}

function stepped(
  proposal: Proposal,
  execution: Execution,
  step: Parameters<Context['state']['executions']['settle']>[1],
  context: Context,
): Reply {
  const { state, now, caller } = context;
  const moved = state.atomically(() => {
    const after = state.executions.settle(execution, step, now);
    if (after) executionMoved(after, context, actorOf(caller));
    return after;
  });
  if (!moved) throw new Refusal(say`${proposal.id} has just changed`, say`Look at it again.`);
  const { title, ...card } = readerCard(requireProposal(proposal.id, context), context);
  return { ...card, title: say`${title}: ${executionWords(moved, context)}` };
}
