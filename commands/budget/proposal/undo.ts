import { z } from 'zod';
import type { Proposal } from '../../../data/state/types/proposals.ts';
import type { Gain } from '../../../models/campaigns/types.ts';
import { say } from '../../../words/say.ts';
import { type Context, defineCommand } from '../../command.ts';
import { receiptId } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import { basisOf, type KeptBudget, planWeek } from '../../runs/budget.ts';
import { laterShifts } from '../../runs/carried-out.ts';
import { readCut } from '../../runs/cut.ts';
import { keepRun, type RunOf } from '../../runs/keep.ts';
import { planOf, undoQuestion } from './card.ts';
import { chooseShift } from './choose.ts';
import { requireProposal } from './find.ts';
import { openAction, putForward, putReply } from './put.ts';
import { isWhat, stateWords } from './state-words.ts';

const VERSION = 4;

export const budgetUndo = defineCommand({
  name: 'budget undo',
  summary: say`Propose the reverse of a shift that was carried out; the same rules apply`,
  examples: ['budget undo P-31'],
  needs: 'analyst',
  bare: 'proposal',
  input: z.strictObject({ proposal: receiptId(say`the shift to take back, such as P-31`, 'proposal').optional() }),
  async run({ proposal: id }, context) {
    if (id === undefined)
      return chooseShift({ command: 'budget undo', states: ['executed'], confirm: undoQuestion }, context);
    const done = requireProposal(id, context);
    if (done.state !== 'executed') {
      const advice =
        done.state === 'proposed' || done.state === 'approved'
          ? say`/budget withdraw ${id} takes it back.`
          : say`There is nothing to take back.`;
      throw new Refusal(say`${id} is ${stateWords[done.state]}, not carried out`, advice);
    }
    const before = context.state.proposals
      .list({ states: ['proposed', 'approved', 'executed'], limit: 1000 })
      .find(({ reverses }) => reverses === id);
    if (before)
      throw new Refusal(say`${before.id} takes back ${id} already`, say`${isWhat(before)}.`, [openAction(before)]);
    requireLast(id, context);
    const run = await reverseRun(done, context);
    return putReply(putForward(run, { reverses: id }, context), context);
  },
});

/** @throws {Refusal} when a later shift has moved the same budgets: what would be restored is not what it found */
export function requireLast(id: string, { state }: Pick<Context, 'state'>): void {
  const done = state.executions.of(id);
  const later = done && laterShifts(done, state).at(-1);
  if (!later) return;
  throw new Refusal(say`${later.proposal} has moved the same budgets since ${id}`, say`Take that back first.`, [
    openAction({ id: later.proposal, version: 1 }),
  ]);
}

/**
 * From what a shift set back to what it found: the amounts stand in the shift itself, so that it can be undone whatever
 * the data says by now. Its promise is the same with the opposite sign: that of the shift, or what was seen of it.
 */
export async function reverseRun(
  done: Proposal,
  context: Context,
  seen: Gain | null = null,
): Promise<RunOf<KeptBudget>> {
  const cut = await readCut(context);
  const plan = planOf(done, context);
  const week = planWeek(context.today);
  return keepRun<KeptBudget>(context, {
    kind: 'budget',
    version: VERSION,
    parameters: { reverses: done.run, week, ...(seen && { seen: seen.expected }) },
    cut,
    compute: async () => ({
      result: {
        ...plan,
        week,
        basis: basisOf(cut, context),
        setBy: [done.id],
        ...reversed(plan.allocation, seen),
        promise: { says: say`It only restores what was there before.` },
      },
      receipt: {
        method: say`the reverse of what ${done.id} changed`,
        seed: null,
        used: [say`the budgets before and after ${done.id}, as kept in ${done.run}`],
        checks: [],
        record: [],
        assumptions: [
          seen
            ? say`What ${done.id} was seen to bring a week stops again, and nothing else changes.`
            : say`What ${done.id} promised is lost again; whether it came true is not considered.`,
        ],
      },
    }),
  });
}

type Allocation = KeptBudget['allocation'];

/** The split as it was before, and limits that say exactly that, should it be computed anew. */
function reversed(allocation: Allocation, seen: Gain | null): Pick<KeptBudget, 'allocation' | 'bounds'> {
  const lines = allocation.lines.map((line) => ({
    ...line,
    currentMinor: line.proposedMinor,
    proposedMinor: line.currentMinor,
    change: line.proposedMinor > 0 ? line.currentMinor / line.proposedMinor - 1 : null,
    // Told at the spend that is left, not at the one gone back to.
    marginal: null,
    bound: null,
    whatIf: null,
  }));
  const totalMinor = lines.reduce((sum, { proposedMinor }) => sum + proposedMinor, 0);
  const exactly = Object.fromEntries(lines.map(({ id, proposedMinor }) => [id, proposedMinor]));
  const { salesGain, profitGain } = allocation;
  // What was seen is in the terms of the promise: after goods, where that was promised.
  const told =
    seen === null
      ? { salesGain, profitGain }
      : profitGain
        ? { salesGain: null, profitGain: seen }
        : { salesGain: seen, profitGain: null };
  return {
    allocation: {
      ...allocation,
      lines,
      totalMinor,
      salesGain: negative(told.salesGain),
      profitGain: negative(told.profitGain),
      overShares: negative(allocation.overShares ?? null),
      tightest: null,
      explore: null,
    },
    bounds: {
      totalMinor,
      floorsMinor: exactly,
      ceilingsMinor: exactly,
      keep: [],
      maxStep: null,
      reach: 0,
      goal: null,
      explore: false,
    },
  };
}

function negative(gain: Gain | null): Gain | null {
  return gain && { expected: -gain.expected, low80: -gain.high80, high80: -gain.low80 };
}
