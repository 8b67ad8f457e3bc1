import { z } from 'zod';
import type { FeatureSet } from '../../models/segments/feature-sets.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { rfmSegments, type SegmentView } from '../../models/segments/types.ts';
import { count, named, say, sentences } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { choice, wholeNumber } from '../inputs.ts';
import { languageOfAnswer } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Reply, Row, Table } from '../reply.ts';
import { customersBy, readSegmentsCut, standingSet } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { type KeptSegments, namesOf, segmentsRun } from '../runs/segments.ts';
import { placedBefore } from './placed.ts';
import { rfmName } from './rfm-names.ts';

/** What chats take and spreadsheets open. */
const MOST_ROWS = 50_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Under which it is remembered who took which file. */
const TAKEN = 'segment export';

const files = { segments: 'segments', rfm: 'rfm_table', summary: 'segment_summary' } as const;

export const segmentExport = defineCommand({
  name: 'segment export',
  summary: say`Every customer with their segment or RFM scores, or totals by segment, as a file for you alone`,
  examples: ['segment export what:segments', 'segment export what:rfm', 'segment export what:summary'],
  needs: 'analyst',
  personal: true,
  bare: 'what',
  input: z.strictObject({
    what: choice(['segments', 'rfm', 'summary'], say`which data`).default('segments'),
    part: wholeNumber({ from: 1, to: 10_000, says: say`of customers that do not fit into one file, which` }).default(1),
  }),

  async run({ what, part }, context): Promise<Reply> {
    const { state, caller, now, today } = context;
    const set = await standingSet(context);
    const cut = await readSegmentsCut(context, set);
    const run = await segmentsRun(context, cut);
    const unit = run.result.checks.find(({ name }) => name === 'unit');
    if (unit && !unit.passed)
      throw new Refusal(sentences(unit.says, say`I will not segment them.`), say`Import orders that say who bought.`);
    if (what === 'summary' && part > 1)
      throw new Refusal(say`Totals come in one part`, named('/segment export what:summary'));

    const { table, total } =
      what === 'summary' ? summaryTable(run, context) : await people(what, part, { run, cut, set }, context);
    if (table.rows.length === 0) {
      throw new Refusal(
        say`There is no part ${count(part)}`,
        say`There are ${count(total)} customers, ${count(MOST_ROWS)} to a part.`,
      );
    }
    const name = part === 1 ? `${files[what]}.csv` : `${files[what]}-${part}.csv`;
    const actor = actorOf(caller);
    state.atomically(() => {
      state.memory.forget(TAKEN, now - 2 * DAY_MS);
      if (what !== 'summary' && !state.memory.first(TAKEN, `${actor.id} ${run.id} ${name} ${today}`, now)) {
        throw new Refusal(
          say`${name} of ${run.id} was made for you today`,
          say`A file of single customers is made once a day: it is in the answer you got. Totals: /segment export what:summary`,
        );
      }
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'segments exported',
        subject: run.id,
        version: null,
        detail: { what, rows: table.rows.length, ...(part > 1 && { part }) },
      });
    });
    return {
      title: say`${name}: ${count(table.rows.length)} rows of ${run.id}`,
      tone: table.rows.length < total ? 'careful' : 'good',
      parts: [
        ...(table.rows.length < total
          ? [
              {
                kind: 'text' as const,
                text: say`${count(table.rows.length)} of ${count(total)} customers: a file for a chat holds no more. The rest comes with part:${String(part + 1)} and so on.`,
              },
            ]
          : []),
        csvFile(name, table, cut.shop, languageOfAnswer(context)),
        {
          kind: 'note',
          text: sentences(
            what === 'summary'
              ? say`Totals as in /segment.`
              : say`It tells of single customers: keep it to yourself and delete it when you are done. It is made once a day. For a message to a group use /list make, which leaves out who may not be written to.`,
            say`Cells that a spreadsheet would run as a formula carry an apostrophe. That you took it is on record.`,
          ),
        },
      ],
    };
  },
});

type Made = { readonly table: Table; readonly total: number };

/** Segments as `/segment` calls them: groups, or RFM where the data has none. */
function summaryTable({ id, result }: RunOf<KeptSegments>, { state }: Context): Made {
  const { clusters, rfm } = result;
  const names = clusters
    ? namesOf(state, id, clusters).map(shownName)
    : rfm.table.map(({ segment }) => rfmName(segment));
  const rows = (clusters?.segments ?? rfm.table).map((each, place): Row => {
    const { customers, customerShare, revenueShare, typicalOrderMinor, medianOrders, medianRecencyDays, action } = each;
    return [
      names[place]!,
      customers,
      customerShare,
      revenueShare,
      typicalOrderMinor,
      medianOrders,
      medianRecencyDays,
      action,
    ];
  });
  const table: Table = {
    kind: 'table',
    columns: [
      { title: named('segment'), unit: 'text' },
      { title: named('customers'), unit: 'count', people: true },
      { title: named('share_of_customers'), unit: 'number' },
      { title: named('share_of_sales'), unit: 'number' },
      { title: named('typical_order'), unit: 'money' },
      { title: named('median_orders'), unit: 'number' },
      { title: named('median_days_since_order'), unit: 'number' },
      { title: named('do_next'), unit: 'text' },
    ],
    rows,
  };
  return { table, total: rows.length };
}

/** One row a customer, by the shop's own word for them. */
async function people(
  what: 'segments' | 'rfm',
  part: number,
  { run, cut, set }: { readonly run: RunOf<KeptSegments>; readonly cut: Cut; readonly set: FeatureSet },
  context: Context,
): Promise<Made> {
  const { facts, compute, state } = context;
  const { clusters } = run.result;
  const placed = clusters && what === 'segments' ? await placedBefore(context, { clusters, set }, cut.before) : null;
  const { view } = placed ?? (await customersBy(context, [set], cut.before));
  const { id } = view;
  const scores = await compute('rfmScores', view);
  const names = clusters ? namesOf(state, run.id, clusters).map(shownName) : [];
  const rows = Int32Array.from(id.keys()).slice((part - 1) * MOST_ROWS, part * MOST_ROWS);
  const { ref } = await facts.audience(rows.map((row) => id[row]!));
  const rfmOf = (row: number) => rfmName(rfmSegments[scores.segment[row]!]!);
  const scoresOf = (row: number) => [scores.recency[row]!, scores.frequency[row]!, scores.money[row]!];
  const table: Table = {
    kind: 'table',
    columns: [
      { title: named('customer'), unit: 'text' },
      ...(what === 'segments' ? [{ title: named('segment'), unit: 'text' as const }] : []),
      { title: named('recency_days'), unit: 'days' },
      { title: named('frequency_orders'), unit: 'count' },
      { title: named('monetary'), unit: 'money' },
      { title: named('r_score'), unit: 'count' },
      { title: named('f_score'), unit: 'count' },
      { title: named('m_score'), unit: 'count' },
      ...(what === 'rfm'
        ? [
            { title: named('rfm_score'), unit: 'text' as const },
            { title: named('rfm_segment'), unit: 'text' as const },
          ]
        : []),
    ],
    rows: Array.from(
      rows,
      (row, at): Row => [
        named(ref[at]!),
        ...(what === 'segments' ? [placed ? names[placed.group[row]!]! : rfmOf(row)] : []),
        ...figuresOf(view, row),
        ...scoresOf(row),
        ...(what === 'rfm' ? [named(scoresOf(row).join('')), rfmOf(row)] : []),
      ],
    ),
  };
  return { table, total: id.length };
}

function figuresOf({ recencyDays, orders, revenueMinor }: SegmentView, row: number): Row {
  return [recencyDays[row]!, orders[row]!, revenueMinor[row]!];
}
