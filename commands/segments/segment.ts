import { z } from 'zod';
import type { State } from '../../data/state/types/state.ts';
import type { Bin } from '../../models/segments/distributions.ts';
import { calledOf, titleOfFeature } from '../../models/segments/feature-words.ts';
import { shownName } from '../../models/segments/group-name.ts';
import type { Unit } from '../../words/quantity.ts';
import { count, lines, day as onDay, quantity, type Said, say, sentences, share, type Words } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { choice, day, wholeNumber } from '../inputs.ts';
import { languageOfAnswer } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Part, Reply, Table } from '../reply.ts';
import { readSegmentsCut, setNames, setWords, standingSet } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import {
  axesWords,
  type KeptClusters,
  type KeptSegments,
  namesOf,
  qualityWords,
  segmentsRun,
} from '../runs/segments.ts';
import { renameButton } from './name.ts';
import { rfmName } from './rfm-names.ts';

/** A new group that shares fewer people than this with an old one is not taken for it by anybody. */
const ASK_FROM = 0.25;

export const segment = defineCommand({
  name: 'segment',
  summary: say`Groups of customers that behave alike, and what to do with each`,
  examples: ['segment', 'segment by:rfm', 'segment k:5', 'segment features:thirteen'],
  needs: 'viewer',
  input: z.strictObject({
    by: choice(['groups', 'rfm'], say`found groups (k-means), or the ten plain RFM segments`).default('groups'),
    k: wholeNumber({ from: 2, to: 8, says: say`so many groups, instead of the number the data suggest` }).optional(),
    features: choice(
      setNames,
      say`told apart by: rfm (recency, orders, money), behaviour (eight), thirteen (a distributor’s), profile (a table of customers)`,
    ).optional(),
    ties: choice(
      ['alike', 'first'],
      say`RFM scores of equal values: alike, or parted by the order of rows as tutorials do`,
    ).default('alike'),
    'as-of': day(say`as it stood before this past day`).optional(),
    csv: choice(['yes', 'no'], say`add the table as a file`).default('no'),
  }),

  async run({ by, k, features, ties, 'as-of': asOf, csv }, context) {
    const standing = await standingSet(context);
    const cut = await readSegmentsCut(context, features ?? standing, asOf);
    const made = await segmentsRun(context, cut, { k, features });
    const { rfmFirst, rfm: alike } = made.result;
    const run = { ...made, result: { ...made.result, rfm: ties === 'first' && rfmFirst ? rfmFirst : alike } };
    const { result } = run;
    const unit = result.checks.find(({ name }) => name === 'unit');
    if (unit && !unit.passed) {
      throw new Refusal(
        sentences(unit.says, say`I will not segment them.`),
        say`Import orders with a column that says who bought.`,
        [{ label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } }],
      );
    }
    const plain = by === 'rfm' || ties === 'first' || result.clusters === null;
    const names = result.clusters ? namesOf(context.state, run.id, result.clusters) : [];
    const lost = result.clusters && !plain ? lostNames(context.state, result.clusters, names) : [];
    const table = plain || !result.clusters ? rfmTable(result) : groupsTable(result.clusters, names);

    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [
          { label: say`Customers`, value: result.customers, unit: 'count', receipt: run.id },
          { label: say`Their sales, before returns`, value: result.revenueMinor, unit: 'money' },
        ],
      },
      ...inNoGroup(result, cut),
      {
        kind: 'chart',
        title: chartTitle(table),
        subtitle: say`Share of customers beside share of revenue · data until ${onDay(cut.lastDay)}`,
        alt: sentences(...table.rows.map((row) => say`${shareWords(row)}.`)),
        chart: {
          type: 'bars',
          unit: 'share',
          bars: byRevenue(table).flatMap(([label, , customers, revenue]) => [
            { label: label as Words, series: say`customers`, value: Number(customers) },
            { label: label as Words, series: say`revenue`, value: Number(revenue ?? 0) },
          ]),
        },
      },
      table,
      ...(plain ? distributionChart(result, cut) : scatterChart(result, names, cut)),
      ...notes(run, names, plain),
      ...questions(lost),
    ];
    if (csv === 'yes') parts.push(csvFile(`segments-${run.id}.csv`, table, cut.shop, languageOfAnswer(context)));
    return {
      title: plain ? say`RFM segments` : say`${count(table.rows.length)} groups of customers`,
      tone: 'plain',
      parts,
      actions: actionsFor(run, names, {
        plain,
        asOf,
        lost,
        isTrial: k !== undefined || (features ?? standing) !== standing,
      }),
    };
  },
});

/** Why there are fewer customers here than an import counts. A table of customers is another count, told in the receipt. */
function inNoGroup({ customers, features }: KeptSegments, { coverage, lastDay }: Cut): Part[] {
  const left = coverage.customers - customers;
  if (left <= 0 || features === 'profile') return [];
  const [some, all] = [count(left), count(coverage.customers)];
  const text =
    coverage.lastDay === lastDay
      ? say`${some} of ${all} customers in your orders are in no group: all that they ordered was cancelled or free.`
      : say`${some} of ${all} customers in your orders are in no group: all that they ordered was cancelled or free, or came after ${onDay(lastDay)}.`;
  return [{ kind: 'note', text }];
}

const columns: Table['columns'] = [
  { title: say`Segment`, unit: 'text' },
  { title: say`Customers`, unit: 'count', people: true },
  { title: say`Of customers`, unit: 'share' },
  { title: say`Of sales`, unit: 'share' },
  { title: say`Typical order`, unit: 'money' },
  { title: say`Orders`, unit: 'count' },
  { title: say`Last seen`, unit: 'days' },
  { title: say`Do next`, unit: 'text' },
];

function groupsTable({ segments }: KeptClusters, names: readonly string[]): Table {
  return { kind: 'table', columns, rows: segments.map((each, place) => row(shownName(names[place]!), each)) };
}

function rfmTable({ rfm }: KeptSegments): Table {
  const named = rfm.table.filter(({ customers }) => customers > 0);
  const rows = named.map((each) => row(rfmName(each.segment), each));
  // The middle segment of customers who are all alike is no finding, and asks for nothing.
  return {
    kind: 'table',
    columns,
    rows: rows.length === 1 ? [[say`Everybody`, ...rows[0]!.slice(1, -1), null]] : rows,
  };
}

type Figures = KeptSegments['rfm']['table'][number] | NonNullable<KeptSegments['clusters']>['segments'][number];

function row(name: Words, each: Figures): Table['rows'][number] {
  return [
    name,
    each.customers,
    each.customerShare,
    each.revenueShare,
    each.typicalOrderMinor,
    each.medianOrders,
    each.medianRecencyDays,
    'strategy' in each && each.strategy ? say`${each.strategy}: ${each.action}` : each.action,
  ];
}

/** Some customers on the two axes that the names speak of. */
function scatterChart({ clusters }: KeptSegments, names: readonly string[], cut: Cut): Part[] {
  const [x, y] = clusters?.axes ?? [];
  const cloud = clusters?.cloud ?? [];
  if (!x || !y || cloud.length === 0) return [];
  const title = say`Told apart by ${calledOf(x.feature)} and ${calledOf(y.feature)}`;
  const at = (value: number, feature: string) => quantity(value, axisUnit(feature));
  return [
    {
      kind: 'chart',
      title,
      subtitle: say`Some customers of each group; the name stands at its middle · data until ${onDay(cut.lastDay)}`,
      alt: sentences(
        ...cloud.map(
          ({ centre }, place) =>
            say`${shownName(names[place]!)}: ${at(centre.x, x.feature)}, ${at(centre.y, y.feature)}.`,
        ),
      ),
      chart: {
        type: 'scatter',
        x: { title: titleOfFeature(x.feature), unit: axisUnit(x.feature), ...logScale(x.feature) },
        y: { title: titleOfFeature(y.feature), unit: axisUnit(y.feature), ...logScale(y.feature) },
        groups: cloud.map(({ points, centre }, place) => ({ label: shownName(names[place]!), points, centre })),
      },
    },
  ];
}

function axisUnit(feature: string): Unit {
  const units: Readonly<Record<string, Unit>> = { recency: 'days', money: 'money', frequency: 'count' };
  return units[feature] ?? (feature.endsWith('share') ? 'share' : 'number');
}

function logScale(feature: string): { readonly scale?: 'log' } {
  return feature.endsWith('share') ? {} : { scale: 'log' };
}

/** How recency, orders and money are spread over the customers. */
function distributionChart({ distributions }: KeptSegments, cut: Cut): Part[] {
  if (!distributions) return [];
  const panels = [
    {
      title: say`Days since the last order`,
      x: say`Days since the last order, from`,
      bins: distributions.recency,
      unit: 'count',
    },
    { title: say`Orders`, x: say`Orders, from`, bins: distributions.frequency, unit: 'count' },
    { title: say`Money spent`, x: say`Money spent, from`, bins: distributions.money, unit: 'money' },
  ] as const;
  const label = ({ from, to }: Bin, unit: Unit) =>
    to === null ? say`${quantity(from, unit)}+` : say`${quantity(from, unit)}`;
  const most = (bins: readonly Bin[]) => bins.reduce((best, bin) => (bin.customers > best.customers ? bin : best));
  return [
    {
      kind: 'chart',
      title: say`How customers are spread`,
      subtitle: say`Customers by recency, orders and money · data until ${onDay(cut.lastDay)}`,
      alt: sentences(
        ...panels.map(
          ({ title, bins, unit }) =>
            say`${title}: most customers, ${count(most(bins).customers)}, are at ${label(most(bins), unit)}.`,
        ),
      ),
      chart: {
        type: 'panels',
        panels: panels.map(({ title, x, bins, unit }) => ({
          title,
          x,
          unit: 'count',
          columns: bins.map((bin) => ({ label: label(bin, unit), value: bin.customers })),
        })),
      },
    },
  ];
}

/** Largest share of revenue first. */
function byRevenue({ rows }: Pick<Table, 'rows'>): Table['rows'] {
  return [...rows].sort((a, b) => Number(b[3]) - Number(a[3]));
}

function chartTitle({ rows }: Table): Said {
  const [top] = byRevenue({ rows });
  return top ? shareWords(top) : say`No customers yet`;
}

function shareWords([name, , customers, revenue]: Table['rows'][number]): Said {
  return say`${name as Words}: ${share(Number(customers))} of customers, ${share(revenue as number | null)} of revenue`;
}

function notes({ result }: RunOf<KeptSegments>, names: readonly string[], plain: boolean): Part[] {
  const { clusters } = result;
  const told = plain ? plainNotes(result) : clusters ? groupNotes(result, clusters, names) : [];
  return told.length > 0 ? [{ kind: 'note', text: lines(told) }] : [];
}

function plainNotes({ whyNoClusters, rfm, checks }: KeptSegments): Words[] {
  const isOne = rfm.table.filter(({ customers }) => customers > 0).length === 1;
  return [
    ...(isOne ? [say`Nobody ordered clearly later or more often than the others: RFM has one segment for all.`] : []),
    ...(whyNoClusters ? [sentences(say`Plain RFM.`, whyNoClusters), ...leftOut(checks)] : []),
    rfm.rule,
  ];
}

function groupNotes({ features, checks }: KeptSegments, clusters: KeptClusters, names: readonly string[]): Words[] {
  return [
    qualityWords(clusters),
    sentences(say`Told apart by ${setWords[features ?? 'rfm']}.`, axesWords(clusters)),
    ...leftOut(checks),
    ...clusters.segments.map(({ evidence }, place) => say`${shownName(names[place]!)}: ${evidence}`),
    ...continuity(clusters, names),
  ];
}

function leftOut(checks: KeptSegments['checks']): Words[] {
  return checks.filter(({ name, passed }) => name === 'features' && !passed).map(({ says }) => says);
}

function questions(lost: readonly LostName[]): Part[] {
  if (lost.length === 0) return [];
  const asked = lost.map(
    ({ name, now, overlap }) =>
      say`"${shownName(name)}" is nobody's name now; ${share(overlap)} of the people of "${shownName(now)}" are the same.`,
  );
  return [{ kind: 'text', text: sentences(say`Keep names?`, ...asked) }];
}

/** Which names were carried on, and where the figures would give another one by now. */
function continuity({ previous, continues, segments }: KeptClusters, names: readonly string[]): Said[] {
  if (previous === null) return [];
  return segments.map(({ name, looks }, place) => {
    const called = shownName(names[place]!);
    const match = continues[place];
    if (!match) return say`${called}: continues no group of ${previous}.`;
    const same = share(match.overlap);
    return name === looks || name === `${looks} (new)`
      ? say`${called}: ${same} the same people as in ${previous}.`
      : say`${called}: keeps its name, ${same} the same people as in ${previous}; by its figures it would be called ${shownName(looks)} now.`;
  });
}

/** Of whom, and how, is asked by a form. */
const listAction: Action = {
  label: say`Make a list`,
  style: 'plain',
  opens: true,
  ask: { name: 'list make', input: {} },
};

/** A table of customers is of one day: nobody moves in it. */
const overTime: readonly Action[] = [
  { label: say`Who moved`, style: 'plain', ask: { name: 'segment moves', input: {} } },
  { label: say`What's next`, style: 'plain', ask: { name: 'segment next', input: {} } },
];

type LostName = { readonly name: string; readonly now: string; readonly overlap: number };

/** Names of the groups before that none of today's carries on, where one of them shares enough people to be asked about. */
function lostNames(state: State, { previous, continues }: KeptClusters, names: readonly string[]): LostName[] {
  const before = previous === null ? null : state.runs.byId(previous);
  const clusters = (before?.result as KeptSegments | undefined)?.clusters;
  if (!before || !clusters) return [];
  const old = namesOf(state, before.id, clusters);
  return continues.flatMap((match, place) => {
    const name = match && old[match.group];
    if (!match || !name || match.overlap < ASK_FROM || names.includes(name)) return [];
    return [{ name, now: names[place]!, overlap: match.overlap }];
  });
}

function actionsFor(
  { id, result }: RunOf<KeptSegments>,
  names: readonly string[],
  {
    plain,
    asOf,
    isTrial,
    lost,
  }: {
    readonly plain: boolean;
    readonly asOf: string | undefined;
    readonly isTrial: boolean;
    readonly lost: readonly LostName[];
  },
): Reply['actions'] {
  const actions: Action[] = [{ label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } }];
  const again = { ...(asOf !== undefined && { 'as-of': asOf }) };
  if (plain) {
    if (result.clusters) {
      actions.push({ label: say`Found groups`, style: 'plain', ask: { name: 'segment', input: again } });
    }
    return actions;
  }
  actions.push({ label: say`Plain RFM`, style: 'plain', ask: { name: 'segment', input: { ...again, by: 'rfm' } } });
  if (asOf === undefined && !isTrial) {
    actions.push(
      ...lost.map(
        ({ name, now }): Action => ({
          label: say`Keep "${shownName(name)}"`,
          style: 'plain',
          ask: { name: 'segment name', input: { run: id, from: now, to: name } },
          confirm: say`"${shownName(now)}" is called "${shownName(name)}" from now on, as the group most of them came from.`,
        }),
      ),
      { label: say`Profiles`, style: 'plain', ask: { name: 'segment profile', input: {} } },
      { label: say`How many groups?`, style: 'plain', ask: { name: 'segment quality', input: {} } },
      ...(result.features === 'profile' ? [] : [...overTime, listAction]),
      renameButton(id, names),
    );
  }
  return actions;
}
