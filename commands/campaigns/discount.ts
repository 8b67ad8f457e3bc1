import { z } from 'zod';
import { type DiscountLevel, discountLevels } from '../../models/campaigns/roi-discount.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import { defineCommand } from '../command.ts';
import { wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply, Row } from '../reply.ts';
import { weeksBack } from '../runs/campaign-ledger.ts';
import { readCut } from '../runs/cut.ts';

export const campaignDiscount = defineCommand({
  name: 'campaign discount',
  summary: 'What weeks of shallow and deep discounts sold and kept, where they differ enough to tell',
  examples: ['campaign discount', 'campaign discount weeks:52'],
  needs: 'viewer',
  bare: 'weeks',
  input: z.strictObject({ weeks: wholeNumber({ from: 12, to: 156, says: 'how many weeks to look back' }).default(52) }),

  async run({ weeks }, context): Promise<Reply> {
    const cut = await readCut(context);
    const { shop } = cut;
    const wanted = weeksBack(cut, weeks);
    const range = { from: wanted > cut.firstDay ? wanted : cut.firstDay, before: cut.before };
    const { levels, best, says } = discountLevels(await context.facts.revenue.discounts(range), range);
    if (levels.length === 0) {
      throw new Refusal(
        'The best discount cannot be told from this data',
        `${inEnglish(says)} Orders need a list price or a discount column, and weeks of different discounts; surest is a test: make a list with /list make, hold some people out, and give the others a discount.`,
      );
    }
    const share = (value: number) => formatValue(value, 'share', shop);
    const name = ({ from, to }: DiscountLevel) => `${share(from)} to ${share(to)}`;
    const title = best === null ? 'No discount level is clearly best' : `Weeks at ${name(levels[best]!)} off kept most`;
    const isKept = levels.every(({ margin }) => margin !== null);
    return {
      title,
      tone: best === null ? 'careful' : 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: 'Off list price', unit: 'text' },
            { title: 'Weeks', unit: 'count' },
            { title: 'Sales', unit: 'change' },
            { title: 'From', unit: 'change' },
            { title: 'To (80%)', unit: 'change' },
            { title: 'Kept after goods', unit: 'change' },
            { title: 'From', unit: 'change' },
            { title: 'To (80%)', unit: 'change' },
          ],
          rows: levels.map((level): Row => {
            const { weeks: count, ratio, low80, high80, margin } = level;
            return [
              name(level),
              count,
              ratio - 1,
              low80 - 1,
              high80 - 1,
              margin && margin.ratio - 1,
              margin && margin.low80 - 1,
              margin && margin.high80 - 1,
            ];
          }),
        },
        {
          kind: 'chart',
          title,
          subtitle: `${isKept ? 'Kept after goods' : 'Sales'} against the weeks about them, ${formatDays(range.from, cut.lastDay, shop)}`,
          alt: `${title}. ${inEnglish(says)}`,
          chart: {
            type: 'columns',
            unit: 'change',
            x: 'Discount off list price',
            columns: levels.map((level) => {
              const { ratio, low80, high80 } = level.margin ?? level;
              return { label: name(level), value: ratio - 1, low: low80 - 1, high: high80 - 1 };
            }),
          },
        },
        {
          kind: 'note',
          text: `${inEnglish(says)}\nWhat went together, not what caused it: a shop that discounts when it expects to sell would see the same. A test with people held out would tell: /list make.`,
        },
      ],
      actions: [{ label: 'Make a list to test', style: 'plain', ask: { name: 'list make', input: {} } }],
    };
  },
});
