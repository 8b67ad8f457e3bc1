import type { Proposal } from '../../../data/state/types.ts';
import { formatValue } from '../../../words/quantity.ts';
import type { Context } from '../../command.ts';
import { receiptId, wholeNumber } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Action } from '../../reply.ts';
import { type CardContext, planOf } from './card.ts';
import { openAction } from './put.ts';

/** The arguments that name a proposal as it was read. */
export const which = {
  proposal: receiptId('the proposal, such as P-31'),
  version: wholeNumber({ from: 1, to: 999, says: 'the version that was read; the current one if left out' }).optional(),
};

/** @throws {Refusal} when there is no such proposal */
export function requireProposal(id: string, { state }: Pick<Context, 'state'>): Proposal {
  const proposal = state.proposals.find(id);
  if (proposal) return proposal;
  const recent = state.proposals.list({ limit: 5 }).map((each) => each.id);
  throw new Refusal(
    `There is no proposal ${id}`,
    recent.length > 0 ? `The latest are ${recent.join(', ')}.` : 'None has been made yet: /budget propose.',
  );
}

/** @throws {Refusal} when another version is current than the one that was read */
export function requireVersion(proposal: Proposal, version: number | undefined): void {
  if (version === undefined || version === proposal.version) return;
  throw new Refusal(
    `This is v${version} of ${proposal.id}`,
    `v${proposal.version} is current. Open it before you decide.`,
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
    `${id} has expired`,
    `Its time was up ${formatValue(proposal.expiresAt, 'instant', context.shop)}; nothing changes. Propose it again if it is still wanted.`,
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
    `${id} takes back ${proposal.reverses} as it was, and cannot be changed`,
    'For other budgets: /budget propose.',
  );
}

/** What to tell whoever was second, and a way to say so to whoever was first. */
export function alreadyDecided(proposal: Proposal, { shop, now }: Context, ask: readonly Action[] = []): Refusal {
  const { id, state, decidedByName, decidedAt } = proposal;
  if (state === 'expired') return new Refusal(`${id} has expired`, 'Nobody decided in time; nothing changes.');
  if (state === 'proposed') return new Refusal(`${id} is not approved yet`, 'It can be carried out once it is.');
  const seconds = decidedAt === null ? 0 : Math.max(0, now - decidedAt) / 1000;
  const ago = seconds < 60 ? `${seconds.toFixed(1)} s before you` : `at ${formatValue(decidedAt, 'instant', shop)}`;
  return new Refusal(
    `${id} is already ${state}`,
    `${decidedByName ?? 'Someone'} decided ${ago}: ${state === 'executed' ? 'approved, and carried out' : state}.`,
    ask,
  );
}

/** Another shift of the same week that is approved: both start from the same budgets, so only one can hold. */
export function shiftOfSameWeek({ id, run, reverses }: Proposal, context: CardContext): Proposal | undefined {
  const { week } = planOf({ run }, context);
  return context.state.proposals
    .list({ states: ['approved', 'executed'], limit: 1000 })
    .find((each) => each.id !== id && each.id !== reverses && planOf(each, context).week === week);
}
