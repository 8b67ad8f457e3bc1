import type { Proposal } from '../../../data/state/types/proposals.ts';
import type { Run } from '../../../data/state/types/runs.ts';
import { count, instant, listed, say, sentences } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import type { Context } from '../../command.ts';
import { post, postToPeople, targets } from '../../post.ts';
import { Refusal } from '../../refusal.ts';
import type { Reply } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import { nameOf, proposalCard } from './card.ts';
import { stateWords } from './state-words.ts';

const HOUR_MS = 3_600_000;

export type PutOptions = {
  /** The open proposal and the version of it that this replaces. */
  readonly revises?: Pick<Proposal, 'id' | 'version'> | undefined;
  /** Only the data is newer: whoever asked before still asks. */
  readonly sameAsker?: boolean;
  readonly reverses?: string | undefined;
  readonly follows?: string | undefined;
};

/**
 * Puts a budget run before the managers: as a new proposal, or as the next version of an open one, whose approvals it
 * clears. The card is posted, or changed in every copy, in the same transaction. What waits for a decision already, on
 * the same run, is that proposal and not a second one.
 *
 * @throws {Refusal} when the run changes nothing, or the version is no longer the open one
 */
export function putForward(run: Pick<Run, 'id' | 'result'>, options: PutOptions, context: Context): Proposal {
  const { state, now } = context;
  const { basis, allocation } = run.result as KeptBudget;
  if (allocation.lines.every(({ currentMinor, proposedMinor }) => currentMinor === proposedMinor)) {
    throw new Refusal(
      say`${run.id} changes nothing`,
      say`There is nothing to approve. Try another total, or a larger max-step.`,
    );
  }
  return state.atomically(() => {
    const terms = { run: run.id, basis, by: actorOf(context.caller), ...times(context) };
    const { revises, ...origin } = options;
    const same = revises ? undefined : openWith(run.id, context);
    if (same) return same;
    const before = revises ? state.proposals.approvals(revises.id) : [];
    const put = revises
      ? state.proposals.revise({ ...terms, ...revises, sameAsker: options.sameAsker === true }, now)
      : state.proposals.propose({ ...terms, ...origin }, now);
    if (!put) throw superseded(revises!.id, context);
    const card = proposalCard(put, context);
    state.outbox.rewrite(put.id, card, now);
    post(context, { purpose: 'approvals', report: 'proposal', period: put.id, subject: put.id, reply: card });
    postToPeople(
      context,
      before.map(({ id }) => id),
      { report: 'cleared', period: nameOf(put), reply: cleared(put) },
    );
    return put;
  });
}

function openWith(run: string, { state, now }: Context): Proposal | undefined {
  const open = state.proposals.list({ states: ['proposed'], limit: 1000 });
  return open.find((each) => each.run === run && each.expiresAt > now);
}

/** Half the time to the first reminder; as much again for the deputies, where there are any. */
function times({ state, now }: Context) {
  const spanMs = state.policy.read().hours * HOUR_MS;
  const deadlineAt = now + spanMs;
  const hasDeputies = state.policy.approvers().some(({ deputy }) => deputy !== null);
  return { remindAt: now + spanMs / 2, deadlineAt, expiresAt: hasDeputies ? deadlineAt + spanMs / 2 : deadlineAt };
}

function cleared(put: Proposal): Reply {
  return {
    title: say`${nameOf(put)} replaces what you approved`,
    tone: 'careful',
    parts: [{ kind: 'text', text: say`Your approval of the version before does not count for it. Look at it again.` }],
    actions: [openAction(put)],
  };
}

function superseded(id: string, { state }: Context): Refusal {
  const open = state.proposals.find(id);
  return new Refusal(
    say`${id} cannot be revised`,
    open
      ? say`It is at version ${count(open.version)} and ${stateWords[open.state]}. Make a new one with /budget propose.`
      : say`See /budget log for those there are.`,
  );
}

export function openAction({
  id,
  version,
}: {
  readonly id: string;
  readonly version: number;
}): NonNullable<Reply['actions']>[number] {
  const label = version > 1 ? say`Open v${count(version)}` : say`Open ${id}`;
  return { label, style: 'primary', ask: { name: 'budget show', input: { proposal: id } } };
}

/** What whoever put it forward is told: where the card is, and until when it waits. */
export function putReply(proposal: Proposal, context: Context): Reply {
  const { id, expiresAt } = proposal;
  const where = targets(context, 'approvals').map(({ door, channel }) => `${door} ${channel}`);
  return {
    title: say`${nameOf(proposal)} is proposed`,
    tone: 'good',
    parts: [
      {
        kind: 'text',
        text: sentences(
          context.caller.outsiders
            ? say`${id} holds money figures, and people of other companies read this channel: nothing is posted here.`
            : null,
          where.length > 0
            ? say`The card is in ${listed(where)}.`
            : say`No approvals channel is set: the card is in no channel. /budget pending shows it; /channel set purpose:approvals sets one.`,
          say`It expires ${instant(expiresAt)}.`,
        ),
      },
    ],
    actions: [{ ...openAction(proposal), label: say`Show the card`, style: 'plain' }],
  };
}
