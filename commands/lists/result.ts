import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { type Counted, wilson } from '../../models/intervals.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { defineCommand } from '../command.ts';
import { receiptId } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { readCut } from '../runs/cut.ts';
import { findTest } from './find.ts';
import { endOf, isSent, judgeList } from './judge.ts';

export const listResult = defineCommand({
  name: 'list result',
  summary: 'What a list brought: worked, did not, or cannot be told',
  examples: ['list result T-12'],
  needs: 'viewer',
  bare: 'list',
  input: z.strictObject({ list: receiptId('the list, such as T-12') }),

  async run({ list }, context) {
    const { shop } = context;
    const test = findTest(context, list);
    if (!isSent(test))
      throw new Refusal(`${test.id} was never exported`, 'Nothing was sent, so there is nothing to see.');
    const cut = await readCut(context);
    const end = endOf(test);
    const judged = await judgeList(context, cut, test);
    if (!judged) {
      throw new Refusal(
        `${test.id} closes on ${formatDays(end, end, shop)}`,
        `Looking earlier would find chance. My data ends on ${cut.lastDay}.`,
      );
    }
    const { treated, held, lost, effect, verdict, moved, needed: forTenth } = judged;
    const share = (value: number) => formatValue(value, 'share', shop);
    if (effect === null) {
      throw new Refusal(
        `Nobody was held out of ${test.id}: what it brought cannot be known`,
        `${share(treated.count / treated.of)} of those written to ordered. The reason given was: ${test.reason ?? 'none'}.`,
      );
    }
    const { difference, low95, high95 } = effect;
    const row = (name: string, each: Counted) => {
      const interval = wilson(each.count, each.of);
      return [name, each.of, each.count, each.count / each.of, interval.low95, interval.high95];
    };
    return {
      title: `${test.id} · ${test.name}: ${verdict}`,
      tone: verdict === 'worked' ? 'good' : verdict === 'did harm' ? 'bad' : 'careful',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: 'Difference in who ordered', value: difference, unit: 'change', receipt: test.id },
            { label: 'From, 95%', value: low95, unit: 'change' },
            { label: 'To, 95%', value: high95, unit: 'change' },
          ],
        },
        {
          kind: 'table',
          columns: [
            { title: '', unit: 'text' },
            { title: 'People', unit: 'count' },
            { title: 'Ordered', unit: 'count' },
            { title: 'Share', unit: 'share' },
            { title: 'Low 95%', unit: 'share' },
            { title: 'High 95%', unit: 'share' },
          ],
          rows: [row('Written to', treated), row('Held out', held)],
        },
        {
          kind: 'note',
          text: [
            `Orders from ${formatDays(test.firstDay, addDays(end, -1), shop)}, in points of share. Everybody counts where the draw put them, whether the message arrived or not.`,
            ...(moved === 0
              ? []
              : [
                  `Void: ${formatValue(moved, 'count', shop)} people held out were on another list meanwhile, so the two arms cannot be told apart.`,
                ]),
            ...(lost === 0
              ? []
              : [`${formatValue(lost, 'count', shop)} of them were taken out of the data since: they count nowhere.`]),
            ...(forTenth === null ? [] : [`To see +10% next time: ${formatValue(forTenth, 'count', shop)} people.`]),
          ].join('\n'),
        },
      ],
    };
  },
});
