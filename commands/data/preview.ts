import type { ImportFigure, ImportPreview } from '../../data/types/imports.ts';
import { daysBetween } from '../../models/days.ts';
import { entryOf } from '../../words/entry.ts';
import { metricName } from '../../words/metric-names.ts';
import {
  count,
  days as daysOf,
  lines,
  listed,
  money,
  months,
  number,
  period,
  plural,
  type Said,
  say,
  share,
  type Words,
} from '../../words/say.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import { titleOfTrait } from '../segments/trait-titles.ts';
import { nameOf } from './field-names.ts';
import { kindName } from './kind-names.ts';
import { gapWords } from './periods.ts';
import { cancel, columnField, wordsFor } from './questions.ts';
import { askAbout, type Reading } from './reading.ts';
import { rejectTable } from './report.ts';

/** Money of one file against the last of its kind: beyond this, currency or units have changed more likely than trade. */
const JUMP = 10;

/** What a file would bring, before anything is stored; `from` is the held file that its buttons are about. */
export function previewReply(preview: ImportPreview, from: string, reading: Reading): Reply {
  const { name, rows, layout, shop, checks, grain } = preview;
  const jump = jumpWords(preview);
  const parts: Part[] = [{ kind: 'facts', facts: facts(preview) }];
  const remarks: Words[] = [
    ...(jump === null ? [] : [jump]),
    ...(checks?.repair ? [say`Repaired: ${checks.repair}`] : []),
    ...revenueWords(preview),
    ...missingWords(preview),
    ...periodWords(preview),
    ...preview.notes,
  ];
  if (remarks.length > 0) parts.push({ kind: 'text', text: lines(remarks) });
  if (preview.rejects.length > 0) {
    const isCut = preview.rejects.length < preview.rejected;
    const title = isCut ? say`The first rows that would be rejected` : say`The rows that would be rejected`;
    parts.push(rejectTable(title, preview.rejects));
  }
  if (checks) parts.push({ kind: 'note', text: lines(checks.says) });
  const columns = preview.columns.map(({ field, column }) => say`${nameOf(field)} from ${column}`);
  if (columns.length > 0) parts.push({ kind: 'note', text: say`Columns: ${listed(columns)}.` });
  parts.push({
    kind: 'note',
    text: say`Read as ${kindName(layout)} (${kindName(grain)}), in ${shop.currency}, days in ${shop.zone}. Nothing is stored yet.`,
  });
  const title = plural(
    rows,
    say`${name} · 1 row · ${kindName(layout)}`,
    say`${name} · ${count(rows)} rows · ${kindName(layout)}`,
  );
  const careful = jump !== null || preview.rejected > 0;
  return {
    title,
    tone: careful ? 'careful' : 'plain',
    parts,
    actions: actions(preview, from, reading, jump),
    countedIn: shop,
  };
}

function facts(preview: ImportPreview): Fact[] {
  const { rows, stored, corrected, known, rejected, cancelledRows, cancelledMinor, last, checks } = preview;
  const isMoney = preview.orders > 0;
  return [
    { label: say`Dates`, value: datesOf(preview), unit: 'text' },
    { label: say`Rows in the file`, value: rows, unit: 'count' },
    { label: say`New`, value: stored - corrected, unit: 'count' },
    { label: say`Already known`, value: known, unit: 'count' },
    { label: say`Corrected`, value: corrected, unit: 'count' },
    { label: say`Would be rejected`, value: rejected, unit: 'count' },
    ...(isMoney
      ? [
          { label: moneyLabel(preview), value: preview.revenueMinor, unit: 'money', exact: true } as const,
          { label: say`Orders`, value: preview.orders, unit: 'count' } as const,
          { label: say`Customers`, value: preview.customers, unit: 'count' } as const,
        ]
      : []),
    ...preview.figures.map(figureFact),
    ...(cancelledRows > 0
      ? [
          { label: say`Cancelled or returned`, value: cancelledRows, unit: 'count' } as const,
          { label: say`Netted for them`, value: cancelledMinor, unit: 'money' } as const,
        ]
      : []),
    ...(last
      ? [
          {
            label:
              last.firstDay && last.lastDay
                ? say`Last file of this kind, ${period(last.firstDay, last.lastDay)}`
                : say`Last file of this kind`,
            ...(isMoney
              ? { value: last.revenueMinor, unit: 'money' as const }
              : { value: last.rows, unit: 'count' as const }),
            receipt: last.id,
          },
        ]
      : []),
    ...(checks
      ? [
          {
            label: say`Checks passed`,
            value: say`${count(checks.passed)} of ${count(checks.of)}`,
            unit: 'text',
          } as const,
        ]
      : []),
  ];
}

export function figureFact({ name, value, unit }: ImportFigure): Fact {
  return { label: typeof name === 'string' ? figureName(name) : name, value, unit };
}

/** A report's figure, or how many customers a file tells something of. */
function figureName(name: string): Words {
  const metric = metricName(name);
  return metric === name ? titleOfTrait(name) : metric;
}

function datesOf({ firstDay, lastDay }: ImportPreview): Said {
  return firstDay === null || lastDay === null ? say`none` : say`${period(firstDay, lastDay)}`;
}

function moneyLabel({ revenue, columns }: ImportPreview): Said {
  const taken = revenue.find(({ isTaken }) => isTaken)?.column;
  const column = taken ?? columns.find(({ field }) => field === 'unitPrice' || field === 'lineTotal')?.column;
  if (column === undefined) return say`Money`;
  const isUnit = columns.some((each) => each.field === 'unitPrice' && each.column === column);
  return isUnit ? say`Money: ${column} × quantity` : say`Money: ${column}`;
}

/** What the file earns a day, beside the last one of its kind. Null where nothing is out of the ordinary. */
function jumpWords({ last, revenueMinor, firstDay, lastDay }: ImportPreview): Said | null {
  const now = perDay(revenueMinor, firstDay, lastDay);
  const before = last && perDay(last.revenueMinor, last.firstDay, last.lastDay);
  if (now === null || !before || now <= 0 || before <= 0) return null;
  const ratio = now / before;
  if (ratio < JUMP && ratio > 1 / JUMP) return null;
  return ratio >= 1
    ? say`Total is ${number(Math.round(ratio))}× the last file's, a day. Currency or units changed?`
    : say`Total is 1/${number(Math.round(1 / ratio))} of the last file's, a day. Currency or units changed?`;
}

function perDay(minor: number, firstDay: string | null, lastDay: string | null): number | null {
  return firstDay === null || lastDay === null ? null : minor / (daysBetween(firstDay, lastDay) + 1);
}

/** "paid_amt differs on 91% of rows: IDR 140M". */
function revenueWords({ revenue }: ImportPreview): Said[] {
  const [first, ...others] = revenue;
  if (!first) return [];
  const taken = revenue.find(({ isTaken }) => isTaken);
  const said = others.map(({ column, minor, differs }) => {
    return differs === 0
      ? say`${column} is the same on every row.`
      : say`${column} comes to ${money(minor, { exact: true })} and differs from ${first.column} on ${share(differs)} of rows.`;
  });
  return [taken ? say`Revenue is ${taken.column}.` : say`Revenue is quantity times unit price.`, ...said];
}

function missingWords({ columns, orders, customers }: ImportPreview): Said[] {
  if (orders === 0 || customers > 0) return [];
  return columns.some(({ field }) => field === 'customer')
    ? [say`The customer column is empty. Orders can still feed the forecast, not segments.`]
    : [say`No customer column. Orders can still feed the forecast, not segments.`];
}

function periodWords({ gaps, partialMonths }: ImportPreview): Said[] {
  return [
    ...gaps.map(gapWords),
    ...partialMonths.map(({ month, days, of }) => say`${months(month)} is not whole: ${count(days)} of ${daysOf(of)}.`),
  ];
}

function actions(preview: ImportPreview, from: string, reading: Reading, jump: Said | null): Action[] {
  const { stored, revenue, decisions, columns, header, kind, layout, rejected, orders } = preview;
  const decide = (label: Words, question: string, said: string): Action => ({
    label,
    style: 'plain',
    ask: askAbout('data add', from, { ...reading, answers: { ...reading.answers, [question]: said } }),
  });
  const load: Action[] =
    stored === 0
      ? []
      : [
          {
            label: jump === null ? say`Import` : say`It's right: import`,
            style: jump === null ? 'primary' : 'danger',
            ask: askAbout('import', from, reading),
            ...(jump !== null && { confirm: jump }),
          },
        ];
  const otherWay = Object.entries(decisions).flatMap(([column, said]) => {
    const other = entryOf(opposite, said);
    return other === undefined ? [] : [decide(say`${wordsFor(other)} in ${column}`, column, other)];
  });
  const otherMoney = revenue
    .filter(({ isTaken }) => !isTaken)
    .map(({ field, column }) => decide(say`Revenue is ${column}`, 'revenue', field));
  const hasCustomer = columns.some(({ field }) => field === 'customer');
  const map: Action[] =
    orders === 0 || hasCustomer
      ? []
      : [
          {
            label: say`Choose the customer column`,
            style: 'plain',
            ask: askAbout('data add', from, kind === 'orders' ? reading : { ...reading, layout }),
            form: {
              title: say`Who bought?`,
              submit: say`Look again`,
              fields: [columnField('customer', header, true)],
            },
          },
        ];
  const fix: Action[] =
    rejected === 0
      ? []
      : [{ label: say`Get the file to fix`, style: 'plain', ask: askAbout('data fix', from, reading) }];
  return [...load, ...otherWay, ...otherMoney, ...map, ...fix, cancel(from)];
}

/** A column that was decided one way can be decided the other way. */
const opposite: Readonly<Record<string, string>> = {
  'day/month': 'month/day',
  'month/day': 'day/month',
  decimal: 'thousands',
  thousands: 'decimal',
};
