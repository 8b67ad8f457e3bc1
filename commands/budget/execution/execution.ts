import type { Execution } from '../../../data/state/types/executions.ts';
import type { Actor, Proposal } from '../../../data/state/types/proposals.ts';
import type { Day } from '../../../data/types/shop.ts';
import { addDays, startOfWeek } from '../../../models/days.ts';
import { say, sentences } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import { post } from '../../post.ts';
import { Refusal } from '../../refusal.ts';
import type { Reply } from '../../reply.ts';
import { isSetByHand } from '../plan/table.ts';
import { nameOf, planOf, proposalCard } from '../proposal/card.ts';
import { changeOf } from './change.ts';
import { executionActions, executionWords } from './execution-words.ts';
import { type GuardContext, guardAgainst } from './guards.ts';
import { rewriteInstruction } from './instruction.ts';

/** What it takes to move a shift on, apart from who asks. */
export type ActingContext = GuardContext & Pick<Context, 'today'>;

const sextant: Actor = { id: 'clock:sextant', name: 'Sextant' };

/**
 * Keeps what is to be carried out, in the transaction that approves it. A demo shop has nothing outside to change.
 *
 * @throws {Refusal} when a guard stands against it
 */
export function openExecution(proposal: Proposal, context: GuardContext): Execution {
  const { state, now, shop, execution } = context;
  const { id, version, reverses } = proposal;
  const restores = reverses === null ? null : (state.executions.of(reverses)?.key ?? null);
  const draft = { proposal: id, version, ...changeOf(planOf(proposal, context), { shop, restores }) };
  const why = guardAgainst({ key: '', ...draft }, context);
  if (why !== null)
    throw new Refusal(say`${nameOf(proposal)} is over a limit`, sentences(why, say`Adjust it, or ask an admin.`));
  return state.executions.open({ ...draft, executor: shop?.demo ? 'manual' : execution.by }, now);
}

/**
 * What follows when a shift has taken a step, in the transaction of that step: the record, the proposal, what it
 * promises from now on, and the card in every copy.
 */
export function executionMoved(execution: Execution, context: ActingContext, by: Actor = sextant): void {
  const { state, now } = context;
  const { proposal: id, version, key, says } = execution;
  const confirmed = execution.state === 'confirmed';
  state.audit.append({
    at: now,
    actor: by.id,
    actorName: by.name,
    act: actOf(execution),
    subject: id,
    version,
    detail: { key, ...(says !== null && { reason: says }) },
  });
  if (confirmed && state.proposals.find(id)?.state === 'approved') {
    state.proposals.move({ id, version, from: 'approved', to: 'executed', by }, now);
  }
  if (confirmed) makePromise(execution, context);
  redraw(id, context);
  if (!isUpToPeople(execution)) return;
  post(
    { ...context, caller: { door: 'clock', user: 'sextant', role: 'admin' } },
    {
      purpose: 'approvals',
      report: 'trouble',
      period: `${key} ${execution.turn}`,
      subject: troubleSubject(id),
      reply: troubleCard(execution, context),
    },
  );
}

/** What a step is called in the record: a look-up that found nothing new has sent nothing again. */
function actOf({ state: at, looks }: Execution): string {
  if (at === 'approved') return 'not applied';
  return (at === 'sent' || at === 'unknown') && looks > 0 ? 'looked up' : at;
}

/** Nothing more happens by itself. */
function isUpToPeople({ state: at, executor, nextAt }: Execution): boolean {
  const isOpen = at === 'unknown' || at === 'sent';
  return executor !== 'manual' && (at === 'failed' || (isOpen && nextAt === null));
}

/** A message of its own, since a card that changes in place notifies nobody; later it says how it ended. */
function troubleCard(execution: Execution, context: GuardContext): Reply {
  const isOpen = isUpToPeople(execution);
  return {
    title: isOpen ? say`${execution.proposal} needs somebody` : say`${execution.proposal}: how it went on`,
    tone: isOpen ? 'bad' : 'plain',
    parts: [{ kind: 'text', text: executionWords(execution, context) }],
    actions: executionActions(execution),
  };
}

function troubleSubject(id: string): string {
  return `${id} trouble`;
}

/** A person set the budgets: in the transaction that says so. */
export function setByHand(proposal: Proposal, context: ActingContext): void {
  const { state, now } = context;
  const execution = state.executions.of(proposal.id);
  if (execution?.state !== 'approved') return;
  const done = state.executions.settle(execution, { to: 'sent' }, now);
  if (done) makePromise(done, context);
}

/** @throws {Refusal} when it may already be out there: in the transaction that withdraws a proposal */
export function cancelExecution({ id }: Proposal, { state, now }: GuardContext): void {
  const execution = state.executions.of(id);
  if (!execution) return;
  const open = execution.state === 'approved' || execution.state === 'failed';
  if (open && state.executions.settle(execution, { to: 'cancelled' }, now)) return;
  throw new Refusal(
    say`${id} is on its way`,
    say`It may be applied already. Once that is known, /budget undo takes it back.`,
  );
}

/** From the first whole week of the new budgets on, what was promised is watched. */
function makePromise({ key, proposal: id, change }: Execution, context: ActingContext): void {
  const { state, now, today } = context;
  const proposal = state.proposals.find(id)!;
  const { promise } = planOf(proposal, context);
  if (!promise || !('gain' in promise) || state.promises.find(key)) return;
  const next = startOfWeek(addDays(today, 6));
  const firstWeek: Day = next > change.week ? next : change.week;
  const { requester: askedBy, requesterName: askedName, run } = proposal;
  state.promises.make({ key, run, modelRun: modelRunOf(proposal, context), askedBy, askedName, firstWeek }, now);
}

/** The last split of the model that this one was made from, where a person set lines by hand. */
function modelRunOf(proposal: Proposal, { state }: GuardContext): string | null {
  if (!isByHand(proposal.run, state)) return null;
  const runs = state.audit
    .about(proposal.id)
    .flatMap(({ detail }) => (typeof detail.run === 'string' ? [detail.run] : []));
  return runs.findLast((run) => !isByHand(run, state)) ?? null;
}

function isByHand(run: string, state: Context['state']): boolean {
  const { bounds } = planOf({ run }, { state });
  return Object.keys(bounds.floorsMinor).some((id) => isSetByHand(Number(id), bounds));
}

/** Brings every copy of the card, and of what was posted beside it, in line with what is known. */
export function redraw(id: string, context: GuardContext): void {
  const proposal = context.state.proposals.find(id)!;
  context.state.outbox.rewrite(id, proposalCard(proposal, context), context.now);
  rewriteInstruction(proposal, context);
  const execution = context.state.executions.of(id);
  if (execution) context.state.outbox.rewrite(troubleSubject(id), troubleCard(execution, context), context.now);
}
