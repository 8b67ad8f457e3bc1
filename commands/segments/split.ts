import { z } from 'zod';
import { hundredths } from '../../models/rounding.ts';
import { featureSets } from '../../models/segments/feature-sets.ts';
import { shownName } from '../../models/segments/group-name.ts';
import type { Split } from '../../models/segments/split.ts';
import { count, lines, number, say, sentences } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part } from '../reply.ts';
import { customersBy } from '../runs/customers.ts';
import { SEED } from '../runs/forecast.ts';
import { keepRun } from '../runs/keep.ts';
import { qualityWords } from '../runs/segments.ts';
import { type Groups, placeOfName, readGroups, whichGroup } from './groups.ts';

export const segmentSplit = defineCommand({
  name: 'segment split',
  summary: say`Groups inside a group, where they are really there`,
  examples: [say`segment split name:"active high spenders"`],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject({ name: text(say`the group to look into`, { names: 'segment' }).optional() }),

  async run({ name }, context) {
    const groups = await readGroups(context);
    if (name === undefined) return whichGroup(groups.names, 'segment split', context);
    const place = placeOfName(groups.names, name);
    const run = await splitRun(context, groups, place);
    const { clusters, why, flat, customers } = run.result;
    const parent = shownName(groups.names[place]!);
    if (!clusters) {
      throw new Refusal(
        say`${parent} does not fall into groups of its own`,
        sentences(
          why,
          say`Its ${count(customers)} customers are best treated alike.`,
          say`/segment shows the groups there are.`,
        ),
      );
    }
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [{ label: say`Customers of ${parent}`, value: customers, unit: 'count', receipt: run.id }],
      },
      {
        kind: 'table',
        columns: [
          { title: say`Group`, unit: 'text' },
          { title: say`Customers`, unit: 'count' },
          { title: say`Of its customers`, unit: 'share' },
          { title: say`Of its sales`, unit: 'share' },
          { title: say`Typical order`, unit: 'money' },
          { title: say`Orders`, unit: 'count' },
          { title: say`Last seen`, unit: 'days' },
        ],
        rows: clusters.segments.map((each) => [
          say`${parent} › ${shownName(each.name)}`,
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
        text: lines([
          qualityWords(clusters),
          ...(flat
            ? [
                say`Found flat among everyone, ${count(flat.k)} groups agree by ${number(hundredths(flat.stability))} of 1 when resampled; these agree by ${number(hundredths(clusters.stability))}.`,
              ]
            : []),
          say`Words such as high and low are within ${parent}.`,
        ]),
      },
    ];
    return {
      title: say`${parent}: ${count(clusters.k)} groups inside`,
      tone: 'plain',
      parts,
      actions: [
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: say`All groups`, style: 'plain', ask: { name: 'segment', input: {} } },
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
            ...[result.why ?? result.clusters?.reason].filter((each) => each != null),
            say`Offered only where they come back when resampled (0.8), beat shuffled columns by 0.03, and come back no worse than as many groups of everyone.`,
          ],
        },
      };
    },
  });
}
