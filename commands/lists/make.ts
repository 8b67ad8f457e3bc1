import { z } from 'zod';
import type { CustomerView } from '../../data/types.ts';
import { addDays, epochDay } from '../../models/days.ts';
import { drawOf } from '../../models/segments/holdout.ts';
import { groupsBy } from '../../models/segments/score.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { text, wholeNumber } from '../inputs.ts';
import { formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { requireFresh } from '../runs/cut.ts';
import { capital } from '../segments/capital.ts';
import { type Groups, placeOfName, readGroups } from '../segments/groups.ts';
import { testCard } from './card.ts';

/** A list of fewer people says nothing about an effect and too much about the people. */
const LEAST_PEOPLE = 20;

export const listMake = defineCommand({
  name: 'list make',
  summary: 'A list of one group to write to, with people held out to see what it brings',
  examples: ['list make group:"lapsing mid spenders"'],
  needs: 'analyst',
  bare: 'group',
  input: z.strictObject({
    group: text('the group of customers'),
    holdout: wholeNumber({ from: 1, to: 90, says: 'percent of them left out, to compare with' }).default(10),
    window: wholeNumber({ from: 7, to: 182, says: 'days in which an order counts' }).default(28),
    contacted: wholeNumber({ from: 0, to: 365, says: 'leave out who was written to in the last days' }).default(7),
    bought: wholeNumber({ from: 0, to: 365, says: 'leave out who ordered in the last days' }).default(3),
  }),

  async run({ group, holdout, window, contacted, bought }, context) {
    const groups = await readGroups(context);
    requireFresh(groups.cut, context, '/segment', 'make a list');
    const place = placeOfName(groups.names, group);
    const name = capital(groups.names[place]!);
    const { ids, refs, leftOut, unasked, base } = await choose(context, groups, place, { window, contacted, bought });
    if (ids.length < LEAST_PEOPLE) {
      throw new Refusal(
        `Only ${ids.length} people of ${name} could be written to`,
        `${Object.entries(leftOut)
          .map(([reason, count]) => `${count} ${reason}`)
          .join(', ')}. A list needs ${LEAST_PEOPLE}.`,
      );
    }
    const actor = actorOf(context.caller);
    const id = context.state.atomically(() =>
      context.state.tests.open(
        {
          name,
          run: groups.run.id,
          windowDays: window,
          base,
          leftOut,
          madeBy: actor.id,
          madeAt: context.now,
          heldShare: holdout / 100,
          reason: null,
        },
        (test) => ids.map((customer, at) => [customer, drawOf(test, refs[at]!)] as const),
      ),
    );
    return withUnasked(testCard(context, context.state.tests.find(id)!), unasked, context);
  },
});

/** Whether somebody agreed to messages may be in no file: they are on the list, and it is said. */
function withUnasked(card: Reply, unasked: number, { shop }: Context): Reply {
  if (unasked === 0) return card;
  const text = `Of ${formatValue(unasked, 'count', shop)} of these people no file says whether they agreed to messages: see that they did, or import a list of customers with a consent column and make this list anew.`;
  return { ...card, parts: [...card.parts, { kind: 'note', text }] };
}

type Limits = { readonly window: number; readonly contacted: number; readonly bought: number };

/** Who of a group may be written to, who not and why, and how many of such people order anyway. */
async function choose({ facts, state }: Context, { cut, clusters }: Groups, place: number, limits: Limits) {
  const { window, contacted, bought } = limits;
  const view = await facts.customers.view({ before: cut.before });
  const group = groupsBy(clusters, view);
  const rows = Array.from(view.id.keys()).filter((row) => group[row] === place);
  const audience = await facts.audience(Int32Array.from(rows, (row) => view.id[row]!));
  const running = state.tests.running(cut.before);
  const today = epochDay(cut.before);
  const leftOut: Record<string, number> = {};
  const isIn = (row: number, at: number): boolean => {
    const day = audience.contactedDay[at]!;
    const reasons: readonly (readonly [string, boolean])[] = [
      ['said no to messages', audience.consent[at] === 0],
      [`were written to in the last ${contacted} days`, day >= 0 && today - day <= contacted],
      [`ordered in the last ${bought} days`, view.recencyDays[row]! <= bought],
      ['are held out of another list', running.get(view.id[row]!) === true],
      ['are on another list that is running', running.get(view.id[row]!) === false],
    ];
    const [reason] = reasons.find(([, holds]) => holds) ?? [];
    if (reason !== undefined) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    return reason === undefined;
  };
  const places = rows.flatMap((row, at) => (isIn(row, at) ? [at] : []));
  return {
    ids: places.map((at) => view.id[rows[at]!]!),
    refs: places.map((at) => audience.ref[at]!),
    unasked: places.filter((at) => audience.consent[at]! < 0).length,
    leftOut,
    base: await usualShare(facts, clusters, place, { now: view, window }),
  };
}

/** Of those who were in the group so many days ago, the share who have ordered since. Null without any. */
async function usualShare(
  facts: Context['facts'],
  model: Groups['clusters'],
  place: number,
  { now, window }: { readonly now: CustomerView; readonly window: number },
): Promise<number | null> {
  const then = await facts.customers.view({ before: addDays(now.asOf, -window) });
  const group = groupsBy(model, then);
  const active = new Set(Array.from(now.id).filter((_, row) => now.recencyDays[row]! <= window));
  const people = Array.from(then.id).filter((_, row) => group[row] === place);
  return people.length === 0 ? null : people.filter((id) => active.has(id)).length / people.length;
}
