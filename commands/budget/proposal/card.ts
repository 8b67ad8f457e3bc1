import type { Approval, Proposal } from '../../../data/state/types.ts';
import type { Shop } from '../../../data/types.ts';
import { addDays } from '../../../models/days.ts';
import { formatDays, formatValue } from '../../../words/quantity.ts';
import type { Context } from '../../command.ts';
import type { Action, Fact, Part, Reply } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import {
  areEnough,
  countedApprovals,
  covers,
  type Decider,
  deciders,
  deputiesAsked,
  whyTwo,
} from '../approval/authority.ts';
import { limitWords } from '../execution/change.ts';
import { executionActions, executionWords, seenWords } from '../execution/execution-words.ts';
import { lossWarning, shiftTable } from '../plan/table.ts';
import { caution } from '../plan/verdict.ts';
import { changesInWords, nowWords, oneOf, totalInWords } from '../plan/words.ts';
import { promiseNews, watchTerms } from '../promise/promise-words.ts';

export type CardContext = Pick<Context, 'state' | 'shop' | 'now' | 'execution'>;

/** What a proposal would change: kept with it, and never changed. */
export function planOf({ run }: Pick<Proposal, 'run'>, { state }: Pick<Context, 'state'>): KeptBudget {
  return state.runs.byId(run)!.result as KeptBudget;
}

/** "P-31", "P-31 v2". */
export function nameOf({ id, version }: Pick<Proposal, 'id' | 'version'>): string {
  return version > 1 ? `${id} v${version}` : id;
}

/** The card of a proposal as it stands. The same card stands in every copy, and is changed in place at each step. */
export function proposalCard(proposal: Proposal, context: CardContext): Reply {
  const { shop } = context;
  const plan = planOf(proposal, context);
  const open = proposal.state === 'proposed';
  return {
    title: `${nameOf(proposal)} · budget for ${formatDays(plan.week, addDays(plan.week, 6), shop)}`,
    tone: proposal.state === 'rejected' || proposal.state === 'expired' ? 'careful' : open ? 'plain' : 'good',
    parts: [
      { kind: 'text', text: headline(proposal, plan, shop) },
      ...said('text', proposal.reverses ? '' : caution(plan)),
      shiftTable(plan, proposal.reverses, context),
      ...promise(plan, proposal.run),
      ...said('note', watchTerms(plan, shop)),
      { kind: 'text', text: standing(proposal, context) },
      ...said('text', open ? limitWords(plan, proposal.reverses, context) : ''),
      ...said('text', promiseNews(proposal, context)),
      { kind: 'note', text: builtOn(proposal, context) },
    ],
    actions: [...actionsOf(proposal, plan, context), whyAction(proposal)],
  };
}

function said(kind: 'text' | 'note', text: string): Part[] {
  return text === '' ? [] : [{ kind, text }];
}

/** Where the proposal stands, in one or two sentences. */
function headline(proposal: Proposal, plan: KeptBudget, shop: Shop | null): string {
  const origin = proposal.reverses
    ? ` It takes back ${proposal.reverses}.`
    : proposal.follows
      ? ` It was made after ${proposal.follows} was rejected.`
      : '';
  return `Asked by ${proposal.requesterName}. ${totalInWords(plan, shop)}.${origin}`;
}

/** How far it is, or how it ended. */
function standing(proposal: Proposal, context: CardContext): string {
  const { state, shop } = context;
  const at = (instant: number | null) => formatValue(instant, 'instant', shop);
  const decided = `${proposal.decidedByName ?? 'nobody'}, ${at(proposal.decidedAt)}`;
  const execution = state.executions.of(proposal.id);
  const reason = proposal.reason ? ` Reason: ${proposal.reason}` : '';
  const approved = `Approved by ${
    state.proposals
      .approvals(proposal.id)
      .map((each) => signed(each, shop))
      .join(' and ') || decided
  }.`;
  switch (proposal.state) {
    case 'proposed':
      return whoDecides(proposal, context);
    case 'approved':
      return `${approved} ${execution ? executionWords(execution, context) : 'Not carried out yet.'}`;
    case 'executed':
      return `${approved} Carried out${byWhom(proposal, state)}. ${execution ? `${executionWords(execution, context)} ${seenWords(execution)}` : ''}`.trim();
    case 'rejected':
      return `Rejected by ${decided}.${reason}`;
    case 'withdrawn':
      return `Withdrawn by ${decided}.${reason}`;
    case 'expired':
      return `Expired ${at(proposal.expiresAt)}: not enough approvals in time, nothing changes.`;
  }
}

function signed({ name, at }: Approval, shop: Shop | null): string {
  return `${name}, ${formatValue(at, 'instant', shop)}`;
}

/** Who said that it was carried out. */
function byWhom({ id }: Proposal, { audit }: CardContext['state']): string {
  const done = audit.about(id).findLast(({ act }) => act === 'executed');
  return done ? ` by ${done.actorName}` : '';
}

/** How many approvals it takes and why, who can give them, what there is so far, and until when. */
function whoDecides(proposal: Proposal, context: CardContext): string {
  const { state, shop, now } = context;
  const { allocation } = planOf(proposal, context);
  const policy = state.policy.read();
  const two = whyTwo(allocation.lines, policy, shop);
  const able = deciders(proposal, state, now);
  const agreed = countedApprovals(proposal, state, now);
  const terms = { lines: allocation.lines, able, policy, shop };
  const left = able.filter(({ id }) => !agreed.some((each) => each.id === id));
  const asked = deputiesAsked(proposal, state).filter(({ id }) => !able.some((each) => each.id === id));
  const at = (instant: number) => formatValue(instant, 'instant', shop);
  const until =
    now < proposal.deadlineAt && proposal.expiresAt > proposal.deadlineAt && asked.length > 0
      ? `Until ${at(proposal.deadlineAt)}, then ${oneOf(asked.map(({ name }) => name))} is asked too; expires ${at(proposal.expiresAt)}: then nothing changes.`
      : `Expires ${at(proposal.expiresAt)}: then nothing changes.`;
  return [
    two.length > 0
      ? `Needs 2 approvals: ${two.join('; ')}.`
      : `Needs 1 approval${notAlone(able, allocation.lines, shop)}.`,
    ...(agreed.length > 0 ? [`So far: ${agreed.map((each) => signed(each, shop)).join(' and ')}.`] : []),
    // The rules have changed since: nobody is made to have decided by that.
    ...(areEnough(agreed, terms)
      ? ['That is enough by the rules of now: the next Approve, also of theirs, decides.']
      : []),
    left.length > 0
      ? `Approvers: ${left
          .map(({ name, standsInFor }) => (standsInFor ? `${name} (for ${standsInFor})` : name))
          .filter((name, i, all) => all.indexOf(name) === i)
          .join(', ')}.`
      : 'Nobody can approve it: an admin gives the role with /team set.',
    ...(policy.own ? [] : [`${proposal.requesterName} cannot approve.`]),
    until,
  ].join(' ');
}

/** Those whose approval alone does not carry it. */
function notAlone(able: readonly Decider[], lines: KeptBudget['allocation']['lines'], shop: Shop | null): string {
  const limited = able
    .filter(({ limitMinor }) => !covers(limitMinor, lines))
    .map(({ name, limitMinor }) => `${name}, who may move ${formatValue(limitMinor, 'money', shop)}`);
  return limited.length > 0 ? `; 2 where one is by ${oneOf(limited)}` : '';
}

function builtOn({ run }: Proposal, { state, shop }: CardContext): string {
  const { receipt, result } = state.runs.byId(run)!;
  return `Built on ${run}, data to ${formatValue(receipt.dataUntil, 'day', shop)}. ${nowWords(result as KeptBudget)}`;
}

/** What the shift promises a week, with its 80 % interval, and a word of care where it is expected to lose. */
function promise({ allocation }: KeptBudget, receipt: string): Part[] {
  const { salesGain, profitGain } = allocation;
  const gains = [
    ['extra profit a week, after goods', profitGain],
    ['extra sales a week', salesGain],
  ] as const;
  const known = gains.flatMap(([label, gain]) => (gain === null ? [] : [{ label, gain }]));
  const facts = known.map(
    ({ label, gain }, i): Fact => ({
      label: i === 0 ? `Promise: ${label}` : `And ${label}`,
      value: gain.expected,
      unit: 'money',
      low: gain.low80,
      high: gain.high80,
      ...(i === 0 && { receipt }),
    }),
  );
  return [
    facts.length > 0
      ? { kind: 'facts', facts }
      : { kind: 'text', text: 'Promise: none. No line has a response curve, so I cannot tell what this brings.' },
    ...lossWarning(allocation),
  ];
}

function actionsOf(proposal: Proposal, { allocation }: KeptBudget, { state, shop }: CardContext): Action[] {
  const input = { proposal: proposal.id, version: proposal.version };
  if (proposal.state === 'executed') {
    const confirm = `This proposes the reverse of ${proposal.id}. It changes nothing until it is approved.`;
    return [{ label: 'Undo', style: 'plain', ask: { name: 'budget undo', input: { proposal: proposal.id } }, confirm }];
  }
  if (proposal.state === 'rejected')
    return [
      {
        label: 'Make me another',
        style: 'plain',
        ask: { name: 'budget another', input: { proposal: proposal.id } },
        opens: true,
      },
    ];
  const execution = proposal.state === 'approved' ? state.executions.of(proposal.id) : null;
  if (execution) return executionActions(execution);
  if (proposal.state !== 'proposed') return [];
  return [
    {
      label: 'Approve',
      style: 'primary',
      ask: { name: 'budget approve', input },
      confirm: `You approve ${nameOf(proposal)}: ${changesInWords(allocation.lines, shop, { short: true })}.`,
    },
    ...(proposal.reverses === null
      ? [{ label: 'Adjust', style: 'plain' as const, ask: { name: 'budget adjust', input }, opens: true as const }]
      : []),
    {
      label: 'Reject',
      style: 'danger',
      ask: { name: 'budget reject', input },
      form: {
        title: `Reject ${proposal.id}`,
        submit: 'Reject',
        fields: [
          {
            name: 'reason',
            label: 'Reason',
            hint: 'A campaign that you name here is kept as it is in the next proposal.',
            kind: 'text',
            required: true,
          },
        ],
      },
    },
  ];
}

function whyAction({ id }: Proposal): Action {
  return { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } };
}
