import type { ImportReport, Reject } from '../data/types.ts';
import type { Part, Reply, Table } from './reply.ts';

/** What an import took and what it did not, so that the sums can be checked. */
export function importReply(report: ImportReport, rejects: readonly Reject[]): Reply {
  const parts: Part[] = [
    {
      kind: 'facts',
      facts: [
        { label: 'Rows in the file', value: report.rows, unit: 'count', receipt: report.id },
        { label: 'Stored', value: report.stored, unit: 'count' },
        { label: 'Of these, corrected', value: report.corrected, unit: 'count' },
        { label: 'Already known', value: report.known, unit: 'count' },
        { label: 'Rejected', value: report.rejected, unit: 'count' },
        { label: 'Net revenue', value: report.revenueMinor, unit: 'money', exact: true },
        { label: 'Orders', value: report.orders, unit: 'count' },
        { label: 'Customers', value: report.customers, unit: 'count' },
        { label: 'From', value: report.firstDay, unit: 'day' },
        { label: 'To', value: report.lastDay, unit: 'day' },
      ],
    },
    {
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
    },
  ];
  if (rejects.length > 0) {
    const which = rejects.length < report.rejected ? `, the first ${rejects.length} of ${report.rejected}` : '';
    parts.push(rejectTable(`Rejected rows${which}`, rejects));
  }
  parts.push({
    kind: 'note',
    text: [
      `Read as ${report.layout}, in ${report.shop.currency}, days in ${report.shop.zone}.`,
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
