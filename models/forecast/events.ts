import type { Day, EpochDay } from '../../data/types.ts';
import { epochDay } from '../days.ts';

/** Days that sell differently, by name: "11.11", "payday", a promotion. Past and coming ones; the past ones teach. */
export type CalendarEvent = { readonly name: string; readonly days: readonly Day[] };

/** An event as the pool reads it. */
export type EventDays = {
  readonly name: string;
  readonly days: ReadonlySet<EpochDay>;
  /** 1 on days of the event. */
  on(days: readonly number[]): Float64Array;
  /** For weeks by their first day: sevenths of the week that are days of the event. */
  share(weeks: readonly number[]): Float64Array;
};

export function readEvents(events: readonly CalendarEvent[]): EventDays[] {
  return events.map(({ name, days: named }) => {
    const days = new Set(named.map(epochDay));
    return {
      name,
      days,
      on: (each) => Float64Array.from(each, (day) => (days.has(day) ? 1 : 0)),
      share: (weeks) =>
        Float64Array.from(weeks, (first) => {
          let count = 0;
          for (let day = first; day < first + 7; day++) if (days.has(day)) count++;
          return count / 7;
        }),
    };
  });
}
