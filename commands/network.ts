import { z } from 'zod';
import type { Network } from '../models/network/network.ts';
import { type Context, defineCommand, mayActAs } from './command.ts';
import { wholeNumber } from './inputs.ts';
import { formatValue } from './quantity.ts';
import { Refusal } from './refusal.ts';
import { readCut } from './runs/cut.ts';
import { keepRun } from './runs/keep.ts';

const MOST_SHOWN = 25;

export const network = defineCommand({
  name: 'network',
  summary: 'Who brings customers in, and what those spend',
  examples: ['network', 'network top:20'],
  needs: 'viewer',
  input: z.strictObject({
    top: wholeNumber({ from: 1, to: MOST_SHOWN, says: 'how many sponsors to show' }).default(10),
  }),

  async run({ top }, context) {
    const cut = await readCut(context);
    const run = await keepRun<Network>(context, {
      kind: 'network',
      version: 1,
      parameters: {},
      cut,
      async compute() {
        const referrals = await context.facts.referrals();
        if (referrals.member.length === 0) {
          throw new Refusal(
            'I do not know who came through whom',
            'Bring a file of referrals with /data add: a column for the customer, one for the sponsor.',
          );
        }
        const { id, orders, revenueMinor } = await context.facts.customers.view({ before: cut.before });
        const view = { id, orders, revenueMinor };
        const result = await context.compute('network', { referrals, view, top: MOST_SHOWN });
        return {
          result,
          receipt: {
            method: 'forest of referrals; influence by PageRank of the links turned round',
            seed: null,
            used: [`${result.members} referrals, sales of ${id.length} customers before ${cut.before}`],
            checks: [
              {
                name: 'circles',
                passed: result.circles === 0,
                says:
                  result.circles === 0
                    ? 'Nobody came through themselves.'
                    : `${result.circles} referrals close a circle and are left out.`,
              },
            ],
            record: [],
            assumptions: [
              'A sponsor is credited with all who came through them at any hand; the same person counts below each of the sponsors above. Sums of sponsors are no total.',
              'Buying again: the share among direct referrals, drawn towards everybody’s as if ten more had come, so that 1 of 1 is not the best.',
              'Older sponsors have had more time to bring people in.',
            ],
          },
        };
      },
    });
    const { result } = run;
    const share = (value: number) => formatValue(value, 'share', cut.shop);
    const names = await namesOf(
      context,
      result.top.slice(0, top).map(({ id }) => id),
    );
    return {
      title: `${formatValue(result.sponsors, 'count', cut.shop)} customers brought ${formatValue(result.members, 'count', cut.shop)} others`,
      tone: 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: 'Came through somebody', value: result.members, unit: 'count', receipt: run.id },
            { label: 'Of these, bought again', value: result.returning, unit: 'share' },
            { label: 'The busiest tenth of sponsors brought', value: result.topTenthShare, unit: 'share' },
            { label: 'Longest chain', value: result.deepest, unit: 'count' },
            { label: 'Sponsors who never bought', value: result.strangers, unit: 'count' },
          ],
        },
        {
          kind: 'table',
          title: 'By what the people below them spent',
          columns: [
            { title: 'Sponsor', unit: 'text' },
            { title: 'Brought', unit: 'count' },
            { title: 'In all below', unit: 'count' },
            { title: 'Chain', unit: 'count' },
            { title: 'They spent', unit: 'money' },
            { title: 'Buy again', unit: 'share' },
            { title: 'Influence', unit: 'share' },
          ],
          rows: result.top
            .slice(0, top)
            .map((each, at) => [
              names[at]!,
              each.direct,
              each.downline,
              each.depth,
              each.revenueMinor,
              each.returning,
              each.influence,
            ]),
        },
        {
          kind: 'note',
          text:
            `A person counts below every sponsor above, so the lines do not add up. Buying again is drawn towards the ${share(result.returning)} of all where few were brought. ` +
            `Spread: mean distance in the largest tree ${result.virality.toFixed(1)} (2 is a star), concentration ${result.gini.toFixed(2)} of 1. ` +
            'People who were brought in by good customers may have come anyway: this goes with spending, it does not prove a cause.',
        },
      ],
      actions: [{ label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } }],
    };
  },
});

/** Who a sponsor is stays between Sextant and those who work with lists; others see places. */
async function namesOf({ facts, caller, shared }: Context, ids: readonly number[]): Promise<readonly string[]> {
  const mayRead = !shared && caller.role !== null && mayActAs(caller.role, 'analyst');
  if (!mayRead) return ids.map((_, at) => `No. ${at + 1}`);
  const { ref } = await facts.audience(Int32Array.from(ids));
  return ref.map((name, at) => name ?? `No. ${at + 1}`);
}
