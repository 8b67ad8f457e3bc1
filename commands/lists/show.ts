import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { count, plural, say } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { makeAction } from './make-form.ts';

const SHOWN = 20;

export const listShow = defineCommand({
  name: 'list show',
  summary: say`The lists that were made, and when each can be judged`,
  examples: ['list show'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, context) {
    const tests = context.state.tests.list(SHOWN);
    if (tests.length === 0)
      throw new Refusal(say`No list was made yet`, say`Make one of a group: /list make group:"…"`, [makeAction]);
    return {
      title: plural(tests.length, say`${count(tests.length)} list`, say`${count(tests.length)} lists`),
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: say`List`, unit: 'receipt' },
            { title: say`Group`, unit: 'text' },
            { title: say`Written to`, unit: 'count' },
            { title: say`Held out`, unit: 'count' },
            { title: say`Made`, unit: 'instant' },
            { title: say`State`, unit: 'text' },
            { title: say`Closes`, unit: 'day' },
          ],
          rows: tests.map((test) => {
            const { treated, held } = context.state.tests.arms(test.id);
            const closes = test.firstDay === null ? null : addDays(test.firstDay, test.windowDays);
            const state = closes === null ? say`draft` : closes <= context.today ? say`can be judged` : say`running`;
            return [test.id, test.name, treated, held, test.madeAt, state, closes];
          }),
        },
      ],
    };
  },
});
