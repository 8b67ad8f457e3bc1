import { z } from 'zod';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand } from '../../command.ts';
import { text } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Action, Reply } from '../../reply.ts';
import { redraw } from './execution.ts';
import { frozenWords } from './frozen.ts';

export const budgetFreeze = defineCommand({
  name: 'budget freeze',
  summary: 'Kill switch: no budget is changed until /budget unfreeze',
  examples: ['budget freeze reason:"the ad account is under review"'],
  needs: 'admin',
  input: z.strictObject({ reason: text('why, for everybody') }),
  run({ reason }, context) {
    const before = context.state.executions.frozen();
    if (before) throw new Refusal('Budgets are frozen already', frozenWords(context));
    switchTo(true, reason, context);
    const underWay = context.state.executions.list(['executing', 'sent', 'unknown']).length;
    const late = underWay > 0 ? ` Already under way: ${underWay}; what becomes of those is still looked up.` : '';
    return {
      title: 'Budgets are frozen',
      tone: 'careful',
      parts: [
        { kind: 'text', text: `Shifts can be proposed and approved; none is sent until /budget unfreeze.${late}` },
      ],
      actions: [unfreezeAction],
    };
  },
});

export const budgetUnfreeze = defineCommand({
  name: 'budget unfreeze',
  summary: 'Let approved shifts be carried out again',
  examples: ['budget unfreeze'],
  needs: 'admin',
  input: z.strictObject({ reason: text('why').optional() }),
  run({ reason }, context): Reply {
    if (!context.state.executions.frozen()) throw new Refusal('Budgets are not frozen', 'Nothing stands in the way.');
    switchTo(false, reason ?? 'the freeze is over', context);
    const waiting = context.state.executions.list(['approved']).filter(({ executor }) => executor !== 'manual').length;
    const text = waiting > 0 ? `Sent now: ${waiting}.` : 'Nothing was waiting.';
    return { title: 'Budgets are no longer frozen', tone: 'good', parts: [{ kind: 'text', text }] };
  },
});

const unfreezeAction: Action = {
  label: 'Unfreeze',
  style: 'plain',
  ask: { name: 'budget unfreeze', input: {} },
  confirm: 'Approved shifts that wait are carried out at once.',
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
