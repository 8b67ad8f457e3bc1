import { z } from 'zod';
import type { Proposal, ProposalState } from '../../../data/state/types/proposals.ts';
import { type Said, say } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand } from '../../command.ts';
import { Refusal } from '../../refusal.ts';
import type { Reply } from '../../reply.ts';
import { cancelExecution, redraw, setByHand } from '../execution/execution.ts';
import { doneQuestion, executionWords, withdrawQuestion } from '../execution/execution-words.ts';
import { chooseShift } from './choose.ts';
import { alreadyDecided, requireProposal, requireVersion, which } from './find.ts';
import { readerCard } from './reader-card.ts';

export const budgetWithdraw = defineCommand({
  name: 'budget withdraw',
  summary: say`Take back a proposal of your own, unless it is carried out`,
  examples: ['budget withdraw P-31'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject(which),
  run({ proposal: id, version }, context) {
    if (id === undefined)
      return chooseShift(
        { command: 'budget withdraw', states: ['proposed', 'approved'], confirm: withdrawQuestion },
        context,
      );
    const proposal = requireProposal(id, context);
    requireVersion(proposal, version);
    const { state } = proposal;
    if (state !== 'proposed' && state !== 'approved') throw alreadyDecided(proposal, context);
    if (proposal.requester !== actorOf(context.caller).id && context.caller.role !== 'admin') {
      throw new Refusal(say`${id} is not yours`, say`${proposal.requesterName} asked for it, and can withdraw it.`);
    }
    return moved(step(proposal, 'withdrawn', context), context, say`${id} is withdrawn`);
  },
});

export const budgetDone = defineCommand({
  name: 'budget done',
  summary: say`Record that an approved shift was carried out by hand`,
  examples: ['budget done P-31'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject(which),
  run({ proposal: id, version }, context) {
    if (id === undefined)
      return chooseShift({ command: 'budget done', states: ['approved'], confirm: () => doneQuestion }, context);
    const proposal = requireProposal(id, context);
    requireVersion(proposal, version);
    if (proposal.state !== 'approved') throw alreadyDecided(proposal, context);
    const execution = context.state.executions.of(id);
    if (execution && execution.executor !== 'manual') {
      throw new Refusal(say`${id} is carried out by itself`, executionWords(execution, context));
    }
    return moved(step(proposal, 'executed', context), context, say`${id} is recorded as carried out`);
  },
});

/** Moves the proposal on from where it was seen, and changes every copy of its messages, in one transaction. */
function step({ id, version, state: from }: Proposal, to: ProposalState, context: Context): Proposal {
  const { state, now, caller } = context;
  const done = state.atomically(() => {
    const after = state.proposals.move({ id, version, from, to, by: actorOf(caller) }, now);
    if (!after) return null;
    if (to === 'executed') setByHand(after, context);
    if (from === 'approved' && to === 'withdrawn') cancelExecution(after, context);
    redraw(id, context);
    return after;
  });
  if (done) return done;
  throw alreadyDecided(requireProposal(id, context), context);
}

/** What happened, over the card as it stands now. */
function moved(proposal: Proposal, context: Context, title: Said): Reply {
  return { ...readerCard(proposal, context), title, tone: 'good' };
}
