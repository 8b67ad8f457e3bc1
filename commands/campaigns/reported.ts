import type { CampaignKind } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import { figuresOf } from '../../models/campaigns/returns.ts';
import { addDays } from '../../models/days.ts';
import { lines, money, named, period, type Said, say, sentences, share, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { kindName } from '../data/kind-names.ts';
import { Refusal } from '../refusal.ts';
import type { Reply, Row } from '../reply.ts';
import { toldOf } from '../runs/campaigns.ts';
import { reportAgainstTarget, targetBand } from './target.ts';
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
export function reportedReply(reported: readonly Reported[], { state }: Context): Reply {
  if (reported.length === 0) {
    throw new Refusal(
      say`No report of a platform tells what campaigns sold`,
      say`Bring vouchers, flash sales or ads, as they are downloaded, with /data add.`,
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

  return {
    title: say`Campaigns, by the platforms' own reports`,
    tone: 'plain',
    parts: [
      ...(best && best.roi !== null
        ? [
            {
              kind: 'facts' as const,
              facts: [
                { label: say`ROI of ${label(best)}`, value: best.roi, unit: 'share' as const },
                { label: say`Sales`, value: best.salesMinor, unit: 'money' as const },
                { label: say`Cost`, value: best.costMinor, unit: 'money' as const },
              ],
            },
          ]
        : []),
      {
        kind: 'table',
        columns: [
          { title: say`Report`, unit: 'text' },
          { title: say`Kind`, unit: 'text' },
          { title: say`Basis`, unit: 'text' },
          { title: say`Sales`, unit: 'money' },
          { title: say`Cost`, unit: 'money' },
          { title: say`ROI`, unit: 'share' },
          { title: say`ROAS`, unit: 'number' },
          { title: say`Cost share`, unit: 'share' },
          { title: say`Of`, unit: 'text' },
        ],
        rows: ranked.map(
          (each): Row => [
            kindName(each.report),
            kindWords[each.kind],
            basisLabel(each.basis),
            each.salesMinor,
            each.costMinor,
            each.roi,
            each.roas,
            each.costShare,
            say`${period(each.from, each.to)}`,
          ],
        ),
      },
      {
        kind: 'note',
        text: lines([
          say`Attributed by the platform, not proven. Two bases of one report count the same sales twice: do not add them up.`,
          ...unranked.map(unrankedWords),
          band && best?.costShare ? reportAgainstTarget(label(best), best.costShare, band) : null,
        ]),
      },
    ],
    actions: [{ label: say`All figures`, style: 'plain', ask: { name: 'data figures', input: {} } }],
  };
}

function label({ report, basis }: Reported): Words {
  return basis === '' ? kindName(report) : say`${kindName(report)} (${basisLabel(basis)})`;
}

/** How a platform counts an order: its own word where we know none. */
function basisLabel(basis: string): Words {
  switch (basis) {
    case '':
      return say`as told`;
    case 'placed':
      return say`placed`;
    case 'ready to ship':
      return say`ready to ship`;
    case 'paid':
      return say`paid`;
    default:
      return named(basis);
  }
}

function unrankedWords(each: Reported): Said {
  const { report, from, to, guessMinor } = each;
  const name = label(each);
  return guessMinor === null
    ? say`${name}: ROI unknown, the report tells no cost. Type one: /campaign cost campaign:"${report}" amount:… from:${from} to:${to}`
    : sentences(
        say`${name}: ROI unknown, its cost (${money(guessMinor)}) is an estimate. Not ranked.`,
        assumption(each),
      );
}

/** A guess that is a share of sales gives the same ROI whatever was sold. */
function assumption({ guessMinor, salesMinor }: Reported): Said | null {
  if (guessMinor === null || guessMinor <= 0 || salesMinor <= 0) return null;
  const part = guessMinor / salesMinor;
  return say`At ${share(part)} of sales it would always be ${share((1 - part) / part)}, whatever was sold.`;
}
