import { z } from 'zod';
import { isRanked, type Ledger, type LedgerEntry, type LedgerGroup } from '../../models/campaigns/roi.ts';
import type { ReturnFigures, ReturnsResult } from '../../models/campaigns/types.ts';
import { epochDay } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice, day, wholeNumber } from '../inputs.ts';
import type { Column, Fact, Part, Reply, Row } from '../reply.ts';
import { responseChart } from '../response-chart.ts';
import { ledgerRun, weeksBack } from '../runs/campaign-ledger.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { CURVE_WEEKS, returnsRun } from '../runs/returns.ts';
import { evidenceOf, evidenceWords } from './evidence.ts';
import { reportedReply, whatReportsSay } from './reported.ts';
import { segmentPart } from './segments.ts';
import { againstTarget, targetBand } from './target.ts';
import { kindWords, leftOutWords } from './words.ts';

export const campaignRoi = defineCommand({
  name: 'campaign roi',
  summary: 'What each campaign sold, cost and returned',
  examples: ['campaign roi', 'campaign roi weeks:12', 'campaign roi by:kind', 'campaign roi by:segment'],
  needs: 'viewer',
  bare: 'by',
  input: z.strictObject({
    weeks: wholeNumber({ from: 1, to: 104, says: 'how many weeks to look back' }).default(12),
    by: choice(['campaign', 'kind', 'segment', 'month'], 'one line for each of these').default('campaign'),
    source: choice(['orders', 'reports'], "what orders name, or what the platforms' own reports say").default('orders'),
    'as-of': day('as it stood before this past day').optional(),
  }),

  async run({ weeks, by, source, 'as-of': asOf }, context): Promise<Reply> {
    const reported = await whatReportsSay(context);
    const hasOrders = (await context.facts.coverage()).firstDay !== null;
    if (source === 'reports' || (!hasOrders && reported.length > 0)) return reportedReply(reported, context);
    const cut = await readCut(context, asOf);
    const ledger = await ledgerRun(context, cut, weeksBack(cut, weeks));
    const head = await headOf(context, cut, ledger, weeks);
    const curves = by === 'campaign' ? await returnsRun(context, cut, Math.max(weeks, CURVE_WEEKS)) : null;
    return {
      title: `Campaigns, last ${formatValue(weeks, 'count', cut.shop)} ${weeks === 1 ? 'week' : 'weeks'}`,
      tone: 'plain',
      parts: [
        { kind: 'facts', facts: head.facts },
        ...head.says.map((text): Part => ({ kind: 'text', text })),
        ...(curves ? campaignParts(context, cut, ledger.result, curves.result, weeks) : []),
        ...(by === 'kind'
          ? [
              groupTable(
                'Kind',
                ledger.result.kinds.map((each) => [kindWords[each.kind], each]),
                ledger.result.total,
              ),
            ]
          : []),
        ...(by === 'month'
          ? [
              groupTable(
                'Month',
                ledger.result.months.map((each) => [each.month, each]),
                ledger.result.total,
              ),
            ]
          : []),
        ...(by === 'segment' ? await segmentPart(context, cut, ledger.result, weeksBack(cut, weeks)) : []),
        { kind: 'note', text: noteOn(cut, ledger, curves, weeks) },
      ],
      actions: [
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: ledger.id } } },
        ...(curves
          ? [{ label: 'Why this advice?', style: 'plain' as const, ask: { name: 'why', input: { id: curves.id } } }]
          : []),
        { label: '30-day plan', style: 'plain', ask: { name: 'campaign plan', input: {} } },
        { label: 'Plan the budget', style: 'plain', ask: { name: 'budget plan', input: {} } },
        ...(reported.length > 0
          ? [
              {
                label: "Platforms' reports",
                style: 'plain' as const,
                ask: { name: 'campaign roi', input: { source: 'reports' } },
              },
            ]
          : []),
      ],
    };
  },
});

/** Campaigns with a curve and a spend, those that cost most first. */
function curveLines({ campaigns }: ReturnsResult) {
  return campaigns
    .flatMap(({ name, response: { curve }, weeklySpendMinor: nowMinor }) =>
      curve === null || nowMinor === null ? [] : [{ name, curve, nowMinor, proposedMinor: null }],
    )
    .sort((a, b) => b.nowMinor - a.nowMinor);
}

/** The sums, and where marketing's share of all sales lies. */
async function headOf(
  { facts, state }: Context,
  cut: Cut,
  { id, result: { total, withEstimates } }: RunOf<Ledger>,
  weeks: number,
): Promise<{ readonly facts: readonly Fact[]; readonly says: readonly string[] }> {
  const revenue = await facts.revenue.daily({ before: cut.before });
  const first = epochDay(weeksBack(cut, weeks)) - epochDay(revenue.firstDay);
  const all = revenue.revenueMinor.slice(Math.max(0, first)).reduce((sum, minor) => sum + minor, 0);
  const share = total.costMinor === null || all <= 0 ? null : total.costMinor / all;
  const band = targetBand(state);
  return {
    facts: [
      { label: 'Attributed sales', value: total.salesMinor, unit: 'money', receipt: id },
      { label: 'Cost', value: total.costMinor, unit: 'money' },
      { label: 'ROI', value: total.roi, unit: 'share' },
      { label: 'Cost share of sales', value: total.costShare, unit: 'share' },
      { label: 'Cost share of all sales', value: share, unit: 'share' },
      { label: 'New customers', value: total.newCustomers, unit: 'count', people: true },
      { label: 'Cost of a new customer', value: total.costOfNewMinor, unit: 'money' },
      ...(withEstimates
        ? [{ label: 'ROI with estimated costs', value: withEstimates.roi, unit: 'share' as const }]
        : []),
    ],
    says:
      band && share !== null
        ? [
            `Marketing costs ${formatValue(share, 'share', cut.shop)} of all sales: ${againstTarget(share, band, cut.shop)}.`,
          ]
        : [],
  };
}

function campaignParts(context: Context, cut: Cut, ledger: Ledger, curves: ReturnsResult, weeks: number): Part[] {
  const knowsGoods = ledger.total.profitAfterGoodsMinor !== null;
  const entries = ledger.campaigns;
  return [
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
        { title: `Next ${cut.shop.currency} 1 sells`, unit: 'number' },
      ],
      rows: [
        ...entries.map((each) => moneyRow(each, curves, knowsGoods)),
        ['All', '', ...figures(ledger.total, knowsGoods), null],
      ],
    },
    {
      kind: 'table',
      title: 'How sure, and who came',
      columns: [
        { title: 'Campaign', unit: 'text' },
        { title: 'ROI from', unit: 'share' },
        { title: 'to (80%)', unit: 'share' },
        { title: 'ROAS', unit: 'number' },
        { title: 'Orders', unit: 'count' },
        { title: 'New customers', unit: 'count', people: true },
        { title: 'Cost of one', unit: 'money' },
        { title: 'Known by', unit: 'text' },
      ],
      rows: entries.map((entry) => {
        const isModelled = curveOf(entry, curves)?.response.curve?.basis === 'modelled';
        const { roiInterval, roas, orders, newCustomers, costOfNewMinor } = entry;
        const evidence = evidenceWords(evidenceOf(context, cut, { ...entry, isModelled }));
        return [
          entry.name,
          roiInterval?.low80 ?? null,
          roiInterval?.high80 ?? null,
          roas,
          orders,
          newCustomers,
          costOfNewMinor,
          evidence,
        ];
      }),
    },
    ...roiChart(entries, cut, weeks),
    ...responseChart(curveLines(curves), cut.shop),
  ];
}

function roiChart(entries: readonly LedgerEntry[], cut: Cut, weeks: number): Part[] {
  const ranked = entries.filter(isRanked).sort((a, b) => b.roi! - a.roi!);
  const [best, second] = ranked;
  if (!best) return [];
  const share = (value: number | null) => formatValue(value, 'share', cut.shop);
  const isClear =
    !second ||
    (best.roiInterval !== null && second.roiInterval !== null && best.roiInterval.low80 > second.roiInterval.high80);
  const title = isClear
    ? `${best.name} returned most: ROI ${share(best.roi)}`
    : `${best.name} and ${second!.name} returned most: chance alone may tell them apart`;
  return [
    {
      kind: 'chart',
      title,
      subtitle: `Attributed ROI, ${formatDays(weeksBack(cut, weeks), cut.lastDay, cut.shop)}`,
      alt: `${title}. ${ranked.map(({ name, roi }) => `${name}: ${share(roi)}`).join('; ')}.`,
      chart: {
        type: 'bars',
        unit: 'share',
        bars: ranked.map(({ name, roi, roiInterval }) => ({
          label: name,
          value: roi!,
          ...(roiInterval && { low: roiInterval.low80, high: roiInterval.high80 }),
        })),
      },
    },
  ];
}

function noteOn({ shop }: Cut, { result }: RunOf<Ledger>, curves: RunOf<ReturnsResult> | null, weeks: number): string {
  const knowsGoods = result.total.profitAfterGoodsMinor !== null;
  return [
    'Attributed, not proven: an order counts for the campaign it names, net of cancellations and returns. ROI is (sales − cost) / cost, before the cost of goods' +
      (knowsGoods ? '; profit is sales less goods and cost.' : ', which is not known.'),
    ...leftOutWords(result, shop),
    ...(curves
      ? [
          `"Next ${shop.currency} 1 sells" is what one more of weekly spend would sell at today's spend, over ${Math.max(weeks, CURVE_WEEKS)} weeks (${curves.id}); "–" where the data cannot tell.${curves.result.basis === 'modelled' ? " It is modelled from all of the shop's sales; the other figures are attributed." : ''}`,
          ...curves.result.campaigns.map(({ name, advice }) => `${name}: ${inEnglish(advice.says)}`),
          ...curves.result.checks
            .filter(({ name, passed }) => !passed && name !== 'cost')
            .map(({ says }) => inEnglish(says)),
        ]
      : []),
  ].join('\n');
}

const curveOf = ({ id }: Pick<LedgerEntry, 'id'>, curves: ReturnsResult) =>
  curves.campaigns.find((each) => each.id === id);

function moneyRow(entry: LedgerEntry, curves: ReturnsResult, knowsGoods: boolean): Row {
  const longer = curveOf(entry, curves);
  const label = isRanked(entry) ? (longer?.advice.label ?? 'unknown') : 'unknown';
  return [entry.name, label, ...figures(entry, knowsGoods), longer?.response.curve?.marginal.expected ?? null];
}

function figures(of: ReturnFigures, knowsGoods: boolean): Row {
  const profit = knowsGoods ? of.profitAfterGoodsMinor : of.profitMinor;
  return [of.salesMinor, of.costMinor, of.roi, profit, of.costShare];
}

function groupTable(title: string, groups: readonly (readonly [string, LedgerGroup])[], total: LedgerGroup): Part {
  const withPeople = title !== 'Month';
  const people: Column[] = withPeople
    ? [
        { title: 'New customers', unit: 'count', people: true },
        { title: 'Cost of one', unit: 'money' },
      ]
    : [];
  const row = (name: string, each: LedgerGroup): Row => [
    name,
    each.salesMinor,
    each.costMinor,
    each.roi,
    each.roas,
    each.profitMinor,
    each.costShare,
    each.orders,
    ...(withPeople ? [each.newCustomers, each.costOfNewMinor] : []),
  ];
  return {
    kind: 'table',
    columns: [
      { title, unit: 'text' },
      { title: 'Sales', unit: 'money' },
      { title: 'Cost', unit: 'money' },
      { title: 'ROI', unit: 'share' },
      { title: 'ROAS', unit: 'number' },
      { title: 'Sales less cost', unit: 'money' },
      { title: 'Cost share', unit: 'share' },
      { title: 'Orders', unit: 'count' },
      ...people,
    ],
    rows: [...groups.map(([name, each]) => row(name, each)), row('All', total)],
  };
}
