import { z } from 'zod';
import { type DiscountLevel, discountLevels } from '../../models/campaigns/roi-discount.ts';
import { lines, period, say, sentences, share } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { dataUntil } from '../data-until.ts';
import { wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply, Row } from '../reply.ts';
import { weeksBack } from '../runs/campaign-ledger.ts';
import { readCut } from '../runs/cut.ts';

export const campaignDiscount = defineCommand({
  name: 'campaign discount',
  summary: say`What weeks of shallow and deep discounts sold and kept, where they differ enough to tell`,
  examples: ['campaign discount', 'campaign discount weeks:52'],
  needs: 'viewer',
  bare: 'weeks',
  input: z.strictObject({
    weeks: wholeNumber({ from: 12, to: 156, says: say`how many weeks to look back` }).default(52),
  }),

  async run({ weeks }, context): Promise<Reply> {
    const cut = await readCut(context);
    const wanted = weeksBack(cut, weeks);
    const range = { from: wanted > cut.firstDay ? wanted : cut.firstDay, before: cut.before };
    const { levels, best, says } = discountLevels(await context.facts.revenue.discounts(range), range);
    if (levels.length === 0) {
      throw new Refusal(
        say`The best discount cannot be told from this data`,
        sentences(
          says,
          say`Orders need a list price or a discount column, and weeks of different discounts; surest is a test: make a list with /list make, hold some people out, and give the others a discount.`,
        ),
      );
    }
    const name = ({ from, to }: DiscountLevel) => say`${share(from)} to ${share(to)}`;
    const title =
      best === null
        ? say`No discount level is clearly best`
        : say`Weeks at ${share(levels[best]!.from)} to ${share(levels[best]!.to)} off kept most`;
    const isKept = levels.every(({ margin }) => margin !== null);
    return {
      title,
      tone: best === null ? 'careful' : 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: say`Off list price`, unit: 'text' },
            { title: say`Weeks`, unit: 'count' },
            { title: say`Sales`, unit: 'change' },
            { title: say`From`, unit: 'change' },
            { title: say`To (80%)`, unit: 'change' },
            { title: say`Kept after goods`, unit: 'change' },
            { title: say`From`, unit: 'change' },
            { title: say`To (80%)`, unit: 'change' },
          ],
          rows: levels.map((level): Row => {
            const { weeks: told, ratio, low80, high80, margin } = level;
            return [
              name(level),
              told,
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
          subtitle: isKept
            ? dataUntil(
                say`Kept after goods against the weeks about them, ${period(range.from, cut.lastDay)}`,
                cut.lastDay,
              )
            : dataUntil(say`Sales against the weeks about them, ${period(range.from, cut.lastDay)}`, cut.lastDay),
          alt: sentences(say`${title}.`, says),
          chart: {
            type: 'columns',
            unit: 'change',
            x: say`Discount off list price`,
            columns: levels.map((level) => {
              const { ratio, low80, high80 } = level.margin ?? level;
              return { label: name(level), value: ratio - 1, low: low80 - 1, high: high80 - 1 };
            }),
          },
        },
        {
          kind: 'note',
          text: lines([
            says,
            say`What went together, not what caused it: a shop that discounts when it expects to sell would see the same. A test with people held out would tell: /list make.`,
          ]),
        },
      ],
      actions: [{ label: say`Make a list to test`, style: 'plain', ask: { name: 'list make', input: {} } }],
    };
  },
});
