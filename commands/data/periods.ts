import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { days as daysOf, months, period, type Said, say } from '../../words/say.ts';

/** "June – December 2021 missing" where whole months are, with the days: "30 May 2021 – 2 Jan 2022, 218 days". */
export function gapWords({ from, to, days }: { readonly from: Day; readonly to: Day; readonly days: number }): Said {
  const span = period(from, to);
  const [first, last] = wholeMonths(from, to);
  if (first === null || last === null) return say`${span} missing: ${daysOf(days)}.`;
  return say`${months(first.slice(0, 7), last.slice(0, 7))} missing (${span}: ${daysOf(days)}).`;
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
