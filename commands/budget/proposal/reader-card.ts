import type { Proposal } from '../../../data/state/types/proposals.ts';
import { actorOf } from '../../actor.ts';
import type { Context } from '../../command.ts';
import type { Reply } from '../../reply.ts';
import { deciderOf, deciders } from '../approval/authority.ts';
import { proposalCard } from './card.ts';

/**
 * A card as it is shown to one person alone: of its buttons those that they may press. Deciding belongs to those whose
 * approval counts, taking back to whoever asked. A card in a channel is one for all.
 */
export function forReader(card: Reply, proposal: Proposal, { shared, state, caller, now }: Context): Reply {
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

export function readerCard(proposal: Proposal, context: Context): Reply {
  return forReader(proposalCard(proposal, context), proposal, context);
}
