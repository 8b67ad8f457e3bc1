import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { change, day, days as daysOf, type Said, say, sentences } from '../../words/say.ts';
import {
  calendarPromotion,
  campaignPromotion,
  knownPromotions,
  promotionNames,
  unknownPromotion,
} from '../calendar/promotion-days.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from '../runs/cut.ts';
import { asItGoes, type WhatIf } from '../runs/what-if.ts';

type Typed = {
  readonly promotion?: string | undefined;
  readonly growth?: string | undefined;
  readonly closed?: string | undefined;
};

/** What is assumed, and what it is compared with: the same without it. Null when nothing was assumed. */
export type Assumption = { readonly given: WhatIf; readonly otherwise: WhatIf; readonly words: readonly Said[] };

/**
 * Reads `promotion:"Payday voucher on"`, `growth:+10` and `closed:2026-05-01..2026-05-03`.
 *
 * @throws {Refusal} on anything that is not one of these
 */
export async function readAssumption(
  context: Context,
  cut: Cut,
  { promotion, growth, closed }: Typed,
  horizon: number,
): Promise<Assumption | null> {
  if (promotion === undefined && growth === undefined && closed === undefined) return null;
  const end = addDays(cut.before, horizon - 1);
  const planned = promotion === undefined ? null : await readPromotion(context, cut, promotion, end);
  const share = growth === undefined ? 0 : readGrowth(growth);
  const closedDays = closed === undefined ? [] : readDays(closed).filter((day) => day >= cut.before && day <= end);
  if (closed !== undefined && closedDays.length === 0) {
    throw new Refusal(
      say`No day of closed:${closed} is in this forecast: ${day(cut.before)} to ${day(end)}`,
      say`Name days in it, such as closed:${addDays(cut.before, 7)}. Days closed in the past belong in the calendar: /calendar add kind:closed.`,
    );
  }
  const given: WhatIf = { promotion: planned?.given ?? null, growth: share, closedDays };
  return {
    given,
    otherwise: { ...asItGoes, promotion: planned?.otherwise ?? null },
    words: [
      ...(planned ? [say`${planned.given.name} ${planned.given.plan}`] : []),
      ...(share !== 0 ? [say`${change(share)} on every day`] : []),
      ...(closedDays.length > 0 ? [say`closed on ${daysOf(closedDays.length)}`] : []),
    ],
  };
}

/**
 * "Name on", "Name off", "Name 2026-05-01..2026-05-07": compared with the same promotion off, or, if off, as it goes. The
 * name is a campaign's, or a day's of the calendar: "11.11 2026-12-12" sells on 12.12 as 11.11 did.
 */
async function readPromotion(context: Context, cut: Cut, typed: string, end: Day) {
  const [, named = '', plan = ''] = /^(.+?)\s+(\S+)$/.exec(typed.trim()) ?? [];
  const isDays = /^\d{4}-/.test(plan);
  if (named === '' || !(plan === 'on' || plan === 'off' || isDays)) {
    throw new Refusal(say`I did not understand promotion "${typed}"`, await howToPlan(context, cut));
  }
  const campaign = await campaignPromotion(context, cut, named);
  const promotion = campaign ?? (await calendarPromotion(context, { ...cut, end }, named));
  if (promotion === null) throw await unknownPromotion(context, cut, named);
  const { name } = promotion;
  const days = plan === 'off' ? promotion.days.filter((day) => day < cut.before) : promotion.days;
  const coming = isDays ? readDays(plan) : plan === 'on' ? daysFrom(cut.before, end) : [];
  const off = { name, days, plan: 'off' };
  return {
    given: { name, days: [...new Set([...days, ...coming.filter((day) => day >= cut.before)])].sort(), plan },
    // Days of the calendar come all the same: without the assumption they are where they are.
    otherwise: plan === 'off' || !campaign ? null : off,
  };
}

/** How to write a promotion, with one that the shop has had and days that lie ahead. */
async function howToPlan(context: Context, cut: Cut): Promise<Said> {
  const names = await promotionNames(context, cut);
  const [name] = [...names.campaigns, ...names.events];
  if (name === undefined) return knownPromotions(names);
  const days = `${addDays(cut.before, 7)}..${addDays(cut.before, 9)}`;
  return sentences(
    say`Write its name, and on, off or its days: promotion:"${name} on", promotion:"${name} ${days}".`,
    knownPromotions(names),
  );
}

function readGrowth(typed: string): number {
  const percent = Number(typed.replace('−', '-').replace(/%$/, ''));
  if (typed.trim() !== '' && Number.isFinite(percent) && percent > -100 && percent <= 1000) return percent / 100;
  throw new Refusal(
    say`I did not understand growth "${typed}"`,
    say`Write percent, for example growth:+10 or growth:-5.`,
  );
}

const MOST_DAYS = 366;

/** "2026-05-01", "2026-05-01..2026-05-03", and several of them with commas between. */
function readDays(typed: string): Day[] {
  const days = typed.split(',').flatMap((part) => {
    const [, from = '', to = from] = /^\s*(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?\s*$/.exec(part) ?? [];
    return isDay(from) && isDay(to) && from <= to && daysBetween(from, to) < MOST_DAYS ? daysFrom(from, to) : [null];
  });
  if (days.every((day) => day !== null)) return [...new Set(days)].sort();
  throw new Refusal(
    say`I did not understand the days "${typed}"`,
    say`Write them as 2026-05-01, or 2026-05-01..2026-05-03, with commas between several.`,
  );
}

function isDay(typed: string): boolean {
  const read = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(typed);
}

function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}
