import { z } from 'zod';
import { say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { receiptId } from '../inputs.ts';
import { Refusal } from '../refusal.ts';

export const dataUndo = defineCommand({
  name: 'data undo',
  summary: say`Take a file back, up to 30 days later`,
  examples: ['data undo I-19'],
  needs: 'analyst',
  bare: 'import',
  input: z.strictObject({ import: receiptId(say`the import to take back, such as I-19`, 'import') }),
  async run({ import: id }, { facts, state, shop, caller, now }) {
    if (shop?.demo) throw new Refusal(say`The demo shop keeps its orders`, say`They are all it has.`);
    const report = await facts.imports.undo(id, now);
    const actor = actorOf(caller);
    state.atomically(() => {
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'import undone',
        subject: report.id,
        version: null,
        detail: { file: report.name, stored: report.stored },
      });
      state.schedules.add('refresh', `${report.id} undone`, now);
    });
    return {
      title: say`${report.id} is taken back`,
      tone: 'good',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: say`Rows that no longer count`, value: report.stored, unit: 'count', receipt: report.id },
            { label: say`Net revenue that no longer counts`, value: report.revenueMinor, unit: 'money', exact: true },
          ],
        },
        {
          kind: 'note',
          text: say`What the file had replaced counts again. Forecasts and segments are computed anew; open proposals built on it are stale.`,
        },
      ],
    };
  },
});
