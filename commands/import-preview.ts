import type { ImportPreview } from '../data/types.ts';
import { rejectTable } from './import-report.ts';
import { formatDays } from './quantity.ts';
import type { Part, Reply } from './reply.ts';

/** What a file would bring, before anything is stored. */
export function previewReply(preview: ImportPreview): Reply {
  const { shop, last, gaps, partialMonths } = preview;
  const parts: Part[] = [
    {
      kind: 'facts',
      facts: [
        { label: 'Rows in the file', value: preview.rows, unit: 'count' },
        { label: 'Would be stored', value: preview.stored, unit: 'count' },
        { label: 'Of these, corrected', value: preview.corrected, unit: 'count' },
        { label: 'Already known', value: preview.known, unit: 'count' },
        { label: 'Would be rejected', value: preview.rejected, unit: 'count' },
        { label: 'Net revenue', value: preview.revenueMinor, unit: 'money', exact: true },
        {
          label: 'Last file of this kind',
          value: last?.revenueMinor ?? null,
          unit: 'money',
          ...(last && { receipt: last.id }),
        },
        { label: 'From', value: preview.firstDay, unit: 'day' },
        { label: 'To', value: preview.lastDay, unit: 'day' },
      ],
    },
    {
      kind: 'table',
      title: 'Which column is what',
      columns: [
        { title: 'Field', unit: 'text' },
        { title: 'Column', unit: 'text' },
      ],
      rows: preview.columns.map(({ field, column }) => [field, column]),
    },
  ];
  const warnings = [
    ...gaps.map(({ from, to, days }) => `Nothing on ${formatDays(from, to, shop)}: ${days} days without an order.`),
    ...partialMonths.map(({ month, days, of }) => `${month} is not whole: ${days} of ${of} days.`),
    ...preview.notes,
  ];
  if (warnings.length > 0) parts.push({ kind: 'text', text: warnings.join('\n') });
  if (preview.rejects.length > 0) {
    parts.push(rejectTable('The first rows that would be rejected', preview.rejects));
  }
  parts.push({
    kind: 'note',
    text: `Read as ${preview.layout}, in ${shop.currency}, days in ${shop.zone}. Nothing is stored: send the file again without preview to import it.`,
  });
  return { title: `${preview.name}: what it would bring`, tone: 'plain', parts };
}
