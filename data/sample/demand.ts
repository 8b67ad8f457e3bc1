import { toDay, weekdayOf } from '../days.ts';
import type { EpochDay } from '../types/shop.ts';
import type { Chance } from './random.ts';

/** Monday to Sunday: people order before the weekend. */
const weekdayLift = [0.96, 0.92, 0.93, 0.98, 1.06, 1.12, 1.03] as const;
const YEARLY_GROWTH = 0.08;
/** January to December. */
const monthLift = [0.95, 0.94, 1.02, 1.06, 0.98, 0.95, 0.97, 0.98, 0.99, 1.02, 1.06, 1.08] as const;
const PAYDAY_LIFT = 1.4;
/** How much of a week's luck stays for the next one, and how large it is. */
const LUCK_KEPT = 0.5;
const WEEKLY_LUCK = 0.065;
const DAILY_LUCK = 0.07;

/**
 * How lively each day is, 1 on an ordinary one: week and year, growth, paydays (25 to 28), double dates (1.1 to 12.12),
 * and luck that no forecast can know.
 */
export function dailyDemand(firstDay: EpochDay, days: number, chance: Chance): Float64Array {
  const demand = new Float64Array(days);
  let weekLuck = 0;
  for (let at = 0; at < days; at++) {
    const weekday = weekdayOf(firstDay + at);
    if (weekday === 1) weekLuck = LUCK_KEPT * weekLuck + WEEKLY_LUCK * chance.normal();
    const luck = Math.exp(weekLuck + DAILY_LUCK * chance.normal());
    const growth = (1 + YEARLY_GROWTH) ** ((at - days / 2) / 365.25);
    demand[at] = weekdayLift[weekday - 1]! * calendarLift(firstDay + at) * growth * luck;
  }
  return demand;
}

function calendarLift(epochDay: EpochDay): number {
  const [month, date] = toDay(epochDay).slice(5).split('-').map(Number) as [number, number];
  return monthLift[month - 1]! * doubleDateLift(epochDay) * (date >= 25 && date <= 28 ? PAYDAY_LIFT : 1);
}

/** 11.11 and 12.12 are the great ones. */
function doubleDateLift(epochDay: EpochDay): number {
  if (!isDoubleDate(epochDay)) return 1;
  return Number(toDay(epochDay).slice(5, 7)) >= 11 ? 2.6 : 1.8;
}

/** 1.1, 2.2 … 12.12: the days on which every marketplace has its sale. */
export function isDoubleDate(epochDay: EpochDay): boolean {
  const [month, date] = toDay(epochDay).slice(5).split('-');
  return month === date;
}
