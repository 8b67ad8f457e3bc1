import { z } from 'zod';
import { isRanked, type Ledger, type LedgerEntry, type LedgerGroup } from '../../models/campaigns/roi.ts';
import type { ReturnFigures, ReturnsResult } from '../../models/campaigns/types.ts';
import { epochDay } from '../../models/days.ts';
import {
  count,
  lines,
  months,
  named,
  period,
  plural,
  type Said,
  say,
  sentences,
  share,
  type Words,
} from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { dataUntil } from '../data-until.ts';
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
import { adviceWords, kindWords, leftOutWords } from './words.ts';

export const campaignRoi = defineCommand({
  name: 'campaign roi',
  summary: say`What each campaign sold, cost and returned`,
  examples: ['campaign roi', 'campaign roi weeks:12', 'campaign roi by:kind', 'campaign roi by:segment'],
  needs: 'viewer',
  bare: 'by',
  input: z.strictObject({
    weeks: wholeNumber({ from: 1, to: 104, says: say`how many weeks to look back` }).default(12),
    by: choice(['campaign', 'kind', 'segment', 'month'], say`one line for each of these`).default('campaign'),
    source: choice(['orders', 'reports'], say`what orders name, or what the platforms' own reports say`).default(
      'orders',
    ),
    'as-of': day(say`as it stood before this past day`).optional(),
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
      title: plural(weeks, say`Campaigns, last week`, say`Campaigns, last ${count(weeks)} weeks`),
      tone: 'plain',
      parts: [
        { kind: 'facts', facts: head.facts },
        ...head.says.map((text): Part => ({ kind: 'text', text })),
        ...(curves ? campaignParts(context, cut, ledger.result, curves.result, weeks) : []),
        ...(by === 'kind'
          ? [
              groupTable(
                say`Kind`,
                ledger.result.kinds.map((each) => [kindWords[each.kind], each]),
                { total: ledger.result.total, withPeople: true },
              ),
            ]
          : []),
        ...(by === 'month'
          ? [
              groupTable(
                say`Month`,
                ledger.result.months.map((each) => [say`${months(each.month)}`, each] as const),
                { total: ledger.result.total, withPeople: false },
              ),
            ]
          : []),
        ...(by === 'segment' ? await segmentPart(context, cut, ledger.result, weeksBack(cut, weeks)) : []),
        { kind: 'note', text: noteOn(cut, ledger, curves, weeks) },
      ],
      actions: [
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: ledger.id } } },
        ...(curves
          ? [{ label: say`Why this advice?`, style: 'plain' as const, ask: { name: 'why', input: { id: curves.id } } }]
          : []),
        { label: say`30-day plan`, style: 'plain', ask: { name: 'campaign plan', input: {} } },
        { label: say`Plan the budget`, style: 'plain', ask: { name: 'budget plan', input: {} } },
        ...(reported.length > 0
          ? [
              {
                label: say`Platforms' reports`,
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
): Promise<{ readonly facts: readonly Fact[]; readonly says: readonly Said[] }> {
  const revenue = await facts.revenue.daily({ before: cut.before });
  const first = epochDay(weeksBack(cut, weeks)) - epochDay(revenue.firstDay);
  const all = revenue.revenueMinor.slice(Math.max(0, first)).reduce((sum, minor) => sum + minor, 0);
  const ofAll = total.costMinor === null || all <= 0 ? null : total.costMinor / all;
  const band = targetBand(state);
  return {
    facts: [
      { label: say`Attributed sales`, value: total.salesMinor, unit: 'money', receipt: id },
      { label: say`Cost`, value: total.costMinor, unit: 'money' },
      { label: say`ROI`, value: total.roi, unit: 'share' },
      { label: say`Cost share of sales`, value: total.costShare, unit: 'share' },
      { label: say`Cost share of all sales`, value: ofAll, unit: 'share' },
      { label: say`New customers`, value: total.newCustomers, unit: 'count', people: true },
      { label: say`Cost of a new customer`, value: total.costOfNewMinor, unit: 'money' },
      ...(withEstimates
        ? [{ label: say`ROI with estimated costs`, value: withEstimates.roi, unit: 'share' as const }]
        : []),
    ],
    says: band && ofAll !== null ? [againstTarget(ofAll, band)] : [],
  };
}

function campaignParts(context: Context, cut: Cut, ledger: Ledger, curves: ReturnsResult, weeks: number): Part[] {
  const knowsGoods = ledger.total.profitAfterGoodsMinor !== null;
  const entries = ledger.campaigns;
  return [
    {
      kind: 'table',
      columns: [
        { title: say`Campaign`, unit: 'text' },
        { title: say`Advice`, unit: 'text' },
        { title: say`Sales`, unit: 'money' },
        { title: say`Cost`, unit: 'money' },
        { title: say`ROI`, unit: 'share' },
        { title: knowsGoods ? say`Profit after goods` : say`Sales less cost`, unit: 'money' },
        { title: say`Cost share`, unit: 'share' },
        { title: say`Next ${cut.shop.currency} 1 sells`, unit: 'number' },
      ],
      rows: [
        ...entries.map((each) => moneyRow(each, curves, knowsGoods)),
        [say`All`, '', ...figures(ledger.total, knowsGoods), null],
      ],
    },
    {
      kind: 'table',
      title: say`How sure, and who came`,
      columns: [
        { title: say`Campaign`, unit: 'text' },
        { title: say`ROI from`, unit: 'share' },
        { title: say`to (80%)`, unit: 'share' },
        { title: say`ROAS`, unit: 'number' },
        { title: say`Orders`, unit: 'count' },
        { title: say`New customers`, unit: 'count', people: true },
        { title: say`Cost of one`, unit: 'money' },
        { title: say`Known by`, unit: 'text' },
      ],
      rows: entries.map((entry) => {
        const isModelled = curveOf(entry, curves)?.response.curve?.basis === 'modelled';
        const { roiInterval, roas, orders, newCustomers, costOfNewMinor } = entry;
        const evidence = evidenceWords(evidenceOf(context, cut, { ...entry, isModelled }));
        return [
          named(entry.name),
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
    ...responseChart(curveLines(curves), cut.lastDay),
  ];
}

function roiChart(entries: readonly LedgerEntry[], cut: Cut, weeks: number): Part[] {
  const ranked = entries.filter(isRanked).sort((a, b) => b.roi! - a.roi!);
  const [best, second] = ranked;
  if (!best) return [];
  const isClear =
    !second ||
    (best.roiInterval !== null && second.roiInterval !== null && best.roiInterval.low80 > second.roiInterval.high80);
  const title = isClear
    ? say`${best.name} returned most: ROI ${share(best.roi)}`
    : say`${best.name} and ${second!.name} returned most: chance alone may tell them apart`;
  return [
    {
      kind: 'chart',
      title,
      subtitle: dataUntil(say`Attributed ROI, ${period(weeksBack(cut, weeks), cut.lastDay)}`, cut.lastDay),
      alt: sentences(say`${title}.`, ...ranked.map(({ name, roi }) => say`${name}: ${share(roi)}.`)),
      chart: {
        type: 'bars',
        unit: 'share',
        bars: ranked.map(({ name, roi, roiInterval }) => ({
          label: named(name),
          value: roi!,
          ...(roiInterval && { low: roiInterval.low80, high: roiInterval.high80 }),
        })),
      },
    },
  ];
}

function noteOn({ shop }: Cut, { result }: RunOf<Ledger>, curves: RunOf<ReturnsResult> | null, weeks: number): Said {
  return lines([
    result.total.profitAfterGoodsMinor !== null
      ? say`Attributed, not proven: an order counts for the campaign it names, net of cancellations and returns. ROI is (sales − cost) / cost, before the cost of goods; profit is sales less goods and cost.`
      : say`Attributed, not proven: an order counts for the campaign it names, net of cancellations and returns. ROI is (sales − cost) / cost, before the cost of goods, which is not known.`,
    ...leftOutWords(result),
    ...(curves ? curveNotes(curves, { currency: shop.currency, weeks: Math.max(weeks, CURVE_WEEKS) }) : []),
  ]);
}

function curveNotes(
  { id, result }: RunOf<ReturnsResult>,
  { currency, weeks }: { readonly currency: string; readonly weeks: number },
): Words[] {
  return [
    sentences(
      say`"Next ${currency} 1 sells" is what one more of weekly spend would sell at today's spend, over ${count(weeks)} weeks (${id}); "–" where the data cannot tell.`,
      result.basis === 'modelled'
        ? say`It is modelled from all of the shop's sales; the other figures are attributed.`
        : null,
    ),
    ...result.campaigns.map(({ name, advice }) => say`${name}: ${advice.says}`),
    result.campaigns.some(({ advice }) => advice.label === 'hold')
      ? say`"hold" looks at a campaign alone: its next spend may earn its cost or not. /budget plan compares campaigns, and may move that money to where it brings more.`
      : '',
    ...result.checks.filter(({ name, passed }) => !passed && name !== 'cost').map(({ says }) => says),
  ];
}

const curveOf = ({ id }: Pick<LedgerEntry, 'id'>, curves: ReturnsResult) =>
  curves.campaigns.find((each) => each.id === id);

function moneyRow(entry: LedgerEntry, curves: ReturnsResult, knowsGoods: boolean): Row {
  const longer = curveOf(entry, curves);
  const label = isRanked(entry) ? (longer?.advice.label ?? 'unknown') : 'unknown';
  return [
    named(entry.name),
    adviceWords[label],
    ...figures(entry, knowsGoods),
    longer?.response.curve?.marginal.expected ?? null,
  ];
}

function figures(of: ReturnFigures, knowsGoods: boolean): Row {
  const profit = knowsGoods ? of.profitAfterGoodsMinor : of.profitMinor;
  return [of.salesMinor, of.costMinor, of.roi, profit, of.costShare];
}

function groupTable(
  title: Said,
  groups: readonly (readonly [Words, LedgerGroup])[],
  { total, withPeople }: { readonly total: LedgerGroup; readonly withPeople: boolean },
): Part {
  const people: Column[] = withPeople
    ? [
        { title: say`New customers`, unit: 'count', people: true },
        { title: say`Cost of one`, unit: 'money' },
      ]
    : [];
  const row = (name: Words, each: LedgerGroup): Row => [
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
      { title: say`Sales`, unit: 'money' },
      { title: say`Cost`, unit: 'money' },
      { title: say`ROI`, unit: 'share' },
      { title: say`ROAS`, unit: 'number' },
      { title: say`Sales less cost`, unit: 'money' },
      { title: say`Cost share`, unit: 'share' },
      { title: say`Orders`, unit: 'count' },
      ...people,
    ],
    rows: [...groups.map(([name, each]) => row(name, each)), row(say`All`, total)],
  };
}
