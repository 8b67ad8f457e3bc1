import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { count, named, day as onDay, say, sentences } from '../../words/say.ts';
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
  summary: say`Days, orders, customers or figures as a CSV file, for you alone`,
  examples: ['data export what:daily', 'data export what:orders from:2026-04-01 until:2026-04-07'],
  needs: 'analyst',
  personal: true,
  bare: 'what',
  input: z.strictObject({
    what: choice(['daily', 'orders', 'customers', 'figures'], say`which data`),
    from: day(say`the first day`).optional(),
    until: day(say`the last day`).optional(),
    part: wholeNumber({ from: 1, to: 10_000, says: say`of customers that do not fit into one file, which` }).default(1),
  }),

  async run({ what, from, until, part }, context): Promise<Reply> {
    const { shop, state, caller, now } = context;
    if (!shop) throw new Refusal(say`There is nothing to export yet`, say`Bring a file with /data add.`);
    refuseDays(what, { from, until });
    if (part > 1 && what !== 'customers') {
      throw new Refusal(
        say`Only customers come in parts`,
        say`Name a shorter time instead: from:2026-04-01 until:2026-04-30.`,
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
    const cut = table.rows.length < total;
    return {
      title: say`${name}: ${count(table.rows.length)} rows`,
      tone: cut ? 'careful' : 'good',
      parts: [
        ...(cut
          ? [
              {
                kind: 'text',
                text: sentences(
                  say`${count(table.rows.length)} of ${count(total)} rows: a file for a chat holds no more.`,
                  hints[what],
                ),
              } as const,
            ]
          : []),
        file,
        {
          kind: 'note',
          text: say`Cells that a spreadsheet would run as a formula carry an apostrophe. That you took it is on record.`,
        },
      ],
    };
  },
});

/** What would be passed over is refused: a file of all days must not be taken for one of a few. */
function refuseDays(what: keyof typeof tables, { from, until }: Omit<Wish, 'part'>): void {
  if (what === 'customers' && from !== undefined) {
    throw new Refusal(
      say`Customers are told with all their orders: from: cannot cut them`,
      say`Say until: alone for how they stood then, or take the orders: /data export what:orders from:2026-04-01`,
    );
  }
  if (what === 'figures' && (from ?? until) !== undefined) {
    throw new Refusal(
      say`Figures are written down whole`,
      say`Leave from: and until: away, or see /data figures for some days.`,
    );
  }
}

/** How to get what did not fit. */
const hints = {
  daily: null,
  orders: say`Name a shorter time: from:2026-04-01 until:2026-04-30.`,
  customers: say`The rest comes with part:2 and so on.`,
  figures: null,
} as const;

type Wish = { readonly from: string | undefined; readonly until: string | undefined; readonly part: number };
type Made = { readonly table: Table; readonly total: number };

const tables: Readonly<
  Record<'daily' | 'orders' | 'customers' | 'figures', (context: Context, wish: Wish) => Promise<Made>>
> = {
  async daily({ facts }, { from = '0000-01-01', until = '9999-12-31' }) {
    const { before } = await readSpan(facts);
    const { firstDay, revenueMinor, orders } = await facts.revenue.daily({ before });
    const rows = Array.from(revenueMinor, (minor, at) => ({
      date: addDays(firstDay, at),
      minor,
      orders: orders[at]!,
    })).filter(({ date }) => date >= from && date <= until);
    const table: Table = {
      kind: 'table',
      columns: [
        { title: say`Day`, unit: 'day' },
        { title: say`Net revenue`, unit: 'money' },
        { title: say`Orders`, unit: 'count' },
      ],
      rows: rows.map(({ date, minor, orders }) => [onDay(date), minor, orders]),
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
        { title: say`Order`, unit: 'text' },
        { title: say`Day`, unit: 'day' },
        { title: say`Customer`, unit: 'text' },
        { title: say`Product`, unit: 'text' },
        { title: say`Product name`, unit: 'text' },
        { title: say`Quantity`, unit: 'number' },
        { title: say`Unit price`, unit: 'money' },
        { title: say`Amount`, unit: 'money' },
        { title: say`Counts as`, unit: 'text' },
        { title: say`Campaign`, unit: 'text' },
        { title: say`Channel`, unit: 'text' },
        { title: say`Place`, unit: 'text' },
      ],
      rows: rows.map((row) => [
        named(row.order),
        onDay(row.day),
        nameOrNone(row.customer),
        nameOrNone(row.product),
        nameOrNone(row.productName),
        row.quantity,
        row.unitPriceMinor,
        row.minor,
        named(row.kind),
        nameOrNone(row.campaign),
        nameOrNone(row.channel),
        nameOrNone(row.place),
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
        { title: say`Customer`, unit: 'text' },
        { title: say`Days since the last order`, unit: 'days' },
        { title: say`Orders`, unit: 'count' },
        { title: say`Sales`, unit: 'money' },
        { title: say`Quantity`, unit: 'number' },
        { title: say`Days between first and last order`, unit: 'days' },
      ],
      rows: Array.from(view.id, (id, at) => [
        nameOrNone(nameOf.get(id) ?? null),
        view.recencyDays[at]!,
        view.orders[at]!,
        view.revenueMinor[at]!,
        view.quantity[at]!,
        view.spanDays[at]!,
      ]).slice((part - 1) * MOST_ROWS, part * MOST_ROWS),
    };
    if (table.rows.length === 0 && part > 1) {
      throw new Refusal(
        say`There is no part ${count(part)}`,
        say`There are ${count(view.id.length)} customers, ${count(MOST_ROWS)} to a part.`,
      );
    }
    return { table, total: view.id.length };
  },

  async figures({ facts }) {
    const { rows, total } = await facts.exports.figures({ limit: MOST_ROWS });
    if (total === 0)
      throw new Refusal(
        say`No figures have come in yet`,
        say`They come with the statistics of a marketplace: bring one with /data add.`,
      );
    const table: Table = {
      kind: 'table',
      columns: [
        { title: say`Source`, unit: 'text' },
        { title: say`About`, unit: 'text' },
        { title: say`From`, unit: 'day' },
        { title: say`To`, unit: 'day' },
        { title: say`Metric`, unit: 'text' },
        { title: say`Basis`, unit: 'text' },
        { title: say`Value`, unit: 'number' },
      ],
      rows: rows.map(({ source, about, from, to, metric, basis, value }) => [
        named(source),
        named(about),
        onDay(from),
        onDay(to),
        named(metric),
        named(basis),
        value,
      ]),
    };
    return { table, total };
  },
};

/** Codes too: whoever reads the file is a program. */
const nameOrNone = (text: string | null) => (text === null ? null : named(text));

async function readSpan(facts: Context['facts']): Promise<{ readonly firstDay: string; readonly before: string }> {
  const { firstDay, lastDay } = await facts.coverage();
  if (firstDay === null || lastDay === null)
    throw new Refusal(say`There are no orders yet`, say`Bring a file with /data add.`);
  return { firstDay, before: addDays(lastDay, 1) };
}
