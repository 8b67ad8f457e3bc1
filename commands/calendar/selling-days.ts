import type { CalendarEntry } from '../../data/state/types/calendar.ts';
import type { NationalHolidays } from '../../data/types/holidays.ts';
import type { Day, Shop } from '../../data/types/shop.ts';
import { recurringDays } from '../../models/calendar/recurring.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import type { CalendarEvent } from '../../models/forecast/events.ts';
import type { Context } from '../command.ts';

/** What the calendar says of a stretch of days. */
export type SellingDays = {
  /** Days that may sell differently, past and coming; each event once, with all its days. */
  readonly events: readonly CalendarEvent[];
  readonly closedDays: readonly Day[];
  /** Promotions with their planned days. When the campaign of this name ran so far, the facts know: `promotionDays`. */
  readonly planned: readonly CalendarEvent[];
  readonly country: string | null;
  /** Which state of the calendar this is: another version may say other days. */
  readonly version: number;
};

/** Paydays and double dates by rule, national holidays of the shop's country, and what people put into the calendar. */
export async function sellingDays(
  { facts, state }: Context,
  { zone, currency }: Shop,
  { from, before }: { readonly from: Day; readonly before: Day },
): Promise<SellingDays> {
  const national = await facts.holidays({ zone, currency, from, before });
  const country = national?.country ?? null;
  const entries = state.calendar.list(country).filter(({ from: first, to }) => to >= from && first < before);
  const within = (days: readonly Day[]) => days.filter((day) => from <= day && day < before);
  const told = (kinds: readonly CalendarEntry['kind'][]) => entries.filter(({ kind }) => kinds.includes(kind));
  const events = [
    ...recurringDays(from, before),
    ...byName(national?.days ?? []),
    ...byName(told(['season', 'holiday', 'school', 'price']).flatMap(daysOf)),
  ];
  return {
    events: merged(events.map(({ name, days }) => ({ name, days: within(days) }))),
    planned: byName(told(['promotion']).flatMap(daysOf)),
    closedDays: within(
      told(['closed'])
        .flatMap(daysOf)
        .map(({ day }) => day),
    ),
    country,
    version: state.calendar.version(),
  };
}

type Dated = NationalHolidays['days'][number];

function daysOf({ name, from, to }: CalendarEntry): Dated[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => ({ day: addDays(from, i), name }));
}

function byName(dated: readonly Dated[]): CalendarEvent[] {
  const names = [...new Set(dated.map(({ name }) => name))];
  return names.map((name) => ({ name, days: dated.filter((each) => each.name === name).map(({ day }) => day) }));
}

/** One event a name: what a person adds under the name of a holiday belongs to it. Events without a day are left out. */
function merged(events: readonly CalendarEvent[]): CalendarEvent[] {
  const days = new Map<string, Set<Day>>();
  for (const event of events) days.set(event.name, new Set([...(days.get(event.name) ?? []), ...event.days]));
  return [...days].filter(([, each]) => each.size > 0).map(([name, each]) => ({ name, days: [...each].sort() }));
}
