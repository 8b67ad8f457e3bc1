import type { Reader } from '../../words/tell.ts';

/** The time axis, in whole days since 1970: no hour, no zone, nothing that daylight saving could move. */

const DAY_MS = 86_400_000;
const MOST_TICKS = 6;
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
/** 1970-01-05 was a Monday: weekly ticks stand on Mondays. */
const FIRST_MONDAY = 4;

export function epochDay(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** At most six round days between two days, both included: every day, Monday, first of a month, … */
export function dayTicks(first: number, last: number): number[] {
  const span = last - first;
  const days = DAY_STEPS.find((step) => span / step < MOST_TICKS);
  if (days) return steps(first, last, days);
  const months = MONTH_STEPS.find((step) => span / (step * 30.4) < MOST_TICKS) ?? MONTH_STEPS.at(-1)!;
  return monthStarts(first, last, months);
}

function steps(first: number, last: number, step: number): number[] {
  const aligned = step < 7 ? first : first + ((((FIRST_MONDAY - first) % 7) + 7) % 7);
  const ticks = [];
  for (let day = aligned; day <= last; day += step) ticks.push(day);
  return ticks;
}

function monthStarts(first: number, last: number, step: number): number[] {
  const start = new Date(first * DAY_MS);
  const ticks = [];
  for (let month = 0; ; month++) {
    const at = Date.UTC(start.getUTCFullYear(), month, 1) / DAY_MS;
    if (at > last) return ticks;
    if (at >= first && month % step === 0) ticks.push(at);
  }
}

/** "20 Apr", with the year under the first one and wherever it changes. */
export function dayLabels(ticks: readonly number[], reader: Reader): string[][] {
  return ticks.map((tick, i) => {
    const before = ticks[i - 1];
    const year = yearOf(tick);
    return before === undefined || yearOf(before) !== year
      ? [shortDay(tick, reader), String(year)]
      : [shortDay(tick, reader)];
  });
}

export function shortDay(day: number, reader: Reader): string {
  return written(day, reader, { day: 'numeric', month: 'short' });
}

export function longDay(day: number, reader: Reader): string {
  return written(day, reader, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

function written(day: number, reader: Reader, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(reader.shop?.locale ?? 'en-GB', { ...parts, timeZone: 'UTC' }).format(day * DAY_MS);
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}
