import type { ReturnsResult } from '../../models/campaigns/types.ts';
import { addDays } from '../../models/days.ts';
import { count, day, type Said, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { noCampaigns } from './campaign-ledger.ts';
import { campaignDays, knownCampaigns } from './campaigns.ts';
import type { Cut } from './cut.ts';
import { SEED } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';
import { readShopWeeks } from './shop-weeks.ts';

const VERSION = 3;

/** Response curves need more weeks than the table shows. */
export const CURVE_WEEKS = 52;

/**
 * What the campaigns brought over the last weeks of a cut. From `CURVE_WEEKS` on, all weeks of the shop are asked, too,
 * whether they can tell what each campaign brought.
 */
export async function returnsRun(context: Context, cut: Cut, weeks: number): Promise<RunOf<ReturnsResult>> {
  const from = addDays(cut.before, -7 * weeks);
  return keepRun<ReturnsResult>(context, {
    kind: 'returns',
    version: VERSION,
    parameters: {
      weeks,
      notes: context.state.campaignNotes.version(),
      ...(weeks >= CURVE_WEEKS && { calendar: context.state.calendar.version() }),
    },
    cut,
    async compute() {
      const campaigns = await knownCampaigns(context);
      if (campaigns.length === 0) throw noCampaigns();
      const shop = weeks >= CURVE_WEEKS ? await readShopWeeks(context, cut) : null;
      const since = shop !== null && shop.from < from ? shop.from : from;
      const days = await campaignDays(context, { from: since, before: cut.before });
      const result = await context.compute('returns', { campaigns, days, from, before: cut.before, seed: SEED, shop });
      return {
        result,
        receipt: {
          method: methods[result.basis],
          seed: SEED,
          used: [
            say`${count(days.day.length)} campaign days from ${day(since)} to ${day(addDays(cut.before, -1))}`,
            ...(shop ? [say`${count(shop.sales.length)} weeks of the shop's net sales from ${day(shop.from)}`] : []),
          ],
          checks: result.checks,
          record: [],
          assumptions: [
            say`Attributed: an order counts for the campaign it names. That is not proof that the campaign caused it.`,
            ...(result.basis === 'modelled' ? [MODELLED] : []),
            say`ROI = (sales − cost) / cost; ROAS = sales / cost; totals are ratios of sums.`,
            ...result.campaigns.map(({ name, response }) => say`${name}: ${response.says}`),
          ],
        },
      };
    },
  });
}

const methods: Readonly<Record<ReturnsResult['basis'], Said>> = {
  attributed: say`attributed sales and cost per campaign; marginal return from a saturating curve of weekly attributed sales on weekly spend`,
  modelled: say`attributed sales and cost per campaign; marginal return from a marketing-mix model of all weekly sales: carry-over, saturation, trend, season and selling days`,
};

const MODELLED = say`Modelled: what goes with spend beyond trend, season and selling days is taken for its effect. What else moved both is not seen.`;
