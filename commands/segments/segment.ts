import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { choice, day, wholeNumber } from '../inputs.ts';
import { formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Part, Reply, Table } from '../reply.ts';
import { readSegmentsCut, setNames, setWords, standingSet } from '../runs/customers.ts';
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
    'as-of': day('as it stood before this past day').optional(),
    csv: choice(['yes', 'no'], 'add the table as a file').default('no'),
  }),

  async run({ by, k, features, 'as-of': asOf, csv }, context) {
    const standing = await standingSet(context);
    const cut = await readSegmentsCut(context, features ?? standing, asOf);
    const run = await segmentsRun(context, cut, { k, features });
    const { result } = run;
    const unit = result.checks.find(({ name }) => name === 'unit');
    if (unit && !unit.passed) {
      throw new Refusal(`${unit.says} I will not segment them.`, 'Import orders with a column that says who bought.', [
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
      ]);
    }
    const plain = by === 'rfm' || result.clusters === null;
    const names = result.clusters ? namesOf(context.state, run.id, result.clusters) : [];
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
        alt: `${chartTitle(table)}. ${table.rows.map((row) => `${row[0]}: ${formatValue(row[2] ?? null, 'share', cut.shop)} of customers, ${formatValue(row[3] ?? null, 'share', cut.shop)} of revenue`).join('; ')}.`,
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
      ...notes(run, names, plain),
    ];
    if (csv === 'yes') parts.push(csvFile(`segments-${run.id}.csv`, table, cut.shop));
    return {
      title: plain ? 'RFM segments' : `${table.rows.length} groups of customers`,
      tone: 'plain',
      parts,
      actions: actionsFor(run, names, { plain, asOf, isTrial: k !== undefined || (features ?? standing) !== standing }),
    };
  },
});

const columns: Table['columns'] = [
  { title: 'Segment', unit: 'text' },
  { title: 'Customers', unit: 'count' },
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
  return {
    kind: 'table',
    columns,
    rows: named.map((each) => row(capital(each.segment.replaceAll('_', ' ').replace('cant', "can't")), each)),
  };
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
    each.action,
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

function notes({ result }: RunOf<KeptSegments>, names: readonly string[], plain: boolean): Part[] {
  const { clusters, whyNoClusters, rfm } = result;
  const lines = plain
    ? [...(whyNoClusters ? [`Plain RFM, because ${whyNoClusters}`] : []), rfm.rule]
    : clusters
      ? [
          qualityWords(clusters),
          `Told apart by ${setWords[result.features ?? 'rfm']}. ${axesWords(clusters)}`,
          ...result.checks.filter(({ name, passed }) => name === 'features' && !passed).map(({ says }) => says),
          ...clusters.segments.map(({ evidence }, place) => `${capital(names[place]!)}: ${evidence}`),
          ...continuity(clusters, names),
        ]
      : [];
  return lines.length > 0 ? [{ kind: 'note', text: lines.join('\n') }] : [];
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

function actionsFor(
  { id, result }: RunOf<KeptSegments>,
  names: readonly string[],
  { plain, asOf, isTrial }: { readonly plain: boolean; readonly asOf: string | undefined; readonly isTrial: boolean },
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
      { label: 'How many groups?', style: 'plain', ask: { name: 'segment quality', input: {} } },
      { label: 'Who moved', style: 'plain', ask: { name: 'segment moves', input: {} } },
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
