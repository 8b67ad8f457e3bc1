import type { Day, Instant } from '../data/types/shop.ts';

/** A time of day on the shop's wall. */
export type WallTime = { readonly hour: number; readonly minute: number };

/** A day of the month comes again within so many. */
const MOST_DAYS_AHEAD = 32;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date in `zone` at an instant. */
export function localDay(at: Instant, zone: string): Day {
  return wallText(at, zone).slice(0, 10);
}

/**
 * When the clock on the wall in `zone` shows `time` on `day`. An hour that happens twice (autumn) is taken the first
 * time; one that never happens (spring) is moved on by as much as the clocks are.
 */
export function toInstant(day: Day, { hour, minute }: WallTime, zone: string): Instant {
  const two = (n: number) => String(n).padStart(2, '0');
  const wanted = `${day}T${two(hour)}:${two(minute)}:00`;
  const asUtc = Date.parse(`${wanted}Z`);
  const before = asUtc - offset(asUtc - 86_400_000, zone);
  const after = asUtc - offset(asUtc + 86_400_000, zone);
  const fitting = [before, after].filter((at) => wallText(at, zone) === wanted);
  return fitting.length > 0 ? Math.min(...fitting) : before;
}

/** On which days of the week (1 Monday … 7) or the month; every day where neither is told. */
export type OnDays = { readonly weekday?: number | null; readonly monthDay?: number | null };

/** The first instant strictly after `after` at which the wall shows `time`, on such a day. */
export function nextWallTime(
  after: Instant,
  time: WallTime,
  zone: string,
  { weekday = null, monthDay = null }: OnDays = {},
): Instant {
  for (let ahead = 0; ahead <= MOST_DAYS_AHEAD; ahead++) {
    const day = new Date(Date.parse(`${localDay(after, zone)}T00:00:00Z`) + ahead * 86_400_000);
    if (weekday !== null && (day.getUTCDay() || 7) !== weekday) continue;
    if (monthDay !== null && day.getUTCDate() !== monthDay) continue;
    const at = toInstant(day.toISOString().slice(0, 10), time, zone);
    if (at > after) return at;
  }
  throw new Error(`No ${time.hour}:${time.minute} within ${MOST_DAYS_AHEAD} days of ${after} in ${zone}`);
}

/** Local minus UTC, in milliseconds. */
function offset(at: Instant, zone: string): number {
  return Date.parse(`${wallText(at, zone)}Z`) - Math.floor(at / 1000) * 1000;
}

function wallText(at: Instant, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(zone, format);
  }
  return format.format(at).replace(' ', 'T');
}
