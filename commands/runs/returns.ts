import type { ReturnsResult } from '../../models/campaigns/types.ts';
import { addDays } from '../../models/days.ts';
import type { Context } from '../command.ts';
import { noCampaigns } from './campaign-ledger.ts';
import { campaignDays, knownCampaigns } from './campaigns.ts';
import type { Cut } from './cut.ts';
import { SEED } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 1;

/** Response curves need more weeks than the table shows. */
export const CURVE_WEEKS = 52;

/** What the campaigns brought over the last weeks of a cut. */
export async function returnsRun(context: Context, cut: Cut, weeks: number): Promise<RunOf<ReturnsResult>> {
  const from = addDays(cut.before, -7 * weeks);
  return keepRun<ReturnsResult>(context, {
    kind: 'returns',
    version: VERSION,
    parameters: { weeks, notes: context.state.campaignNotes.version() },
    cut,
    async compute() {
      const campaigns = await knownCampaigns(context);
      if (campaigns.length === 0) throw noCampaigns();
      const days = await campaignDays(context, { from, before: cut.before });
      const result = await context.compute('returns', { campaigns, days, from, before: cut.before, seed: SEED });
      return {
        result,
        receipt: {
          method:
            'attributed sales and cost per campaign; marginal return from a saturating curve of weekly sales on weekly spend',
          seed: SEED,
          used: [`${days.day.length} campaign days from ${from} to ${addDays(cut.before, -1)}`],
          checks: result.checks,
          record: [],
          assumptions: [
            'Attributed: an order counts for the campaign it names. That is not proof that the campaign caused it.',
            'ROI = (sales − cost) / cost; ROAS = sales / cost; totals are ratios of sums.',
            ...result.campaigns.map(({ name, response }) => `${name}: ${response.says}`),
          ],
        },
      };
    },
  });
}
