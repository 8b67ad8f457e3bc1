import { z } from 'zod';
import type { FigureReport } from '../../data/types/figures.ts';
import type { Day } from '../../data/types/shop.ts';
import { type Funnel, funnel, type Stage } from '../../models/campaigns/funnel.ts';
import { addDays } from '../../models/days.ts';
import { lines, listed, period, type Quantity, type Said, say, sentences, share } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { dataUntil } from '../data-until.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row } from '../reply.ts';

/** Where a stage is counted: a report, its metric, and its basis where it has several. */
type Place = { readonly name: Said; readonly report: string; readonly metric: string; readonly basis?: string };

/** The ways to an order, and what platforms count on them. Only what adds up over days: people are counted once a period. */
const channels: readonly { readonly channel: Said; readonly stages: readonly Place[] }[] = [
  {
    channel: say`Shopee shop`,
    stages: [
      { name: say`Visits (visitor-days)`, report: 'shopee traffic', metric: 'Visitor-days' },
      { name: say`Units to cart`, report: 'shopee product overview', metric: 'Units to cart' },
      { name: say`Orders placed`, report: 'shopee shop stats', metric: 'Orders', basis: 'placed' },
      { name: say`Orders ready to ship`, report: 'shopee shop stats', metric: 'Orders', basis: 'ready to ship' },
      { name: say`Orders paid`, report: 'shopee shop stats', metric: 'Orders', basis: 'paid' },
    ],
  },
  {
    channel: say`Shopee chat`,
    stages: [
      { name: say`Visits (visitor-days)`, report: 'shopee chat', metric: 'Visitor-days' },
      { name: say`Chats`, report: 'shopee chat', metric: 'Chats' },
      { name: say`Chats replied to`, report: 'shopee chat', metric: 'Replied chats' },
      { name: say`Orders`, report: 'shopee chat', metric: 'Orders' },
    ],
  },
  {
    channel: say`Shopee broadcast`,
    stages: [
      { name: say`Recipients`, report: 'shopee chat broadcast', metric: 'Recipients' },
      { name: say`Readers`, report: 'shopee chat broadcast', metric: 'Readers' },
      { name: say`Clickers`, report: 'shopee chat broadcast', metric: 'Clickers' },
      { name: say`Orders`, report: 'shopee chat broadcast', metric: 'Orders' },
    ],
  },
  {
    channel: say`Shopee vouchers`,
    stages: [
      { name: say`Claims`, report: 'shopee voucher', metric: 'Claims' },
      { name: say`Orders placed`, report: 'shopee voucher', metric: 'Orders', basis: 'placed' },
      { name: say`Orders ready to ship`, report: 'shopee voucher', metric: 'Orders', basis: 'ready to ship' },
    ],
  },
  {
    channel: say`Shopee flash sales`,
    stages: [
      { name: say`Product views`, report: 'shopee flash sale', metric: 'Product views' },
      { name: say`Product clicks`, report: 'shopee flash sale', metric: 'Product clicks' },
      { name: say`Orders placed`, report: 'shopee flash sale', metric: 'Orders', basis: 'placed' },
      { name: say`Orders ready to ship`, report: 'shopee flash sale', metric: 'Orders', basis: 'ready to ship' },
    ],
  },
  {
    channel: say`Shopee ads`,
    stages: [
      { name: say`Impressions`, report: 'shopee ads', metric: 'Impressions' },
      { name: say`Clicks`, report: 'shopee ads', metric: 'Clicks' },
      { name: say`To cart`, report: 'shopee ads', metric: 'To cart' },
      { name: say`Conversions`, report: 'shopee ads', metric: 'Conversions' },
    ],
  },
  {
    channel: say`Off-platform`,
    stages: [
      { name: say`Visits`, report: 'shopee off-platform', metric: 'Visits' },
      { name: say`Orders`, report: 'shopee off-platform', metric: 'Orders' },
    ],
  },
  {
    channel: say`Meta ads`,
    stages: [
      { name: say`Impressions`, report: 'meta ads', metric: 'Impressions' },
      { name: say`Link clicks`, report: 'meta ads', metric: 'Link clicks' },
      { name: say`To cart`, report: 'meta ads', metric: 'To cart' },
      { name: say`Purchases`, report: 'meta ads', metric: 'Purchases' },
    ],
  },
  {
    channel: say`TikTok Shop`,
    stages: [
      { name: say`Page views`, report: 'tiktok shop stats', metric: 'Page views' },
      { name: say`Product clicks`, report: 'tiktok shop stats', metric: 'Product clicks' },
      { name: say`Orders`, report: 'tiktok shop stats', metric: 'Orders' },
    ],
  },
];

export const campaignFunnel = defineCommand({
  name: 'campaign funnel',
  summary: say`From visits to paid orders by channel, as platforms’ statistics count them`,
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
        say`No report tells two steps of one way to an order`,
        say`Bring shop statistics, traffic, chat, broadcasts or ads, as they are downloaded, with /data add: traffic and shop statistics together give visits to orders.`,
      );
    }
    return answer(found);
  },
});

type Found = {
  readonly channel: Said;
  readonly funnel: Funnel;
  readonly days: Quantity;
  readonly to: Day;
  readonly importIds: readonly string[];
};

/** Over the days that all its reports tell. Null where fewer than two stages are told. */
async function funnelOf(
  { channel, stages }: (typeof channels)[number],
  reports: readonly FigureReport[],
  { facts }: Context,
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
    days: period(from, to),
    to,
    importIds: came.flatMap(({ importIds }) => importIds),
  };
}

function answer(found: readonly Found[]): Reply {
  const told = found.flatMap(({ channel, funnel: { conversion } }) => (conversion ? [{ channel, conversion }] : []));
  told.sort((a, b) => b.conversion.share - a.conversion.share);
  const [best] = told;
  const title = best
    ? say`${best.channel}: ${share(best.conversion.share)} of the first step reach the last`
    : say`Steps are told, and no way through them`;
  const chart: Part[] = best
    ? [
        {
          kind: 'chart',
          title,
          subtitle: dataUntil(
            say`Last step of first; channels begin at different ones`,
            found
              .map(({ to }) => to)
              .sort()
              .at(-1)!,
          ),
          alt: sentences(
            say`${title}.`,
            ...told.map(({ channel, conversion }) => say`${channel}: ${share(conversion.share)}.`),
          ),
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
          title: say`${channel}, ${days}`,
          columns: [
            { title: say`Step`, unit: 'text' },
            { title: say`Count`, unit: 'count' },
            { title: say`Of the step before`, unit: 'share' },
            { title: say`From`, unit: 'share' },
            { title: say`To (95%)`, unit: 'share' },
          ],
          rows: steps.map((step): Row => [step.name, step.count, step.share, step.low95, step.high95]),
        }),
      ),
      ...chart,
      {
        kind: 'note',
        text: lines([
          ...found.flatMap(({ channel, funnel: { narrowest } }) =>
            narrowest ? [say`${channel} loses most before "${narrowest}".`] : [],
          ),
          say`Platforms count each step on its own, so a person is not followed from one to the next: "–" where a step counts more than the one before it.`,
          say`From ${listed([...new Set(found.flatMap(({ importIds }) => importIds))])}.`,
        ]),
      },
    ],
    actions: [{ label: say`All figures`, style: 'plain', ask: { name: 'data figures', input: {} } }],
  };
}
