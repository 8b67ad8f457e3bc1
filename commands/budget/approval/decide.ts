import { z } from 'zod';
import type { Approval, Proposal } from '../../../data/state/types/proposals.ts';
import { day, money, named, say, sentences } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand } from '../../command.ts';
import { text } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Action, Reply } from '../../reply.ts';
import { onApproved } from '../execution/on-approved.ts';
import { oneOf } from '../plan/words.ts';
import { nameOf, planOf, proposalCard, rejectAction } from '../proposal/card.ts';
import { chooseShift } from '../proposal/choose.ts';
import { alreadyDecided, requireOpen, requireProposal, shiftOfSameWeek, which } from '../proposal/find.ts';
import { openAction } from '../proposal/put.ts';
import { readerCard } from '../proposal/reader-card.ts';
import { requireFreshBasis } from '../proposal/stale.ts';
import {
  amountMoved,
  areEnough,
  countsNoLonger,
  covers,
  type Decider,
  deciderOf,
  deciders,
  mayEverDecide,
  whyTwo,
} from './authority.ts';

export const budgetApprove = defineCommand({
  name: 'budget approve',
  summary: say`Approve a proposed budget shift`,
  examples: ['budget approve P-31', 'budget approve proposal:P-31 version:1'],
  needs: 'viewer',
  changes: true,
  offeredTo: mayEverDecide,
  bare: 'proposal',
  input: z.strictObject(which),
  async run({ proposal: id, version }, context) {
    if (id === undefined) return choose('budget approve', context);
    const before = repeated(id, version, 'approved', context);
    if (before) return before;
    const proposal = openToDecide(id, version, 'approve', context);
    const decider = requireDecider(proposal, context);
    await requireFreshBasis(proposal, context);
    const left = await whoHasLeft(proposal, context);
    const after = approve(proposal, left, context);
    if (after) return said(after, decider, left, context);
    // The same click twice, so close that the first was not done yet when the second began.
    const mine = repeated(id, version, 'approved', context);
    if (mine) return mine;
    throw beaten(id, version, 'approve', context);
  },
});

export const budgetReject = defineCommand({
  name: 'budget reject',
  summary: say`Reject a proposed budget shift, with a reason`,
  examples: [say`budget reject P-31 reason:"wait for payday"`],
  needs: 'viewer',
  changes: true,
  offeredTo: mayEverDecide,
  bare: 'proposal',
  input: z.strictObject({ ...which, reason: text(say`why, for whoever asked`).optional() }),
  run({ proposal: id, version, reason }, context) {
    if (id === undefined) return choose('budget reject', context);
    const before = repeated(id, version, 'rejected', context);
    if (before) return before;
    const proposal = openToDecide(id, version, 'reject', context);
    requireDecider(proposal, context);
    if (reason === undefined) return askReason(proposal);
    const { state, now, caller } = context;
    const rejected = state.atomically(() => {
      const by = actorOf(caller);
      const after = state.proposals.move(
        { ...proposal, from: 'proposed', to: 'rejected', by, reason: named(reason) },
        now,
      );
      if (after) state.outbox.rewrite(id, proposalCard(after, context), now);
      return after;
    });
    if (!rejected) throw beaten(id, version, 'reject', context);
    return { ...readerCard(rejected, context), title: say`You rejected ${id}`, tone: 'good' };
  },
});

/** Decisions are made on the card, which says what they are about. */
function choose(command: string, context: Context): Reply {
  return chooseShift({ command, states: ['proposed'], leadsTo: 'budget show' }, context);
}

/** Nothing is rejected without a reason: whoever asked has to know what to do better. */
function askReason(proposal: Proposal): Reply {
  return {
    title: say`Why do you reject ${nameOf(proposal)}?`,
    tone: 'plain',
    parts: [{ kind: 'text', text: say`Nothing is decided yet.` }],
    actions: [rejectAction(proposal)],
  };
}

/** Those who approved before and whose account is closed by now: what they said counts no longer. */
async function whoHasLeft({ id }: Proposal, { state, caller, hasLeft }: Context): Promise<readonly Approval[]> {
  const others = state.proposals.approvals(id).filter((each) => each.id !== actorOf(caller).id);
  const left = await Promise.all(others.map((each) => hasLeft(each.id)));
  return others.filter((_, i) => left[i]);
}

function ableOf(proposal: Proposal, left: readonly Approval[], { state, now }: Context): readonly Decider[] {
  return deciders(proposal, state, now).filter(({ id }) => !left.some((each) => each.id === id));
}

/** Counts the approval, and where it is enough approves; the card in every copy and what follows go with it. Null when someone was faster. */
function approve({ id, version }: Proposal, left: readonly Approval[], context: Context): Proposal | null {
  const { state, now, caller } = context;
  return state.atomically(() => {
    const proposal = state.proposals.find(id)!;
    const { lines } = planOf(proposal, context).allocation;
    const terms = { lines, able: ableOf(proposal, left, context), policy: state.policy.read() };
    const after = state.proposals.approve(
      { id, version, by: actorOf(caller), areEnough: (approvals) => areEnough(approvals, terms) },
      now,
    );
    if (!after) return null;
    if (after.state === 'approved') {
      requireFreeWeek(after, context);
      onApproved(after, context);
    }
    state.outbox.rewrite(id, proposalCard(after, { ...context, left }), now);
    return after;
  });
}

/** That it is approved; or that one more is needed, and why. */
function said(proposal: Proposal, { limitMinor }: Decider, left: readonly Approval[], context: Context): Reply {
  const { state, caller } = context;
  const title = say`You approved ${nameOf(proposal)}`;
  if (proposal.state === 'approved') return { ...readerCard(proposal, context), title, tone: 'good' };
  const { lines } = planOf(proposal, context).allocation;
  const others = ableOf(proposal, left, context).filter(({ id }) => id !== actorOf(caller).id);
  const reasons = whyTwo(lines, state.policy.read());
  const why =
    covers(limitMinor, lines) && reasons
      ? say`It needs two: ${reasons}.`
      : say`Your limit is ${money(limitMinor)}, and this moves ${money(amountMoved(lines))} a week.`;
  const whom =
    others.length > 0
      ? say`This needs a second approver: ${oneOf(others.map(({ name }) => name))}.`
      : say`This needs a second approver, and there is none yet: an admin gives the role with /team set.`;
  return {
    title: say`Your approval of ${nameOf(proposal)} counts`,
    tone: 'plain',
    parts: [{ kind: 'text', text: sentences(...left.map(countsNoLonger), why, whom) }],
    actions: [{ ...openAction(proposal), style: 'plain' }, ...left.map(takeOff)],
  };
}

/** Only an admin sees it. */
function takeOff({ id, name }: Approval): Action {
  return {
    label: say`Take ${name} off the team`,
    style: 'danger',
    ask: { name: 'team remove', input: { user: id } },
    confirm: say`${name} loses all rights here.`,
  };
}

/** A second click of the same person is the same click: nothing is done, the same is said. */
function repeated(
  id: string,
  version: number | undefined,
  as: 'approved' | 'rejected',
  context: Context,
): Reply | null {
  const proposal = requireProposal(id, context);
  const { id: me } = actorOf(context.caller);
  if (version !== undefined && version !== proposal.version) return null;
  if (proposal.state !== as) return null;
  const mine =
    as === 'approved'
      ? context.state.proposals.approvals(id).some((each) => each.id === me)
      : proposal.decidedBy === me;
  if (!mine) return null;
  const title = as === 'approved' ? say`You approved ${nameOf(proposal)}` : say`You rejected ${nameOf(proposal)}`;
  return { ...readerCard(proposal, context), title, tone: 'good' };
}

type Wish = 'approve' | 'reject';

/** @throws {Refusal} as `requireOpen`; with a way to ask again where the opposite was decided */
function openToDecide(id: string, version: number | undefined, wish: Wish, context: Context): Proposal {
  const proposal = requireProposal(id, context);
  const isCurrent = version === undefined || version === proposal.version;
  if (isCurrent && isOpposite(proposal, wish)) throw alreadyDecided(proposal, context, reconsider(proposal, context));
  return requireOpen(id, version, context);
}

function isOpposite({ state }: Proposal, wish: Wish): boolean {
  return wish === 'approve' ? state === 'rejected' : state === 'approved';
}

/** Someone was faster, between the look and the step. */
function beaten(id: string, version: number | undefined, wish: Wish, context: Context): Refusal {
  try {
    openToDecide(id, version, wish, context);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return new Refusal(say`${id} has just changed`, say`Look at it again, then decide.`);
}

/** Only those who could have decided may ask the one who did. */
function reconsider(proposal: Proposal, context: Context): Action[] {
  const { id, name } = actorOf(context.caller);
  if (!deciderOf(id, name, deciders(proposal, context.state, context.now))) return [];
  return [
    {
      label: say`Ask to reconsider`,
      style: 'plain',
      ask: { name: 'budget reconsider', input: { proposal: proposal.id, version: proposal.version } },
      form: {
        title: say`Ask to reconsider`,
        submit: say`Ask`,
        fields: [{ name: 'reason', label: say`Why?`, kind: 'text', required: true }],
      },
    },
  ];
}

/** @throws {Refusal} for people without the right, and for whoever asked; the attempt is recorded */
function requireDecider(proposal: Proposal, { state, caller, now }: Context): Decider {
  const { id, version } = proposal;
  const actor = actorOf(caller);
  const able = deciders(proposal, state, now);
  const own = !state.policy.read().own && state.proposals.requesters(id).includes(actor.id);
  const decider = own ? undefined : deciderOf(actor.id, actor.name, able);
  if (decider) return decider;
  state.audit.append({
    at: now,
    actor: actor.id,
    actorName: actor.name,
    act: 'refused',
    subject: id,
    version,
    detail: { why: own ? 'own proposal' : 'no right to decide' },
  });
  const whoCan =
    able.length > 0
      ? say`${oneOf(able.map(({ name }) => name))} can.`
      : say`No one can yet: an admin gives the role with /team set.`;
  const remind: Action = {
    label: say`Remind them`,
    style: 'plain',
    ask: { name: 'budget remind', input: { proposal: id, version } },
  };
  throw new Refusal(
    own ? say`You asked for this, so someone else decides` : say`You can see ${id} but not decide it`,
    whoCan,
    able.length > 0 ? [remind] : [],
  );
}

/** @throws {Refusal} when another shift of the same week is approved: both start from the same budgets */
function requireFreeWeek(proposal: Proposal, context: Context): void {
  const { id } = proposal;
  const { week } = planOf(proposal, context);
  const other = shiftOfSameWeek(proposal, context);
  if (!other) return;
  const both = say`Both start from the same budgets, so only one can hold.`;
  const advice = other.state === 'approved' ? say`Withdraw ${other.id} first, or reject ${id}.` : say`Reject ${id}.`;
  throw new Refusal(say`${other.id} already moves the budgets of the week of ${day(week)}`, sentences(both, advice), [
    { label: say`Open ${other.id}`, style: 'plain', ask: { name: 'budget show', input: { proposal: other.id } } },
  ]);
}
