import { median } from 'simple-statistics';
import type { CustomerView } from '../../data/types/customers.ts';
import { count, type Said, say } from '../../words/say.ts';

/** Above this many orders of the median "customer", the rows are hardly people. */
const ORDERS_OF_A_PERSON = 50;
/** Periods follow one another; so many in a row with so many orders each do not by chance. */
const LEAST_PERIODS = 5;
const ORDERS_OF_A_PERIOD = 5;

type View = Pick<CustomerView, 'orders'> & Partial<Pick<CustomerView, 'spanDays' | 'recencyDays'>>;

/**
 * Whether the rows of a customer view are people at all. They are not when the median one has more than 50 orders; nor
 * when no two of them buy at the same time, because then each "customer" is a day, a week or a month.
 *
 * @returns null for people, else what is wrong in words
 */
export function notPeople(view: View): Said | null {
  const { orders } = view;
  if (orders.length === 0) return null;
  const typical = Math.round(median(Array.from(orders)));
  if (typical <= ORDERS_OF_A_PERSON && !followOneAnother(view, typical)) return null;
  return say`Only ${count(orders.length)} "customers", about ${count(typical)} orders each: these look like days or months, not people.`;
}

/** Whether the spans from first to last order lie one behind the other. */
function followOneAnother({ orders, spanDays, recencyDays }: View, typical: number): boolean {
  if (!spanDays || !recencyDays || orders.length < LEAST_PERIODS || typical < ORDERS_OF_A_PERIOD) return false;
  const spans = Array.from(orders.keys(), (i) => ({ ended: recencyDays[i]!, began: recencyDays[i]! + spanDays[i]! }));
  spans.sort((a, b) => a.ended - b.ended);
  return spans.every(({ ended }, i) => i === 0 || ended > spans[i - 1]!.began);
}
