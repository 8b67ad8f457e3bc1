import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { formatValue } from '../../words/quantity.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { choice, day, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply, Table } from '../reply.ts';
import { readCut } from '../runs/cut.ts';

/** About four megabytes of order rows: what chats take and spreadsheets open. */
const MOST_ROWS = 50_000;

export const dataExport = defineCommand({
  name: 'data export',
  summary: 'Days, orders, customers or figures as a CSV file, for you alone',
  examples: ['data export what:daily', 'data export what:orders from:2026-04-01 until:2026-04-07'],
  needs: 'analyst',
  personal: true,
  bare: 'what',
  input: z.strictObject({
    what: choice(['daily', 'orders', 'customers', 'figures'], 'what to write down'),
    from: day('the first day').optional(),
    until: day('the last day').optional(),
    part: wholeNumber({ from: 1, to: 10_000, says: 'of customers that do not fit into one file, which' }).default(1),
  }),

  async run({ what, from, until, part }, context): Promise<Reply> {
    const { shop, state, caller, now } = context;
    if (!shop) throw new Refusal('There is nothing to export yet', 'Bring a file with /data add.');
    refuseDays(what, { from, until });
    if (part > 1 && what !== 'customers') {
      throw new Refusal(
        'Only customers come in parts',
        'Name a shorter time instead: from:2026-04-01 until:2026-04-30.',
      );
    }
    const { table, total } = await tables[what](context, { from, until, part });
    const name = part === 1 ? `${what}.csv` : `${what}-${part}.csv`;
    const file = csvFile(name, table, shop);
    const actor = actorOf(caller);
    state.audit.append({
      at: now,
      actor: actor.id,
      actorName: actor.name,
      act: 'data exported',
      subject: `export ${what}`,
      version: null,
      detail: { rows: table.rows.length, ...(part > 1 && { part }), ...(from && { from }), ...(until && { until }) },
    });
    const count = (value: number) => formatValue(value, 'count', shop);
    const cut = table.rows.length < total;
    return {
      title: `${name}: ${count(table.rows.length)} rows`,
      tone: cut ? 'careful' : 'good',
      parts: [
        ...(cut
          ? [
              {
                kind: 'text',
                text: `${part === 1 ? 'The first ' : ''}${count(table.rows.length)} of ${count(total)} rows: a file for a chat holds no more.${hints[what]}`,
              } as const,
            ]
          : []),
        file,
        {
          kind: 'note',
          text: 'Cells that a spreadsheet would run as a formula carry an apostrophe. That you took it is on record.',
        },
      ],
    };
  },
});

/** What would be passed over is refused: a file of all days must not be taken for one of a few. */
function refuseDays(what: keyof typeof tables, { from, until }: Omit<Wish, 'part'>): void {
  if (what === 'customers' && from !== undefined) {
    throw new Refusal(
      'Customers are told with all their orders: from: cannot cut them',
      'Say until: alone for how they stood then, or take the orders: /data export what:orders from:2026-04-01',
    );
  }
  if (what === 'figures' && (from ?? until) !== undefined) {
    throw new Refusal(
      'Figures are written down whole',
      'Leave from: and until: away, or see /data figures for some days.',
    );
  }
}

/** How to get what did not fit. */
const hints = {
  daily: '',
  orders: ' Name a shorter time: from:2026-04-01 until:2026-04-30.',
  customers: ' The rest comes with part:2 and so on.',
  figures: '',
} as const;

type Wish = { readonly from: string | undefined; readonly until: string | undefined; readonly part: number };
type Made = { readonly table: Table; readonly total: number };

const tables: Readonly<
  Record<'daily' | 'orders' | 'customers' | 'figures', (context: Context, wish: Wish) => Promise<Made>>
> = {
  async daily({ facts }, { from = '0000-01-01', until = '9999-12-31' }) {
    const { before } = await readSpan(facts);
    const { firstDay, revenueMinor, orders } = await facts.revenue.daily({ before });
    const rows = Array.from(revenueMinor, (minor, at) => [addDays(firstDay, at), minor, orders[at]!] as const).filter(
      ([date]) => date >= from && date <= until,
    );
    const table: Table = {
      kind: 'table',
      columns: [
        { title: 'Day', unit: 'day' },
        { title: 'Net revenue', unit: 'money' },
        { title: 'Orders', unit: 'count' },
      ],
      rows,
    };
    return { table, total: rows.length };
  },

  async orders({ facts }, { from, until }) {
    const span = await readSpan(facts);
    const range = { from: from ?? span.firstDay, before: until === undefined ? span.before : addDays(until, 1) };
    const { rows, total } = await facts.exports.orders({ ...range, limit: MOST_ROWS });
    const table: Table = {
      kind: 'table',
      columns: [
        { title: 'Order', unit: 'text' },
        { title: 'Day', unit: 'day' },
        { title: 'Customer', unit: 'text' },
        { title: 'Product', unit: 'text' },
        { title: 'Product name', unit: 'text' },
        { title: 'Quantity', unit: 'number' },
        { title: 'Unit price', unit: 'money' },
        { title: 'Amount', unit: 'money' },
        { title: 'Counts as', unit: 'text' },
        { title: 'Campaign', unit: 'text' },
        { title: 'Channel', unit: 'text' },
        { title: 'Place', unit: 'text' },
      ],
      rows: rows.map((row) => [
        row.order,
        row.day,
        row.customer,
        row.product,
        row.productName,
        row.quantity,
        row.unitPriceMinor,
        row.minor,
        row.kind,
        row.campaign,
        row.channel,
        row.place,
      ]),
    };
    return { table, total };
  },

  async customers(context, { until, part }) {
    const { before } = await readCut(context, until === undefined ? undefined : addDays(until, 1));
    const [view, names] = await Promise.all([
      context.facts.customers.view({ before }),
      context.facts.exports.customerNames(),
    ]);
    const nameOf = new Map(names.map(({ id, ref }) => [id, ref]));
    const table: Table = {
      kind: 'table',
      columns: [
        { title: 'Customer', unit: 'text' },
        { title: 'Days since the last order', unit: 'days' },
        { title: 'Orders', unit: 'count' },
        { title: 'Sales', unit: 'money' },
        { title: 'Quantity', unit: 'number' },
        { title: 'Days between first and last order', unit: 'days' },
      ],
      rows: Array.from(view.id, (id, at) => [
        nameOf.get(id) ?? null,
        view.recencyDays[at]!,
        view.orders[at]!,
        view.revenueMinor[at]!,
        view.quantity[at]!,
        view.spanDays[at]!,
      ]).slice((part - 1) * MOST_ROWS, part * MOST_ROWS),
    };
    if (table.rows.length === 0 && part > 1) {
      throw new Refusal(`There is no part ${part}`, `There are ${view.id.length} customers, ${MOST_ROWS} to a part.`);
    }
    return { table, total: view.id.length };
  },

  async figures({ facts }) {
    const { rows, total } = await facts.exports.figures({ limit: MOST_ROWS });
    if (total === 0)
      throw new Refusal(
        'No figures have come in yet',
        'They come with the statistics of a marketplace: bring one with /data add.',
      );
    const table: Table = {
      kind: 'table',
      columns: [
        { title: 'Source', unit: 'text' },
        { title: 'About', unit: 'text' },
        { title: 'From', unit: 'day' },
        { title: 'To', unit: 'day' },
        { title: 'Metric', unit: 'text' },
        { title: 'Basis', unit: 'text' },
        { title: 'Value', unit: 'number' },
      ],
      rows: rows.map(({ source, about, from, to, metric, basis, value }) => [
        source,
        about,
        from,
        to,
        metric,
        basis,
        value,
      ]),
    };
    return { table, total };
  },
};

async function readSpan(facts: Context['facts']): Promise<{ readonly firstDay: string; readonly before: string }> {
  const { firstDay, lastDay } = await facts.coverage();
  if (firstDay === null || lastDay === null)
    throw new Refusal('There are no orders yet', 'Bring a file with /data add.');
  return { firstDay, before: addDays(lastDay, 1) };
}
