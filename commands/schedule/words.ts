import type { ScheduleTime } from '../../data/state/types/schedules.ts';
import { count, type Said, say } from '../../words/say.ts';
import { type Context, mayActAs } from '../command.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import { weekdayOf } from '../typed-days.ts';
import { type Standing, schedules } from './built-in.ts';

/** "Mondays 08:00", "daily 02:30", "day 1 of the month, 09:00". */
export function whenWords({ minute, weekday, monthDay }: ScheduleTime): Said {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  if (weekday !== null) return weekly[weekday - 1]!(time);
  return monthDay === null ? say`daily ${time}` : say`day ${count(monthDay)} of the month, ${time}`;
}

/** Monday first. */
const weekly: readonly ((time: string) => Said)[] = [
  (time) => say`Mondays ${time}`,
  (time) => say`Tuesdays ${time}`,
  (time) => say`Wednesdays ${time}`,
  (time) => say`Thursdays ${time}`,
  (time) => say`Fridays ${time}`,
  (time) => say`Saturdays ${time}`,
  (time) => say`Sundays ${time}`,
];

/** Minutes of the day from "8", "8:30", "08.30". @throws {Refusal} on what is no time of day */
export function minuteOf(typed: string): number {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) {
    throw new Refusal(say`"${typed}" is no time of day`, say`Write it as 8:30 or 16:00, in the shop’s own time.`);
  }
  return minutes;
}

const everyDay: ReadonlySet<string> = new Set(['day', 'daily', 'hari', 'harian']);

/** Days as typed: "day", a weekday, or 1 to 28 for a day of the month. @throws {Refusal} on anything else */
export function daysOf(typed: string): Pick<ScheduleTime, 'weekday' | 'monthDay'> {
  const word = typed.trim().toLowerCase();
  if (everyDay.has(word)) return { weekday: null, monthDay: null };
  const weekday = weekdayOf(word);
  if (weekday !== null) return { weekday, monthDay: null };
  const number = Number(word);
  if (Number.isInteger(number) && number >= 1 && number <= 28) return { weekday: null, monthDay: number };
  throw new Refusal(
    say`"${typed}" is no day I know`,
    say`Write day, a weekday such as monday, or 1 to 28 for a day of the month.`,
  );
}

/** The schedule of this name, if the caller may change it. @throws {Refusal} where there is none, or it is not theirs */
export function mine(name: string, { state, caller }: Context): Standing {
  const all = schedules(state.scheduleRules);
  const found = all.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
  if (!found) {
    const names = all.map((each) => each.name);
    const near = nearest(name, names);
    throw new Refusal(
      say`There is no schedule "${name}"`,
      near ? say`Did you mean ${near}? There is: ${names.join(', ')}.` : say`There is: ${names.join(', ')}.`,
    );
  }
  const isAdmin = caller.role !== null && mayActAs(caller.role, 'admin');
  const isOwn = found.rule?.post != null && found.rule.madeBy === `${caller.door}:${caller.user}`;
  if (!isAdmin && !isOwn) {
    throw new Refusal(
      say`${found.name} is not yours to change`,
      found.rule?.post ? say`${found.rule.madeByName} or an admin can.` : say`An admin can.`,
    );
  }
  return found;
}
