import type { PersonId } from './people.ts';

/** What an admin has laid down for budget shifts. Money is what a shift moves in a week. */
export type BudgetPolicy = {
  /** Above this two approvals are needed; null: at no size. */
  readonly twoAboveMinor: number | null;
  /** Two are also needed where a line changes by more than this share. */
  readonly step: number;
  /** Whether whoever asked may approve. */
  readonly own: boolean;
  /** From the proposal to its deadline. */
  readonly hours: number;
  readonly weekly: 'always' | 'quiet' | 'off';
};

/** How far one approver may go, and who stands in. Stays when the person goes. */
export type ApproverTerms = {
  readonly door: string;
  readonly user: string;
  readonly name: string;
  /** Above this, the approval of this person alone is not enough; null: at no size. */
  readonly limitMinor: number | null;
  readonly deputy: PersonId | null;
};

export type Policy = {
  read(): BudgetPolicy;
  set(policy: BudgetPolicy): void;
  approvers(): readonly ApproverTerms[];
  setApprover(terms: ApproverTerms): void;
};
