import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { type Counted, differenceOfShares, wilson } from '../../models/intervals.ts';
import { peopleFor } from '../../models/power.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { defineCommand } from '../command.ts';
import { receiptId } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { readCut } from '../runs/cut.ts';
import { findTest } from './find.ts';

export const listResult = defineCommand({
  name: 'list result',
  summary: 'What a list brought: worked, did not, or cannot be told',
  examples: ['list result T-12'],
  needs: 'viewer',
  bare: 'list',
  input: z.strictObject({ list: receiptId('the list, such as T-12') }),

  async run({ list }, context) {
    const { state, facts, shop } = context;
    const test = findTest(context, list);
    if (test.firstDay === null)
      throw new Refusal(`${test.id} was never exported`, 'Nothing was sent, so there is nothing to see.');
    const cut = await readCut(context);
    const end = addDays(test.firstDay, test.windowDays);
    if (cut.before < end) {
      throw new Refusal(
        `${test.id} closes on ${formatDays(end, end, shop)}`,
        `Looking earlier would find chance. My data ends on ${cut.lastDay}.`,
      );
    }
    const view = await facts.customers.view({ before: end });
    const ordered = new Set(Array.from(view.id).filter((_, row) => view.recencyDays[row]! <= test.windowDays));
    const { id, draw } = state.tests.members(test.id);
    const { ref } = await facts.audience(id);
    const lost = ref.filter((name) => name === null).length;
    const arm = (isHeld: boolean): Counted => {
      const people = Array.from(id).filter((_, at) => ref[at] !== null && draw[at]! < test.heldShare === isHeld);
      return { of: people.length, count: people.filter((person) => ordered.has(person)).length };
    };
    const [treated, held] = [arm(false), arm(true)];
    const share = (value: number) => formatValue(value, 'share', shop);
    if (held.of === 0) {
      throw new Refusal(
        `Nobody was held out of ${test.id}: what it brought cannot be known`,
        `${share(treated.count / treated.of)} of those written to ordered. The reason given was: ${test.reason ?? 'none'}.`,
      );
    }
    const { difference, low95, high95 } = differenceOfShares(treated, held);
    const verdict = low95 > 0 ? 'worked' : high95 < 0 ? 'did harm' : "can't tell";
    const row = (name: string, each: Counted) => {
      const interval = wilson(each.count, each.of);
      return [name, each.of, each.count, each.count / each.of, interval.low95, interval.high95];
    };
    const base = held.count / held.of;
    const forTenth = verdict === "can't tell" && base > 0 ? peopleFor(base, 0.1, test.heldShare) : null;
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
