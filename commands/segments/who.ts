import { z } from 'zod';
import { placeOf } from '../../models/segments/score.ts';
import { defineCommand } from '../command.ts';
import { amount, wholeNumber } from '../inputs.ts';
import { currencyDigits, formatValue } from '../quantity.ts';
import { capital } from './capital.ts';
import { readGroups } from './groups.ts';

/** A customer nearer to the next group than this many times the distance to its own could be in either. */
const UNDECIDED = 1.2;

export const segmentWho = defineCommand({
  name: 'segment who',
  summary: 'The group of a customer by recency, orders and money spent',
  examples: ['segment who r:30 f:5 m:1.5M'],
  needs: 'viewer',
  input: z.strictObject({
    r: wholeNumber({ from: 0, to: 36_500, says: 'days since the last order' }),
    f: wholeNumber({ from: 1, to: 1_000_000, says: 'number of orders' }),
    m: amount('money spent in all, such as 1500000 or 1.5M'),
  }),

  async run({ r, f, m }, context) {
    const { run, clusters, names, cut } = await readGroups(context);
    const revenueMinor = m * 10 ** currencyDigits(cut.shop.currency);
    const { first, second } = placeOf(clusters, { recencyDays: r, orders: f, revenueMinor });
    const segment = clusters.segments[first.group]!;
    const name = capital(names[first.group]!);
    const isUndecided = second !== null && second.distance < UNDECIDED * first.distance;
    return {
      title: name,
      tone: isUndecided ? 'careful' : 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: 'Group', value: name, unit: 'text', receipt: run.id },
            { label: 'Distance to its centre', value: first.distance, unit: 'number' },
            ...(second
              ? [
                  { label: 'Next group', value: capital(names[second.group]!), unit: 'text' as const },
                  { label: 'Distance to that', value: second.distance, unit: 'number' as const },
                ]
              : []),
          ],
        },
        {
          kind: 'text',
          text: [
            `Do next: ${segment.action}`,
            ...(isUndecided ? [`On the border: ${capital(names[second.group]!)} is nearly as near.`] : []),
          ].join('\n'),
        },
        {
          kind: 'note',
          text:
            `${formatValue(r, 'days', cut.shop)} since the last order, ${formatValue(f, 'count', cut.shop)} orders, ` +
            `${formatValue(revenueMinor, 'money', cut.shop)} spent. The nearest centre decides, by the scaling the groups were found with; distances are in standard deviations. A typical customer of this group: ${segment.evidence.replace('Median customer: ', '')}`,
        },
      ],
      actions: [{ label: 'Segments', style: 'plain', ask: { name: 'segment', input: {} } }],
    };
  },
});
