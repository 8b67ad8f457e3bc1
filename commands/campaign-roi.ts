import { z } from 'zod';
import type { CampaignReturn, ReturnFigures, ReturnsResult } from '../models/campaigns/types.ts';
import { addDays } from '../models/days.ts';
import { defineCommand } from './command.ts';
import { day, wholeNumber } from './inputs.ts';
import { formatDays, formatValue } from './quantity.ts';
import type { Row } from './reply.ts';
import { responseChart } from './response-chart.ts';
import { readCut } from './runs/cut.ts';
import { CURVE_WEEKS, returnsRun } from './runs/returns.ts';

export const campaignRoi = defineCommand({
  name: 'campaign roi',
  summary: 'What each campaign sold, cost and returned',
  examples: ['campaign roi', 'campaign roi weeks:12'],
  needs: 'viewer',
  input: z.strictObject({
    weeks: wholeNumber({ from: 1, to: 104, says: 'how many weeks to look back' }).default(12),
    'as-of': day('as it stood before this past day').optional(),
  }),

  async run({ weeks, 'as-of': asOf }, context) {
    const cut = await readCut(context, asOf);
    const { id, result } = await returnsRun(context, cut, weeks);
    // What the next unit would bring needs a longer look than the table.
    const longer = weeks >= CURVE_WEEKS ? { id, result } : await returnsRun(context, cut, CURVE_WEEKS);
    const curves = longer.result;
    const knowsGoods = result.total.profitAfterGoodsMinor !== null;
    const ranked = ranking(result);
    const [best] = ranked;
    const from = addDays(cut.before, -7 * weeks);
    const title = best
      ? `${best.name} returns most: ${formatValue(best.roas, 'number', cut.shop)} of sales for 1 of cost`
      : 'No campaign has a known cost';
    return {
      title: `Campaigns, last ${weeks} weeks`,
      tone: 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: 'Attributed sales', value: result.total.salesMinor, unit: 'money', receipt: id },
            { label: 'Cost', value: result.total.costMinor, unit: 'money' },
            { label: 'ROI', value: result.total.roi, unit: 'share' },
            { label: 'Cost share of sales', value: result.total.costShare, unit: 'share' },
          ],
        },
        {
          kind: 'table',
          columns: [
            { title: 'Campaign', unit: 'text' },
            { title: 'Advice', unit: 'text' },
            { title: 'Sales', unit: 'money' },
            { title: 'Cost', unit: 'money' },
            { title: 'ROI', unit: 'share' },
            { title: knowsGoods ? 'Profit after goods' : 'Sales less cost', unit: 'money' },
            { title: 'Cost share', unit: 'share' },
            { title: 'Next 1 sells', unit: 'number' },
          ],
          rows: [
            ...result.campaigns.map((each) => rowOf(each, curves, knowsGoods)),
            ['All', '', ...figures(result.total, knowsGoods), null],
          ],
        },
        {
          kind: 'chart',
          title,
          subtitle: `Attributed sales per 1 of cost, ${formatDays(from, cut.lastDay, cut.shop)}`,
          alt: `${title}. ${result.campaigns.map(({ name, roas }) => `${name}: ${formatValue(roas, 'number', cut.shop)}`).join('; ')}.`,
          chart: {
            type: 'bars',
            unit: 'number',
            bars: ranked.map(({ name, roas }) => ({ label: name, value: roas! })),
          },
        },
        ...responseChart(curveLines(curves), cut.shop),
        {
          kind: 'note',
          text: [
            'Attributed, not proven: an order counts for the campaign it names. ROI is (sales − cost) / cost, before the cost of goods' +
              (knowsGoods ? '; profit is sales less goods and cost. ' : ', which is not known. ') +
              `"Next 1 sells" is what one more of weekly spend would sell at today's spend, over ${Math.max(weeks, CURVE_WEEKS)} weeks (${longer.id}); "–" where the data cannot tell.` +
              (curves.basis === 'modelled'
                ? " It is modelled from all of the shop's sales; the other figures are attributed."
                : ''),
            ...curves.campaigns.map(({ name, advice }) => `${name}: ${advice.says}`),
            ...curves.checks.filter(({ passed }) => !passed).map(({ says }) => says),
          ].join('\n'),
        },
      ],
      actions: [
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } },
        ...(longer.id === id
          ? []
          : [{ label: 'Why this advice?', style: 'plain' as const, ask: { name: 'why', input: { id: longer.id } } }]),
        { label: 'Plan the budget', style: 'plain', ask: { name: 'budget plan', input: {} } },
      ],
    };
  },
});

/** Campaigns whose cost is known, best return first. */
function ranking({ campaigns }: ReturnsResult): CampaignReturn[] {
  return campaigns.filter(({ roas }) => roas !== null).sort((a, b) => b.roas! - a.roas!);
}

/** Campaigns with a curve and a spend, those that cost most first. */
function curveLines({ campaigns }: ReturnsResult) {
  return campaigns
    .flatMap(({ name, response: { curve }, weeklySpendMinor: nowMinor }) =>
      curve === null || nowMinor === null ? [] : [{ name, curve, nowMinor, proposedMinor: null }],
    )
    .sort((a, b) => b.nowMinor - a.nowMinor);
}

function rowOf(campaign: CampaignReturn, curves: ReturnsResult, knowsGoods: boolean): Row {
  const longer = curves.campaigns.find(({ id }) => id === campaign.id);
  const marginal = longer?.response.curve?.marginal.expected ?? null;
  return [campaign.name, longer?.advice.label ?? 'unknown', ...figures(campaign, knowsGoods), marginal];
}

function figures(of: ReturnFigures, knowsGoods: boolean): Row {
  const profit = knowsGoods ? of.profitAfterGoodsMinor : of.profitMinor;
  return [of.salesMinor, of.costMinor, of.roi, profit, of.costShare];
}
