import type { ImportReport, Reject } from '../../data/types.ts';
import { formatValue } from '../../words/quantity.ts';
import type { Context } from '../command.ts';
import type { Part, Reply, Table } from '../reply.ts';
import { figureFact } from './preview.ts';

const MINUTE_MS = 60_000;

/** When what was computed from the facts is computed anew: at the next tick of the schedule. */
export function stillBusy({ now, shop, caller }: Pick<Context, 'now' | 'shop' | 'caller'>): string {
  const isServed = caller.door !== 'terminal' && caller.seat !== 'terminal';
  const at = isServed ? formatValue(Math.ceil((now + 1) / MINUTE_MS) * MINUTE_MS, 'instant', shop) : null;
  return at === null
    ? 'Forecast and segments are computed anew when they are asked for, or by the running Sextant.'
    : `Forecast and segments recompute at ${at}.`;
}

/** What an import took and what it did not, so that the sums can be checked; `afterwards` is what follows from it. */
export function importReply(report: ImportReport, rejects: readonly Reject[], afterwards?: string): Reply {
  const { shop, stored, known, rows, rejected } = report;
  const count = (value: number) => formatValue(value, 'count', shop);
  const counted = [
    `Stored ${count(stored)} of ${count(rows)}`,
    ...(known > 0 ? [`${count(known)} already known`] : []),
    ...(rejected > 0 ? [`${count(rejected)} in fix file`] : []),
  ].join('; ');
  const isMoney = report.orders > 0;
  const parts: Part[] = [
    { kind: 'text', text: [`${counted}.`, ...(afterwards === undefined ? [] : [afterwards])].join(' ') },
    {
      kind: 'facts',
      facts: [
        { label: 'Rows in the file', value: rows, unit: 'count', receipt: report.id },
        { label: 'Stored', value: stored, unit: 'count' },
        { label: 'Of these, corrected', value: report.corrected, unit: 'count' },
        { label: 'Already known', value: known, unit: 'count' },
        { label: 'Rejected', value: rejected, unit: 'count' },
        ...(isMoney
          ? [
              { label: 'Net revenue', value: report.revenueMinor, unit: 'money', exact: true } as const,
              { label: 'Orders', value: report.orders, unit: 'count' } as const,
              { label: 'Customers', value: report.customers, unit: 'count' } as const,
            ]
          : []),
        ...report.figures.map(figureFact),
        ...(report.checks
          ? [{ label: 'Checks passed', value: `${report.checks.passed} of ${report.checks.of}`, unit: 'text' } as const]
          : []),
        { label: 'From', value: report.firstDay, unit: 'day' },
        { label: 'To', value: report.lastDay, unit: 'day' },
      ],
    },
    ...(isMoney ? [netted(report)] : []),
  ];
  if (rejects.length > 0) {
    const which = rejects.length < report.rejected ? `, the first ${rejects.length} of ${report.rejected}` : '';
    parts.push(rejectTable(`Rejected rows${which}`, rejects));
  }
  parts.push({
    kind: 'note',
    text: [
      `Read as ${report.layout}, in ${report.shop.currency}, days in ${report.shop.zone}.`,
      ...(report.checks?.repair ? [`Repaired: ${report.checks.repair}.`] : []),
      ...report.notes,
      `File fingerprint ${report.sha256.slice(0, 12)}.`,
    ].join(' '),
  });
  return {
    title: `${report.id} · ${report.name}: ${report.status === 'stored' ? 'imported' : report.status}`,
    tone: report.rejected > 0 ? 'careful' : 'good',
    parts,
  };
}

function netted(report: ImportReport): Table {
  return {
    kind: 'table',
    title: 'What to know',
    columns: [
      { title: '', unit: 'text' },
      { title: 'Rows', unit: 'count' },
      { title: 'Money', unit: 'money', exact: true },
    ],
    rows: [
      ['Cancelled or returned: netted', report.cancelledRows, report.cancelledMinor],
      ['Without a customer: in revenue, not in customer models', report.anonymousRows, report.anonymousMinor],
    ],
  };
}

/** Rows that do not fit, by the line an editor shows. */
export function rejectTable(title: string, rejects: readonly Reject[]): Table {
  return {
    kind: 'table',
    title,
    columns: [
      { title: 'Line', unit: 'count' },
      { title: 'Column', unit: 'text' },
      { title: 'Value', unit: 'text' },
      { title: 'Why', unit: 'text' },
    ],
    rows: rejects.map(({ line, column, value, reason }) => [line, column, value, reason]),
  };
}
