import { z } from 'zod';
import { say } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { receiptId, text, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { testCard } from './card.ts';
import { findDraft } from './find.ts';

export const listHold = defineCommand({
  name: 'list hold',
  summary: say`Hold out more or fewer people of a list before it is exported`,
  examples: ['list hold list:T-12 holdout:50'],
  needs: 'analyst',
  bare: 'list',
  input: z.strictObject({
    list: receiptId(say`the list, such as T-12`, 'list'),
    holdout: wholeNumber({ from: 0, to: 90, says: say`percent left out, to compare with` }),
    reason: text(say`why nobody is held out`, { most: 200 }).optional(),
  }),

  run({ list, holdout, reason }, context) {
    const { id } = findDraft(context, list);
    if (holdout === 0 && reason === undefined) {
      throw new Refusal(
        say`Without people held out nobody will know what it brought`,
        say`If it must be so, say why: /list hold list:${id} holdout:0 reason:"…"`,
      );
    }
    context.state.atomically(() => context.state.tests.hold(id, holdout / 100, holdout === 0 ? reason! : null));
    return testCard(context, findDraft(context, list));
  },
});
