import { z } from 'zod';
import { count, say, sentences } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand } from '../../command.ts';
import { text } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Action, Field, Reply } from '../../reply.ts';
import { redraw } from './execution.ts';
import { frozenWords } from './frozen.ts';

export const budgetFreeze = defineCommand({
  name: 'budget freeze',
  summary: say`Kill switch: no budget is changed until /budget unfreeze`,
  examples: [say`budget freeze reason:"the ad account is under review"`],
  needs: 'admin',
  input: z.strictObject({ reason: text(say`why, for everybody`).optional() }),
  run({ reason }, context) {
    const before = context.state.executions.frozen();
    if (before) throw new Refusal(say`Budgets are frozen already`, frozenWords(before));
    if (reason === undefined) return askReason();
    switchTo(true, reason, context);
    const underWay = context.state.executions.list(['executing', 'sent', 'unknown']).length;
    const text = sentences(
      say`Shifts can be proposed and approved; none is sent until /budget unfreeze.`,
      underWay > 0 ? say`Already under way: ${count(underWay)}; what becomes of those is still looked up.` : null,
    );
    return {
      title: say`Budgets are frozen`,
      tone: 'careful',
      parts: [{ kind: 'text', text }],
      actions: [unfreezeAction],
    };
  },
});

/** A switch for everybody is not thrown without a word why. */
function askReason(): Reply {
  const reason: Field = { name: 'reason', label: say`Why, for everybody`, kind: 'text', required: true };
  return {
    title: say`Freeze all budgets?`,
    tone: 'careful',
    parts: [{ kind: 'text', text: say`No approved shift is sent until /budget unfreeze. Nothing is frozen yet.` }],
    actions: [
      {
        label: say`Freeze`,
        style: 'danger',
        ask: { name: 'budget freeze', input: {} },
        form: { title: say`Freeze all budgets`, submit: say`Freeze`, fields: [reason] },
      },
    ],
  };
}

export const budgetUnfreeze = defineCommand({
  name: 'budget unfreeze',
  summary: say`Let approved shifts be carried out again`,
  examples: ['budget unfreeze'],
  needs: 'admin',
  input: z.strictObject({ reason: text(say`why`).optional() }),
  run({ reason }, context): Reply {
    if (!context.state.executions.frozen())
      throw new Refusal(say`Budgets are not frozen`, say`Nothing stands in the way.`);
    switchTo(false, reason ?? '', context);
    const waiting = context.state.executions.list(['approved']).filter(({ executor }) => executor !== 'manual').length;
    const text = waiting > 0 ? say`Sent now: ${count(waiting)}.` : say`Nothing was waiting.`;
    return { title: say`Budgets are no longer frozen`, tone: 'good', parts: [{ kind: 'text', text }] };
  },
});

const unfreezeAction: Action = {
  label: say`Unfreeze`,
  style: 'plain',
  ask: { name: 'budget unfreeze', input: {} },
  confirm: say`Approved shifts that wait are carried out at once.`,
};

/** The switch, its record, and every card that waits for it. */
function switchTo(frozen: boolean, reason: string, context: Context): void {
  const { state, now, caller } = context;
  const by = actorOf(caller);
  state.atomically(() => {
    state.executions.freeze(frozen, { by, reason }, now);
    const act = frozen ? 'freeze' : 'unfreeze';
    state.audit.append({
      at: now,
      actor: by.id,
      actorName: by.name,
      act,
      subject: 'budget',
      version: null,
      detail: { reason },
    });
    for (const { proposal } of state.executions.list(['approved'])) redraw(proposal, context);
  });
}
