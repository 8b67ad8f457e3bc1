import type { Proposal, ProposalState } from '../../../data/state/types/proposals.ts';
import { type Said, say } from '../../../words/say.ts';

/** How far a proposal is, in a table. */
export const stateWords: Readonly<Record<ProposalState, Said>> = {
  proposed: say`proposed`,
  approved: say`approved`,
  executed: say`carried out`,
  rejected: say`rejected`,
  withdrawn: say`withdrawn`,
  expired: say`expired`,
};

/** The same as a sentence. */
export function isWhat({ id, state }: Pick<Proposal, 'id' | 'state'>): Said {
  switch (state) {
    case 'proposed':
      return say`${id} waits for a decision`;
    case 'approved':
      return say`${id} is approved`;
    case 'executed':
      return say`${id} is carried out`;
    case 'rejected':
      return say`${id} is rejected`;
    case 'withdrawn':
      return say`${id} is withdrawn`;
    case 'expired':
      return say`${id} has expired`;
  }
}
