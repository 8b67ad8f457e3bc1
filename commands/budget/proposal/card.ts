import type { PersonId } from '../../../data/state/types/people.ts';
import type { BudgetPolicy } from '../../../data/state/types/policy.ts';
import type { Approval, Proposal } from '../../../data/state/types/proposals.ts';
import { addDays } from '../../../models/days.ts';
import { day, instant, listed, money, period, type Said, say, sentences, type Words } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import type { Action, Fact, Field, Part, Reply } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import {
  areEnough,
  countedApprovals,
  countsNoLonger,
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
import { nowWords, oneOf, shortChanges, totalInWords } from '../plan/words.ts';
import { promiseNews, watchTerms } from '../promise/promise-words.ts';

export type CardContext = Pick<Context, 'state' | 'shop' | 'now' | 'execution'> & {
  /** Approvals of accounts that are closed by now, where that has just been asked. */
  readonly left?: readonly Pick<Approval, 'id' | 'name'>[];
};

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
  const plan = planOf(proposal, context);
  const open = proposal.state === 'proposed';
  return {
    title: say`${nameOf(proposal)} · budget for ${period(plan.week, addDays(plan.week, 6))}`,
    tone: proposal.state === 'rejected' || proposal.state === 'expired' ? 'careful' : open ? 'plain' : 'good',
    parts: [
      { kind: 'text', text: headline(proposal, plan) },
      ...told('text', proposal.reverses ? null : caution(plan)),
      shiftTable(plan, proposal.reverses, context),
      ...promise(plan, proposal.run),
      ...told('note', watchTerms(plan)),
      { kind: 'text', text: standing(proposal, context) },
      ...told('text', open ? limitWords(plan, proposal.reverses, context) : null),
      ...told('text', promiseNews(proposal, context)),
      { kind: 'note', text: builtOn(proposal, context) },
    ],
    actions: [...actionsOf(proposal, plan, context), whyAction(proposal)],
  };
}

function told(kind: 'text' | 'note', text: Words | null): Part[] {
  return text === null ? [] : [{ kind, text }];
}

/** Where the proposal comes from, in one or two sentences. */
function headline({ requesterName, reverses, follows }: Proposal, plan: KeptBudget): Said {
  const origin = reverses
    ? say`It takes back ${reverses}.`
    : follows
      ? say`It was made after ${follows} was rejected.`
      : null;
  return sentences(say`Asked by ${requesterName}.`, totalInWords(plan), origin);
}

/** How far it is, or how it ended. */
function standing(proposal: Proposal, context: CardContext): Said {
  const { state } = context;
  const decided = signed({ name: deciderName(proposal), at: proposal.decidedAt });
  const execution = state.executions.of(proposal.id);
  const reason = proposal.reason && say`Reason: ${proposal.reason}`;
  const votes = state.proposals.approvals(proposal.id).map(signed);
  const approved = say`Approved by ${votes.length > 0 ? listed(votes) : decided}.`;
  switch (proposal.state) {
    case 'proposed':
      return whoDecides(proposal, context);
    case 'approved':
      return sentences(approved, execution ? executionWords(execution, context) : say`Not carried out yet.`);
    case 'executed':
      return sentences(
        approved,
        carriedOut(proposal, state),
        execution && executionWords(execution, context),
        execution && seenWords(execution),
      );
    case 'rejected':
      return sentences(say`Rejected by ${decided}.`, reason);
    case 'withdrawn':
      return sentences(say`Withdrawn by ${decided}.`, reason);
    case 'expired':
      return say`Expired ${instant(proposal.expiresAt)}: not enough approvals in time, nothing changes.`;
  }
}

/** Decides in place of people where the configuration says so: its name is a word, and is told in any language. */
export const ROLL_BACK_RULE = 'configuration:BUDGET_ROLL_BACK_BELOW' satisfies PersonId;

function deciderName({ decidedBy, decidedByName }: Proposal): Words {
  return decidedBy === ROLL_BACK_RULE ? say`the roll-back rule` : (decidedByName ?? say`nobody`);
}

function signed({ name, at }: { readonly name: Words | string; readonly at: number | null }): Said {
  return say`${name}, ${instant(at)}`;
}

/** Who said that it was carried out. */
function carriedOut({ id }: Proposal, { audit }: CardContext['state']): Said {
  const done = audit.about(id).findLast(({ act }) => act === 'executed');
  return done ? say`Carried out by ${done.actorName}.` : say`Carried out.`;
}

/** How many approvals it takes and why, who can give them, what there is so far, and until when. */
function whoDecides(proposal: Proposal, context: CardContext): Said {
  const { state, now, left = [] } = context;
  const { lines } = planOf(proposal, context).allocation;
  const policy = state.policy.read();
  const isThere = ({ id }: { readonly id: PersonId }) => !left.some((each) => each.id === id);
  const able = deciders(proposal, state, now).filter(isThere);
  const agreed = countedApprovals(proposal, state, now).filter(isThere);
  const others = able.filter(({ id }) => !agreed.some((each) => each.id === id));
  const approvers = others.map(({ name, standsInFor }) => (standsInFor ? say`${name} (for ${standsInFor})` : name));
  return sentences(
    howMany(able, lines, policy),
    agreed.length > 0 ? say`So far: ${listed(agreed.map(signed))}.` : null,
    ...left.map(countsNoLonger),
    // The rules have changed since: nobody is made to have decided by that.
    areEnough(agreed, { lines, able, policy })
      ? say`That is enough by the rules of now: the next Approve, also of theirs, decides.`
      : null,
    others.length > 0
      ? say`Approvers: ${listed(approvers)}.`
      : say`Nobody can approve it: an admin gives the role with /team set.`,
    policy.own ? null : say`${proposal.requesterName} cannot approve.`,
    untilWhen(proposal, able, context),
  );
}

type Lines = KeptBudget['allocation']['lines'];

function howMany(able: readonly Decider[], lines: Lines, policy: BudgetPolicy): Said {
  const two = whyTwo(lines, policy);
  if (two) return say`Needs 2 approvals: ${two}.`;
  // Those whose approval alone does not carry it.
  const limited = able
    .filter(({ limitMinor }) => !covers(limitMinor, lines))
    .map(({ name, limitMinor }) => say`${name}, who may move ${money(limitMinor)}`);
  return limited.length > 0
    ? say`Needs 1 approval; 2 where one is by ${listed(limited, 'or')}.`
    : say`Needs 1 approval.`;
}

function untilWhen(proposal: Proposal, able: readonly Decider[], { state, now }: CardContext): Said {
  const { deadlineAt, expiresAt } = proposal;
  const asked = deputiesAsked(proposal, state).filter(({ id }) => !able.some((each) => each.id === id));
  if (now >= deadlineAt || expiresAt <= deadlineAt || asked.length === 0)
    return say`Expires ${instant(expiresAt)}: then nothing changes.`;
  const deputies = oneOf(asked.map(({ name }) => name));
  return say`Until ${instant(deadlineAt)}, then ${deputies} is asked too; expires ${instant(expiresAt)}: then nothing changes.`;
}

function builtOn({ run }: Proposal, { state }: CardContext): Said {
  const { receipt, result } = state.runs.byId(run)!;
  return sentences(say`Built on ${run}, data to ${day(receipt.dataUntil)}.`, nowWords(result as KeptBudget));
}

/** What the shift promises a week, with its 80 % interval, and a word of care where it is expected to lose. */
function promise({ allocation }: KeptBudget, receipt: string): Part[] {
  const { salesGain, profitGain } = allocation;
  const gains = [
    {
      first: say`Promise: extra profit a week, after goods`,
      next: say`And extra profit a week, after goods`,
      gain: profitGain,
    },
    { first: say`Promise: extra sales a week`, next: say`And extra sales a week`, gain: salesGain },
  ];
  const facts = gains
    .flatMap(({ gain, ...labels }) => (gain === null ? [] : [{ ...labels, gain }]))
    .map(
      ({ first, next, gain }, i): Fact => ({
        label: i === 0 ? first : next,
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
      : {
          kind: 'text',
          text: say`Promise: none. No campaign's spend has varied enough to tell what more or less of it brings (no response curve).`,
        },
    ...lossWarning(allocation),
  ];
}

function actionsOf(proposal: Proposal, { allocation }: KeptBudget, { state }: CardContext): Action[] {
  const input = { proposal: proposal.id, version: proposal.version };
  if (proposal.state === 'executed') {
    const confirm = undoQuestion(proposal.id);
    return [
      { label: say`Undo`, style: 'plain', ask: { name: 'budget undo', input: { proposal: proposal.id } }, confirm },
    ];
  }
  if (proposal.state === 'rejected')
    return [
      {
        label: say`Make me another`,
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
      label: say`Approve`,
      style: 'primary',
      ask: { name: 'budget approve', input },
      confirm: sentences(say`You approve ${nameOf(proposal)}.`, ...shortChanges(allocation.lines)),
    },
    ...(proposal.reverses === null
      ? [{ label: say`Adjust`, style: 'plain' as const, ask: { name: 'budget adjust', input }, opens: true as const }]
      : []),
    rejectAction(proposal),
  ];
}

/** With a reason: nothing is rejected without one. */
export function rejectAction({ id, version }: Proposal): Action {
  const reason: Field = {
    name: 'reason',
    label: say`Reason`,
    hint: say`A campaign that you name here is kept as it is in the next proposal.`,
    kind: 'text',
    required: true,
  };
  return {
    label: say`Reject`,
    style: 'danger',
    ask: { name: 'budget reject', input: { proposal: id, version } },
    form: { title: say`Reject ${id}`, submit: say`Reject`, fields: [reason] },
  };
}

/** Asked before the reverse of a shift is proposed. */
export function undoQuestion(id: string): Said {
  return say`This proposes the reverse of ${id}. It changes nothing until it is approved.`;
}

function whyAction({ id }: Proposal): Action {
  return { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } };
}
