import type { Proposal } from '../../../data/state/types/proposals.ts';
import { day, lines, say } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import { post } from '../../post.ts';
import type { Reply } from '../../reply.ts';
import { changesInWords } from '../plan/words.ts';
import { type CardContext, nameOf, planOf } from '../proposal/card.ts';
import { stateWords } from '../proposal/state-words.ts';
import { doneQuestion, withdrawQuestion } from './execution-words.ts';
import { frozenPart } from './frozen.ts';

/**
 * Posts what a person has to do, as a message of its own: a card that changes in place notifies nobody. In the
 * transaction that approves the proposal.
 */
export function postInstruction(proposal: Proposal, context: Context): void {
  post(context, {
    purpose: 'approvals',
    report: 'instruction',
    period: `${proposal.id} v${proposal.version}`,
    subject: instructionSubject(proposal),
    reply: instructionCard(proposal, context),
  });
}

/** Brings the instruction in line when its proposal has moved on. */
export function rewriteInstruction(proposal: Proposal, context: CardContext): void {
  context.state.outbox.rewrite(instructionSubject(proposal), instructionCard(proposal, context), context.now);
}

/** What a person has to do, since nothing is changed by itself; later, that it is done or not wanted any more. */
export function instructionCard(proposal: Proposal, context: CardContext): Reply {
  const { allocation, week } = planOf(proposal, context);
  const name = nameOf(proposal);
  if (proposal.state !== 'approved') {
    const isDone = proposal.state === 'executed';
    const text = isDone ? say`The budgets are set.` : say`Nothing is to be done any more.`;
    return {
      title: say`${name}: ${stateWords[proposal.state]}`,
      tone: isDone ? 'good' : 'plain',
      parts: [{ kind: 'text', text }],
    };
  }
  const input = { proposal: proposal.id, version: proposal.version };
  return {
    title: say`${name} is approved: to do by hand from ${day(week)}`,
    tone: 'good',
    parts: [
      ...frozenPart(context),
      { kind: 'text', text: lines([say`Set these budgets:`, ...changesInWords(allocation.lines)]) },
      {
        kind: 'note',
        text: say`Press Done when it is set; ${proposal.id} is then recorded as carried out, with your name.`,
      },
    ],
    actions: [
      {
        label: say`Done`,
        style: 'primary',
        ask: { name: 'budget done', input },
        confirm: doneQuestion,
      },
      {
        label: say`Withdraw`,
        style: 'plain',
        ask: { name: 'budget withdraw', input },
        confirm: withdrawQuestion(proposal.id),
      },
    ],
  };
}

function instructionSubject({ id }: Proposal): string {
  return `${id} instruction`;
}
