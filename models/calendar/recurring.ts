import type { Day } from '../../data/types/shop.ts';
import { epochDay, fromEpochDay } from '../days.ts';

/** Days that come back by a rule, and its name for people. */
type Rule = { readonly name: string; holds(month: number, date: number): boolean };

/**
 * What marketplaces of the region live by. Measured on an Indonesian Shopee shop, 2023 to 2025: double dates sold twice
 * as much as an ordinary day, the first days of a month 13 % more, the 25th to the 28th no more at all. So each is its own
 * event and has to prove itself on the shop at hand; the two great double dates are not the same as the ten others.
 */
const rules: readonly Rule[] = [
  { name: 'Payday (25th to 28th)', holds: (_, date) => date >= 25 && date <= 28 },
  { name: 'Start of the month (1st to 5th)', holds: (_, date) => date <= 5 },
  { name: 'Double dates to 10.10', holds: (month, date) => month === date && month <= 10 },
  { name: '11.11', holds: (month, date) => month === 11 && date === 11 },
  { name: '12.12', holds: (month, date) => month === 12 && date === 12 },
];

/** The recurring selling days from `from` on, before `before`; each rule with all its days, in order. */
export function recurringDays(from: Day, before: Day): { readonly name: string; readonly days: readonly Day[] }[] {
  const end = epochDay(before);
  const days: Day[] = [];
  for (let day = epochDay(from); day < end; day++) days.push(fromEpochDay(day));
  return rules.map(({ name, holds }) => ({
    name,
    days: days.filter((day) => holds(Number(day.slice(5, 7)), Number(day.slice(8)))),
  }));
}
