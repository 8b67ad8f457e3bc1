import { z } from 'zod';
import type { State } from '../../data/state/types.ts';
import type { Bin } from '../../models/segments/distributions.ts';
import type { Unit } from '../../words/quantity.ts';
import { formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import { defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { choice, day, wholeNumber } from '../inputs.ts';
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
import { capital } from './capital.ts';

/** A new group that shares fewer people than this with an old one is not taken for it by anybody. */
const ASK_FROM = 0.25;

export const segment = defineCommand({
  name: 'segment',
  summary: 'Groups of customers that behave alike, and what to do with each',
  examples: ['segment', 'segment by:rfm', 'segment k:5', 'segment features:thirteen'],
  needs: 'viewer',
  input: z.strictObject({
    by: choice(['groups', 'rfm'], 'found groups (k-means), or the ten plain RFM segments').default('groups'),
    k: wholeNumber({ from: 2, to: 8, says: 'so many groups, instead of the number the data suggest' }).optional(),
    features: choice(
      setNames,
      'told apart by: rfm (recency, orders, money), behaviour (eight), thirteen (a distributor’s), profile (a table of customers)',
    ).optional(),
    ties: choice(
      ['alike', 'first'],
      'RFM scores of equal values: alike, or parted by the order of rows as tutorials do',
    ).default('alike'),
    'as-of': day('as it stood before this past day').optional(),
    csv: choice(['yes', 'no'], 'add the table as a file').default('no'),
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
        `${inEnglish(unit.says)} I will not segment them.`,
        'Import orders with a column that says who bought.',
        [{ label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } }],
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
          { label: 'Customers', value: result.customers, unit: 'count', receipt: run.id },
          { label: 'Their sales, before returns', value: result.revenueMinor, unit: 'money' },
        ],
      },
      {
        kind: 'chart',
        title: chartTitle(table),
        subtitle: `Share of customers beside share of revenue · data until ${formatValue(cut.lastDay, 'day', cut.shop)}`,
        alt: `${chartTitle(table)}. ${table.rows.map((row) => `${row[0]}: ${formatValue((row[2] ?? null) as number | null, 'share', cut.shop)} of customers, ${formatValue((row[3] ?? null) as number | null, 'share', cut.shop)} of revenue`).join('; ')}.`,
        chart: {
          type: 'bars',
          unit: 'share',
          bars: byRevenue(table).flatMap(([label, , customers, revenue]) => [
            { label: String(label), series: 'customers', value: Number(customers) },
            { label: String(label), series: 'revenue', value: Number(revenue ?? 0) },
          ]),
        },
      },
      table,
      ...(plain ? distributionChart(result, cut) : scatterChart(result, names, cut)),
      ...notes(run, names, plain),
      ...questions(lost),
    ];
    if (csv === 'yes') parts.push(csvFile(`segments-${run.id}.csv`, table, cut.shop));
    return {
      title: plain ? 'RFM segments' : `${table.rows.length} groups of customers`,
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

const columns: Table['columns'] = [
  { title: 'Segment', unit: 'text' },
  { title: 'Customers', unit: 'count', people: true },
  { title: 'Of customers', unit: 'share' },
  { title: 'Of sales', unit: 'share' },
  { title: 'Typical order', unit: 'money' },
  { title: 'Orders', unit: 'count' },
  { title: 'Last seen', unit: 'days' },
  { title: 'Do next', unit: 'text' },
];

function groupsTable({ segments }: KeptClusters, names: readonly string[]): Table {
  return { kind: 'table', columns, rows: segments.map((each, place) => row(capital(names[place]!), each)) };
}

function rfmTable({ rfm }: KeptSegments): Table {
  const named = rfm.table.filter(({ customers }) => customers > 0);
  const rows = named.map((each) => row(capital(each.segment.replaceAll('_', ' ').replace('cant', "can't")), each));
  // The middle segment of customers who are all alike is no finding, and asks for nothing.
  return { kind: 'table', columns, rows: rows.length === 1 ? [['Everybody', ...rows[0]!.slice(1, -1), null]] : rows };
}

type Figures = KeptSegments['rfm']['table'][number] | NonNullable<KeptSegments['clusters']>['segments'][number];

function row(name: string, each: Figures): Table['rows'][number] {
  return [
    name,
    each.customers,
    each.customerShare,
    each.revenueShare,
    each.typicalOrderMinor,
    each.medianOrders,
    each.medianRecencyDays,
    'strategy' in each && each.strategy ? `${inEnglish(each.strategy)}: ${inEnglish(each.action)}` : each.action,
  ];
}

/** Some customers on the two axes that the names speak of. */
function scatterChart({ clusters }: KeptSegments, names: readonly string[], cut: Cut): Part[] {
  const [x, y] = clusters?.axes ?? [];
  const cloud = clusters?.cloud ?? [];
  if (!x || !y || cloud.length === 0) return [];
  const until = formatValue(cut.lastDay, 'day', cut.shop);
  const title = `Told apart by ${x.called} and ${y.called}`;
  const at = (value: number, feature: string) => formatValue(value, axisUnit(feature), cut.shop);
  return [
    {
      kind: 'chart',
      title,
      subtitle: `Some customers of each group; the name stands at its middle · data until ${until}`,
      alt: cloud
        .map(({ centre }, place) => `${capital(names[place]!)}: ${at(centre.x, x.feature)}, ${at(centre.y, y.feature)}`)
        .join('; '),
      chart: {
        type: 'scatter',
        x: { title: axisTitle(x), unit: axisUnit(x.feature), ...logScale(x.feature) },
        y: { title: axisTitle(y), unit: axisUnit(y.feature), ...logScale(y.feature) },
        groups: cloud.map(({ points, centre }, place) => ({ label: capital(names[place]!), points, centre })),
      },
    },
  ];
}

function axisTitle({ feature, called }: { readonly feature: string; readonly called: string }): string {
  return feature === 'recency' ? 'Days since the last order' : capital(called);
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
    { title: 'Days since the last order', bins: distributions.recency, unit: 'count' as const },
    { title: 'Orders', bins: distributions.frequency, unit: 'count' as const },
    { title: 'Money spent', bins: distributions.money, unit: 'money' as const },
  ];
  const label = ({ from, to }: Bin, unit: Unit) => {
    const low = formatValue(from, unit, cut.shop);
    return to === null ? `${low}+` : low;
  };
  const most = (bins: readonly Bin[]) => bins.reduce((best, bin) => (bin.customers > best.customers ? bin : best));
  return [
    {
      kind: 'chart',
      title: 'How customers are spread',
      subtitle: `Customers by recency, orders and money · data until ${formatValue(cut.lastDay, 'day', cut.shop)}`,
      alt: panels
        .map(({ title, bins, unit }) => {
          const { customers } = most(bins);
          return `${title}: most, ${formatValue(customers, 'count', cut.shop)}, at ${label(most(bins), unit)}`;
        })
        .join('; '),
      chart: {
        type: 'panels',
        panels: panels.map(({ title, bins, unit }) => ({
          title,
          x: `${title}, from`,
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

function chartTitle({ rows }: Table): string {
  const [top] = byRevenue({ rows });
  if (!top) return 'No customers yet';
  return `${top[0]}: ${Math.round(Number(top[2]) * 100)}% of customers, ${Math.round(Number(top[3]) * 100)}% of revenue`;
}

const ONE_SEGMENT = 'Nobody ordered clearly later or more often than the others: RFM has one segment for all.';

function notes({ result }: RunOf<KeptSegments>, names: readonly string[], plain: boolean): Part[] {
  const { clusters, whyNoClusters, rfm } = result;
  const lines = plain
    ? [
        ...(rfm.table.filter(({ customers }) => customers > 0).length === 1 ? [ONE_SEGMENT] : []),
        ...(whyNoClusters ? [`Plain RFM. ${inEnglish(whyNoClusters)}`] : []),
        ...(whyNoClusters ? result.checks.filter(({ name, passed }) => name === 'features' && !passed) : []).map(
          ({ says }) => inEnglish(says),
        ),
        inEnglish(rfm.rule),
      ]
    : clusters
      ? [
          inEnglish(qualityWords(clusters)),
          `Told apart by ${inEnglish(setWords[result.features ?? 'rfm'])}. ${inEnglish(axesWords(clusters))}`,
          ...result.checks
            .filter(({ name, passed }) => name === 'features' && !passed)
            .map(({ says }) => inEnglish(says)),
          ...clusters.segments.map(({ evidence }, place) => `${capital(names[place]!)}: ${evidence}`),
          ...continuity(clusters, names),
        ]
      : [];
  return lines.length > 0 ? [{ kind: 'note', text: lines.join('\n') }] : [];
}

function questions(lost: readonly LostName[]): Part[] {
  if (lost.length === 0) return [];
  const asked = lost.map(
    ({ name, now, overlap }) =>
      `"${name}" is nobody's name now; ${Math.round(100 * overlap)}% of the people of "${now}" are the same`,
  );
  return [{ kind: 'text', text: `Keep names? ${asked.join('; ')}.` }];
}

/** Which names were carried on, and where the figures would give another one by now. */
function continuity({ previous, continues, segments }: KeptClusters, names: readonly string[]): string[] {
  if (previous === null) return [];
  return segments.map(({ name, looks }, place) => {
    const match = continues[place];
    const share = match ? `${Math.round(100 * match.overlap)}%` : null;
    if (share === null || name === looks || name === `${looks} (new)`) {
      return `${capital(names[place]!)}: ${share === null ? `continues no group of ${previous}` : `${share} the same people as in ${previous}`}.`;
    }
    return `${capital(names[place]!)}: keeps its name, ${share} the same people as in ${previous}; by its figures it would be called ${looks} now.`;
  });
}

/** A table of customers is of one day: nobody moves in it. */
const overTime: readonly Action[] = [
  { label: 'Who moved', style: 'plain', ask: { name: 'segment moves', input: {} } },
  { label: "What's next", style: 'plain', ask: { name: 'segment next', input: {} } },
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
  const actions: Action[] = [{ label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } }];
  const again = { ...(asOf !== undefined && { 'as-of': asOf }) };
  if (plain) {
    if (result.clusters) {
      actions.push({ label: 'Found groups', style: 'plain', ask: { name: 'segment', input: again } });
    }
    return actions;
  }
  actions.push({ label: 'Plain RFM', style: 'plain', ask: { name: 'segment', input: { ...again, by: 'rfm' } } });
  if (asOf === undefined && !isTrial) {
    actions.push(
      ...lost.map(
        ({ name, now }): Action => ({
          label: `Keep "${name}"`,
          style: 'plain',
          ask: { name: 'segment name', input: { run: id, from: now, to: name } },
          confirm: `"${now}" is called "${name}" from now on, as the group most of them came from.`,
        }),
      ),
      { label: 'Profiles', style: 'plain', ask: { name: 'segment profile', input: {} } },
      { label: 'How many groups?', style: 'plain', ask: { name: 'segment quality', input: {} } },
      ...(result.features === 'profile' ? [] : overTime),
      {
        label: 'Rename',
        style: 'plain',
        ask: { name: 'segment name', input: { run: id } },
        form: {
          title: 'Rename a group',
          submit: 'Rename',
          fields: [
            {
              name: 'from',
              label: 'Group',
              kind: 'choice',
              required: true,
              choices: names.map((name) => ({ value: name, label: capital(name) })),
            },
            { name: 'to', label: 'New name', kind: 'text', required: true },
          ],
        },
      },
    );
  }
  return actions;
}
