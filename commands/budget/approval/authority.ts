import type { PersonId } from '../../../data/state/types/people.ts';
import type { ApproverTerms, BudgetPolicy } from '../../../data/state/types/policy.ts';
import type { Approval, Proposal } from '../../../data/state/types/proposals.ts';
import type { State } from '../../../data/state/types/state.ts';
import { listed, money, type Said, say, share } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, mayActAs } from '../../command.ts';
import type { KeptBudget } from '../../runs/budget.ts';

/** Someone whose approval counts, and up to which weekly amount it is enough alone. */
export type Decider = {
  readonly id: PersonId;
  readonly name: string;
  /** Null: any. */
  readonly limitMinor: number | null;
  /** The approver whose deputy this is. */
  readonly standsInFor: string | null;
};

type Lines = KeptBudget['allocation']['lines'];

/** Steps are compared as people read them: a rounded rupiah does not make 20 % more than 20 %. */
const ROUNDING = 1e-6;

/** What a shift moves in a week: all that is added, or all that is taken, whichever is more. Minor units. */
export function amountMoved(lines: Lines): number {
  const added = lines.reduce(
    (sum, { currentMinor, proposedMinor }) => sum + Math.max(0, proposedMinor - currentMinor),
    0,
  );
  const taken = lines.reduce(
    (sum, { currentMinor, proposedMinor }) => sum + Math.max(0, currentMinor - proposedMinor),
    0,
  );
  return Math.max(added, taken);
}

/** Whether a line changes by more than the policy lets one person approve. What starts from nothing does. */
export function isOverStep({ currentMinor, proposedMinor }: Lines[number], { step }: BudgetPolicy): boolean {
  return Math.abs(proposedMinor - currentMinor) > currentMinor * step + Math.max(1, currentMinor) * ROUNDING;
}

/** Why one approval is not enough, whoever gives it. Null where one is. */
export function whyTwo(lines: Lines, policy: BudgetPolicy): Said | null {
  const over = lines.filter((line) => isOverStep(line, policy)).map(({ name }) => name);
  const amount = amountMoved(lines);
  const { step, twoAboveMinor } = policy;
  const large = over.length > 0 ? say`${listed(over)} over the ${share(step)} step` : null;
  const much =
    twoAboveMinor !== null && amount > twoAboveMinor
      ? say`${money(amount)} moved, more than ${money(twoAboveMinor)}`
      : null;
  return large && much ? say`${large}; ${much}` : (large ?? much);
}

/**
 * Who may decide on a proposal at `now`: everyone with the right except those who asked, and from the deadline on, or
 * where an approver is none any more, the deputies.
 */
export function deciders(proposal: Proposal, state: State, now: number): Decider[] {
  const people = state.people.list().map((person) => ({ ...person, id: idOf(person) }));
  const terms = state.policy.approvers();
  const termsOf = new Map(terms.map((each) => [idOf(each), each]));
  const isApprover = (id: PersonId) => people.some((each) => each.id === id && mayActAs(each.role, 'approver'));
  const able: Decider[] = people
    .filter(({ id }) => isApprover(id))
    .map(({ id, name }) => ({ id, name, limitMinor: termsOf.get(id)?.limitMinor ?? null, standsInFor: null }));
  const standIns = terms
    .filter((each) => now >= proposal.deadlineAt || !isApprover(idOf(each)))
    .flatMap(({ name, limitMinor, deputy }) =>
      people
        .filter(({ id }) => id === deputy && !able.some((each) => each.id === id))
        .map((each): Decider => ({ id: each.id, name: each.name, limitMinor, standsInFor: name })),
    );
  const barred = state.policy.read().own ? [] : state.proposals.requesters(proposal.id);
  const once = new Map([...standIns, ...able].map((each) => [each.id, each]));
  return [...once.values()].filter(({ id }) => !barred.includes(id));
}

/** Whether somebody's word can count on any shift: approvers, their deputies, and whoever can open the database. */
export function mayEverDecide({ caller, state }: Pick<Context, 'caller' | 'state'>): boolean {
  const { id } = actorOf(caller);
  if (isOurs(id) || (caller.role !== null && mayActAs(caller.role, 'approver'))) return true;
  return state.policy.approvers().some(({ deputy }) => deputy === id);
}

/** Deputies who are asked at the deadline because an approver has one, and who cannot decide before. */
export function deputiesAsked(proposal: Proposal, state: State): Decider[] {
  const before = deciders(proposal, state, proposal.deadlineAt - 1).map(({ id }) => id);
  return deciders(proposal, state, proposal.deadlineAt).filter(({ id }) => !before.includes(id));
}

/**
 * Whether these approvals carry the shift: two of people who may decide, or one where one is enough and it is within
 * that person's limit. Approvals of those who have lost the right since do not count.
 */
export function areEnough(
  approvals: readonly Approval[],
  {
    lines,
    able,
    policy,
  }: {
    readonly lines: Lines;
    readonly able: readonly Decider[];
    readonly policy: BudgetPolicy;
  },
): boolean {
  const counted = approvals.flatMap(({ id, name }) => deciderOf(id, name, able) ?? []);
  if (counted.length >= 2) return true;
  return counted.some(({ limitMinor }) => covers(limitMinor, lines)) && whyTwo(lines, policy) === null;
}

/** The approvals so far that count: those of people who may still decide. */
export function countedApprovals(proposal: Proposal, state: State, now: number): Approval[] {
  const able = deciders(proposal, state, now);
  return state.proposals.approvals(proposal.id).filter(({ id, name }) => deciderOf(id, name, able) !== undefined);
}

/** That somebody approved whose account is closed by now. */
export function countsNoLonger({ name }: Pick<Approval, 'name'>): Said {
  return say`The approval of ${name} counts no longer, since that account is closed: an admin takes ${name} off the team, and a deputy, where there is one, is asked.`;
}

export function covers(limitMinor: number | null, lines: Lines): boolean {
  return limitMinor === null || amountMoved(lines) <= limitMinor;
}

/** Whoever can open the database decides as an admin, without being on any list. */
export function deciderOf(id: PersonId, name: string, able: readonly Decider[]): Decider | undefined {
  const known = able.find((each) => each.id === id);
  return known ?? (isOurs(id) ? { id, name, limitMinor: null, standsInFor: null } : undefined);
}

function isOurs(id: PersonId): boolean {
  return id.startsWith('terminal:') || id.startsWith('clock:');
}

function idOf({ door, user }: Pick<ApproverTerms, 'door' | 'user'>): PersonId {
  return `${door}:${user}`;
}
