import type { CampaignKind, Day } from '../../data/types.ts';
import { figuresOf } from '../../models/campaigns/returns.ts';
import { addDays } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Reply, Row } from '../reply.ts';
import { toldOf } from '../runs/campaigns.ts';
import { againstTarget, targetBand } from './target.ts';
import { kindWords } from './words.ts';

/** The reports that tell what a campaign sold, and what kind it is of. */
const kinds: Readonly<Record<string, CampaignKind>> = {
  'shopee voucher': 'voucher',
  'shopee flash sale': 'flash_sale',
  'shopee ads': 'ads',
  'shopee live ads': 'ads',
  'meta ads': 'ads',
  'tiktok live ads': 'ads',
  'tiktok product ads': 'ads',
  'shopee chat broadcast': 'broadcast',
  'shopee off-platform': 'other',
};

/** One report on one basis. */
export type Reported = {
  readonly report: string;
  readonly kind: CampaignKind;
  /** 'placed', 'ready to ship'; '' where the platform has one. */
  readonly basis: string;
  readonly from: Day;
  readonly to: Day;
  readonly salesMinor: number;
  readonly costMinor: number | null;
  /** A person's guess where the report tells no cost. */
  readonly guessMinor: number | null;
};

/** What platforms' own reports say their campaigns sold and cost. Empty without such reports. */
export async function whatReportsSay(context: Context): Promise<readonly Reported[]> {
  const { facts } = context;
  const came = (await facts.figures.reports()).filter(({ report }) => kinds[report] !== undefined);
  const { costs } = toldOf(context);
  const found: Reported[] = [];
  for (const { report, firstDay, lastDay } of came) {
    const { lines } = await facts.figures.of({ report, by: 'month', from: firstDay, before: addDays(lastDay, 1) });
    for (const sales of lines.filter(({ metric, total }) => metric === 'Sales' && total !== null)) {
      const cost = lines.find(({ metric, basis }) => metric === 'Cost' && basis === sales.basis);
      const typed = costs.filter(({ name }) => name.toLowerCase() === report);
      const amounts = typed.map(({ minor, share }) => minor ?? (share ?? 0) * sales.total!);
      const sum = amounts.length === 0 ? null : Math.round(amounts.reduce((total, each) => total + each, 0));
      const isGuess = typed.some(({ isEstimated }) => isEstimated);
      found.push({
        report,
        kind: kinds[report]!,
        basis: sales.basis,
        from: firstDay,
        to: lastDay,
        salesMinor: sales.total!,
        costMinor: cost?.total ?? (isGuess ? null : sum),
        guessMinor: isGuess ? sum : null,
      });
    }
  }
  return found;
}

/** The answer from reports alone: each basis is a way of counting the same sales, so they are not added up. */
export function reportedReply(reported: readonly Reported[], { shop, state }: Context): Reply {
  if (reported.length === 0) {
    throw new Refusal(
      'No report of a platform tells what campaigns sold',
      'Bring vouchers, flash sales or ads, as they are downloaded, with /data add.',
    );
  }
  const ranked = reported
    .map((each) => ({
      ...each,
      ...figuresOf({ sales: each.salesMinor, cost: each.costMinor, goods: null, orders: 0 }),
    }))
    .sort((a, b) => (b.roi ?? Number.NEGATIVE_INFINITY) - (a.roi ?? Number.NEGATIVE_INFINITY));
  const [best] = ranked;
  const band = targetBand(state);
  const unranked = ranked.filter(({ roi }) => roi === null);
  const label = ({ report, basis }: Reported) => (basis === '' ? report : `${report} (${basis})`);
  return {
    title: "Campaigns, by the platforms' own reports",
    tone: 'plain',
    parts: [
      ...(best && best.roi !== null
        ? [
            {
              kind: 'facts' as const,
              facts: [
                { label: `ROI of ${label(best)}`, value: best.roi, unit: 'share' as const },
                { label: 'Sales', value: best.salesMinor, unit: 'money' as const },
                { label: 'Cost', value: best.costMinor, unit: 'money' as const },
              ],
            },
          ]
        : []),
      {
        kind: 'table',
        columns: [
          { title: 'Report', unit: 'text' },
          { title: 'Kind', unit: 'text' },
          { title: 'Basis', unit: 'text' },
          { title: 'Sales', unit: 'money' },
          { title: 'Cost', unit: 'money' },
          { title: 'ROI', unit: 'share' },
          { title: 'ROAS', unit: 'number' },
          { title: 'Cost share', unit: 'share' },
          { title: 'Of', unit: 'text' },
        ],
        rows: ranked.map(
          (each): Row => [
            each.report,
            kindWords[each.kind],
            each.basis || 'as told',
            each.salesMinor,
            each.costMinor,
            each.roi,
            each.roas,
            each.costShare,
            formatDays(each.from, each.to, shop),
          ],
        ),
      },
      {
        kind: 'note',
        text: [
          'Attributed by the platform, not proven. Two bases of one report count the same sales twice: do not add them up.',
          ...unranked.map((each) =>
            each.guessMinor === null
              ? `${label(each)}: ROI unknown, the report tells no cost. Type one: /campaign cost campaign:"${each.report}" amount:… from:${each.from} to:${each.to}`
              : `${label(each)}: ROI unknown, its cost (${formatValue(each.guessMinor, 'money', shop)}) is an estimate. Not ranked.${assumption(each, shop)}`,
          ),
          ...(band && best?.costShare
            ? [
                `${label(best)} costs ${formatValue(best.costShare, 'share', shop)} of its sales: ${againstTarget(best.costShare, band, shop)}.`,
              ]
            : []),
        ].join('\n'),
      },
    ],
    actions: [{ label: 'All figures', style: 'plain', ask: { name: 'data figures', input: {} } }],
  };
}

/** A guess that is a share of sales gives the same ROI whatever was sold. */
function assumption({ guessMinor, salesMinor }: Reported, shop: Context['shop']): string {
  if (guessMinor === null || guessMinor <= 0 || salesMinor <= 0) return '';
  const share = guessMinor / salesMinor;
  return ` At ${formatValue(share, 'share', shop)} of sales it would always be ${formatValue((1 - share) / share, 'share', shop)}, whatever was sold.`;
}
