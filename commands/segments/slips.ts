import { addDays, daysBetween } from '../../models/days.ts';
import { shownName } from '../../models/segments/group-name.ts';
import type { Slips } from '../../models/segments/slips.ts';
import { count, money, type Quantity, type Said, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { FEW } from '../few-people.ts';
import { customersBy } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { readOrderGroups } from './groups.ts';

const WEEK = 7;
/** Weeks that say what is usual. */
const USUAL_WEEKS = 4;

/** Who slid into a worse group in the week that ends with the cut, in one line; null where nothing can be told. */
export async function slipsOfWeek(
  context: Context,
  { before, firstDay }: Cut,
): Promise<{ readonly text: Said; readonly isMany: boolean } | null> {
  const groups = await orNothing(() => readOrderGroups(context));
  const steps = Math.min(USUAL_WEEKS + 1, Math.floor(daysBetween(firstDay, before) / WEEK) - 1);
  if (!groups || steps < 1) return null;
  const { clusters, names, set, run } = groups;
  const days = Array.from({ length: steps + 1 }, (_, step) => addDays(before, -WEEK * (steps - step)));
  const views = [];
  for (const day of days) views.push((await customersBy(context, [set], day)).view);
  const { scaling, centroids } = clusters;
  const worth = clusters.segments.map(
    ({ medianRevenueMinor, medianRecencyDays }) =>
      Math.log1p(medianRevenueMinor ?? 0) - Math.log1p(medianRecencyDays ?? 0),
  );
  const found = await context.compute('slips', { model: { scaling, centroids }, worth, views });
  return { text: slipsLine(found, { names, run: run.id }), isMany: found.isMany };
}

function slipsLine(
  { groups, customers, usual, isMany }: Slips,
  { names, run }: { readonly names: readonly string[]; readonly run: string },
): Said {
  if (customers < FEW) return say`Segments: fewer than ${count(FEW)} customers slid into a worse group (${run}).`;
  const most = groups.reduce((best, each, at) => (each.revenueMinor > groups[best]!.revenueMinor ? at : best), 0);
  const { customers: left, revenueMinor } = groups[most]!;
  return sentences(
    slidWords(count(Math.round(customers)), usual === null ? null : count(Math.round(usual)), isMany),
    left < FEW
      ? null
      : say`Most money: ${count(left)} left ${shownName(names[most]!)}, who had spent ${money(revenueMinor)}.`,
    run,
  );
}

function slidWords(customers: Quantity, usual: Quantity | null, isMany: boolean): Said {
  if (usual === null) return say`Segments: ${customers} customers slid into a worse group.`;
  return isMany
    ? say`Segments: ${customers} customers slid into a worse group; ${usual} in a usual week, so this is many.`
    : say`Segments: ${customers} customers slid into a worse group; ${usual} in a usual week.`;
}
