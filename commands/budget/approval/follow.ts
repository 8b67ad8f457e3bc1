import { say } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import { nameOf, proposalCard } from '../proposal/card.ts';
import { deciders } from './authority.ts';
import { askPeople } from './remind.ts';

/**
 * After somebody has come, gone or changed role, or the rules have changed: every open card says who can decide now and
 * how many it takes, and deputies who stand in for an approver that is none any more are asked. Inside the caller's
 * transaction.
 */
export function followApprovers(context: Context): void {
  const { state, now } = context;
  for (const proposal of state.proposals.list({ states: ['proposed'], limit: 1000 })) {
    state.outbox.rewrite(proposal.id, proposalCard(proposal, context), now);
    if (now >= proposal.deadlineAt) continue;
    for (const deputy of deciders(proposal, state, now)) {
      if (deputy.standsInFor === null) continue;
      const title = say`${deputy.standsInFor} is no approver any more; ${nameOf(proposal)} now needs ${deputy.name} (deputy)`;
      askPeople(proposal, [deputy], { report: `stand-in ${deputy.id}`, title }, context);
    }
  }
}
