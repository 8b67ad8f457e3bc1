import { addDays, daysBetween } from '../../models/days.ts';
import { shownName } from '../../models/segments/group-name.ts';
import type { Slips } from '../../models/segments/slips.ts';
import { count, money, type Said, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { FEW } from '../few-people.ts';
import { customersBy } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { readOrderGroups } from './groups.ts';

const WEEK = 7;
const YEAR = 365;
/** Weeks that say what is usual. */
const USUAL_WEEKS = 4;

export type SlipsOfWeek = {
  readonly says: Said;
  readonly isMany: boolean;
  /** The way from the group that lost most money into the one where most of these people are now; null for few. */
  readonly way: { readonly from: string; readonly to: string } | null;
  /** The segments run: "S-88". */
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
  const { clusters, names, set, run } = groups;
  const viewOf = async (day: string) => (await customersBy(context, [set], day)).view;
  const views = [];
  for (let step = steps; step >= 0; step--) views.push(await viewOf(addDays(before, -WEEK * step)));
  const { scaling, centroids } = clusters;
  const worth = clusters.segments.map(
    ({ medianRevenueMinor, medianRecencyDays }) =>
      Math.log1p(medianRevenueMinor ?? 0) - Math.log1p(medianRecencyDays ?? 0),
  );
  const yearBefore = await viewOf(addDays(before, -WEEK - YEAR));
  const found = await context.compute('slips', { model: { scaling, centroids }, worth, views, yearBefore });
  const most = found.groups.reduce((best, each, at) => (each.yearMinor > found.groups[best]!.yearMinor ? at : best), 0);
  return {
    says: slipsWords(found, { most, name: names[most]!, run: run.id }),
    isMany: found.isMany,
    way: wayOf(found.groups[most]!, { from: names[most]!, names }),
    run: run.id,
  };
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
    return sentences(all, many, run);
  }
  return sentences(
    say`Segments: ${count(left)} customers left ${shownName(name)} (${money(yearMinor)} in the year before).`,
    many,
    run,
  );
}
