import { z } from 'zod';
import { featureSets } from '../../models/segments/feature-sets.ts';
import type { Split } from '../../models/segments/split.ts';
import { count, say } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import { type Context, defineCommand } from '../command.ts';
import { text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part } from '../reply.ts';
import { customersBy } from '../runs/customers.ts';
import { SEED } from '../runs/forecast.ts';
import { keepRun } from '../runs/keep.ts';
import { qualityWords } from '../runs/segments.ts';
import { capital } from './capital.ts';
import { type Groups, placeOfName, readGroups } from './groups.ts';

export const segmentSplit = defineCommand({
  name: 'segment split',
  summary: 'Groups inside a group, where they are really there',
  examples: ['segment split name:"active high spenders"'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject({ name: text('the group to look into') }),

  async run({ name }, context) {
    const groups = await readGroups(context);
    const place = placeOfName(groups.names, name);
    const run = await splitRun(context, groups, place);
    const { clusters, why, flat, customers } = run.result;
    const parent = capital(groups.names[place]!);
    if (!clusters) {
      throw new Refusal(
        `${parent} does not fall into groups of its own`,
        `${inEnglish(why ?? '')} Its ${customers} customers are best treated alike. /segment shows the groups there are.`,
      );
    }
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [{ label: `Customers of ${parent}`, value: customers, unit: 'count', receipt: run.id }],
      },
      {
        kind: 'table',
        columns: [
          { title: 'Group', unit: 'text' },
          { title: 'Customers', unit: 'count' },
          { title: 'Of its customers', unit: 'share' },
          { title: 'Of its sales', unit: 'share' },
          { title: 'Typical order', unit: 'money' },
          { title: 'Orders', unit: 'count' },
          { title: 'Last seen', unit: 'days' },
        ],
        rows: clusters.segments.map((each) => [
          `${parent} › ${each.name}`,
          each.customers,
          each.customerShare,
          each.revenueShare,
          each.typicalOrderMinor,
          each.medianOrders,
          each.medianRecencyDays,
        ]),
      },
      {
        kind: 'note',
        text: [
          inEnglish(qualityWords(clusters)),
          ...(flat
            ? [
                `Found flat among everyone, ${flat.k} groups agree by ${flat.stability.toFixed(2)} when resampled; these agree by ${clusters.stability.toFixed(2)}.`,
              ]
            : []),
          `Words such as high and low are within ${parent}.`,
        ].join('\n'),
      },
    ];
    return {
      title: `${parent}: ${clusters.k} groups inside`,
      tone: 'plain',
      parts,
      actions: [
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: 'All groups', style: 'plain', ask: { name: 'segment', input: {} } },
      ],
    };
  },
});

/** Groups inside one group of a run. */
export function splitRun(context: Context, { cut, run, clusters, set }: Groups, place: number) {
  return keepRun<Split>(context, {
    kind: 'split',
    version: 1,
    parameters: { group: place, model: run.id },
    cut,
    async compute() {
      const { view } = await customersBy(context, [set], cut.before);
      const result = await context.compute('splitSegment', {
        view,
        recipe: featureSets[set],
        model: { scaling: clusters.scaling, centroids: clusters.centroids },
        group: place,
        seed: SEED,
      });
      return {
        result,
        receipt: {
          method: say`k-means inside group ${count(place + 1)} of ${run.id}, on its own scaling`,
          seed: SEED,
          used: [say`${count(result.customers)} customers of that group`],
          checks: [],
          record: result.clusters ? [qualityWords(result.clusters)] : [],
          assumptions: [
            result.why ?? result.clusters?.reason ?? '',
            say`Offered only where they come back when resampled (0.8), beat shuffled columns by 0.03, and come back no worse than as many groups of everyone.`,
          ],
        },
      };
    },
  });
}
