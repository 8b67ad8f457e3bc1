import { z } from 'zod';
import type { Execution } from '../../../data/state/types/executions.ts';
import type { KeptPromise, PromiseFinding } from '../../../data/state/types/promises.ts';
import type { Proposal } from '../../../data/state/types/proposals.ts';
import { addDays, daysBetween } from '../../../models/days.ts';
import { seenSpend } from '../../../models/promises/seen-spend.ts';
import { minorOf } from '../../../words/currency.ts';
import { count, named, plural, say } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand } from '../../command.ts';
import { post } from '../../post.ts';
import { Refusal } from '../../refusal.ts';
import { campaignDays } from '../../runs/campaigns.ts';
import { firstWeekOf, laterShifts } from '../../runs/carried-out.ts';
import { type Cut, readCut } from '../../runs/cut.ts';
import { findingRun } from '../../runs/finding.ts';
import { executionMoved, redraw } from '../execution/execution.ts';
import { seenWords } from '../execution/execution-words.ts';
import { onApproved } from '../execution/on-approved.ts';
import { proposalCard, ROLL_BACK_RULE } from '../proposal/card.ts';
import { shiftOfSameWeek } from '../proposal/find.ts';
import { openAction, putForward } from '../proposal/put.ts';
import { reverseRun } from '../proposal/undo.ts';
import { promisedBy } from './promise-words.ts';

/** Late costs and corrections may still change a verdict for so long after its window. */
const REOPENED_DAYS = 56;

/** Asked by the clock, with the nightly refresh and after imports. */
export const budgetWatch = defineCommand({
  name: 'budget watch',
  summary: say`Hold what came in against the shifts that were carried out`,
  examples: ['budget watch'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),
  async run(_, context) {
    const said = await watchShifts(context, await readCut(context));
    return {
      title:
        said.length > 0
          ? plural(said.length, say`1 shift has news`, say`${count(said.length)} shifts have news`)
          : say`No shift has news`,
      tone: 'plain',
      parts: [
        { kind: 'text', text: said.length > 0 ? named(said.join(', ')) : say`Nothing has come in about them since.` },
      ],
    };
  },
});

/** Looks for the approved budgets in what was spent, and holds each promise against what came. Returns who has news. */
export async function watchShifts(context: Context, cut: Cut): Promise<string[]> {
  const news: string[] = [];
  for (const execution of context.state.executions.list(['sent', 'confirmed'])) {
    if (await verify(execution, context, cut)) news.push(execution.proposal);
  }
  for (const promise of context.state.promises.list()) {
    const found = await find(promise, context, cut);
    if (found === null) continue;
    news.push(promise.key);
    await keep(promise, found, context);
  }
  return news;
}

/** What the first whole week's spend tells of the new budgets. True when that is new. */
async function verify(execution: Execution, context: Context, cut: Cut): Promise<boolean> {
  const { state } = context;
  const { key, change, proposal } = execution;
  const week = firstWeekOf(execution, state);
  if (addDays(week, 7) > cut.before || daysBetween(week, cut.before) > REOPENED_DAYS) return false;
  const days = await campaignDays(context, { from: week, before: cut.before });
  const lines = seenSpend(change.lines, days, week);
  if (JSON.stringify(execution.seen) === JSON.stringify({ week, lines })) return false;
  const all = lines.every(({ says }) => says === 'matches');
  state.atomically(() => {
    state.executions.see(key, { week, lines });
    const isOpen = execution.executor === 'manual' && execution.state === 'sent';
    const done = isOpen && all ? state.executions.settle(execution, { to: 'confirmed' }, context.now) : null;
    if (done) executionMoved(done, context);
    else redraw(proposal, context);
    if (lines.some(({ says }) => says === 'does not match')) postMismatch(state.executions.byKey(key)!, context);
  });
  return true;
}

/** Somebody has to look: the promise is watched as if the budgets were set. Told once a shift. */
function postMismatch(execution: Execution, context: Context): void {
  const { key, proposal } = execution;
  post(context, {
    purpose: 'approvals',
    report: 'spend',
    period: key,
    reply: {
      title: say`${proposal}: what was spent is not what was approved`,
      tone: 'careful',
      parts: [{ kind: 'text', text: seenWords(execution)! }],
      actions: [openAction({ id: proposal, version: 1 })],
    },
  });
}

type Found = {
  readonly finding: Omit<PromiseFinding, 'at'>;
  /** The bound was crossed, and the new budgets still stand: no later shift has moved them. */
  readonly isBroken: boolean;
};

/** How a promise stands by the weeks that are complete; null when it stands as it was last found. */
async function find(promise: KeptPromise, context: Context, cut: Cut): Promise<Found | null> {
  const { state } = context;
  const promised = promisedBy(promise, { state });
  const { key, firstWeek } = promise;
  const planned = addDays(firstWeek, 7 * promised.weeks);
  if (daysBetween(planned, cut.before) > REOPENED_DAYS) return null;
  // From a later shift of the same lines on this one can no longer be told apart.
  const shift = state.executions.byKey(key)!;
  const later = laterShifts(shift, state);
  const until = [planned, ...later.map((each) => firstWeekOf(each, state))].toSorted()[0]!;
  const complete = Math.floor(daysBetween(firstWeek, cut.before < until ? cut.before : until) / 7);
  if (complete < 1) return null;
  const { id, result } = await findingRun(context, cut, promise, { weeks: complete, isOver: cut.before >= until });
  const finding = { ...result.finding, run: id };
  const last = state.promises.findings(key).at(-1);
  const isKnown =
    last && Object.entries(result.finding).every(([name, value]) => last[name as keyof typeof last] === value);
  return isKnown ? null : { finding, isBroken: result.isCrossed && later.length === 0 };
}

/** Keeps what was found; where the bound is crossed, and nobody has answered yet, proposes to take the shift back. */
async function keep(promise: KeptPromise, { finding, isBroken }: Found, context: Context): Promise<void> {
  const { state, now } = context;
  const { key } = promise;
  const { proposal: id } = state.executions.byKey(key)!;
  const executed = state.proposals.find(id)!;
  const isAsked = isBroken && !isAnswered(executed, state);
  const { gain, low80, high80 } = finding;
  const seen = gain === null || low80 === null || high80 === null ? null : { expected: gain, low80, high80 };
  const run = isAsked ? await reverseRun(executed, context, seen) : null;
  state.atomically(() => {
    state.promises.say(key, finding, now);
    const by = actorOf(context.caller);
    const { verdict, weeks } = finding;
    const detail = { weeks, gain, run: promise.run };
    state.audit.append({ at: now, actor: by.id, actorName: by.name, act: verdict, subject: id, version: null, detail });
    if (run) rollBack(putForward(run, { reverses: id }, context), context);
    redraw(id, context);
  });
}

/** Whether to take it back is asked, or was decided. What expired was not, and is asked again with the next week. */
function isAnswered({ id }: Proposal, state: Context['state']): boolean {
  return state.proposals.list({ limit: 1000 }).some(({ reverses, state: at }) => reverses === id && at !== 'expired');
}

/**
 * A proposal like any other: approvers decide. Only where the configuration says so, the shift is small enough, and the
 * receiver that applied it can restore what was kept when it was approved, it is approved by that rule.
 */
function rollBack(proposal: Proposal, context: Context): void {
  const { state, now, shop, execution } = context;
  const { id, version } = proposal;
  const reverses = proposal.reverses!;
  const shift = state.executions.of(reverses)!;
  const most = execution.rollBackBelow;
  const isSmall = most !== null && shift.movedMinor < minorOf(most, shop);
  if (!isSmall || shift.executor !== 'webhook' || execution.by !== 'webhook' || shop?.demo) return;
  if (shiftOfSameWeek(proposal, context)) return;
  const by = { id: ROLL_BACK_RULE, name: 'the roll-back rule' } as const;
  const reason = say`${reverses} broke its promise and moved less than the rule's limit`;
  const approved = state.proposals.move({ id, version, from: 'proposed', to: 'approved', by, reason }, now);
  if (!approved) throw new Refusal(say`${id} could not be approved`, say`Somebody was faster.`);
  onApproved(approved, context);
  state.outbox.rewrite(id, proposalCard(approved, context), now);
}
