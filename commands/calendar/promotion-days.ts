import type { Day } from '../../data/types/shop.ts';
import { addDays, fromEpochDay } from '../../models/days.ts';
import type { CalendarEvent } from '../../models/forecast/events.ts';
import { eventName } from '../../words/event-names.ts';
import { listed, type Said, say, sentences } from '../../words/say.ts';
import { inEveryLanguage } from '../../words/tell.ts';
import type { Context } from '../command.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from '../runs/cut.ts';
import { sellingDays } from './selling-days.ts';

/** More names than these are not read. */
const MOST_NAMED = 8;

/** From the first sale to the end of the data. */
type History = Pick<Cut, 'shop' | 'firstDay' | 'before'>;

/**
 * The campaign of this name and the days on which it ran: those with spend, or, where no spend is known, with orders
 * that came through it. Null when there is no such campaign.
 */
export async function campaignPromotion(
  { facts }: Pick<Context, 'facts'>,
  { firstDay, before }: Pick<Cut, 'firstDay' | 'before'>,
  asked: string,
): Promise<CalendarEvent | null> {
  const campaigns = await facts.campaigns.list();
  const campaign = campaigns.find(({ name }) => name.toLowerCase() === asked.toLowerCase());
  if (!campaign) return null;
  const { campaign: ids, day, spendMinor, orders } = await facts.campaigns.daily({ from: firstDay, before });
  const own = [...ids.keys()].filter((i) => ids[i] === campaign.id);
  const isSpendKnown = own.some((i) => spendMinor[i]! > 0);
  const ran = own.filter((i) => (isSpendKnown ? spendMinor[i]! > 0 : orders[i]! > 0));
  return { name: campaign.name, days: ran.map((i) => fromEpochDay(day[i]!)) };
}

/**
 * The day or promotion of the calendar of this name, in any of the languages, with its days until `end`; null where none of
 * them has come yet, for then there is nothing to learn from.
 */
export async function calendarPromotion(
  context: Context,
  cut: History & { readonly end: Day },
  asked: string,
): Promise<CalendarEvent | null> {
  const typed = asked.toLowerCase();
  const known = await pastEvents(context, cut, addDays(cut.end, 1));
  return known.find(({ name }) => called(name).some((each) => each.toLowerCase() === typed)) ?? null;
}

/** What came at least once since the first sale, with all its days before `until`. */
async function pastEvents(context: Context, { shop, firstDay, before }: History, until = before) {
  const { events, planned } = await sellingDays(context, shop, { from: firstDay, before: until });
  return [...events, ...planned].filter(({ days }) => days.some((day) => firstDay <= day && day < before));
}

/** As the calendar keeps it, and as readers of each language know it. */
function called(name: string): readonly string[] {
  return [name, ...inEveryLanguage(eventName(name))];
}

/** What a promotion may be called: a campaign that ran, or a day of the calendar that came. */
export type PromotionNames = { readonly campaigns: readonly string[]; readonly events: readonly string[] };

export async function promotionNames(context: Context, cut: History): Promise<PromotionNames> {
  const [campaigns, events] = await Promise.all([context.facts.campaigns.list(), pastEvents(context, cut)]);
  return { campaigns: campaigns.map(({ name }) => name), events: events.map(({ name }) => name) };
}

export function knownPromotions({ campaigns, events }: PromotionNames): Said {
  return sentences(
    campaigns.length > 0
      ? say`Campaigns that I know: ${listed(campaigns.slice(0, MOST_NAMED))}.`
      : say`My orders name no campaign.`,
    events.length > 0
      ? say`Days of the calendar that came before: ${listed(events.slice(0, MOST_NAMED).map(eventName))}.`
      : say`No day of the calendar came before. Tell me of past ones with /calendar add kind:promotion.`,
  );
}

/** What to say of a promotion that nobody knows. */
export async function unknownPromotion(context: Context, cut: History, asked: string): Promise<Refusal> {
  const names = await promotionNames(context, cut);
  const near = nearest(asked, [...names.campaigns, ...names.events.flatMap(called)]);
  return new Refusal(
    say`I know of no promotion "${asked}"`,
    near ? say`Did you mean "${near}"?` : knownPromotions(names),
  );
}
