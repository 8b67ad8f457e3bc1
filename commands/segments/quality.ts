import { z } from 'zod';
import { hundredths } from '../../models/rounding.ts';
import { count, day, lines, number, say, sentences } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { qualityWords } from '../runs/segments.ts';
import { readGroups } from './groups.ts';

const two = (value: number) => number(hundredths(value));

export const segmentQuality = defineCommand({
  name: 'segment quality',
  summary: say`Why so many groups: each number of them beside data without any structure`,
  examples: ['segment quality'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, context) {
    const { run, clusters, cut } = await readGroups(context);
    const { elbow, k, reason } = clusters;
    const own = elbow.find((row) => row.k === k)!;
    return {
      title: say`Why ${count(k)} groups`,
      tone: 'plain',
      parts: [
        { kind: 'text', text: sentences(reason, qualityWords(clusters)) },
        {
          kind: 'chart',
          title: say`${count(k)} groups: separation ${two(own.silhouette)}, by chance ${two(own.nullSilhouette)}`,
          subtitle: say`Separation (silhouette) by number of groups, beside the same columns shuffled · data until ${day(cut.lastDay)}`,
          alt: sentences(
            ...elbow.map(
              (row) => say`${count(row.k)} groups: ${two(row.silhouette)}, by chance ${two(row.nullSilhouette)}.`,
            ),
          ),
          chart: {
            type: 'lines',
            x: { title: say`Groups`, unit: 'count' },
            y: { title: say`Silhouette`, unit: 'number' },
            lines: [
              {
                label: say`these customers`,
                points: elbow.map((row) => ({ x: row.k, y: row.silhouette })),
                marks: [{ x: k, y: own.silhouette, label: say`taken` }],
              },
              { label: say`shuffled columns`, points: elbow.map((row) => ({ x: row.k, y: row.nullSilhouette })) },
            ],
          },
        },
        {
          kind: 'chart',
          title: say`The elbow is where more groups gain little: ${count(k)} were taken`,
          subtitle: say`Inertia: squared distances to the own centre, in standard deviations · data until ${day(cut.lastDay)}`,
          alt: sentences(...elbow.map((row) => say`${count(row.k)} groups: ${number(row.inertia)}.`)),
          chart: {
            type: 'lines',
            x: { title: say`Groups`, unit: 'count' },
            y: { title: say`Inertia`, unit: 'number' },
            lines: [
              {
                label: say`inertia`,
                points: elbow.map((row) => ({ x: row.k, y: row.inertia })),
                mark: { x: k, y: own.inertia },
              },
            ],
          },
        },
        {
          kind: 'table',
          columns: [
            { title: say`Groups`, unit: 'count' },
            { title: say`Inertia`, unit: 'number' },
            { title: say`Silhouette`, unit: 'number' },
            { title: say`by chance`, unit: 'number' },
            { title: say`Calinski-Harabasz`, unit: 'number' },
            { title: say`by chance`, unit: 'number' },
            { title: say`Davies-Bouldin`, unit: 'number' },
            { title: say`by chance`, unit: 'number' },
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
          text: lines([
            say`Separation says how much nearer customers are to their own group than to the next one, from 0 (not at all) to 1. By chance: the same columns, each shuffled on its own, which leaves no structure. Silhouette and Calinski-Harabasz are better when larger, Davies-Bouldin when smaller. They compare numbers of groups on this scaling only, never one scaling with another.`,
            say`/why ${run.id} tells how it was made.`,
          ]),
        },
      ],
      actions: [
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: say`Segments`, style: 'plain', ask: { name: 'segment', input: {} } },
      ],
    };
  },
});
