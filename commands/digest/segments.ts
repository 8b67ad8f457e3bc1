import { addDays } from '../../models/days.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { type SlipsOfWeek, slipsOfWeek } from '../segments/slips.ts';
import type { Told, Week } from './told.ts';

/** Who left a good group, in money a year. */
export async function segmentsSection(context: Context, week: Week): Promise<Told> {
  const slid = await slidIn(week, context);
  return slid ? { lines: [slid.says], isNews: slid.isMany } : {};
}

/** Whom to write to because of it, and the list that it takes. */
export async function reachSection(context: Context, week: Week): Promise<Told> {
  const way = (await slidIn(week, context))?.way;
  if (!way) return {};
  const { from, to } = way;
  const since = addDays(week.before, -7);
  return {
    lines: [say`Worth reaching: those who went from ${shownName(from)} to ${shownName(to)} this week.`],
    actions: [
      { label: say`Make the list`, style: 'plain', ask: { name: 'list make', input: { from, 'fell-to': to, since } } },
    ],
  };
}

/** Both sections ask for it, and every channel. */
const slides = new WeakMap<Week, Promise<SlipsOfWeek | null>>();

function slidIn(week: Week, context: Context): Promise<SlipsOfWeek | null> {
  const known = slides.get(week) ?? (week.isWhole ? slipsOfWeek(context, { ...week.cut, before: week.before }) : null);
  const found = known ?? Promise.resolve(null);
  slides.set(week, found);
  return found;
}
