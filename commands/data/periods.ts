import type { Day, Shop } from '../../data/types.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { formatDays } from '../../words/quantity.ts';

/** "June – December 2021 missing" where whole months are, with the days: "30 May 2021 – 2 Jan 2022, 218 days". */
export function gapWords(
  { from, to, days }: { readonly from: Day; readonly to: Day; readonly days: number },
  shop: Shop,
): string {
  const span = formatDays(from, to, shop);
  const [first, last] = wholeMonths(from, to);
  if (first === null || last === null) return `${span} missing: ${days} ${days === 1 ? 'day' : 'days'}.`;
  return `${months(first, last, shop)} missing (${span}: ${days} days).`;
}

/** "April 2026" of "2026-04". */
export function monthWords(month: string, shop: Shop): string {
  return months(`${month}-01`, `${month}-01`, shop);
}

/** The first days of the first and the last month that lie in a span whole. */
function wholeMonths(from: Day, to: Day): readonly [Day | null, Day | null] {
  const first = from.endsWith('-01') ? from : nextMonth(from);
  const after = addDays(to, 1);
  const end = `${after.slice(0, 7)}-01`;
  const last = `${addDays(end, -1).slice(0, 7)}-01`;
  return daysBetween(first, end) > 0 ? [first, last] : [null, null];
}

function nextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

function months(first: Day, last: Day, { locale }: Shop): string {
  const [from, to] = [Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`)];
  const words = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return words.formatRange(from, to).replace(/[\u2009\u202f]/g, ' ');
}
