import type { CampaignBuyers } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import { type CostState, campaignLedger, type Ledger } from '../../models/campaigns/roi.ts';
import { campaignsNow, nameNow, type Told } from '../../models/campaigns/roi-costs.ts';
import { addDays } from '../../models/days.ts';
import { count, day, money, period, type Said, say, share } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { campaignDays, toldOf } from './campaigns.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 1;

/** What every campaign sold, cost and returned from a day on, with who came through it. */
export async function ledgerRun(context: Context, cut: Cut, from: Day): Promise<RunOf<Ledger>> {
  const { facts, state } = context;
  const range = { from, before: cut.before };
  return keepRun<Ledger>(context, {
    kind: 'returns',
    version: VERSION,
    parameters: { ledger: from, notes: state.campaignNotes.version() },
    cut,
    async compute() {
      const told = toldOf(context);
      const named = campaignsNow(await facts.campaigns.list(), told);
      if (named.length === 0) throw noCampaigns();
      const campaigns = named.map(({ ids: _, ...campaign }) => campaign);
      const days = await campaignDays(context, range);
      const estimates = told.costs
        .filter(({ isEstimated }) => isEstimated)
        .map((cost) => ({ ...cost, name: nameNow(cost.name, told.same) }));
      const buyers = renamed(await facts.campaigns.buyers(range), named);
      const result = campaignLedger({ campaigns, days, estimates, buyers, ...range });
      return {
        result,
        receipt: {
          method: say`sums of attributed sales and known costs by campaign; ratios of sums`,
          seed: null,
          used: [say`${count(days.day.length)} campaign days from ${day(from)} to ${day(cut.lastDay)}`],
          checks: result.leftOut.map(({ name, cost }) => ({
            name: 'cost',
            passed: false,
            says: outOfRanking(name, cost),
          })),
          record: [],
          assumptions: [
            say`Attributed: an order counts for the campaign it names. That is not proof that the campaign caused it.`,
            say`ROI = (sales − cost) / cost, ROAS = sales / cost; sales are net of cancellations and returns.`,
            say`A file of daily spend that tells of a campaign tells all its costs between its first and last day.`,
            say`Intervals: gamma limits of orders as a Poisson count, or the spread of weeks where that is wider.`,
            ...told.costs.map(typedCost),
          ],
        },
      };
    },
  });
}

function outOfRanking(name: string, cost: CostState): Said {
  switch (cost) {
    case 'known':
      return say`${name}: its cost is known.`;
    case 'partly known':
      return say`${name}: its cost is not known on every day; out of ranking and ratios.`;
    case 'estimated':
      return say`${name}: its cost is an estimate; out of ranking and ratios.`;
    case 'assumed':
      return say`${name}: its cost is always the same share of its sales, so it was assumed and not measured; out of ranking and ratios.`;
    case 'none':
      return say`${name}: its cost is not known; out of ranking and ratios.`;
  }
}

function typedCost({ name, from, to, minor, share: part, isEstimated }: Told['costs'][number]): Said {
  const amount = minor === null ? say`${share(part)} of sales` : say`${money(minor)}`;
  const days = period(from, to);
  return isEstimated
    ? say`Typed cost of ${name}, ${days}: ${amount}, estimated.`
    : say`Typed cost of ${name}, ${days}: ${amount}.`;
}

/** Buyers under the ids that their campaigns go by now; somebody with two names of one campaign counts once. */
function renamed(buyers: CampaignBuyers, named: ReturnType<typeof campaignsNow>): CampaignBuyers {
  const idOf = new Map(named.flatMap(({ id, ids }) => ids.map((old) => [old, id] as const)));
  if (named.every(({ ids }) => ids.length === 1)) return buyers;
  type Row = { [Column in keyof CampaignBuyers]: number };
  const rows = new Map<string, Row>();
  buyers.campaign.forEach((old, at) => {
    const campaign = idOf.get(old)!;
    const customer = buyers.customer[at]!;
    const one = rows.get(`${campaign} ${customer}`);
    rows.set(`${campaign} ${customer}`, {
      campaign,
      customer,
      orders: (one?.orders ?? 0) + buyers.orders[at]!,
      salesMinor: (one?.salesMinor ?? 0) + buyers.salesMinor[at]!,
      squares: (one?.squares ?? 0) + buyers.squares[at]!,
      largestMinor: Math.max(one?.largestMinor ?? 0, buyers.largestMinor[at]!),
      isNew: Math.max(one?.isNew ?? 0, buyers.isNew[at]!),
    });
  });
  const all = [...rows.values()];
  return {
    campaign: Int32Array.from(all, (row) => row.campaign),
    customer: Int32Array.from(all, (row) => row.customer),
    orders: Float64Array.from(all, (row) => row.orders),
    salesMinor: Float64Array.from(all, (row) => row.salesMinor),
    squares: Float64Array.from(all, (row) => row.squares),
    largestMinor: Float64Array.from(all, (row) => row.largestMinor),
    isNew: Uint8Array.from(all, (row) => row.isNew),
  };
}

export function noCampaigns(): Refusal {
  return new Refusal(
    say`I know of no campaigns yet`,
    say`Orders with a campaign column make campaigns known, and so does a file of their daily spend (date, campaign, cost). Bring either with /data add, or name one with /campaign add.`,
  );
}

/** The first day of the last so many weeks. */
export const weeksBack = ({ before }: Pick<Cut, 'before'>, weeks: number): Day => addDays(before, -7 * weeks);
