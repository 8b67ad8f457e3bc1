import type { Proposal } from '../../../data/state/types/proposals.ts';
import { count, instant, number, say } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import { receiptId, wholeNumber } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Action } from '../../reply.ts';
import { type CardContext, planOf } from './card.ts';
import { openAction } from './put.ts';
import { stateWords } from './state-words.ts';

/** The arguments that name a proposal as it was read. */
export const which = {
  /** Asked without it, a command offers those that it can be about. */
  proposal: receiptId(say`the proposal, such as P-31`, 'proposal').optional(),
  version: wholeNumber({
    from: 1,
    to: 999,
    says: say`the version that was read; the current one if left out`,
  }).optional(),
};

/** @throws {Refusal} when there is no such proposal */
export function requireProposal(id: string, { state }: Pick<Context, 'state'>): Proposal {
  const proposal = state.proposals.find(id);
  if (proposal) return proposal;
  const recent = state.proposals.list({ limit: 5 }).map((each) => each.id);
  throw new Refusal(
    say`There is no proposal ${id}`,
    recent.length > 0 ? say`The latest are ${recent.join(', ')}.` : say`None has been made yet: /budget propose.`,
  );
}

/** @throws {Refusal} when another version is current than the one that was read */
export function requireVersion(proposal: Proposal, version: number | undefined): void {
  if (version === undefined || version === proposal.version) return;
  throw new Refusal(
    say`This is v${count(version)} of ${proposal.id}`,
    say`v${count(proposal.version)} is current. Open it before you decide.`,
    [openAction(proposal)],
  );
}

/**
 * The proposal, if it is open, in time, and at the version that the person has read.
 *
 * @throws {Refusal} which says what has become of it
 */
export function requireOpen(id: string, version: number | undefined, context: Context): Proposal {
  const proposal = requireProposal(id, context);
  requireVersion(proposal, version);
  if (proposal.state !== 'proposed') throw alreadyDecided(proposal, context);
  if (proposal.expiresAt > context.now) return proposal;
  throw new Refusal(
    say`${id} has expired`,
    say`Its time was up ${instant(proposal.expiresAt)}; nothing changes. Propose it again if it is still wanted.`,
  );
}

/**
 * The open proposal, to be put forward anew. What takes a shift back is let through by the guards since it only
 * restores, so nobody changes what it restores.
 *
 * @throws {Refusal} as `requireOpen`, and for what takes a shift back
 */
export function requireRevisable(id: string, version: number | undefined, context: Context): Proposal {
  const proposal = requireOpen(id, version, context);
  if (proposal.reverses === null) return proposal;
  throw new Refusal(
    say`${id} takes back ${proposal.reverses} as it was, and cannot be changed`,
    say`For other budgets: /budget propose.`,
  );
}

/** What to tell whoever was second, and a way to say so to whoever was first. */
export function alreadyDecided(proposal: Proposal, { now }: Context, ask: readonly Action[] = []): Refusal {
  const { id, state, decidedAt } = proposal;
  if (state === 'expired') return new Refusal(say`${id} has expired`, say`Nobody decided in time; nothing changes.`);
  if (state === 'proposed') return new Refusal(say`${id} is not approved yet`, say`It can be carried out once it is.`);
  const seconds = decidedAt === null ? 0 : Math.max(0, now - decidedAt) / 1000;
  const who = proposal.decidedByName ?? say`Someone`;
  const when =
    seconds < 60
      ? say`${who} decided ${number(Math.round(seconds * 10) / 10)} s before you: ${decisionWords[state]}.`
      : say`${who} decided at ${instant(decidedAt)}: ${decisionWords[state]}.`;
  return new Refusal(say`${id} is already ${stateWords[state]}`, when, ask);
}

const decisionWords = { ...stateWords, executed: say`approved, and carried out` };

/** Another shift of the same week that is approved: both start from the same budgets, so only one can hold. */
export function shiftOfSameWeek({ id, run, reverses }: Proposal, context: CardContext): Proposal | undefined {
  const { week } = planOf({ run }, context);
  return context.state.proposals
    .list({ states: ['approved', 'executed'], limit: 1000 })
    .find((each) => each.id !== id && each.id !== reverses && planOf(each, context).week === week);
}
