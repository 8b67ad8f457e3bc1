import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { type Counted, wilson } from '../../models/intervals.ts';
import { count, day, lines, period, type Said, say, sentences, share } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { receiptId } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { readCut } from '../runs/cut.ts';
import { findTest } from './find.ts';
import { endOf, isSent, judgeList } from './judge.ts';
import { whichList } from './which.ts';

const verdicts = {
  worked: { says: say`worked`, tone: 'good' },
  'did harm': { says: say`did harm`, tone: 'bad' },
  "can't tell": { says: say`can't tell`, tone: 'careful' },
  void: { says: say`void`, tone: 'careful' },
} as const;

export const listResult = defineCommand({
  name: 'list result',
  summary: say`What a list brought: worked, did not, or cannot be told`,
  examples: ['list result T-12'],
  needs: 'viewer',
  bare: 'list',
  input: z.strictObject({ list: receiptId(say`the list, such as T-12`, 'list').optional() }),

  async run({ list }, context) {
    if (list === undefined) {
      return whichList(context, 'list result', ({ exportedAt }) => exportedAt !== null);
    }
    const test = findTest(context, list);
    if (!isSent(test))
      throw new Refusal(say`${test.id} was never exported`, say`Nothing was sent, so there is nothing to see.`);
    const cut = await readCut(context);
    const end = endOf(test);
    const run = await judgeList(context, cut, test);
    if (!run) {
      throw new Refusal(
        say`${test.id} closes on ${day(end)}`,
        say`Looking earlier would find chance. My data ends on ${day(cut.lastDay)}.`,
      );
    }
    const { treated, held, lost, effect, verdict, moved, needed } = run.result;
    if (effect === null || verdict === 'unknown') {
      throw new Refusal(
        say`Nobody was held out of ${test.id}: what it brought cannot be known`,
        sentences(
          say`${share(treated.count / treated.of)} of those written to ordered.`,
          test.reason === null ? say`No reason was given.` : say`The reason given was: ${test.reason}.`,
        ),
      );
    }
    const { difference, low95, high95 } = effect;
    const row = (name: Said, each: Counted) => {
      const interval = wilson(each.count, each.of);
      return [name, each.of, each.count, each.count / each.of, interval.low95, interval.high95];
    };
    return {
      title: say`${test.id} · ${test.name}: ${verdicts[verdict].says}`,
      tone: verdicts[verdict].tone,
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: say`Difference in who ordered`, value: difference, unit: 'change', receipt: run.id },
            { label: say`From, 95%`, value: low95, unit: 'change', receipt: run.id },
            { label: say`To, 95%`, value: high95, unit: 'change', receipt: run.id },
          ],
        },
        {
          kind: 'table',
          columns: [
            { title: '', unit: 'text' },
            { title: say`People`, unit: 'count' },
            { title: say`Ordered`, unit: 'count' },
            { title: say`Share`, unit: 'share' },
            { title: say`Low 95%`, unit: 'share' },
            { title: say`High 95%`, unit: 'share' },
          ],
          rows: [row(say`Written to`, treated), row(say`Held out`, held)],
        },
        {
          kind: 'note',
          text: lines([
            say`Orders from ${period(test.firstDay, addDays(end, -1))}, in points of share. Everybody counts where the draw put them, whether the message arrived or not.`,
            lost === 0 ? null : say`${count(lost)} of them were taken out of the data since: they count nowhere.`,
            moved === 0
              ? null
              : say`People held out who were on another list meanwhile: ${count(moved)}. The two arms cannot be told apart.`,
            needed === null ? null : say`To see +10% next time: ${count(needed)} people.`,
          ]),
        },
      ],
    };
  },
});
