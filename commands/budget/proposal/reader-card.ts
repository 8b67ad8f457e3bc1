import type { Proposal } from '../../../data/state/types/proposals.ts';
import { actorOf } from '../../actor.ts';
import type { Context } from '../../command.ts';
import type { Reply } from '../../reply.ts';
import { deciderOf, deciders } from '../approval/authority.ts';
import { instructionCard } from '../execution/instruction.ts';
import { proposalCard } from './card.ts';

/**
 * A card as it is shown to one person alone: of its buttons those that they may press. Deciding belongs to those whose
 * approval counts, taking back to whoever asked. A card in a channel is one for all.
 */
function forReader(card: Reply, proposal: Proposal, { shared, state, caller, now }: Context): Reply {
  if (shared) return card;
  const { id, name } = actorOf(caller);
  const mayDecide = deciderOf(id, name, deciders(proposal, state, now)) !== undefined;
  const may: Readonly<Record<string, boolean>> = {
    'budget approve': mayDecide,
    'budget reject': mayDecide,
    'budget withdraw': proposal.requester === id || caller.role === 'admin',
  };
  return { ...card, actions: (card.actions ?? []).filter(({ ask }) => may[ask.name] ?? true) };
}

/** The card as it stands; where the shift is to be carried out by hand, with what to set and the button to say so. */
export function readerCard(proposal: Proposal, context: Context): Reply {
  const card = proposalCard(proposal, context);
  if (!isToDoByHand(proposal, context)) return forReader(card, proposal, context);
  const { parts, actions = [] } = instructionCard(proposal, context);
  const whole = { ...card, parts: [...card.parts, ...parts], actions: [...actions, ...(card.actions ?? [])] };
  return forReader(whole, proposal, context);
}

/** Approved, and nothing outside carries it out. */
export function isToDoByHand({ id, state: at }: Proposal, { state }: Pick<Context, 'state'>): boolean {
  return at === 'approved' && (state.executions.of(id)?.executor ?? 'manual') === 'manual';
}
