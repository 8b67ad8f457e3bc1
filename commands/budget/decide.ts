import { z } from 'zod';
import type { Proposal, ProposalState } from '../../data/state/types.ts';
import { actorOf } from '../actor.ts';
import { type Command, type Context, defineCommand, mayActAs } from '../command.ts';
import { receiptId, text, wholeNumber } from '../inputs.ts';
import { formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { basisOf, type KeptBudget } from '../runs/budget.ts';
import { readCut } from '../runs/cut.ts';
import { approvers, proposalCard } from './card.ts';

const which = {
  proposal: receiptId('the proposal, such as P-31'),
  version: wholeNumber({ from: 1, to: 999, says: 'the version that was read; the current one if left out' }).optional(),
};

export const budgetApprove = defineCommand({
  name: 'budget approve',
  summary: 'Approve a proposed budget shift',
  examples: ['budget approve P-31', 'budget approve proposal:P-31 version:1'],
  needs: 'viewer',
  bare: 'proposal',
  input: z.strictObject(which),
  async run({ proposal: id, version }, context) {
    const proposal = openVersion(id, version, context);
    requireDecider(proposal, context);
    if (proposal.basis !== basisOf(await readCut(context))) {
      throw new Refusal(
        `${id} is stale`,
        'Data has come in since it was proposed, so its numbers no longer hold. Recompute it, then decide.',
        [
          {
            label: 'Recompute',
            style: 'primary',
            ask: { name: 'budget propose', input: { revises: id, version: proposal.version } },
          },
        ],
      );
    }
    return moved(step(proposal, 'proposed', 'approved', context), context, `You approved ${id}`);
  },
});

export const budgetReject = defineCommand({
  name: 'budget reject',
  summary: 'Reject a proposed budget shift, with a reason',
  examples: ['budget reject P-31 reason:"wait for payday"'],
  needs: 'viewer',
  bare: 'proposal',
  input: z.strictObject({ ...which, reason: text('why, for whoever asked') }),
  run({ proposal: id, version, reason }, context) {
    const proposal = openVersion(id, version, context);
    requireDecider(proposal, context);
    return moved(step(proposal, 'proposed', 'rejected', context, reason), context, `You rejected ${id}`);
  },
});

export const budgetWithdraw = defineCommand({
  name: 'budget withdraw',
  summary: 'Take back a proposal of your own, unless it is carried out',
  examples: ['budget withdraw P-31'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject(which),
  run({ proposal: id, version }, context) {
    const proposal = find(id, context);
    requireVersion(proposal, version);
    const { state } = proposal;
    if (state !== 'proposed' && state !== 'approved') throw alreadyDecided(proposal, context);
    if (proposal.requester !== actorOf(context.caller).id && context.caller.role !== 'admin') {
      throw new Refusal(`${id} is not yours`, `${proposal.requesterName} asked for it, and can withdraw it.`);
    }
    return moved(step(proposal, state, 'withdrawn', context), context, `${id} is withdrawn`);
  },
});

export const budgetDone = defineCommand({
  name: 'budget done',
  summary: 'Record that an approved shift was carried out by hand',
  examples: ['budget done P-31'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject(which),
  run({ proposal: id, version }, context) {
    const proposal = find(id, context);
    requireVersion(proposal, version);
    if (proposal.state !== 'approved') throw alreadyDecided(proposal, context);
    return moved(step(proposal, 'approved', 'executed', context), context, `${id} is recorded as carried out`);
  },
});

/** Asked by the clock: nobody decided in time, so nothing changes. */
export const budgetExpire: Command = defineCommand({
  name: 'budget expire',
  summary: 'Close proposals whose time is up',
  examples: ['budget expire'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),
  run(_, context) {
    const overdue = context.state.proposals.overdue(context.now);
    for (const proposal of overdue) step(proposal, 'proposed', 'expired', context);
    return {
      title: `${overdue.length} proposals expired`,
      tone: 'plain',
      parts: [{ kind: 'text', text: overdue.map(({ id }) => id).join(', ') || 'None were overdue.' }],
    };
  },
});

/** Moves the proposal and changes every copy of its card, in one transaction. Null when someone was faster. */
function step(
  { id, version }: Proposal,
  from: ProposalState,
  to: ProposalState,
  context: Context,
  reason?: string,
): Proposal {
  const { state, now, caller, shop } = context;
  const done = state.atomically(() => {
    if (to === 'approved') requireFreeWeek(id, context);
    const after = state.proposals.move({ id, version, from, to, by: actorOf(caller), ...(reason && { reason }) }, now);
    if (after) state.outbox.rewrite(id, proposalCard(after, state, shop), now);
    return after;
  });
  if (done) return done;
  throw alreadyDecided(find(id, context), context);
}

/** What happened, over the card as it stands now. */
function moved(proposal: Proposal, { state, shop }: Context, title: string): Reply {
  return { ...proposalCard(proposal, state, shop), title, tone: 'good' };
}

function find(id: string, { state }: Context): Proposal {
  const proposal = state.proposals.find(id);
  if (proposal) return proposal;
  const recent = state.proposals.list({ limit: 5 }).map((each) => each.id);
  throw new Refusal(
    `There is no proposal ${id}`,
    recent.length > 0 ? `The latest are ${recent.join(', ')}.` : 'None has been made yet: /budget propose.',
  );
}

/** The proposal, if it is open, in time, and at the version that the person has read. */
function openVersion(id: string, version: number | undefined, context: Context): Proposal {
  const proposal = find(id, context);
  requireVersion(proposal, version);
  if (proposal.state !== 'proposed') throw alreadyDecided(proposal, context);
  if (proposal.expiresAt <= context.now) {
    throw new Refusal(
      `${id} has expired`,
      `Its time was up ${formatValue(proposal.expiresAt, 'instant', context.shop)}; nothing changes. Propose it again if it is still wanted.`,
    );
  }
  return proposal;
}

function requireVersion(proposal: Proposal, version: number | undefined): void {
  if (version === undefined || version === proposal.version) return;
  throw new Refusal(
    `This is v${version} of ${proposal.id}`,
    `v${proposal.version} is current. Open it before you decide.`,
    [
      {
        label: `Open v${proposal.version}`,
        style: 'primary',
        ask: { name: 'budget show', input: { proposal: proposal.id } },
      },
    ],
  );
}

/** @throws {Refusal} for people without the right, and for whoever asked; the attempt is recorded */
function requireDecider(proposal: Proposal, { state, caller, now }: Context): void {
  const { id, version } = proposal;
  const actor = actorOf(caller);
  const own = state.proposals.requesters(id).includes(actor.id);
  if (!own && caller.role !== null && mayActAs(caller.role, 'approver')) return;
  const why = own ? 'own proposal' : 'no right to decide';
  state.audit.append({
    at: now,
    actor: actor.id,
    actorName: actor.name,
    act: 'refused',
    subject: id,
    version,
    detail: { why },
  });
  const able = approvers(proposal, state).join(' or ') || 'No one yet: an admin gives the role with /team set';
  throw own
    ? new Refusal('You asked for this, so someone else decides', `${able} can.`)
    : new Refusal(`You can see ${id} but not decide it`, `${able} can.`);
}

/** @throws {Refusal} when another shift of the same week is approved: both start from the same budgets */
function requireFreeWeek(id: string, { state, shop }: Context): void {
  const weekOf = (proposal: Proposal) => (state.runs.byId(proposal.run)!.result as KeptBudget).week;
  const week = weekOf(state.proposals.find(id)!);
  const other = state.proposals
    .list({ states: ['approved', 'executed'], limit: 1000 })
    .find((each) => each.id !== id && weekOf(each) === week);
  if (!other) return;
  throw new Refusal(
    `${other.id} already moves the budgets of the week of ${formatValue(week, 'day', shop)}`,
    `Both start from the same budgets, so only one can hold. ${other.state === 'approved' ? `Withdraw ${other.id} first, or reject` : 'Reject'} ${id}.`,
    [{ label: `Open ${other.id}`, style: 'plain', ask: { name: 'budget show', input: { proposal: other.id } } }],
  );
}

/** What to tell whoever was second. */
function alreadyDecided(proposal: Proposal, { shop, now }: Context): Refusal {
  const { id, state, decidedByName, decidedAt } = proposal;
  if (state === 'expired') return new Refusal(`${id} has expired`, 'Nobody decided in time; nothing changes.');
  if (state === 'proposed') return new Refusal(`${id} is not approved yet`, 'It can be carried out once it is.');
  const seconds = decidedAt === null ? 0 : Math.max(0, now - decidedAt) / 1000;
  const ago = seconds < 60 ? `${seconds.toFixed(1)} s before you` : `at ${formatValue(decidedAt, 'instant', shop)}`;
  return new Refusal(
    `${id} is already ${state}`,
    `${decidedByName ?? 'Someone'} decided ${ago}: ${state === 'executed' ? 'approved, and carried out' : state}.`,
  );
}
