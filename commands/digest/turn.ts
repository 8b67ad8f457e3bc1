import type { Day, Instant } from '../../data/types/shop.ts';
import { addDays, startOfWeek } from '../../models/days.ts';
import { day, instant, type Said, say, time } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from '../runs/cut.ts';

const WEEK = 7;
/** Days that are missing are waited for until Tuesday noon. */
const LATEST = { daysAfter: 1, minute: 12 * 60 };
/** What is posted later than this says so. */
export const LATE_AFTER_MS = 10 * 60 * 1000;

type Turn = Pick<Context, 'now' | 'today' | 'wall'>;

/** The Monday of the last week that the data holds whole. */
export function lastCompleteWeek({ before, firstDay }: Pick<Cut, 'before' | 'firstDay'>): Day {
  const monday = addDays(startOfWeek(before), -WEEK);
  if (monday >= firstDay) return monday;
  throw new Refusal(say`There is no complete week yet`, say`The digest compares whole weeks, Monday to Sunday.`);
}

/** The Monday of the week that was over at the last turn of a week. */
export function weekOver({ today }: Pick<Context, 'today'>): Day {
  return addDays(startOfWeek(today), -WEEK);
}

/** The Monday of the week that a post would tell now: one of which days are still missing only when it is waited for no longer. */
export function weekToPost(cut: Cut, context: Pick<Context, 'today' | 'wall' | 'now' | 'shop'>): Day {
  const [whole, due] = [lastCompleteWeek(cut), weekOver(context)];
  if (whole >= due || context.shop?.demo) return whole;
  return cut.before > due && context.now >= latestFor(due, context) ? due : whole;
}

/** Says that a newer week is over of which days are missing; null where none is. */
export function behind(cut: Cut, context: Pick<Context, 'today' | 'shop'>): Said | null {
  if (context.shop?.demo || lastCompleteWeek(cut) >= weekOver(context)) return null;
  return say`Data ends on ${day(cut.lastDay)}: this is the last week that is complete.`;
}

/** Until when the digest of a week waits for its last days. */
export function latestFor(week: Day, { wall }: Pick<Context, 'wall'>): Instant {
  return wall(addDays(week, WEEK + LATEST.daysAfter), LATEST.minute);
}

/** "Late: planned 08:00, sent 09:12", with the days where they differ; null when it is on time. */
export function lateness(planned: number | undefined, { now, today, wall }: Turn): Said | null {
  if (planned === undefined || now - planned < LATE_AFTER_MS) return null;
  return planned < wall(today, 0)
    ? say`Late: planned ${instant(planned)}, sent ${instant(now)}.`
    : say`Late: planned ${time(planned)}, sent ${time(now)}.`;
}
