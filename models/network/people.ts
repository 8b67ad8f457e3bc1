import type { CustomerView } from '../../data/types/customers.ts';
import type { Forest } from './forest.ts';

export type BuyersView = Pick<CustomerView, 'id' | 'orders' | 'revenueMinor' | 'recencyDays' | 'spanDays'>;

/** Who ordered within so many days is active; who came within them is too new to tell. */
export const ACTIVE_DAYS = 90;

/** What the people of a forest bought. Columns of shape (n,), at the places of the forest. */
export type People = {
  readonly orders: Float64Array;
  readonly revenueMinor: Float64Array;
  /** Days since the first order; NaN for who never ordered. */
  readonly cameDays: Float64Array;
  /** 1 where it can be told whether they stayed: they came long enough ago, or never ordered. */
  readonly isTold: Uint8Array;
  /** 1 where they did: told, and ordered lately. */
  readonly isActive: Uint8Array;
};

export function peopleOf({ id }: Forest, view: BuyersView): People {
  const row = new Map<number, number>();
  view.id.forEach((customer, at) => void row.set(customer, at));
  const n = id.length;
  const people = {
    orders: new Float64Array(n),
    revenueMinor: new Float64Array(n),
    cameDays: new Float64Array(n).fill(Number.NaN),
    isTold: new Uint8Array(n).fill(1),
    isActive: new Uint8Array(n),
  };
  id.forEach((person, at) => {
    const found = row.get(person);
    if (found === undefined) return;
    const came = view.recencyDays[found]! + view.spanDays[found]!;
    people.orders[at] = view.orders[found]!;
    people.revenueMinor[at] = view.revenueMinor[found]!;
    people.cameDays[at] = came;
    people.isTold[at] = Number(came > ACTIVE_DAYS);
    people.isActive[at] = Number(came > ACTIVE_DAYS && view.recencyDays[found]! <= ACTIVE_DAYS);
  });
  return people;
}
