import { z } from 'zod';
import type { Day } from '../../data/types.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import type { Flow, SegmentMoves } from '../../models/segments/moves.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { say } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { FEW } from '../few-people.ts';
import { choice, day } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Row, Table } from '../reply.ts';
import { customersBy } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import { SEED } from '../runs/forecast.ts';
import { keepRun } from '../runs/keep.ts';
import { capital } from './capital.ts';
import { type Groups, readOrderGroups } from './groups.ts';

/** Half a year: most customers of most shops have bought again by then, if they will. */
const USUAL_DAYS = 26 * 7;
const LEAST_DAYS = 28;
const TOP_FLOWS = 5;
const CLEARLY = 0.05;

export const segmentMoves = defineCommand({
  name: 'segment moves',
  summary: 'Which customers went from which group to which, who stopped, and the money at stake',
  examples: ['segment moves'],
  needs: 'viewer',
  bare: 'since',
  input: z.strictObject({
    since: day('where they stood on this day, such as 2026-03-01').optional(),
    csv: choice(['yes', 'no'], 'add every way with its range as a file').default('no'),
  }),

  async run({ since, csv }, context) {
    const groups = await readOrderGroups(context);
    const { cut } = groups;
    const from = since ?? addDays(cut.before, -USUAL_DAYS);
    const days = daysBetween(from, cut.before);
    const date = (day: Day) => formatDays(day, day, cut.shop);
    if (days < LEAST_DAYS) {
      throw new Refusal(
        `${date(from)} is too near to see anybody move`,
        `My data ends on ${date(cut.lastDay)}. Ask from ${addDays(cut.before, -LEAST_DAYS)} or earlier.`,
      );
    }
    if (daysBetween(cut.firstDay, from) < LEAST_DAYS) {
      throw new Refusal(
        `There were hardly any customers before ${date(from)}`,
        `The first order I know is from ${date(cut.firstDay)}. Ask from ${addDays(cut.firstDay, LEAST_DAYS)} or later.`,
      );
    }
    const run = await movesRun(context, groups, { from, days });
    const { now, earlier, pValue } = run.result;
    const money = (minor: number) => formatValue(minor, 'money', cut.shop);
    const names = groups.names.map(capital);
    const top = topFlows(now, names);
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [
          { label: 'Customers, each once', value: now.customers, unit: 'count', receipt: run.id },
          { label: `Had bought before ${date(from)}`, value: known(now), unit: 'count' },
          { label: 'Of these, bought again since', value: known(now) - stopped(now), unit: 'count' },
          { label: 'New since', value: now.customers - known(now), unit: 'count' },
        ],
      },
      {
        kind: 'chart',
        title: top[0] ? `${top[0].label}: ${money(top[0].value)} of past sales` : 'Nobody changed groups',
        subtitle: `Where the customers of each group are after ${days} days · data until ${formatDays(cut.lastDay, cut.lastDay, cut.shop)}`,
        alt: top.map(({ label, value }) => `${label}: ${money(value)}`).join('; ') || 'Nobody changed groups.',
        chart: {
          type: 'heat',
          unit: 'share',
          x: 'Now',
          rows: names,
          columns: [...names, 'Stopped'],
          cells: now.flows.map((flows) => flows.map(({ share }) => share)),
        },
      },
      flowChart(now, names, { from, cut }),
      {
        kind: 'table',
        title: 'The moves that carry most past sales',
        columns: [
          { title: 'Move', unit: 'text' },
          { title: 'Past sales', unit: 'money' },
        ],
        rows: top.map(({ label, value }) => [label, value]),
      },
      {
        kind: 'table',
        title: 'Of each group, where its customers are now',
        columns: [
          { title: 'Was', unit: 'text' },
          { title: 'Customers', unit: 'count' },
          ...names.map((name) => ({ title: `Now ${name}`, unit: 'share' as const })),
          { title: 'Stopped', unit: 'share' },
          { title: 'Stopped, low 95%', unit: 'share' },
          { title: 'Stopped, high 95%', unit: 'share' },
          { title: 'Past sales of who stopped', unit: 'money' },
        ],
        rows: now.flows.map((flows, at): Row => {
          const left = flows.at(-1)!;
          const all = flows.reduce((sum, { customers }) => sum + customers, 0);
          return [
            names[at]!,
            all < FEW ? null : all,
            ...flows.map(({ share }) => (all < FEW ? null : share)),
            all < FEW ? null : left.low95,
            all < FEW ? null : left.high95,
            left.revenueMinor,
          ];
        }),
      },
      {
        kind: 'table',
        title: 'New customers',
        columns: [
          { title: 'Now', unit: 'text' },
          { title: 'Customers', unit: 'count' },
          { title: 'Sales', unit: 'money' },
        ],
        rows: now.arrived.map(({ customers, revenueMinor }, at) => [
          names[at]!,
          customers > 0 && customers < FEW ? null : customers,
          revenueMinor,
        ]),
      },
      {
        kind: 'note',
        text: [
          `One model, ${groups.run.id}, on both dates. Stopped: bought before ${date(from)} and not since; a group counts now only those who have ordered since, so it is smaller than in /segment. Past sales: all that these customers had spent before ${date(from)}; not a forecast. Ways of fewer than ${FEW} people are left out of the pictures.`,
          comparison(earlier !== null, pValue, days),
        ].join('\n'),
      },
    ];
    return {
      title: `${Math.round((100 * stopped(now)) / Math.max(1, known(now)))}% of customers have not bought since ${date(from)}`,
      tone: 'plain',
      parts: csv === 'yes' ? [...parts, csvFile(`moves-${run.id}.csv`, everyWay(now, names), cut.shop)] : parts,
      actions: [
        ...(top[0]
          ? [
              {
                label: 'List the largest move',
                style: 'primary' as const,
                ask: { name: 'list make', input: { from: top[0].from, 'fell-to': top[0].to, since: from } },
              },
            ]
          : []),
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: "What's next", style: 'plain', ask: { name: 'segment next', input: {} } },
        { label: 'Segments', style: 'plain', ask: { name: 'segment', input: {} } },
      ],
    };
  },
});

/** Who went from which group to which since a day, by the fixed model of a run. */
export async function movesRun(
  context: Context,
  { cut, run, clusters, set }: Groups,
  { from, days }: { readonly from: Day; readonly days: number },
) {
  const viewOn = async (day: Day) => (await customersBy(context, [set], day)).view;
  return keepRun<SegmentMoves>(context, {
    kind: 'moves',
    version: 1,
    parameters: { since: from, model: run.id },
    cut,
    async compute() {
      const earlierDay = addDays(from, -days);
      const reachesBack = daysBetween(cut.firstDay, earlierDay) >= LEAST_DAYS;
      const [before, after, earlier] = await Promise.all([
        viewOn(from),
        viewOn(cut.before),
        reachesBack ? viewOn(earlierDay) : null,
      ]);
      const result = await context.compute('segmentMoves', {
        model: { scaling: clusters.scaling, centroids: clusters.centroids },
        before,
        after,
        days,
        earlier,
      });
      return {
        result,
        receipt: {
          method: say`migration between ${from} and ${cut.before} by the fixed model ${run.id}`,
          seed: SEED,
          used: [
            `${before.id.length} customers before ${from}, ${after.id.length} by the end; cancelled lines and customers unknown left out`,
          ],
          checks: [],
          record: [],
          assumptions: [
            'Inactive is who bought before the first date and not since; new is whose first order came since.',
            'Intervals of shares: Wilson, 95%. Against the period before: G-test of homogeneity.',
          ],
        },
      };
    },
  });
}

/** Every way with the 95 % range of its share (Wilson). */
function everyWay({ flows }: SegmentMoves['now'], names: readonly string[]): Table {
  const share = (title: string) => ({ title, unit: 'share' as const });
  return {
    kind: 'table',
    columns: [
      { title: 'Was', unit: 'text' },
      { title: 'Now', unit: 'text' },
      { title: 'Customers', unit: 'count', people: true },
      share('Share'),
      share('Low 95%'),
      share('High 95%'),
      { title: 'Past sales', unit: 'money' },
    ],
    rows: flows.flatMap((row, from) =>
      row.map(({ customers, share: part, low95, high95, revenueMinor }, to): Row => {
        const way = [names[from]!, names[to] ?? 'Stopped'];
        // A file is not looked through for groups of a few people as a table is.
        return customers < FEW
          ? [...way, null, null, null, null, null]
          : [...way, customers, part, low95, high95, revenueMinor];
      }),
    ),
  };
}

/** Everybody's way in people; groups too small to be counted are left out. */
function flowChart(
  { flows, arrived }: SegmentMoves['now'],
  names: readonly string[],
  { from, cut }: { readonly from: Day; readonly cut: Cut },
): Part {
  const stop = names.length;
  const ways = [
    ...flows.flatMap((row, at) =>
      row.map(({ customers }, to) => ({ from: at, to, value: customers, loss: to === stop })),
    ),
    ...arrived.map(({ customers }, to) => ({ from: stop, to, value: customers, loss: false })),
  ].filter(({ value }) => value >= FEW);
  const [largest] = ways.filter((way) => way.from !== way.to).sort((a, b) => b.value - a.value);
  const called = (way: (typeof ways)[number]) =>
    `${names[way.from] ?? 'New'} → ${names[way.to] ?? 'Stopped'}: ${formatValue(way.value, 'count', cut.shop)}`;
  return {
    kind: 'chart',
    title: largest ? `${called(largest)} customers` : 'Nobody changed groups',
    subtitle: `Customers before and now · data until ${formatDays(cut.lastDay, cut.lastDay, cut.shop)}`,
    alt: ways.map(called).join('; ') || 'Nobody changed groups.',
    chart: {
      type: 'flow',
      unit: 'count',
      left: formatDays(from, from, cut.shop),
      right: formatDays(cut.lastDay, cut.lastDay, cut.shop),
      from: [...names, 'New'],
      to: [...names, 'Stopped'],
      flows: ways,
    },
  };
}

function topFlows({ flows, groups }: SegmentMoves['now'], names: readonly string[]) {
  return flows
    .flatMap((row, from) =>
      row.map((flow, to) => ({
        from: names[from]!,
        to: to === groups ? 'stopped' : names[to]!,
        label: `${names[from]} → ${to === groups ? 'stopped' : names[to]}`,
        value: flow.revenueMinor,
        flow,
        isMove: from !== to,
      })),
    )
    .filter(({ isMove, flow }) => isMove && flow.customers >= FEW)
    .sort((a, b) => b.value - a.value)
    .slice(0, TOP_FLOWS)
    .map(({ label, value, from, to }) => ({ label, value, from, to }));
}

function known({ flows }: SegmentMoves['now']): number {
  return flows.flat().reduce((sum: number, { customers }: Flow) => sum + customers, 0);
}

function stopped({ flows }: SegmentMoves['now']): number {
  return flows.reduce((sum, row) => sum + row.at(-1)!.customers, 0);
}

function comparison(hasEarlier: boolean, pValue: number | null, days: number): string {
  if (!hasEarlier || pValue === null) return `The history is too short to compare with the ${days} days before.`;
  const how = pValue < CLEARLY ? 'People move differently than in' : 'No clear change against';
  const chance = pValue < 0.001 ? 'less than once in a thousand' : `${Math.round(100 * pValue)} times in a hundred`;
  return `${how} the ${days} days before: chance alone does as much ${chance} (G-test).`;
}
