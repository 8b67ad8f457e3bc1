import type { Day, EpochDay } from '../../data/types/shop.ts';
import { epochDay } from '../days.ts';

/** Days that sell differently, by name: "11.11", "payday", a promotion. Past and coming ones; the past ones teach. */
export type CalendarEvent = { readonly name: string; readonly days: readonly Day[] };

/** An event as the models read it. */
export type EventDays = { readonly name: string; readonly days: ReadonlySet<EpochDay> };

export function readEvents(events: readonly CalendarEvent[]): EventDays[] {
  return events.map(({ name, days }) => ({ name, days: new Set(days.map(epochDay)) }));
}
