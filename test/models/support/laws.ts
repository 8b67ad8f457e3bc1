import { addDays } from '../../../models/days.ts';
import type { CalendarEvent } from '../../../models/forecast/events.ts';
import { type Random, seeded } from '../../../models/random.ts';
import { MONDAY, shopDays } from './series.ts';

/** A made-up shop whose law is known: what comes after the history is drawn from the same law. */
export type Law = {
  readonly name: string;
  /** Days of history. */
  readonly days: number;
  readonly make: (days: number, random: Random) => Float64Array;
  readonly events?: true;
};

export const DAYS_AHEAD = 28;

const NOISE = 0.3;
const plain = (days: number, random: Random) => shopDays(days, { random, noise: NOISE });
const eventOn = (i: number) => i % 30 === 24;
const year = (i: number) => Math.exp(0.4 * Math.sin((2 * Math.PI * i) / 365.25));

export const laws: readonly Law[] = [
  { name: 'a level', days: 365, make: plain },
  {
    name: 'growth of 3 % a month',
    days: 365,
    make: (days, random) => plain(days, random).map((value, i) => value * Math.exp(0.001 * i)),
  },
  {
    name: 'a yearly season',
    days: 800,
    make: (days, random) => plain(days, random).map((value, i) => value * year(i)),
  },
  {
    name: 'events that double a day',
    days: 365,
    events: true,
    make: (days, random) => plain(days, random).map((value, i) => (eventOn(i) ? 2 * value : value)),
  },
  {
    name: 'a break to half, 60 days ago',
    days: 365,
    make: (days, random) => plain(days, random).map((value, i) => (i >= 305 ? value / 2 : value)),
  },
  {
    name: 'a sale every third day',
    days: 365,
    make: (days, random) => plain(days, random).map((value) => (random() < 1 / 3 ? value : 0)),
  },
  { name: '45 days of history', days: 45, make: plain },
];

/** One shop of a law: what is known, what comes, and its events. */
export function drawShop(law: Law, seed: number) {
  const values = law.make(law.days + DAYS_AHEAD, seeded(seed));
  const events: CalendarEvent[] = law.events
    ? [
        {
          name: 'event',
          days: Array.from(values, (_, i) => i)
            .filter(eventOn)
            .map((i) => addDays(MONDAY, i)),
        },
      ]
    : [];
  return { firstDay: MONDAY, known: values.slice(0, law.days), later: values.slice(law.days), events };
}
