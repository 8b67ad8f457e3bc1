import { z } from 'zod';
import { addDays, startOfWeek } from '../../models/days.ts';
import { period, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { amount, day, text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { minorIn } from '../typed-amount.ts';

export const ledgerOverride = defineCommand({
  name: 'ledger override',
  summary: say`Say another number for a coming week; both are kept and scored`,
  examples: [say`ledger override week:2026-05-04 value:160M reason:"the fair is in town"`],
  needs: 'approver',
  input: z.strictObject({
    week: day(say`any day of the week it is about, such as 2026-05-04`),
    value: amount(say`net revenue of that week as you see it, such as 160M`),
    reason: text(say`what you know that the model does not`),
  }),
  run({ week: typed, value, reason }, { state, caller, now, today, shop }) {
    const week = startOfWeek(typed);
    const span = period(week, addDays(week, 6));
    if (week < today) {
      throw new Refusal(
        say`The week ${span} has begun`,
        say`A number counts when it is said before the week: name a coming one.`,
      );
    }
    const said = state.ledger.promised(week);
    if (!said) {
      throw new Refusal(say`Nothing was posted for the week ${span}`, say`Post a forecast first: /forecast share:yes`);
    }
    const { id: person, name } = actorOf(caller);
    const { run, expected } = said;
    const minor = minorIn(shop, value);
    state.atomically(() => {
      state.ledger.override({ week, value: minor, reason, person, name, run, expected }, now);
      const detail = { week, value: minor, expected, reason };
      state.audit.append({
        at: now,
        actor: person,
        actorName: name,
        act: 'forecast overridden',
        subject: run,
        version: null,
        detail,
      });
    });
    return {
      title: say`Noted for ${span}`,
      tone: 'good',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: say`You say`, value: minor, unit: 'money' },
            {
              label: say`The model says`,
              value: expected,
              unit: 'money',
              low: said.low80,
              high: said.high80,
              receipt: run,
            },
          ],
        },
        {
          kind: 'text',
          text: say`Both stand in the ledger and are scored when the week is over. The model goes on saying its own. Only you see how yours have done: /ledger people.`,
        },
      ],
    };
  },
});
