import { z } from 'zod';
import type { FigureLine, FigureReport, Figures } from '../../data/types/figures.ts';
import type { Shop } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { basisName, metricName } from '../../words/metric-names.ts';
import {
  count,
  days as daysOf,
  lines as linesOf,
  listed,
  months,
  named,
  day as onDay,
  period,
  plural,
  type Said,
  say,
  sentences,
  type Words,
} from '../../words/say.ts';
import { inEveryLanguage } from '../../words/tell.ts';
import { defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { choice, day, text } from '../inputs.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Fact, Part, Reply, Row, Table } from '../reply.ts';
import { kindName } from './kind-names.ts';

/** A chat shows about so many columns; the file has them all. */
const COLUMNS_SHOWN = 7;
const ROWS_SHOWN = 24;
const FACTS_SHOWN = 10;
const GAPS_SHOWN = 6;

type By = 'month' | 'subject';

export const dataFigures = defineCommand({
  name: 'data figures',
  summary: say`What the platforms’ own reports say: vouchers, flash sales, ads, traffic, by month`,
  examples: ['data figures', 'data figures of:voucher', 'data figures of:"shopee ads" by:subject'],
  needs: 'viewer',
  bare: 'of',
  input: z.strictObject({
    of: text(say`which report: voucher, traffic, "shopee ads"; left out, those that came in`).optional(),
    by: choice(['month', 'subject'], say`by month, or by voucher, ad or product`).default('month'),
    from: day(say`the first day`).optional(),
    until: day(say`the last day`).optional(),
  }),
  async run({ of, by, from, until }, { facts, shop }) {
    const reports = await facts.figures.reports();
    if (reports.length === 0) {
      throw new Refusal(
        say`No report of a platform has come in yet`,
        say`Bring one with /import: vouchers, flash sales, traffic, ads, as they are downloaded.`,
      );
    }
    if (of === undefined) return listReply(reports);
    const report = reportCalled(of, reports);
    const range = { ...(from && { from }), ...(until && { before: addDays(until, 1) }) };
    const figures = await facts.figures.of({ report, by, ...range });
    if (figures.groups.length === 0) {
      const { firstDay, lastDay } = reports.find((each) => each.report === report)!;
      throw new Refusal(
        say`Nothing of ${kindName(report)} in those days`,
        say`What came in is of ${period(firstDay, lastDay)}.`,
      );
    }
    return figuresReply(figures, by, shop);
  },
});

function listReply(reports: readonly FigureReport[]): Reply {
  return {
    title: plural(reports.length, say`1 report of platforms`, say`${count(reports.length)} reports of platforms`),
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`Report`, unit: 'text' },
          { title: say`From`, unit: 'day' },
          { title: say`To`, unit: 'day' },
          { title: say`Imports`, unit: 'text' },
        ],
        rows: reports.map(({ report, firstDay, lastDay, importIds }) => [
          kindName(report),
          onDay(firstDay),
          onDay(lastDay),
          named(importIds.join(', ')),
        ]),
      },
    ],
    actions: reports.slice(0, 5).map(({ report }) => ({
      label: kindName(report),
      style: 'plain',
      ask: { name: 'data figures', input: { of: report } },
    })),
  };
}

/** "voucher" is "shopee voucher" while there is no other. */
function reportCalled(typed: string, reports: readonly FigureReport[]): string {
  const word = typed.toLowerCase();
  const names = reports.map(({ report }) => report);
  const found =
    names.find((name) => [name, ...inEveryLanguage(kindName(name))].some((each) => each.toLowerCase() === word)) ??
    names.find((name) => name.endsWith(` ${word}`));
  if (found !== undefined) return found;
  const near = nearest(word, [...names, ...names.map((name) => name.slice(name.indexOf(' ') + 1))]);
  throw new Refusal(
    say`No report "${typed}" has come in`,
    near ? say`Did you mean "${near}"?` : say`There is: ${names.join(', ')}.`,
  );
}

function figuresReply(figures: Figures, by: By, shop: Shop | null): Reply {
  const { report, groups, lines, importIds } = figures;
  const whole = tableOf(figures, lines, by);
  const totalled = lines.filter(({ total }) => total !== null);
  const shown = [...totalled, ...lines.filter(({ total }) => total === null)].slice(0, COLUMNS_SHOWN);
  const facts = totalled.slice(0, FACTS_SHOWN).map(
    (line): Fact => ({
      label: titleOf(line),
      value: line.total,
      unit: line.unit,
      ...(importIds.length === 1 && { receipt: importIds[0]! }),
    }),
  );
  const parts: Part[] = [];
  if (facts.length > 0) parts.push({ kind: 'facts', facts });
  parts.push(short(tableOf(figures, shown, by), by));
  const remarks = remarksOn(figures, shown.length);
  if (remarks.length > 0) parts.push({ kind: 'text', text: linesOf(remarks) });
  parts.push({
    kind: 'note',
    text: sentences(figures.says, say`From ${importIds.join(', ')}; rates are computed from sums.`),
  });
  if (shop) parts.push(csvFile(`${report.replaceAll(' ', '-')}.csv`, whole, shop));
  const [first, last] = [
    groups.map(({ from }) => from).sort()[0]!,
    groups
      .map(({ to }) => to)
      .sort()
      .at(-1)!,
  ];
  return { title: say`${kindName(report)}, ${period(first, last)}`, tone: 'plain', parts };
}

/** Months in their order; subjects by what matters most, which is the first column. */
function tableOf({ groups }: Figures, lines: readonly FigureLine[], by: By): Table {
  const order = groups.map((_, at) => at);
  const weight = (at: number) => lines[0]?.values[at] ?? Number.NEGATIVE_INFINITY;
  if (by === 'subject') order.sort((one, other) => weight(other) - weight(one));
  return {
    kind: 'table',
    columns: [
      by === 'month' ? { title: say`Month`, unit: 'month' } : { title: say`Of`, unit: 'text' },
      { title: say`Days`, unit: 'text' },
      ...lines.map((line) => ({ title: titleOf(line), unit: line.unit })),
      { title: say`Imports`, unit: 'text' },
    ],
    rows: order.map((at): Row => {
      const { name, days, of, importIds } = groups[at]!;
      const told = days === of ? say`${count(days)}` : say`${count(days)} of ${count(of)}`;
      return [
        by === 'month' ? months(name) : named(name),
        told,
        ...lines.map(({ values }) => values[at]!),
        named(importIds.join(', ')),
      ];
    }),
  };
}

/** The latest months, or the largest subjects: the file has all. */
function short(table: Table, by: By): Table {
  const left = table.rows.length - ROWS_SHOWN;
  if (left <= 0) return table;
  return by === 'month'
    ? {
        ...table,
        title: say`The last ${count(ROWS_SHOWN)} of ${count(table.rows.length)}`,
        rows: table.rows.slice(left),
      }
    : {
        ...table,
        title: say`The first ${count(ROWS_SHOWN)} of ${count(table.rows.length)}`,
        rows: table.rows.slice(0, ROWS_SHOWN),
      };
}

function titleOf({ metric, basis }: FigureLine): Words {
  return basis === '' ? metricName(metric) : say`${metricName(metric)} (${basisName(basis)})`;
}

function remarksOn({ lines, gaps, overlapping }: Figures, shown: number): readonly Said[] {
  const single = [...new Set(lines.filter(({ total }) => total === null).map(({ metric }) => metric))];
  const more = gaps.length - GAPS_SHOWN;
  return [
    ...gaps.slice(0, GAPS_SHOWN).map(({ from, to, days }) => {
      return say`Nothing of ${period(from, to)}: ${daysOf(days)}.`;
    }),
    ...(more > 0 ? [plural(more, say`And 1 more gap.`, say`And ${count(more)} more gaps.`)] : []),
    ...(single.length > 0 ? [say`No total, because periods do not add up: ${listed(single.map(metricName))}.`] : []),
    ...(overlapping > 0
      ? [say`${count(overlapping)} figures are left out of sums: a longer period tells of the same days.`]
      : []),
    ...(lines.length > shown ? [say`${count(lines.length - shown)} more columns are in the file.`] : []),
  ];
}
