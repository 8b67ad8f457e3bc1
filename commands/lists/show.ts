import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { count, day, plural, type Said, say } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { receiptId } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { testCard } from './card.ts';
import { findTest } from './find.ts';
import { makeAction } from './make-form.ts';

const SHOWN = 20;
/** Of the newest; the others are opened by their id. */
const OPENED = 5;

export const listShow = defineCommand({
  name: 'list show',
  summary: say`The lists that were made, and when each can be judged`,
  examples: ['list show', 'list show T-12'],
  needs: 'viewer',
  bare: 'list',
  input: z.strictObject({ list: receiptId(say`one of them, such as T-12`, 'list').optional() }),
  async run({ list }, context) {
    if (list !== undefined) return testCard(context, findTest(context, list));
    const tests = context.state.tests.list(SHOWN);
    if (tests.length === 0)
      throw new Refusal(say`No list was made yet`, say`Make one of a group: /list make group:"…"`, [makeAction]);
    const cut = await readCut(context);
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
            return [test.id, test.name, treated, held, test.madeAt, stateOf(closes, cut, context), day(closes)];
          }),
        },
      ],
      actions: tests.slice(0, OPENED).map(({ id }) => ({
        label: say`Open ${id}`,
        style: 'plain',
        ask: { name: 'list show', input: { list: id } },
      })),
    };
  },
});

/** How far a list is that closes on this day; null before it was sent. */
function stateOf(closes: Day | null, { before }: Cut, { today }: Context): Said {
  if (closes === null) return say`draft`;
  if (closes <= before) return say`can be judged`;
  return closes <= today ? say`waits for data` : say`running`;
}
