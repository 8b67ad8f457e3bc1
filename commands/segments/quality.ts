import { z } from 'zod';
import { formatValue } from '../../words/quantity.ts';
import { sentences } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { qualityWords } from '../runs/segments.ts';
import { readGroups } from './groups.ts';

export const segmentQuality = defineCommand({
  name: 'segment quality',
  summary: 'Why so many groups: each number of them beside data without any structure',
  examples: ['segment quality'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, context) {
    const { run, clusters, cut } = await readGroups(context);
    const { elbow, k, reason } = clusters;
    const own = elbow.find((row) => row.k === k)!;
    return {
      title: `Why ${k} groups`,
      tone: 'plain',
      parts: [
        { kind: 'text', text: sentences(reason, qualityWords(clusters)) },
        {
          kind: 'chart',
          title: `${k} groups: separation ${own.silhouette.toFixed(2)}, by chance ${own.nullSilhouette.toFixed(2)}`,
          subtitle: `Silhouette by number of groups, beside the same columns shuffled · data until ${formatValue(cut.lastDay, 'day', cut.shop)}`,
          alt: elbow
            .map((row) => `${row.k} groups: ${row.silhouette.toFixed(2)}, by chance ${row.nullSilhouette.toFixed(2)}`)
            .join('; '),
          chart: {
            type: 'lines',
            x: { title: 'Groups', unit: 'count' },
            y: { title: 'Silhouette', unit: 'number' },
            lines: [
              {
                label: 'these customers',
                points: elbow.map((row) => ({ x: row.k, y: row.silhouette })),
                marks: [{ x: k, y: own.silhouette, label: 'taken' }],
              },
              { label: 'shuffled columns', points: elbow.map((row) => ({ x: row.k, y: row.nullSilhouette })) },
            ],
          },
        },
        {
          kind: 'chart',
          title: `The elbow is where more groups gain little: ${k} were taken`,
          subtitle: 'Inertia: squared distances to the own centre, in standard deviations',
          alt: elbow.map((row) => `${row.k} groups: ${formatValue(row.inertia, 'number', cut.shop)}`).join('; '),
          chart: {
            type: 'lines',
            x: { title: 'Groups', unit: 'count' },
            y: { title: 'Inertia', unit: 'number' },
            lines: [
              {
                label: 'inertia',
                points: elbow.map((row) => ({ x: row.k, y: row.inertia })),
                mark: { x: k, y: own.inertia },
              },
            ],
          },
        },
        {
          kind: 'table',
          columns: [
            { title: 'Groups', unit: 'count' },
            { title: 'Inertia', unit: 'number' },
            { title: 'Silhouette', unit: 'number' },
            { title: 'by chance', unit: 'number' },
            { title: 'Calinski-Harabasz', unit: 'number' },
            { title: 'by chance', unit: 'number' },
            { title: 'Davies-Bouldin', unit: 'number' },
            { title: 'by chance', unit: 'number' },
          ],
          rows: elbow.map(({ k, inertia, silhouette, nullSilhouette, separation, nullSeparation }) => [
            k,
            inertia,
            silhouette,
            nullSilhouette,
            separation.calinskiHarabasz,
            nullSeparation.calinskiHarabasz,
            separation.daviesBouldin,
            nullSeparation.daviesBouldin,
          ]),
        },
        {
          kind: 'note',
          text: 'By chance: the same columns, each shuffled on its own, which leaves no structure. Silhouette and Calinski-Harabasz are better when larger, Davies-Bouldin when smaller. They compare numbers of groups on this scaling only, never one scaling with another.',
        },
      ],
      actions: [
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: 'Segments', style: 'plain', ask: { name: 'segment', input: {} } },
      ],
    };
  },
});
