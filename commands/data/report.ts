import type { ImportReport } from '../../data/types/imports.ts';
import type { Reject } from '../../data/types/quality.ts';
import { count, day, instant, named, type Said, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Part, Reply, Row, Table } from '../reply.ts';
import { kindName } from './kind-names.ts';
import { figureFact } from './preview.ts';

const MINUTE_MS = 60_000;

/** When what was computed from the facts is computed anew: at the next tick of the schedule. */
export function stillBusy({ now, caller }: Pick<Context, 'now' | 'caller'>): Said {
  const isServed = caller.door !== 'terminal' && caller.seat !== 'terminal';
  return isServed
    ? say`Forecast and segments recompute at ${instant(Math.ceil((now + 1) / MINUTE_MS) * MINUTE_MS)}.`
    : say`Forecast and segments are computed anew when they are asked for, or by the running Sextant.`;
}

/** What an import took and what it did not, so that the sums can be checked; `afterwards` is what follows from it. */
export function importReply(report: ImportReport, rejects: readonly Reject[], afterwards?: Words): Reply {
  const { stored, known, rows, rejected } = report;
  const counted = sentences(
    say`Stored ${count(stored)} of ${count(rows)}.`,
    known > 0 ? say`Already known: ${count(known)}.` : null,
    rejected > 0 ? say`In fix file: ${count(rejected)}.` : null,
    afterwards ?? null,
  );
  const isMoney = report.orders > 0;
  const parts: Part[] = [
    { kind: 'text', text: counted },
    {
      kind: 'facts',
      facts: [
        { label: say`Rows in the file`, value: rows, unit: 'count', receipt: report.id },
        { label: say`Stored`, value: stored, unit: 'count' },
        { label: say`Of these, corrected`, value: report.corrected, unit: 'count' },
        { label: say`Already known`, value: known, unit: 'count' },
        { label: say`Rejected`, value: rejected, unit: 'count' },
        ...(isMoney
          ? [
              { label: say`Net revenue`, value: report.revenueMinor, unit: 'money', exact: true } as const,
              { label: say`Orders`, value: report.orders, unit: 'count' } as const,
              { label: say`Customers`, value: report.customers, unit: 'count' } as const,
            ]
          : []),
        ...report.figures.map(figureFact),
        ...(report.checks
          ? [
              {
                label: say`Checks passed`,
                value: say`${count(report.checks.passed)} of ${count(report.checks.of)}`,
                unit: 'text',
              } as const,
            ]
          : []),
        { label: say`From`, value: day(report.firstDay), unit: 'day' },
        { label: say`To`, value: day(report.lastDay), unit: 'day' },
      ],
    },
    ...(isMoney ? netted(report) : []),
  ];
  if (rejects.length > 0) {
    const title =
      rejects.length < report.rejected
        ? say`Rejected rows, the first ${count(rejects.length)} of ${count(report.rejected)}`
        : say`Rejected rows`;
    parts.push(rejectTable(title, rejects));
  }
  parts.push({
    kind: 'note',
    text: sentences(
      say`Read as ${kindName(report.layout)}, in ${report.shop.currency}, days in ${report.shop.zone}.`,
      report.checks?.repair ? say`Repaired: ${report.checks.repair}.` : null,
      ...report.notes,
      say`File fingerprint ${report.sha256.slice(0, 12)}.`,
    ),
  });
  return {
    title: say`${report.id} · ${report.name}: ${states[report.status]}`,
    tone: report.rejected > 0 ? 'careful' : 'good',
    parts,
  };
}

export const states: Readonly<Record<ImportReport['status'], Said>> = {
  loading: say`being read`,
  stored: say`imported`,
  failed: say`failed`,
  undone: say`taken back`,
};

function netted(report: ImportReport): Table[] {
  const rows: Row[] = [
    [say`Cancelled or returned: netted`, report.cancelledRows, report.cancelledMinor],
    [say`Without a customer: in revenue, not in customer models`, report.anonymousRows, report.anonymousMinor],
  ];
  const met = rows.filter(([, count]) => count !== 0);
  if (met.length === 0) return [];
  const table: Table = {
    kind: 'table',
    title: say`What to know`,
    columns: [
      { title: '', unit: 'text' },
      { title: say`Rows`, unit: 'count' },
      { title: say`Money`, unit: 'money', exact: true },
    ],
    rows: met,
  };
  return [table];
}

/** Rows that do not fit, by the line an editor shows. */
export function rejectTable(title: Words, rejects: readonly Reject[]): Table {
  return {
    kind: 'table',
    title,
    columns: [
      { title: say`Line`, unit: 'count' },
      { title: say`Column`, unit: 'text' },
      { title: say`Value`, unit: 'text' },
      { title: say`Why`, unit: 'text' },
    ],
    rows: rejects.map(({ line, column, value, reason }) => [line, named(column), named(value), reason]),
  };
}
