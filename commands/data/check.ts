import { z } from 'zod';
import type { Coverage, Quality, SeriesAnswer, Shop } from '../../data/types.ts';
import { addDays, daysBetween, epochDay, weekday } from '../../models/days.ts';
import { markGaps } from '../../models/forecast/calendar.ts';
import { notPeople } from '../../models/segments/unit-of-analysis.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row, Table } from '../reply.ts';
import { gapWords, monthWords } from './periods.ts';

/** A source that brought nothing for longer is worth a word. */
const OLD_AFTER_DAYS = 10;

export const dataCheck = defineCommand({
  name: 'data check',
  summary: 'How good the data is: missing, impossible, twice, far out, incomplete, and what models leave out',
  examples: ['data check'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, { facts, shop, today }): Promise<Reply> {
    const coverage = await facts.coverage();
    const { firstDay, lastDay } = coverage;
    if (!shop || firstDay === null || lastDay === null) {
      const quality = await facts.quality();
      if (quality.sources.length === 0) {
        throw new Refusal('I have nothing to check yet', 'Bring a file with /data add.');
      }
      return withoutOrders(quality, today);
    }
    const before = addDays(lastDay, 1);
    const [quality, orders, view] = await Promise.all([
      facts.quality(),
      facts.series({ metric: 'orders', by: null, period: 'day', before }),
      facts.customers.view({ before }),
    ]);
    const findings = findingsOf(quality);
    const holes = holeWords(orders, shop);
    const periods = [...holes, ...periodWords({ ...coverage, firstDay, lastDay }, shop)];
    const things = findings.rows.length + holes.length + Math.sign(quality.rejected.length);
    const unit = notPeople(view);
    const worries = [
      ...(unit === null ? [] : [`${unit} I will not segment them.`]),
      ...(quality.currencies.length > 1
        ? [`Files in several currencies came in: ${quality.currencies.join(', ')}.`]
        : []),
    ];
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [
          { label: 'Order rows', value: quality.lines.lines, unit: 'count' },
          { label: 'Orders', value: quality.lines.orders, unit: 'count' },
          { label: 'Customers', value: coverage.customers, unit: 'count' },
          { label: 'Days', value: formatDays(firstDay, lastDay, shop), unit: 'text' },
          { label: 'Complete until', value: coverage.lastCompleteDay, unit: 'day' },
          { label: 'Currency', value: quality.currencies.join(', '), unit: 'text' },
        ],
      },
      ...(worries.length > 0 ? [{ kind: 'text', text: worries.join('\n') } as const] : []),
      ...(findings.rows.length > 0 ? [findings] : []),
      ...outlierTable(quality),
      ...(periods.length > 0 ? [{ kind: 'text', text: periods.join('\n') } as const] : []),
      ...rejectedTable(quality),
      freshness(quality, today),
    ];
    if (unit === null)
      parts.push({ kind: 'note', text: 'Customers look like people: they buy side by side, few times each.' });
    const isClean = things === 0;
    return {
      title:
        worries.length > 0
          ? 'The data has a problem'
          : isClean
            ? 'Nothing is wrong with the data that I can see'
            : `${things} ${things === 1 ? 'thing' : 'things'} to know about the data`,
      tone: worries.length > 0 ? 'bad' : isClean ? 'good' : 'careful',
      parts,
      actions: [
        { label: 'Assumptions', style: 'plain', ask: { name: 'data assumptions', input: {} } },
        { label: 'Sources', style: 'plain', ask: { name: 'data sources', input: {} } },
      ],
    };
  },
});

/** Files came in, and none of orders. */
function withoutOrders(quality: Quality, today: string): Reply {
  return {
    title: 'No orders have come in yet',
    tone: 'careful',
    parts: [...rejectedTable(quality), freshness(quality, today)],
    actions: [{ label: 'Assumptions', style: 'plain', ask: { name: 'data assumptions', input: {} } }],
  };
}

/** One row for each thing that is so at least once. */
function findingsOf({ lines, duplicates, withoutCustomer, traits, partialOrders }: Quality): Table {
  const rows: Row[] = [
    ['No customer', withoutCustomer.lines, withoutCustomer.minor, 'in revenue and forecasts; not in segments'],
    ['No product', lines.withoutProduct, null, 'in revenue; not in what sells together'],
    ['No price: given away or not told', lines.withoutPrice, 0, 'stored; no sale'],
    ['Price below zero: corrections of the books', lines.negativePrices, null, "in revenue; nobody's purchase"],
    ['Quantity of zero', lines.zeroQuantities, null, 'stored; no sale'],
    ['Taken from stock without a sale', lines.writtenOff, 0, 'stored; no sale'],
    ['Dated after they came in', lines.future, null, 'look at them: no model uses days to come'],
    ['Exactly like another row of their order', duplicates.rows, duplicates.minor, 'kept: bought twice is written so'],
    ['Sent back', lines.returned, lines.returnedMinor, 'netted on the day they came back'],
    ['Cancelled', lines.cancelled, lines.cancelledMinor, 'not in revenue; money is what it would have been'],
    ['Orders of which a row is missing', partialOrders, null, 'mend the fix file to complete them'],
    ...traits.map(
      ({ trait, customers, least, most }): Row => [
        `Customers far out by ${trait}: ${least === most ? least : `${least} to ${most}`}`,
        customers,
        null,
        'stored; look at them before you trust a mean',
      ],
    ),
  ];
  return {
    kind: 'table',
    title: 'What is missing, impossible or twice',
    columns: [
      { title: 'What', unit: 'text' },
      { title: 'Rows', unit: 'count' },
      { title: 'Money', unit: 'money' },
      { title: 'What I do', unit: 'text' },
    ],
    rows: rows.filter(([, count]) => Number(count) > 0),
  };
}

function outlierTable({ outliers }: Quality): Table[] {
  if (outliers.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Rows far out',
      columns: [
        { title: 'Order', unit: 'text' },
        { title: 'Day', unit: 'day' },
        { title: 'Product', unit: 'text' },
        { title: 'Quantity', unit: 'count' },
        { title: 'Money', unit: 'money' },
        { title: 'Then', unit: 'text' },
      ],
      rows: outliers.map(({ order, day, product, quantity, minor, undoneAfterMs }) => [
        order,
        day,
        product,
        quantity,
        minor,
        undoneAfterMs === null ? 'stands' : `cancelled ${spanWords(undoneAfterMs)} later`,
      ]),
    },
  ];
}

/** "12 minutes", "3 hours", "2 days". */
function spanWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Days that forecasts take for unknown: those that no file tells of, and long stretches without an order. */
function holeWords({ firstDay, slices: [whole] }: SeriesAnswer, shop: Shop): string[] {
  if (!whole) return [];
  const { values } = markGaps({ first: epochDay(firstDay), values: whole.values }).series;
  const holes: { from: number; days: number }[] = [];
  for (const [day, value] of values.entries()) {
    if (!Number.isNaN(value)) continue;
    const last = holes.at(-1);
    if (last && last.from + last.days === day) last.days++;
    else holes.push({ from: day, days: 1 });
  }
  return holes.map(({ from, days }) => {
    const hole = { from: addDays(firstDay, from), to: addDays(firstDay, from + days - 1), days };
    return `${gapWords(hole, shop)} Forecasts take ${days === 1 ? 'it' : 'these days'} for unknown, not for ${days === 1 ? 'a day' : 'days'} without sales.`;
  });
}

type Span = Pick<Coverage, 'lastCompleteDay'> & { readonly firstDay: string; readonly lastDay: string };

/** Months, weeks and days that are not whole, and what is left out because of them. */
function periodWords({ firstDay, lastDay, lastCompleteDay }: Span, shop: Shop): string[] {
  const months = [...new Set([firstDay.slice(0, 7), lastDay.slice(0, 7)])].flatMap((month) => {
    const start = `${month}-01`;
    const end = addDays(`${addDays(start, 31).slice(0, 7)}-01`, -1);
    const has = daysBetween(firstDay > start ? firstDay : start, lastDay < end ? lastDay : end) + 1;
    const of = daysBetween(start, end) + 1;
    return has < of ? [`${monthWords(month, shop)} is not whole: ${has} of ${of} days.`] : [];
  });
  const cut =
    lastCompleteDay !== null && lastCompleteDay < lastDay
      ? [
          `${formatValue(lastDay, 'day', shop)} ends early: models use data until ${formatValue(lastCompleteDay, 'day', shop)}.`,
        ]
      : [];
  const inWeek = weekday(lastCompleteDay ?? lastDay);
  const week =
    inWeek === 7 ? [] : [`The last week has ${inWeek} of 7 days: no week is compared or scored before it is whole.`];
  return [...months, ...cut, ...week];
}

function rejectedTable({ rejected, reasons }: Quality): Part[] {
  if (rejected.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Rejected rows still in fix files',
      columns: [
        { title: 'Import', unit: 'receipt' },
        { title: 'File', unit: 'text' },
        { title: 'Rows', unit: 'count' },
      ],
      rows: rejected.slice(0, 10).map(({ id, name, rejected: rows }) => [id, name, rows]),
    },
    {
      kind: 'note',
      text: `Why: ${reasons.map(({ column, reason, rows }) => `${column} ${reason} (${rows})`.trim()).join('; ')}.`,
    },
  ];
}

/** How old each kind of file is. */
export function freshness({ sources }: Pick<Quality, 'sources'>, today: string): Table {
  return {
    kind: 'table',
    title: 'How fresh each source is',
    columns: [
      { title: 'Kind of file', unit: 'text' },
      { title: 'Until', unit: 'day' },
      { title: 'Ended', unit: 'days' },
      { title: 'Came in', unit: 'instant' },
      { title: 'Files', unit: 'count' },
      { title: 'Rows', unit: 'count' },
      { title: '', unit: 'text' },
    ],
    rows: sources.map(({ layout, lastDay, learnedAt, files, rows }) => {
      const age = lastDay === null ? null : daysBetween(lastDay, today);
      return [layout, lastDay, age, learnedAt, files, rows, age !== null && age > OLD_AFTER_DAYS ? 'old' : ''];
    }),
  };
}
