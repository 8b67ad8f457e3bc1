import { inEveryLanguage, languages } from '../words/tell.ts';
import { weekdays } from '../words/weekdays.ts';

/** Dates and weekdays as people type them, in any of the languages. */

/** January first, each in every language. */
const months: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) =>
  Object.keys(languages).map((language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2026, month, 1))
      .toLowerCase(),
  ),
);

/** "20 Mei 2026", "May 20, 2026" as 2026-05-20; what is no such date comes back as it is. */
export function readDay(typed: string): string {
  const text = typed.trim();
  const [, before, name = '', after, year] =
    /^(?:(\d{1,2}) )?(\p{L}{3,9})\.?(?: (\d{1,2}),?)? (\d{4})$/u.exec(text) ?? [];
  const date = before ?? after;
  const month = monthOf(name);
  return month === null || date === undefined ? text : `${year}-${month}-${date.padStart(2, '0')}`;
}

/** "Mei 2026" as 2026-05; what is no such month comes back as it is. */
export function readMonth(typed: string): string {
  const text = typed.trim();
  const [, name = '', year] = /^(\p{L}{3,9})\.? (\d{4})$/u.exec(text) ?? [];
  const month = monthOf(name);
  return month === null ? text : `${year}-${month}`;
}

/** Monday is 1; null for what is no weekday. The first three letters are enough, as they are of months. */
export function weekdayOf(typed: string): number | null {
  const word = typed.trim().toLowerCase().replaceAll("'", '');
  if (word.length < 3) return null;
  const all = Object.values(weekdays).map((name) => inEveryLanguage(name).map((each) => each.toLowerCase()));
  const at = all.findIndex((names) => names.some((name) => `${name}s`.startsWith(word)));
  return at === -1 ? null : at + 1;
}

function monthOf(name: string): string | null {
  const word = name.toLowerCase();
  const at = word.length < 3 ? -1 : months.findIndex((names) => names.some((each) => each.startsWith(word)));
  return at === -1 ? null : String(at + 1).padStart(2, '0');
}
