import type { Proposal, State } from '../../data/state/types.ts';
import type { Shop } from '../../data/types.ts';
import { mayActAs } from '../command.ts';
import { formatValue } from '../quantity.ts';
import type { Action, Part, Reply } from '../reply.ts';
import type { KeptBudget } from '../runs/budget.ts';
import { promiseFacts, shiftNotes, shiftTable } from './table.ts';

/** The card of a proposal as it stands. The same card stands in every copy, and is changed in place at each step. */
export function proposalCard(proposal: Proposal, state: State, shop: Shop | null): Reply {
  const plan = state.runs.byId(proposal.run)!.result as KeptBudget;
  const { allocation, week } = plan;
  const open = proposal.state === 'proposed';
  const parts: Part[] = [
    { kind: 'text', text: standing(proposal, state, shop) },
    { kind: 'facts', facts: promiseFacts(plan, proposal.run) },
    shiftTable(plan),
    ...shiftNotes(plan),
  ];
  if (proposal.state === 'approved')
    parts.push({ kind: 'text', text: instruction(proposal, allocation.lines, week, shop) });
  return {
    title: `${proposal.id}${proposal.version > 1 ? ` v${proposal.version}` : ''} · budget for the week of ${formatValue(week, 'day', shop)}`,
    tone: proposal.state === 'rejected' || proposal.state === 'expired' ? 'careful' : open ? 'plain' : 'good',
    parts,
    actions: [...(open ? decisions(proposal, allocation.lines, shop) : []), ...later(proposal), whyAction(proposal)],
  };
}

/** Where the proposal stands, and who may act. */
function standing(proposal: Proposal, state: State, shop: Shop | null): string {
  const at = (instant: number | null) => formatValue(instant, 'instant', shop);
  const asked = `Asked by ${proposal.requesterName}, ${at(proposal.proposedAt)}.`;
  const reason = proposal.reason ? ` Reason: ${proposal.reason}` : '';
  const decided = `${proposal.decidedByName ?? 'nobody'} at ${at(proposal.decidedAt)}`;
  switch (proposal.state) {
    case 'proposed':
      return (
        `${asked} Needs one approval by ${approvers(proposal, state).join(' or ') || 'an approver (there is none yet)'}; ` +
        `${proposal.requesterName} cannot approve. Expires ${at(proposal.expiresAt)}: then nothing changes.`
      );
    case 'approved':
      return `${asked} Approved by ${decided}. Not carried out yet.`;
    case 'executed':
      return `${asked} Approved by ${decided}. Carried out${byWhom(proposal, state)}.`;
    case 'rejected':
      return `${asked} Rejected by ${decided}.${reason}`;
    case 'withdrawn':
      return `${asked} Withdrawn by ${decided}.${reason}`;
    case 'expired':
      return `${asked} Expired ${at(proposal.expiresAt)}: nobody decided, nothing changes.`;
  }
}

/** Who said that it was carried out. */
function byWhom({ id }: Proposal, { audit }: State): string {
  const done = audit.about(id).findLast(({ act }) => act === 'executed');
  return done ? ` by ${done.actorName}` : '';
}

/** Who may decide, by name: everyone with the right except those who asked. */
export function approvers(proposal: Proposal, state: State): string[] {
  const asked = state.proposals.requesters(proposal.id);
  const able = state.people
    .list()
    .filter(({ door, user, role }) => mayActAs(role, 'approver') && !asked.includes(`${door}:${user}`))
    .map(({ name }) => name);
  return [...new Set(able)];
}

type Lines = KeptBudget['allocation']['lines'];

function decisions(proposal: Proposal, lines: Lines, shop: Shop | null): Action[] {
  const input = { proposal: proposal.id, version: proposal.version };
  return [
    {
      label: 'Approve',
      style: 'primary',
      ask: { name: 'budget approve', input },
      confirm: `You approve ${proposal.id}: ${changes(lines, shop)}. It is carried out by hand, once.`,
    },
    {
      label: 'Reject',
      style: 'danger',
      ask: { name: 'budget reject', input },
      form: {
        title: `Reject ${proposal.id}`,
        submit: 'Reject',
        fields: [{ name: 'reason', label: 'Reason', kind: 'text', required: true }],
      },
    },
  ];
}

function later(proposal: Proposal): Action[] {
  if (proposal.state !== 'approved') return [];
  return [
    {
      label: 'Done',
      style: 'primary',
      ask: { name: 'budget done', input: { proposal: proposal.id, version: proposal.version } },
      confirm: 'You have set these budgets where the campaigns run.',
    },
  ];
}

function whyAction(proposal: Proposal): Action {
  return { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: proposal.id } } };
}

/** What a person has to do, since nothing is changed by itself. */
function instruction(proposal: Proposal, lines: Lines, week: string, shop: Shop | null): string {
  return (
    `To do by hand from ${formatValue(week, 'day', shop)}: ${changes(lines, shop)}. ` +
    `Press Done when it is set; ${proposal.id} is then recorded as carried out, with your name.`
  );
}

/** Only the lines that move, from and to, to the last minor unit: somebody has to type them. */
function changes(lines: Lines, shop: Shop | null): string {
  const money = (minor: number) => formatValue(minor, 'money', shop, true);
  const moved = lines.filter(({ currentMinor, proposedMinor }) => currentMinor !== proposedMinor);
  if (moved.length === 0) return 'no line changes';
  return moved
    .map(
      ({ name, currentMinor, proposedMinor }) =>
        `${name} from ${money(currentMinor)} to ${money(proposedMinor)} a week`,
    )
    .join('; ');
}
