import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { shownName } from '../../models/segments/group-name.ts';
import type { Flow, SegmentMoves } from '../../models/segments/moves.ts';
import {
  count,
  days as daysOf,
  lines,
  money,
  day as onDay,
  plural,
  type Said,
  say,
  sentences,
  share,
  type Words,
} from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { FEW } from '../few-people.ts';
import { choice, day } from '../inputs.ts';
import { languageOfAnswer } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Row, Table } from '../reply.ts';
import { customersBy } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import { SEED } from '../runs/forecast.ts';
import { keepRun } from '../runs/keep.ts';
import { type Groups, readOrderGroups, typedName } from './groups.ts';

/** Half a year: most customers of most shops have bought again by then, if they will. */
const USUAL_DAYS = 26 * 7;
const LEAST_DAYS = 28;
const TOP_FLOWS = 5;
const CLEARLY = 0.05;
/** What `/list make fell-to:` takes for those who are in no group any more. */
export const STOPPED = 'stopped';

export const segmentMoves = defineCommand({
  name: 'segment moves',
  summary: say`Which customers went from which group to which, who stopped, and the money at stake`,
  examples: ['segment moves'],
  needs: 'viewer',
  bare: 'since',
  input: z.strictObject({
    since: day(say`where they stood on this day, such as 2026-03-01`).optional(),
    csv: choice(['yes', 'no'], say`add every way with its range as a file`).default('no'),
  }),

  async run({ since, csv }, context) {
    const groups = await readOrderGroups(context);
    const { cut } = groups;
    const from = since ?? addDays(cut.before, -USUAL_DAYS);
    const days = daysBetween(from, cut.before);
    if (days < LEAST_DAYS) {
      throw new Refusal(
        say`${onDay(from)} is too near to see anybody move`,
        say`My data ends on ${onDay(cut.lastDay)}. Ask from ${addDays(cut.before, -LEAST_DAYS)} or earlier.`,
      );
    }
    if (daysBetween(cut.firstDay, from) < LEAST_DAYS) {
      throw new Refusal(
        say`There were hardly any customers before ${onDay(from)}`,
        say`The first order I know is from ${onDay(cut.firstDay)}. Ask from ${addDays(cut.firstDay, LEAST_DAYS)} or later.`,
      );
    }
    const run = await movesRun(context, groups, { from, days });
    const { now, earlier, pValue } = run.result;
    const names = groups.names.map(shownName);
    const top = topFlows(now, groups.names);
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [
          { label: say`Had bought before ${onDay(from)}`, value: known(now), unit: 'count', receipt: run.id },
          { label: say`Of these, bought again since`, value: known(now) - stopped(now), unit: 'count' },
          { label: say`New since`, value: now.customers - known(now), unit: 'count' },
          { label: say`All customers, each once`, value: now.customers, unit: 'count' },
        ],
      },
      {
        kind: 'chart',
        title: top[0] ? say`${top[0].label}: ${money(top[0].value)} of past sales` : say`Nobody changed groups`,
        subtitle: say`Where the customers of each group are after ${daysOf(days)} · data until ${onDay(cut.lastDay)}`,
        alt:
          top.length > 0
            ? sentences(...top.map(({ label, value }) => say`${label}: ${money(value)}.`))
            : say`Nobody changed groups.`,
        chart: {
          type: 'heat',
          unit: 'share',
          x: say`Now`,
          rows: names,
          columns: [...names, say`Stopped`],
          cells: now.flows.map((flows) => flows.map(({ share }) => share)),
        },
      },
      flowChart(now, names, { from, cut }),
      {
        kind: 'table',
        title: say`The moves that carry most past sales`,
        columns: [
          { title: say`Move`, unit: 'text' },
          { title: say`Past sales`, unit: 'money' },
        ],
        rows: top.map(({ label, value }) => [label, value]),
      },
      {
        kind: 'table',
        title: say`Of each group, where its customers are now`,
        columns: [
          { title: say`Was`, unit: 'text' },
          { title: say`Customers`, unit: 'count' },
          ...names.map((name) => ({ title: say`Now ${name}`, unit: 'share' as const })),
          { title: say`Stopped`, unit: 'share' },
          { title: say`Stopped, low 95%`, unit: 'share' },
          { title: say`Stopped, high 95%`, unit: 'share' },
          { title: say`Past sales of who stopped`, unit: 'money' },
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
        title: say`New customers`,
        columns: [
          { title: say`Now`, unit: 'text' },
          { title: say`Customers`, unit: 'count' },
          { title: say`Sales`, unit: 'money' },
        ],
        rows: now.arrived.map(({ customers, revenueMinor }, at) => [
          names[at]!,
          customers > 0 && customers < FEW ? null : customers,
          revenueMinor,
        ]),
      },
      {
        kind: 'note',
        text: lines([
          say`One model, ${groups.run.id}, on both dates. Stopped: bought before ${onDay(from)} and not since; a group counts now only those who have ordered since, so it is smaller than in /segment. Past sales: all that these customers had spent before ${onDay(from)}; not a forecast. Ways of fewer than ${count(FEW)} people are left out of the pictures.`,
          comparison(earlier !== null, pValue, days),
        ]),
      },
    ];
    return {
      title: say`Of customers before ${onDay(from)}, ${share(stopped(now) / Math.max(1, known(now)))} have not bought since`,
      tone: 'plain',
      parts:
        csv === 'yes'
          ? [...parts, csvFile(`moves-${run.id}.csv`, everyWay(now, names), cut.shop, languageOfAnswer(context))]
          : parts,
      actions: [
        ...(top[0]
          ? [
              {
                label: say`List the largest move`,
                style: 'primary' as const,
                ask: {
                  name: 'list make',
                  input: {
                    from: typedName(top[0].from, context),
                    'fell-to': typedName(top[0].to === STOPPED ? say`stopped` : top[0].to, context),
                    since: from,
                  },
                },
              },
            ]
          : []),
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: say`What's next`, style: 'plain', ask: { name: 'segment next', input: {} } },
        { label: say`Segments`, style: 'plain', ask: { name: 'segment', input: {} } },
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
          method: say`Migration between ${onDay(from)} and ${onDay(cut.before)} by the fixed model ${run.id}.`,
          seed: SEED,
          used: [
            say`${count(before.id.length)} customers before ${onDay(from)}, ${count(after.id.length)} by the end; cancelled lines and customers unknown are left out.`,
          ],
          checks: [],
          record: [],
          assumptions: [
            say`Inactive is who bought before the first date and not since; new is whose first order came since.`,
            say`Intervals of shares: Wilson, 95%. Against the period before: G-test of homogeneity, which says how often chance alone makes two periods so different.`,
          ],
        },
      };
    },
  });
}

/** Every way with the 95 % range of its share (Wilson). */
function everyWay({ flows }: SegmentMoves['now'], names: readonly Words[]): Table {
  return {
    kind: 'table',
    columns: [
      { title: say`Was`, unit: 'text' },
      { title: say`Now`, unit: 'text' },
      { title: say`Customers`, unit: 'count', people: true },
      { title: say`Share`, unit: 'share' },
      { title: say`Low 95%`, unit: 'share' },
      { title: say`High 95%`, unit: 'share' },
      { title: say`Past sales`, unit: 'money' },
    ],
    rows: flows.flatMap((row, from) =>
      row.map(({ customers, share: part, low95, high95, revenueMinor }, to): Row => {
        const way = [names[from]!, names[to] ?? say`Stopped`];
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
  names: readonly Words[],
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
  const of = (way: (typeof ways)[number]) => say`${names[way.from] ?? say`New`} → ${names[way.to] ?? say`Stopped`}`;
  return {
    kind: 'chart',
    title: largest ? say`${of(largest)}: ${count(largest.value)} customers` : say`Nobody changed groups`,
    subtitle: say`Customers before and now · data until ${onDay(cut.lastDay)}`,
    alt:
      ways.length > 0
        ? sentences(...ways.map((way) => say`${of(way)}: ${count(way.value)}.`))
        : say`Nobody changed groups.`,
    chart: {
      type: 'flow',
      unit: 'count',
      left: say`${onDay(from)}`,
      right: say`${onDay(cut.lastDay)}`,
      from: [...names, say`New`],
      to: [...names, say`Stopped`],
      flows: ways,
    },
  };
}

function topFlows({ flows, groups }: SegmentMoves['now'], names: readonly string[]) {
  return flows
    .flatMap((row, from) =>
      row.map((flow, to) => ({
        from: names[from]!,
        to: to === groups ? STOPPED : names[to]!,
        label: say`${shownName(names[from]!)} → ${to === groups ? say`stopped` : shownName(names[to]!)}`,
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

function comparison(hasEarlier: boolean, pValue: number | null, days: number): Said {
  const span = daysOf(days);
  if (!hasEarlier || pValue === null) return say`The history is too short to compare with the ${span} before.`;
  const hundred = Math.round(100 * pValue);
  return sentences(
    pValue < CLEARLY
      ? say`People move differently than in the ${span} before.`
      : say`No clear change against the ${span} before.`,
    pValue < 0.001
      ? say`Chance alone does as much less than once in a thousand (G-test).`
      : plural(
          hundred,
          say`Chance alone does as much once in a hundred (G-test).`,
          say`Chance alone does as much ${count(hundred)} times in a hundred (G-test).`,
        ),
  );
}
