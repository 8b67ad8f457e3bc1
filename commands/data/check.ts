import { z } from 'zod';
import type { Coverage, Quality } from '../../data/types/quality.ts';
import type { SeriesAnswer } from '../../data/types/series.ts';
import { addDays, daysBetween, epochDay, weekday } from '../../models/days.ts';
import { markGaps } from '../../models/forecast/calendar.ts';
import { notPeople } from '../../models/segments/unit-of-analysis.ts';
import {
  count,
  day,
  days as daysOf,
  lines as linesOf,
  listed,
  months as monthsOf,
  named,
  number,
  day as onDay,
  period,
  plural,
  type Said,
  say,
  sentences,
} from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row, Table } from '../reply.ts';
import { kindName } from './kind-names.ts';
import { gapWords } from './periods.ts';

/** A source that brought nothing for longer is worth a word. */
const OLD_AFTER_DAYS = 10;

export const dataCheck = defineCommand({
  name: 'data check',
  summary: say`How good the data is: missing, impossible, twice, far out, incomplete, and what models leave out`,
  examples: ['data check'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, { facts, shop, today }): Promise<Reply> {
    const coverage = await facts.coverage();
    const { firstDay, lastDay } = coverage;
    if (!shop || firstDay === null || lastDay === null) {
      const quality = await facts.quality();
      if (quality.sources.length === 0) {
        throw new Refusal(say`I have nothing to check yet`, say`Bring a file with /data add.`);
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
    const holes = holeWords(orders);
    const periods = [...holes, ...periodWords({ ...coverage, firstDay, lastDay }, today)];
    const outliers = outlierTable(quality);
    const things = findings.rows.length + outliers.length + periods.length + Math.sign(quality.rejected.length);
    const unit = notPeople(view);
    const worries = [
      ...(unit === null ? [] : [sentences(unit, say`I will not segment them.`)]),
      ...(quality.currencies.length > 1
        ? [say`Files in several currencies came in: ${quality.currencies.join(', ')}.`]
        : []),
    ];
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [
          { label: say`Order rows`, value: quality.lines.lines, unit: 'count' },
          { label: say`Orders`, value: quality.lines.orders, unit: 'count' },
          { label: say`Customers`, value: coverage.customers, unit: 'count' },
          { label: say`Days`, value: say`${period(firstDay, lastDay)}`, unit: 'text' },
          { label: say`Complete until`, value: onDay(coverage.lastCompleteDay), unit: 'day' },
          { label: say`Currency`, value: named(quality.currencies.join(', ')), unit: 'text' },
        ],
      },
      ...(worries.length > 0 ? [{ kind: 'text', text: linesOf(worries) } as const] : []),
      ...(findings.rows.length > 0 ? [findings] : []),
      ...outliers,
      ...(periods.length > 0 ? [{ kind: 'text', text: linesOf(periods) } as const] : []),
      ...rejectedTable(quality),
      freshness(quality, today),
    ];
    if (unit === null)
      parts.push({ kind: 'note', text: say`Customers look like people: they buy side by side, few times each.` });
    const isClean = things === 0;
    return {
      title:
        worries.length > 0
          ? say`The data has a problem`
          : isClean
            ? say`Nothing is wrong with the data that I can see`
            : plural(things, say`1 thing to know about the data`, say`${count(things)} things to know about the data`),
      tone: worries.length > 0 ? 'bad' : isClean ? 'good' : 'careful',
      parts,
      actions: [
        { label: say`Assumptions`, style: 'plain', ask: { name: 'data assumptions', input: {} } },
        { label: say`Sources`, style: 'plain', ask: { name: 'data sources', input: {} } },
      ],
    };
  },
});

/** Files came in, and none of orders. */
function withoutOrders(quality: Quality, today: string): Reply {
  return {
    title: say`No orders have come in yet`,
    tone: 'careful',
    parts: [...rejectedTable(quality), freshness(quality, today)],
    actions: [{ label: say`Assumptions`, style: 'plain', ask: { name: 'data assumptions', input: {} } }],
  };
}

/** One row for each thing that is so at least once. */
function findingsOf({ lines, duplicates, withoutCustomer, traits, partialOrders }: Quality): Table {
  const rows: Row[] = [
    [say`No customer`, withoutCustomer.lines, withoutCustomer.minor, say`in revenue and forecasts; not in segments`],
    [say`No product`, lines.withoutProduct, null, say`in revenue; not in what sells together`],
    [say`No price: given away or not told`, lines.withoutPrice, 0, say`stored; no sale`],
    [say`Price below zero: corrections of the books`, lines.negativePrices, null, say`in revenue; nobody's purchase`],
    [say`Quantity of zero`, lines.zeroQuantities, null, say`stored; no sale`],
    [say`Taken from stock without a sale`, lines.writtenOff, 0, say`stored; no sale`],
    [say`Dated after they came in`, lines.future, null, say`look at them: no model uses days to come`],
    [
      say`Exactly like another row of their order`,
      duplicates.rows,
      duplicates.minor,
      say`kept: bought twice is written so`,
    ],
    [say`Sent back`, lines.returned, lines.returnedMinor, say`netted on the day they came back`],
    [say`Cancelled`, lines.cancelled, lines.cancelledMinor, say`not in revenue; money is what it would have been`],
    [say`Orders of which a row is missing`, partialOrders, null, say`mend the fix file to complete them`],
    ...traits.map(
      ({ trait, customers, least, most }): Row => [
        least === most
          ? say`Customers far out by ${trait}: ${number(least)}`
          : say`Customers far out by ${trait}: ${number(least)} to ${number(most)}`,
        customers,
        null,
        say`stored; look at them before you trust a mean`,
      ],
    ),
  ];
  return {
    kind: 'table',
    title: say`What is missing, impossible or twice`,
    columns: [
      { title: say`What`, unit: 'text' },
      { title: say`Rows`, unit: 'count' },
      { title: say`Money`, unit: 'money' },
      { title: say`What I do`, unit: 'text' },
    ],
    rows: rows.filter(([, count]) => Number(count) > 0),
  };
}

function outlierTable({ outliers }: Quality): Table[] {
  if (outliers.length === 0) return [];
  return [
    {
      kind: 'table',
      title: say`Rows far out`,
      columns: [
        { title: say`Order`, unit: 'text' },
        { title: say`Day`, unit: 'day' },
        { title: say`Product`, unit: 'text' },
        { title: say`Quantity`, unit: 'count' },
        { title: say`Money`, unit: 'money' },
        { title: say`Then`, unit: 'text' },
      ],
      rows: outliers.map(({ order, day, product, quantity, minor, undoneAfterMs }) => [
        named(order),
        onDay(day),
        product && named(product),
        quantity,
        minor,
        undoneAfterMs === null ? say`stands` : cancelledLater(undoneAfterMs),
      ]),
    },
  ];
}

function cancelledLater(ms: number): Said {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120)
    return plural(minutes, say`cancelled 1 minute later`, say`cancelled ${count(minutes)} minutes later`);
  if (minutes < 2880) return say`cancelled ${count(Math.round(minutes / 60))} hours later`;
  return say`cancelled ${daysOf(Math.round(minutes / 1440))} later`;
}

/** Days that forecasts take for unknown: those that no file tells of, and long stretches without an order. */
function holeWords({ firstDay, slices: [whole] }: SeriesAnswer): Said[] {
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
    return sentences(gapWords(hole), say`Forecasts take this for unknown, not for a time without sales.`);
  });
}

type Span = Pick<Coverage, 'lastCompleteDay'> & { readonly firstDay: string; readonly lastDay: string };

/** Months, weeks and days that are not whole, and what is left out because of them. */
function periodWords({ firstDay, lastDay, lastCompleteDay }: Span, today: string): Said[] {
  const ends = [...new Set([firstDay.slice(0, 7), lastDay.slice(0, 7)])].filter((month) => month !== today.slice(0, 7));
  const months = ends.flatMap((month) => {
    const start = `${month}-01`;
    const end = addDays(`${addDays(start, 31).slice(0, 7)}-01`, -1);
    const has = daysBetween(firstDay > start ? firstDay : start, lastDay < end ? lastDay : end) + 1;
    const of = daysBetween(start, end) + 1;
    return has < of ? [say`${monthsOf(month)} is not whole: ${count(has)} of ${daysOf(of)}.`] : [];
  });
  const cut =
    lastCompleteDay !== null && lastCompleteDay < lastDay
      ? [say`${day(lastDay)} ends early: models use data until ${day(lastCompleteDay)}.`]
      : [];
  const inWeek = weekday(lastCompleteDay ?? lastDay);
  const week =
    inWeek === 7
      ? []
      : [say`The last week has ${count(inWeek)} of 7 days: no week is compared or scored before it is whole.`];
  return [...months, ...cut, ...week];
}

function rejectedTable({ rejected, reasons }: Quality): Part[] {
  if (rejected.length === 0) return [];
  return [
    {
      kind: 'table',
      title: say`Rejected rows still in fix files`,
      columns: [
        { title: say`Import`, unit: 'receipt' },
        { title: say`File`, unit: 'text' },
        { title: say`Rows`, unit: 'count' },
      ],
      rows: rejected.slice(0, 10).map(({ id, name, rejected: rows }) => [named(id), named(name), rows]),
    },
    {
      kind: 'note',
      text: say`Why: ${listed(reasons.map(({ column, reason, rows }) => say`${column} ${reason} (${count(rows)})`))}.`,
    },
  ];
}

/** How old each kind of file is. */
export function freshness({ sources }: Pick<Quality, 'sources'>, today: string): Table {
  return {
    kind: 'table',
    title: say`How fresh each source is`,
    columns: [
      { title: say`Kind of file`, unit: 'text' },
      { title: say`Until`, unit: 'day' },
      { title: say`Ended`, unit: 'days' },
      { title: say`Came in`, unit: 'instant' },
      { title: say`Files`, unit: 'count' },
      { title: say`Rows`, unit: 'count' },
      { title: '', unit: 'text' },
    ],
    rows: sources.map(({ layout, lastDay, learnedAt, files, rows }) => {
      const age = lastDay === null ? null : daysBetween(lastDay, today);
      return [
        kindName(layout),
        onDay(lastDay),
        age,
        learnedAt,
        files,
        rows,
        age !== null && age > OLD_AFTER_DAYS ? say`old` : '',
      ];
    }),
  };
}
