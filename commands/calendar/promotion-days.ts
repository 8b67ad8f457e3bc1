import { fromEpochDay } from '../../models/days.ts';
import type { CalendarEvent } from '../../models/forecast/events.ts';
import { listed, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from '../runs/cut.ts';

/**
 * The campaign of this name and the days on which it ran: those with spend, or, where no spend is known, with orders
 * that came through it. Null when there is no such campaign.
 */
export async function promotionDays(
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

/** What to say of a promotion that nobody knows. */
export async function unknownPromotion({ facts }: Context, asked: string): Promise<Refusal> {
  const names = (await facts.campaigns.list()).map(({ name }) => name);
  const near = nearest(asked, names);
  const remedy =
    names.length === 0
      ? say`My orders name no campaign. Import orders with a column of campaigns first.`
      : near
        ? say`Did you mean "${near}"?`
        : say`I know: ${listed(names.slice(0, 10))}.`;
  return new Refusal(say`I know of no promotion "${asked}"`, remedy);
}
