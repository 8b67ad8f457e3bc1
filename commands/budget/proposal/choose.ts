import type { ProposalState } from '../../../data/state/types/proposals.ts';
import { addDays } from '../../../models/days.ts';
import { period, type Said, say } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import { Refusal } from '../../refusal.ts';
import type { Action, Reply } from '../../reply.ts';
import { nameOf, planOf } from './card.ts';

/** More buttons than this are not read. */
const MOST = 5;

/**
 * The answer to a command that was asked without saying which shift: a button for each that it can be about. Where a
 * press would decide something, it leads to the card (`budget show`), or asks first.
 *
 * @throws {Refusal} when there is none
 */
export function chooseShift(
  {
    command,
    states,
    leadsTo = command,
    confirm,
  }: {
    readonly command: string;
    readonly states: readonly ProposalState[];
    readonly leadsTo?: string;
    readonly confirm?: (id: string) => Said;
  },
  context: Context,
): Reply {
  const fitting = context.state.proposals.list({ states, limit: MOST });
  if (fitting.length === 0)
    throw new Refusal(say`There is no shift for /${command} now`, say`/budget log shows those there are.`);
  return {
    title: say`Which shift?`,
    tone: 'plain',
    parts: [{ kind: 'text', text: say`/${command} takes one of these, the newest first. Others: /budget log.` }],
    actions: fitting.map((proposal): Action => {
      const { week } = planOf(proposal, context);
      return {
        label: say`${nameOf(proposal)} · ${period(week, addDays(week, 6))}`,
        style: 'plain',
        ask: { name: leadsTo, input: { proposal: proposal.id } },
        ...(confirm && { confirm: confirm(proposal.id) }),
      };
    }),
  };
}
