import { z } from 'zod';
import type { ImportReport, Quality } from '../../data/types.ts';
import { daysBetween } from '../../models/days.ts';
import { defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { freshness } from './check.ts';

const SHOWN = 30;

export const dataSources = defineCommand({
  name: 'data sources',
  summary: 'The files that came in, what was taken of each, and how old they are',
  examples: ['data sources'],
  needs: 'viewer',
  input: z.strictObject({}),
  async run(_, { facts, today }): Promise<Reply> {
    const reports = await facts.imports.list();
    if (reports.length === 0) throw new Refusal('No file has come in yet', 'Bring one with /import.');
    return {
      title: `${reports.length} ${reports.length === 1 ? 'file' : 'files'} came in`,
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          title: 'Files',
          columns: [
            { title: 'Import', unit: 'receipt' },
            { title: 'State', unit: 'text' },
            { title: 'Kind', unit: 'text' },
            { title: 'From', unit: 'day' },
            { title: 'To', unit: 'day' },
            { title: 'Stored', unit: 'count' },
            { title: 'Rejected', unit: 'count' },
            { title: 'Net revenue', unit: 'money' },
            { title: 'Ended', unit: 'days' },
            { title: 'File', unit: 'text' },
          ],
          rows: reports
            .slice(0, SHOWN)
            .map((report) => [
              report.id,
              report.status,
              report.layout,
              report.firstDay,
              report.lastDay,
              report.stored,
              report.rejected,
              report.orders > 0 ? report.revenueMinor : null,
              report.lastDay === null ? null : daysBetween(report.lastDay, today),
              report.name,
            ]),
        },
        freshness(freshest(reports), today),
        {
          kind: 'note',
          text: `"Ended" is how long ago the last row happened.${reports.length > SHOWN ? ` ${reports.length - SHOWN} older files are not shown.` : ''} /data undo takes a file back.`,
        },
      ],
    };
  },
});

/** The newest word of each kind of file; those taken back or failed brought nothing. */
function freshest(reports: readonly ImportReport[]): Pick<Quality, 'sources'> {
  const stored = reports.filter(({ status }) => status === 'stored');
  const sources = [...new Set(stored.map(({ layout }) => layout))].map((layout) => {
    const files = stored.filter((report) => report.layout === layout);
    const days = files.flatMap(({ lastDay }) => lastDay ?? []).sort();
    return {
      layout,
      lastDay: days.at(-1) ?? null,
      learnedAt: Math.max(...files.map(({ startedAt }) => startedAt)),
      files: files.length,
      rows: files.reduce((sum, { stored: rows }) => sum + rows, 0),
    };
  });
  return { sources: sources.sort((a, b) => (b.lastDay ?? '').localeCompare(a.lastDay ?? '')) };
}
