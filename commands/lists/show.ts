import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';

const SHOWN = 20;

export const listShow = defineCommand({
  name: 'list show',
  summary: 'The lists that were made, and when each can be judged',
  examples: ['list show'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, context) {
    const tests = context.state.tests.list(SHOWN);
    if (tests.length === 0) throw new Refusal('No list was made yet', 'Make one of a group: /list make group:"…"');
    return {
      title: `${tests.length} ${tests.length === 1 ? 'list' : 'lists'}`,
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: 'List', unit: 'receipt' },
            { title: 'Group', unit: 'text' },
            { title: 'Written to', unit: 'count' },
            { title: 'Held out', unit: 'count' },
            { title: 'Made', unit: 'instant' },
            { title: 'State', unit: 'text' },
            { title: 'Closes', unit: 'day' },
          ],
          rows: tests.map((test) => {
            const { treated, held } = context.state.tests.arms(test.id);
            const closes = test.firstDay === null ? null : addDays(test.firstDay, test.windowDays);
            const state = closes === null ? 'draft' : closes <= context.today ? 'can be judged' : 'running';
            return [test.id, test.name, treated, held, test.madeAt, state, closes];
          }),
        },
      ],
    };
  },
});
