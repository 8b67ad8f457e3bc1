import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { shownName } from '../../models/segments/group-name.ts';
import type { Slips } from '../../models/segments/slips.ts';
import { count, money, named, day as onDay, type Said, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { FEW } from '../few-people.ts';
import { customersBy } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import { keepRun, type RunOf } from '../runs/keep.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { type Groups, readOrderGroups } from './groups.ts';

const VERSION = 1;
const WEEK = 7;
const YEAR = 365;
/** Weeks that say what is usual. */
const USUAL_WEEKS = 4;

export type SlipsOfWeek = {
  readonly says: Said;
  readonly isMany: boolean;
  /** The way from the group that lost most money into the one where most of these people are now; null for few. */
  readonly way: { readonly from: string; readonly to: string } | null;
  /** The run that found it: "M-12". */
  readonly run: string;
};

/** Who slid into a worse group in the week that ends before a day, in one line; null where nothing can be told. */
export async function slipsOfWeek(
  context: Context,
  { before, firstDay }: Pick<Cut, 'before' | 'firstDay'>,
): Promise<SlipsOfWeek | null> {
  const groups = await orNothing(() => readOrderGroups(context));
  const steps = Math.min(USUAL_WEEKS + 1, Math.floor(daysBetween(firstDay, before) / WEEK) - 1);
  if (!groups || steps < 1) return null;
  const { names } = groups;
  const { id, result: found } = await slipsRun(context, groups, { before, steps });
  const most = found.groups.reduce((best, each, at) => (each.yearMinor > found.groups[best]!.yearMinor ? at : best), 0);
  return {
    says: slipsWords(found, { most, name: names[most]!, run: id }),
    isMany: found.isMany,
    way: wayOf(found.groups[most]!, { from: names[most]!, names }),
    run: id,
  };
}

/** Who slid into a worse group in the week before a day, and in the weeks before that, by the fixed model of a run. */
export function slipsRun(
  context: Context,
  { cut, clusters, set, run }: Pick<Groups, 'cut' | 'clusters' | 'set' | 'run'>,
  { before, steps }: { readonly before: Day; readonly steps: number },
): Promise<RunOf<Slips>> {
  return keepRun<Slips>(context, {
    kind: 'slips',
    version: VERSION,
    parameters: { before, steps, model: run.id },
    cut,
    async compute() {
      const viewOf = async (day: Day) => (await customersBy(context, [set], day)).view;
      const views = [];
      for (let step = steps; step >= 0; step--) views.push(await viewOf(addDays(before, -WEEK * step)));
      const { scaling, centroids } = clusters;
      const worth = clusters.segments.map(
        ({ medianRevenueMinor, medianRecencyDays }) =>
          Math.log1p(medianRevenueMinor ?? 0) - Math.log1p(medianRecencyDays ?? 0),
      );
      const yearBefore = await viewOf(addDays(before, -WEEK - YEAR));
      const result = await context.compute('slips', { model: { scaling, centroids }, worth, views, yearBefore });
      return {
        result,
        receipt: {
          method: say`Customers whom the fixed model ${run.id} puts into a worse group than a week before.`,
          seed: null,
          used: [say`${count(views.at(-1)!.id.length)} customers with an order before ${onDay(before)}.`],
          checks: [],
          record: [],
          assumptions: [
            say`Worse: those who spent less and ordered longer ago. The money is what these people spent in the year before that week; it is not lost yet.`,
            say`Usual: the mean of the ${count(steps - 1)} weeks before.`,
          ],
        },
      };
    },
  });
}

function wayOf(
  { into }: Slips['groups'][number],
  { from, names }: { readonly from: string; readonly names: readonly string[] },
): SlipsOfWeek['way'] {
  const to = into.indexOf(Math.max(...into));
  return into[to]! < FEW ? null : { from, to: names[to]! };
}

function slipsWords(
  { groups, customers, usual, isMany }: Slips,
  { most, name, run }: { readonly most: number; readonly name: string; readonly run: string },
): Said {
  if (customers < FEW) return say`Segments: fewer than ${count(FEW)} customers slid into a worse group. ${run}`;
  const { customers: left, yearMinor } = groups[most]!;
  const many =
    isMany && usual !== null
      ? say`That is many: ${count(customers)} slid into a worse group, and a usual week has ${count(Math.round(usual))}.`
      : null;
  if (left < FEW) {
    const all = say`Segments: ${count(customers)} customers slid into a worse group.`;
    return sentences(all, many, named(run));
  }
  return sentences(
    say`Segments: ${count(left)} customers left ${shownName(name)} (${money(yearMinor)} in the year before).`,
    many,
    named(run),
  );
}
