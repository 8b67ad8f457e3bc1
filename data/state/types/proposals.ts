import type { Named, Words } from '../../../words/say.ts';
import type { Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

export type ProposalState = 'proposed' | 'approved' | 'executed' | 'rejected' | 'withdrawn' | 'expired';

export type Proposal = {
  readonly id: Named;
  readonly version: number;
  readonly state: ProposalState;
  readonly requester: PersonId;
  readonly requesterName: Named;
  readonly run: string;
  /** What the numbers were built on. When it no longer holds, the proposal is stale. */
  readonly basis: string;
  readonly proposedAt: Instant;
  /** Whoever can decide is reminded; at the deadline their deputies are asked too; then it expires. */
  readonly remindAt: Instant;
  readonly deadlineAt: Instant;
  readonly expiresAt: Instant;
  /** Who took the last step. Of an approval that needed two, whoever gave the second. */
  readonly decidedBy: PersonId | null;
  readonly decidedByName: Named | null;
  readonly decidedAt: Instant | null;
  readonly reason: Words | null;
  /** The proposal that this one takes back, and the rejected one that it was made after. */
  readonly reverses: string | null;
  readonly follows: string | null;
};

export type Actor = { readonly id: PersonId; readonly name: string };

/** What a version of a proposal is put forward with. */
export type ProposalTerms = Pick<Proposal, 'run' | 'basis' | 'remindAt' | 'deadlineAt' | 'expiresAt'> & {
  readonly by: Actor;
};

/** That a person agrees to one version. */
export type Approval = Actor & { readonly at: Instant };

export type Proposals = {
  propose(
    draft: ProposalTerms & { readonly reverses?: string | undefined; readonly follows?: string | undefined },
    at: Instant,
  ): Proposal;
  /**
   * A new version on other numbers, with no approvals yet. Who revises becomes the one who asks; who merely recomputes
   * (`sameAsker`) does not. Null when the version is no longer the open one.
   */
  revise(
    change: ProposalTerms & { readonly id: string; readonly version: number; readonly sameAsker?: boolean },
    at: Instant,
  ): Proposal | null;
  /**
   * Counts an approval, once a person and version, and approves the proposal by one conditional UPDATE where
   * `areEnough` of them are there. Null when this version is no longer open: someone was faster, or time is up.
   */
  approve(
    vote: {
      readonly id: string;
      readonly version: number;
      readonly by: Actor;
      readonly areEnough: (approvals: readonly Approval[]) => boolean;
    },
    at: Instant,
  ): Proposal | null;
  /** Approvals of the current version, oldest first. */
  approvals(id: string): readonly Approval[];
  /**
   * Moves a proposal on by one conditional UPDATE, with its audit row. Null when nothing was moved: someone was
   * faster, the version is old, or time is up.
   */
  move(
    step: {
      readonly id: string;
      readonly version: number;
      readonly from: ProposalState;
      readonly to: ProposalState;
      readonly by: Actor;
      readonly reason?: Words;
    },
    at: Instant,
  ): Proposal | null;
  find(id: string): Proposal | null;
  /** Everyone who asked for it, in any version. */
  requesters(id: string): readonly PersonId[];
  /** Newest first. */
  list(filter: { readonly states?: readonly ProposalState[]; readonly limit: number }): readonly Proposal[];
};
