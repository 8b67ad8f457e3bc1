import type { EpochDay } from '../../data/types/shop.ts';
import { asOf, DAY_MS, type Ledger, type Order, ordersIn, soldMinor, type Window } from './ledger.ts';

/** What a type of file tells of an order, where types differ. What it does not tell cannot come out of it. */
export type Tells = {
  readonly cancelled: boolean;
  readonly returned: boolean;
  /** Takes the voucher on the whole order off its revenue. */
  readonly voucher: boolean;
  /** An order that is not paid yet is none. */
  readonly unpaid: boolean;
  readonly customer: boolean;
  /** Cancelled and sent back goods are taken off on the day that happened, by documents of their own. */
  readonly ownDay: boolean;
};

/** What the tables must hold. Days without anything are left out. */
export type Truth = {
  readonly orders: number;
  readonly revenueByDay: ReadonlyMap<EpochDay, number>;
  readonly revenueByCustomer: ReadonlyMap<string, number>;
};

/** The truth about the orders that some exports of one type show, each order as the latest of them shows it. */
export function truthOf(ledger: Ledger, windows: readonly Window[], tells: Tells): Truth {
  const latest = new Map<number, Order>();
  for (const window of windows.toSorted((a, b) => a.on - b.on)) {
    for (const order of ordersIn(ledger, window)) latest.set(order.number, asOf(order, window.on));
  }
  const revenueByDay = new Map<EpochDay, number>();
  const revenueByCustomer = new Map<string, number>();
  const add = (order: Order, at: number, minor: number) => {
    const day = Math.floor(at / DAY_MS);
    if (minor !== 0) revenueByDay.set(day, (revenueByDay.get(day) ?? 0) + minor);
    if (!tells.customer) return;
    revenueByCustomer.set(order.customer.ref, (revenueByCustomer.get(order.customer.ref) ?? 0) + minor);
  };
  let orders = 0;
  for (const order of latest.values()) {
    const { createdAt, paidAt, cancelledAt, returned } = order;
    const isUndone = tells.cancelled && cancelledAt !== null;
    const isOpen = tells.unpaid && paidAt === null;
    const whole = order.lines.reduce((sum, line) => sum + soldMinor(line), 0);
    const worth = whole - (tells.voucher ? order.voucherMinor : 0);
    orders++;
    if (tells.ownDay) {
      add(order, createdAt, worth);
      if (isUndone) add(order, cancelledAt, -worth);
      if (isUndone || (tells.returned && returned)) orders++;
      if (tells.returned && returned) add(order, returned.at, -returnedMinor(order));
      continue;
    }
    const back = tells.returned ? Math.min(returnedMinor(order), worth) : 0;
    add(order, createdAt, isUndone || isOpen ? 0 : worth - back);
  }
  for (const [day, minor] of revenueByDay) if (minor === 0) revenueByDay.delete(day);
  return { orders, revenueByDay, revenueByCustomer };
}

/** What the goods that came back were sold for. */
export function returnedMinor({ returned, lines }: Order): number {
  return returned ? (soldMinor(lines[0]!) / lines[0]!.quantity) * returned.quantity : 0;
}

/** What several platforms of one shop tell together. */
export function addTruths(truths: readonly Truth[]): Truth {
  const sum = <Key>(maps: readonly ReadonlyMap<Key, number>[]) => {
    const sums = new Map<Key, number>();
    for (const [key, value] of maps.flatMap((map) => [...map])) sums.set(key, (sums.get(key) ?? 0) + value);
    return sums;
  };
  const revenueByDay = sum(truths.map((truth) => truth.revenueByDay));
  for (const [day, minor] of revenueByDay) if (minor === 0) revenueByDay.delete(day);
  return {
    orders: truths.reduce((total, { orders }) => total + orders, 0),
    revenueByDay,
    revenueByCustomer: sum(truths.map((truth) => truth.revenueByCustomer)),
  };
}
