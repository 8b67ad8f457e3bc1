import { addDays } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { HolidayRequest, NationalHolidays } from '../types/holidays.ts';
import type { Day } from '../types/shop.ts';

const DAY_MS = 86_400_000;

type Holidays = InstanceType<Awaited<ReturnType<typeof loadLibrary>>>;

/** Loading the rules of all countries takes a fifth of a second: not before somebody asks. */
async function loadLibrary() {
  return (await import('date-holidays')).default;
}

/**
 * The end of Ramadan is announced, and the library computes it: in Indonesia it is a day early in most years. The
 * shop's calendar has the announced days.
 */
const ANNOUNCED = /shawwal/i;
const LEBARAN = /^1 shawwal/i;
/** Announced on the computed day or on the next one, from 2021 to 2026 three times each. The next one has been right since 2025. */
const ANNOUNCED_LATER: Readonly<Record<string, number>> = { ID: 1 };

type Year = Pick<NationalHolidays, 'days' | 'lebaran'>;

const countries = new Map<string, string | null>();
const calendars = new Map<string, Holidays>();
const years = new Map<string, Year>();

/** National holidays by the rules of `date-holidays`; each country and year is computed once in a thread. */
export const nationalHolidays: Facts['holidays'] = async ({ zone, currency, from, before }) => {
  const Library = await loadLibrary();
  const asked = `${zone} ${currency}`;
  const country = countries.get(asked) ?? countryOf({ zone, currency }, Object.keys(new Library().getCountries()));
  countries.set(asked, country);
  if (country === null) return null;

  const calendar = calendars.get(country) ?? new Library(country, { languages: ['en'] });
  calendars.set(country, calendar);
  const yearOf = (day: Day) => Number(day.slice(0, 4));
  const days: NationalHolidays['days'][number][] = [];
  const lebaran: Day[] = [];
  for (let year = yearOf(from); year <= yearOf(addDays(before, -1)); year++) {
    const key = `${country} ${year}`;
    const known = years.get(key) ?? { days: holidaysOf(calendar, year), lebaran: lebaranOf(calendar, year, country) };
    years.set(key, known);
    const isAsked = (day: Day) => from <= day && day < before;
    days.push(...known.days.filter(({ day }) => isAsked(day)));
    lebaran.push(...known.lebaran.filter(isAsked));
  }
  return { country, days, lebaran };
};

/** The country that has this zone; where none or several do, the one that the currency is named after (ISO 4217). */
function countryOf({ zone, currency }: Pick<HolidayRequest, 'zone' | 'currency'>, known: readonly string[]) {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
  const here = known.filter((country) => zonesOf(country).includes(timeZone));
  const ofCurrency = currency.slice(0, 2);
  if (here.length === 1) return here[0]!;
  return [...here, ...(here.length === 0 ? known : [])].find((country) => country === ofCurrency) ?? null;
}

/** Node knows the zones of a region, and TypeScript does not know that it does. */
function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    getTimeZones?(): readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** One entry for each day of a holiday. */
function holidaysOf(calendar: Holidays, year: number): NationalHolidays['days'] {
  return calendar
    .getHolidays(year)
    .filter(({ type, rule }) => type === 'public' && !ANNOUNCED.test(rule))
    .flatMap(({ date, start, end, name }) =>
      Array.from({ length: Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS)) }, (_, i) => ({
        day: addDays(date.slice(0, 10), i),
        name,
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function lebaranOf(calendar: Holidays, year: number, country: string): NationalHolidays['lebaran'] {
  return calendar
    .getHolidays(year)
    .filter(({ rule }) => LEBARAN.test(rule))
    .map(({ date }) => addDays(date.slice(0, 10), ANNOUNCED_LATER[country] ?? 0));
}
