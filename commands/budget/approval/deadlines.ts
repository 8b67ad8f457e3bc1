import { z } from 'zod';
import type { Proposal } from '../../../data/state/types/proposals.ts';
import { listed, say } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Command, type Context, defineCommand } from '../../command.ts';
import { oneOf } from '../plan/words.ts';
import { nameOf, proposalCard } from '../proposal/card.ts';
import { deputiesAsked } from './authority.ts';
import { askPeople, awaited } from './remind.ts';

/** Open proposals that are looked at in one go. */
const MOST = 1000;

/**
 * Asked by the clock: reminds at half time, asks the deputies at the deadline, and closes what time is up for. What is
 * asked of whom follows from the time alone, and each is a message with a key of its own: asked twice, by two
 * processes, or late after a stop, it is said once, and what came too late is not said at all.
 */
export const budgetDeadlines: Command = defineCommand({
  name: 'budget deadlines',
  summary: say`Remind approvers, ask deputies, and close proposals whose time is up`,
  examples: ['budget deadlines'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),
  run(_, context) {
    const { state, now } = context;
    const expired: string[] = [];
    for (const proposal of state.proposals.list({ states: ['proposed'], limit: MOST })) {
      if (now >= proposal.expiresAt) expired.push(proposal.id);
      if (now >= proposal.expiresAt) expire(proposal, context);
      else if (now >= proposal.deadlineAt) askDeputies(proposal, context);
      else if (now >= proposal.remindAt) remind(proposal, context);
    }
    return {
      title: say`Deadlines`,
      tone: 'plain',
      parts: [{ kind: 'text', text: expired.length > 0 ? say`Expired: ${listed(expired)}.` : say`None is over.` }],
    };
  },
});

/** Nobody decided in time, so nothing changes. */
function expire({ id, version }: Proposal, context: Context): void {
  const { state, now, caller } = context;
  state.atomically(() => {
    const after = state.proposals.move({ id, version, from: 'proposed', to: 'expired', by: actorOf(caller) }, now);
    if (after) state.outbox.rewrite(id, proposalCard(after, context), now);
  });
}

function remind(proposal: Proposal, context: Context): void {
  const waiting = awaited(proposal, context);
  if (waiting.length === 0) return;
  context.state.atomically(() =>
    askPeople(
      proposal,
      waiting,
      { report: 'reminder', title: say`${nameOf(proposal)} still waits for a decision` },
      context,
    ),
  );
}

function askDeputies(proposal: Proposal, context: Context): void {
  const { state, now } = context;
  const deputies = deputiesAsked(proposal, state);
  if (deputies.length === 0) return;
  const late = deputies.flatMap(({ standsInFor }) => standsInFor ?? []);
  const name = nameOf(proposal);
  const title =
    late.length > 0
      ? say`${name} was not decided in time by ${oneOf(late, 'and')}`
      : say`${name} was not decided in time`;
  state.atomically(() => {
    askPeople(proposal, deputies, { report: 'deputies', title }, context);
    state.outbox.rewrite(proposal.id, proposalCard(proposal, context), now);
  });
}
