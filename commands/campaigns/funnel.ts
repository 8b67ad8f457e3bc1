import { z } from 'zod';
import type { FigureReport } from '../../data/types.ts';
import { type Funnel, funnel, type Stage } from '../../models/campaigns/funnel.ts';
import { addDays } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { type Context, defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row } from '../reply.ts';

/** Where a stage is counted: a report, its metric, and its basis where it has several. */
type Place = { readonly name: string; readonly report: string; readonly metric: string; readonly basis?: string };

/** The ways to an order, and what platforms count on them. Only what adds up over days: people are counted once a period. */
const channels: readonly { readonly channel: string; readonly stages: readonly Place[] }[] = [
  {
    channel: 'Shopee shop',
    stages: [
      { name: 'Visits (visitor-days)', report: 'shopee traffic', metric: 'Visitor-days' },
      { name: 'Units to cart', report: 'shopee product overview', metric: 'Units to cart' },
      { name: 'Orders placed', report: 'shopee shop stats', metric: 'Orders', basis: 'placed' },
      { name: 'Orders ready to ship', report: 'shopee shop stats', metric: 'Orders', basis: 'ready to ship' },
      { name: 'Orders paid', report: 'shopee shop stats', metric: 'Orders', basis: 'paid' },
    ],
  },
  {
    channel: 'Shopee chat',
    stages: [
      { name: 'Visits (visitor-days)', report: 'shopee chat', metric: 'Visitor-days' },
      { name: 'Chats', report: 'shopee chat', metric: 'Chats' },
      { name: 'Chats replied to', report: 'shopee chat', metric: 'Replied chats' },
      { name: 'Orders', report: 'shopee chat', metric: 'Orders' },
    ],
  },
  {
    channel: 'Shopee broadcast',
    stages: [
      { name: 'Recipients', report: 'shopee chat broadcast', metric: 'Recipients' },
      { name: 'Readers', report: 'shopee chat broadcast', metric: 'Readers' },
      { name: 'Clickers', report: 'shopee chat broadcast', metric: 'Clickers' },
      { name: 'Orders', report: 'shopee chat broadcast', metric: 'Orders' },
    ],
  },
  {
    channel: 'Shopee vouchers',
    stages: [
      { name: 'Claims', report: 'shopee voucher', metric: 'Claims' },
      { name: 'Orders placed', report: 'shopee voucher', metric: 'Orders', basis: 'placed' },
      { name: 'Orders ready to ship', report: 'shopee voucher', metric: 'Orders', basis: 'ready to ship' },
    ],
  },
  {
    channel: 'Shopee flash sales',
    stages: [
      { name: 'Product views', report: 'shopee flash sale', metric: 'Product views' },
      { name: 'Product clicks', report: 'shopee flash sale', metric: 'Product clicks' },
      { name: 'Orders placed', report: 'shopee flash sale', metric: 'Orders', basis: 'placed' },
      { name: 'Orders ready to ship', report: 'shopee flash sale', metric: 'Orders', basis: 'ready to ship' },
    ],
  },
  {
    channel: 'Shopee ads',
    stages: [
      { name: 'Impressions', report: 'shopee ads', metric: 'Impressions' },
      { name: 'Clicks', report: 'shopee ads', metric: 'Clicks' },
      { name: 'To cart', report: 'shopee ads', metric: 'To cart' },
      { name: 'Conversions', report: 'shopee ads', metric: 'Conversions' },
    ],
  },
  {
    channel: 'Off-platform',
    stages: [
      { name: 'Visits', report: 'shopee off-platform', metric: 'Visits' },
      { name: 'Orders', report: 'shopee off-platform', metric: 'Orders' },
    ],
  },
  {
    channel: 'Meta ads',
    stages: [
      { name: 'Impressions', report: 'meta ads', metric: 'Impressions' },
      { name: 'Link clicks', report: 'meta ads', metric: 'Link clicks' },
      { name: 'To cart', report: 'meta ads', metric: 'To cart' },
      { name: 'Purchases', report: 'meta ads', metric: 'Purchases' },
    ],
  },
  {
    channel: 'TikTok Shop',
    stages: [
      { name: 'Page views', report: 'tiktok shop stats', metric: 'Page views' },
      { name: 'Product clicks', report: 'tiktok shop stats', metric: 'Product clicks' },
      { name: 'Orders', report: 'tiktok shop stats', metric: 'Orders' },
    ],
  },
];

export const campaignFunnel = defineCommand({
  name: 'campaign funnel',
  summary: 'From visits to paid orders by channel, as platforms’ statistics count them',
  examples: ['campaign funnel'],
  needs: 'viewer',
  input: z.strictObject({}),
  async run(_, context): Promise<Reply> {
    const reports = await context.facts.figures.reports();
    const found: Found[] = [];
    for (const each of channels) {
      const one = await funnelOf(each, reports, context);
      if (one) found.push(one);
    }
    if (found.length === 0) {
      throw new Refusal(
        'No report tells two steps of one way to an order',
        'Bring shop statistics, traffic, chat, broadcasts or ads, as they are downloaded, with /data add: traffic and shop statistics together give visits to orders.',
      );
    }
    return answer(found, context);
  },
});

type Found = {
  readonly channel: string;
  readonly funnel: Funnel;
  readonly days: string;
  readonly importIds: readonly string[];
};

/** Over the days that all its reports tell. Null where fewer than two stages are told. */
async function funnelOf(
  { channel, stages }: (typeof channels)[number],
  reports: readonly FigureReport[],
  { facts, shop }: Context,
): Promise<Found | null> {
  const came = reports.filter(({ report }) => stages.some((stage) => stage.report === report));
  if (came.length === 0) return null;
  const from = came
    .map(({ firstDay }) => firstDay)
    .sort()
    .at(-1)!;
  const to = came.map(({ lastDay }) => lastDay).sort()[0]!;
  if (to < from) return null;
  const counted: Stage[] = [];
  for (const { name, report, metric, basis = '' } of stages) {
    if (!came.some((each) => each.report === report)) continue;
    const { lines } = await facts.figures.of({ report, by: 'month', from, before: addDays(to, 1) });
    const total = lines.find((line) => line.metric === metric && line.basis === basis)?.total ?? null;
    if (total !== null) counted.push({ name, count: total });
  }
  if (counted.length < 2) return null;
  return {
    channel,
    funnel: funnel(counted),
    days: formatDays(from, to, shop),
    importIds: came.flatMap(({ importIds }) => importIds),
  };
}

function answer(found: readonly Found[], { shop }: Context): Reply {
  const told = found.flatMap(({ channel, funnel: { conversion } }) => (conversion ? [{ channel, conversion }] : []));
  told.sort((a, b) => b.conversion.share - a.conversion.share);
  const share = (value: number) => formatValue(value, 'share', shop);
  const [best] = told;
  const title = best
    ? `${best.channel}: ${share(best.conversion.share)} of the first step reach the last`
    : 'Steps are told, and no way through them';
  const chart: Part[] = best
    ? [
        {
          kind: 'chart',
          title,
          subtitle: 'Last step of first; channels begin at different ones',
          alt: `${title}. ${told.map(({ channel, conversion }) => `${channel}: ${share(conversion.share)}`).join('; ')}.`,
          chart: {
            type: 'bars',
            unit: 'share',
            level: 0.95,
            bars: told.map(({ channel, conversion }) => ({
              label: channel,
              value: conversion.share,
              low: conversion.low95,
              high: conversion.high95,
            })),
          },
        },
      ]
    : [];
  return {
    title,
    tone: 'plain',
    parts: [
      ...found.map(
        ({ channel, funnel: { steps }, days }): Part => ({
          kind: 'table',
          title: `${channel}, ${days}`,
          columns: [
            { title: 'Step', unit: 'text' },
            { title: 'Count', unit: 'count' },
            { title: 'Of the step before', unit: 'share' },
            { title: 'From', unit: 'share' },
            { title: 'To (95%)', unit: 'share' },
          ],
          rows: steps.map(({ name, count, share: part, low95, high95 }): Row => [name, count, part, low95, high95]),
        }),
      ),
      ...chart,
      {
        kind: 'note',
        text: [
          ...found.flatMap(({ channel, funnel: { narrowest } }) =>
            narrowest ? [`${channel} loses most before "${narrowest}".`] : [],
          ),
          'Platforms count each step on its own, so a person is not followed from one to the next: "–" where a step counts more than the one before it.',
          `From ${[...new Set(found.flatMap(({ importIds }) => importIds))].join(', ')}.`,
        ].join('\n'),
      },
    ],
    actions: [{ label: 'All figures', style: 'plain', ask: { name: 'data figures', input: {} } }],
  };
}
