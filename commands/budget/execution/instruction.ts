import type { Proposal } from '../../../data/state/types.ts';
import { formatValue } from '../../../words/quantity.ts';
import type { Context } from '../../command.ts';
import { post } from '../../post.ts';
import type { Reply } from '../../reply.ts';
import { changesInWords } from '../plan/words.ts';
import { type CardContext, nameOf, planOf } from '../proposal/card.ts';
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
  const { shop } = context;
  const { allocation, week } = planOf(proposal, context);
  const name = nameOf(proposal);
  if (proposal.state !== 'approved') {
    const done = proposal.state === 'executed';
    const text = done ? 'The budgets are set.' : 'Nothing is to be done any more.';
    return { title: `${name}: ${proposal.state}`, tone: done ? 'good' : 'plain', parts: [{ kind: 'text', text }] };
  }
  const input = { proposal: proposal.id, version: proposal.version };
  const from = formatValue(week, 'day', shop);
  return {
    title: `${name} is approved: to do by hand from ${from}`,
    tone: 'good',
    parts: [
      ...frozenPart(context),
      { kind: 'text', text: `Set ${changesInWords(allocation.lines, shop)}.` },
      {
        kind: 'note',
        text: `Press Done when it is set; ${proposal.id} is then recorded as carried out, with your name.`,
      },
    ],
    actions: [
      {
        label: 'Done',
        style: 'primary',
        ask: { name: 'budget done', input },
        confirm: 'You have set these budgets where the campaigns run.',
      },
      {
        label: 'Withdraw',
        style: 'plain',
        ask: { name: 'budget withdraw', input },
        confirm: `${proposal.id} is not carried out. Nothing changes.`,
      },
    ],
  };
}

function instructionSubject({ id }: Proposal): string {
  return `${id} instruction`;
}
