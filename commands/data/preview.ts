import type { ImportFigure, ImportPreview } from '../../data/types.ts';
import { daysBetween } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import { gapWords, monthWords } from './periods.ts';
import { cancel, columnField, wordsFor } from './questions.ts';
import { askAbout, nameOf, type Reading } from './reading.ts';
import { rejectTable } from './report.ts';

/** Money of one file against the last of its kind: beyond this, currency or units have changed more likely than trade. */
const JUMP = 10;

/** What a file would bring, before anything is stored; `from` is the held file that its buttons are about. */
export function previewReply(preview: ImportPreview, from: string, reading: Reading): Reply {
  const { name, rows, layout, shop, checks, grain } = preview;
  const jump = jumpWords(preview);
  const parts: Part[] = [{ kind: 'facts', facts: facts(preview) }];
  const words = [
    ...(jump === null ? [] : [jump]),
    ...(checks?.repair ? [`Repaired: ${checks.repair}`] : []),
    ...revenueWords(preview),
    ...missingWords(preview),
    ...periodWords(preview),
    ...preview.notes,
  ];
  if (words.length > 0) parts.push({ kind: 'text', text: words.join('\n') });
  if (preview.rejects.length > 0) {
    const which = preview.rejects.length < preview.rejected ? 'The first rows' : 'The rows';
    parts.push(rejectTable(`${which} that would be rejected`, preview.rejects));
  }
  if (checks) parts.push({ kind: 'note', text: checks.says.join('\n') });
  const columns = preview.columns.map(({ field, column }) => `${nameOf(field)} from ${column}`);
  if (columns.length > 0) parts.push({ kind: 'note', text: `Columns: ${columns.join(', ')}.` });
  parts.push({
    kind: 'note',
    text: `Read as ${layout} (${grain}), in ${shop.currency}, days in ${shop.zone}. Nothing is stored yet.`,
  });
  const title = `${name} · ${formatValue(rows, 'count', shop)} ${rows === 1 ? 'row' : 'rows'} · ${layout}`;
  const careful = jump !== null || preview.rejected > 0;
  return { title, tone: careful ? 'careful' : 'plain', parts, actions: actions(preview, from, reading, jump) };
}

function facts(preview: ImportPreview): Fact[] {
  const { shop, rows, stored, corrected, known, rejected, cancelledRows, cancelledMinor, last, checks } = preview;
  const isMoney = preview.orders > 0;
  return [
    { label: 'Dates', value: datesOf(preview), unit: 'text' },
    { label: 'Rows in the file', value: rows, unit: 'count' },
    { label: 'New', value: stored - corrected, unit: 'count' },
    { label: 'Already known', value: known, unit: 'count' },
    { label: 'Corrected', value: corrected, unit: 'count' },
    { label: 'Would be rejected', value: rejected, unit: 'count' },
    ...(isMoney
      ? [
          { label: `Money${moneyColumn(preview)}`, value: preview.revenueMinor, unit: 'money', exact: true } as const,
          { label: 'Orders', value: preview.orders, unit: 'count' } as const,
          { label: 'Customers', value: preview.customers, unit: 'count' } as const,
        ]
      : []),
    ...preview.figures.map(figureFact),
    ...(cancelledRows > 0
      ? [
          { label: 'Cancelled or returned', value: cancelledRows, unit: 'count' } as const,
          { label: 'Netted for them', value: cancelledMinor, unit: 'money' } as const,
        ]
      : []),
    ...(last
      ? [
          {
            label: `Last file of this kind${last.firstDay && last.lastDay ? `, ${formatDays(last.firstDay, last.lastDay, shop)}` : ''}`,
            ...(isMoney
              ? { value: last.revenueMinor, unit: 'money' as const }
              : { value: last.rows, unit: 'count' as const }),
            receipt: last.id,
          },
        ]
      : []),
    ...(checks ? [{ label: 'Checks passed', value: `${checks.passed} of ${checks.of}`, unit: 'text' } as const] : []),
  ];
}

export function figureFact({ name, value, unit }: ImportFigure): Fact {
  return { label: name.charAt(0).toUpperCase() + name.slice(1), value, unit };
}

function datesOf({ firstDay, lastDay, shop }: ImportPreview): string {
  return firstDay === null || lastDay === null ? 'none' : formatDays(firstDay, lastDay, shop);
}

function moneyColumn({ revenue, columns }: ImportPreview): string {
  const taken = revenue.find(({ isTaken }) => isTaken)?.column;
  const column = taken ?? columns.find(({ field }) => field === 'unitPrice' || field === 'lineTotal')?.column;
  if (column === undefined) return '';
  const isUnit = columns.some((each) => each.field === 'unitPrice' && each.column === column);
  return `: ${column}${isUnit ? ' × quantity' : ''}`;
}

/** What the file earns a day, beside the last one of its kind. Null where nothing is out of the ordinary. */
function jumpWords({ last, revenueMinor, firstDay, lastDay }: ImportPreview): string | null {
  const now = perDay(revenueMinor, firstDay, lastDay);
  const before = last && perDay(last.revenueMinor, last.firstDay, last.lastDay);
  if (now === null || !before || now <= 0 || before <= 0) return null;
  const ratio = now / before;
  if (ratio < JUMP && ratio > 1 / JUMP) return null;
  const times = ratio >= 1 ? `${Math.round(ratio)}×` : `1/${Math.round(1 / ratio)} of`;
  return `Total is ${times} the last file's, a day. Currency or units changed?`;
}

function perDay(minor: number, firstDay: string | null, lastDay: string | null): number | null {
  return firstDay === null || lastDay === null ? null : minor / (daysBetween(firstDay, lastDay) + 1);
}

/** "paid_amt differs on 91% of rows: IDR 140M". */
function revenueWords({ revenue, shop }: ImportPreview): string[] {
  const [first, ...others] = revenue;
  if (!first) return [];
  const taken = revenue.find(({ isTaken }) => isTaken);
  const said = others.map(({ column, minor, differs }) => {
    const much = formatValue(minor, 'money', shop, true);
    return differs === 0
      ? `${column} is the same on every row.`
      : `${column} comes to ${much} and differs from ${first.column} on ${formatValue(differs, 'share', shop)} of rows.`;
  });
  return [`Revenue is ${taken ? taken.column : 'quantity times unit price'}.`, ...said];
}

function missingWords({ columns, orders, customers }: ImportPreview): string[] {
  if (orders === 0 || customers > 0) return [];
  return columns.some(({ field }) => field === 'customer')
    ? ['The customer column is empty. Orders can still feed the forecast, not segments.']
    : ['No customer column. Orders can still feed the forecast, not segments.'];
}

function periodWords({ gaps, partialMonths, shop }: ImportPreview): string[] {
  return [
    ...gaps.map((gap) => gapWords(gap, shop)),
    ...partialMonths.map(({ month, days, of }) => `${monthWords(month, shop)} is not whole: ${days} of ${of} days.`),
  ];
}

function actions(preview: ImportPreview, from: string, reading: Reading, jump: string | null): Action[] {
  const { stored, revenue, decisions, columns, header, kind, layout, rejected, orders } = preview;
  const decide = (label: string, question: string, said: string): Action => ({
    label,
    style: 'plain',
    ask: askAbout('data add', from, { ...reading, answers: { ...reading.answers, [question]: said } }),
  });
  const load: Action[] =
    stored === 0
      ? []
      : [
          {
            label: jump === null ? 'Import' : "It's right: import",
            style: jump === null ? 'primary' : 'danger',
            ask: askAbout('import', from, reading),
            ...(jump !== null && { confirm: jump }),
          },
        ];
  const otherWay = Object.entries(decisions).flatMap(([column, said]) => {
    const other = opposite[said];
    return other === undefined ? [] : [decide(`${wordsFor(other)} in ${column}`, column, other)];
  });
  const otherMoney = revenue
    .filter(({ isTaken }) => !isTaken)
    .map(({ field, column }) => decide(`Revenue is ${column}`, 'revenue', field));
  const hasCustomer = columns.some(({ field }) => field === 'customer');
  const map: Action[] =
    orders === 0 || hasCustomer
      ? []
      : [
          {
            label: 'Choose the customer column',
            style: 'plain',
            ask: askAbout('data add', from, kind === 'orders' ? reading : { ...reading, layout }),
            form: {
              title: 'Who bought?',
              submit: 'Look again',
              fields: [columnField('customer', header, true)],
            },
          },
        ];
  const fix: Action[] =
    rejected === 0 ? [] : [{ label: 'Get the file to fix', style: 'plain', ask: askAbout('data fix', from, reading) }];
  return [...load, ...otherWay, ...otherMoney, ...map, ...fix, cancel(from)];
}

/** A column that was decided one way can be decided the other way. */
const opposite: Readonly<Record<string, string>> = {
  'day/month': 'month/day',
  'month/day': 'day/month',
  decimal: 'thousands',
  thousands: 'decimal',
};
