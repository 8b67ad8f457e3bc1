import { z } from 'zod';
import type { ImportReport } from '../../data/types/imports.ts';
import type { Quality } from '../../data/types/quality.ts';
import { daysBetween } from '../../models/days.ts';
import { count, day, named, plural, say, sentences } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { freshness } from './check.ts';
import { kindName } from './kind-names.ts';
import { states } from './report.ts';

const SHOWN = 30;

export const dataSources = defineCommand({
  name: 'data sources',
  summary: say`The files that came in, what was taken of each, and how old they are`,
  examples: ['data sources'],
  needs: 'viewer',
  input: z.strictObject({}),
  async run(_, { facts, today }): Promise<Reply> {
    const reports = await facts.imports.list();
    if (reports.length === 0) throw new Refusal(say`No file has come in yet`, say`Bring one with /import.`);
    return {
      title: plural(reports.length, say`1 file came in`, say`${count(reports.length)} files came in`),
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          title: say`Files`,
          columns: [
            { title: say`Import`, unit: 'receipt' },
            { title: say`State`, unit: 'text' },
            { title: say`Kind`, unit: 'text' },
            { title: say`From`, unit: 'day' },
            { title: say`To`, unit: 'day' },
            { title: say`Stored`, unit: 'count' },
            { title: say`Rejected`, unit: 'count' },
            { title: say`Net revenue`, unit: 'money' },
            { title: say`Ended`, unit: 'days' },
            { title: say`File`, unit: 'text' },
          ],
          rows: reports
            .slice(0, SHOWN)
            .map((report) => [
              report.id,
              states[report.status],
              kindName(report.layout),
              day(report.firstDay),
              day(report.lastDay),
              report.stored,
              report.rejected,
              report.orders > 0 ? report.revenueMinor : null,
              report.lastDay === null ? null : daysBetween(report.lastDay, today),
              named(report.name),
            ]),
        },
        freshness(freshest(reports), today),
        {
          kind: 'note',
          text: sentences(
            say`"Ended" is how long ago the last row happened.`,
            reports.length > SHOWN ? say`${count(reports.length - SHOWN)} older files are not shown.` : null,
            say`/data undo takes a file back.`,
          ),
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
