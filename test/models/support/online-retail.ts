import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const path = new URL('../../../../shared/data/online-retail/online_retail.csv.gz', import.meta.url);

/** UCI Online Retail, where the file is at hand; tests on it are skipped, and say so, where it is not. */
export const onlineRetailIsHere = existsSync(path);

export type Line = {
  readonly invoice: string;
  readonly quantity: number;
  /** UTC milliseconds. */
  readonly at: number;
  readonly price: number;
  /** 0 = none. */
  readonly customer: number;
  readonly stock: string;
};

let lines: readonly Line[] | undefined;

/** A reader for this one file: its only quoted column is the third, and quotes are doubled inside. */
export function onlineRetail(): readonly Line[] {
  lines ??= gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .slice(1)
    .filter((row) => row !== '')
    .map((row) => {
      const [, invoice, stock, quantity, at, price, customer] =
        /^([^,]*),([^,]*),(?:"(?:[^"]|"")*"|[^,]*),(-?\d+),([^,]*),([^,]*),(\d*),/.exec(row)!;
      return {
        invoice: invoice!,
        stock: stock!,
        quantity: Number(quantity),
        at: Date.parse(`${at!.replace(' ', 'T')}Z`),
        price: Number(price),
        customer: Number(customer),
      };
    });
  return lines;
}

const MS_PER_DAY = 86_400_000;

/** Cleaning C1 of reference/models.md: customer known, quantity and price above 0. Ordered by customer. Pounds. */
export function customersC1(recencyOf: (lastAt: number, dataEnd: number) => number): {
  readonly id: Int32Array;
  readonly recencyDays: Float64Array;
  readonly orders: Float64Array;
  readonly revenueMinor: Float64Array;
} {
  const customers = new Map<number, { last: number; invoices: Set<string>; revenue: number }>();
  let end = 0;
  for (const { customer, quantity, price, at, invoice } of onlineRetail()) {
    if (customer === 0 || quantity <= 0 || price <= 0) continue;
    const known = customers.get(customer) ?? { last: 0, invoices: new Set<string>(), revenue: 0 };
    known.last = Math.max(known.last, at);
    known.invoices.add(invoice);
    known.revenue += quantity * price;
    customers.set(customer, known);
    end = Math.max(end, at);
  }
  const ids = [...customers.keys()].sort((a, b) => a - b);
  return {
    id: Int32Array.from(ids),
    recencyDays: Float64Array.from(ids, (id) => recencyOf(customers.get(id)!.last, end)),
    orders: Float64Array.from(ids, (id) => customers.get(id)!.invoices.size),
    revenueMinor: Float64Array.from(ids, (id) => customers.get(id)!.revenue),
  };
}

/** Pence a day from 2010-12-01, lines that were cancelled whole later left out (`net` of reference/forecasting.md). */
export function netDays(): Float64Array {
  const cancelled = new Map<string, number>();
  const keyOf = ({ customer, stock, quantity, price }: Line) => [customer, stock, Math.abs(quantity), price].join('|');
  for (const line of onlineRetail()) {
    if (line.invoice.startsWith('C')) cancelled.set(keyOf(line), (cancelled.get(keyOf(line)) ?? 0) + 1);
  }
  const first = Date.UTC(2010, 11, 1) / MS_PER_DAY;
  const days = new Float64Array(374);
  for (const line of onlineRetail()) {
    if (/^[AC]/.test(line.invoice) || line.quantity <= 0 || line.price <= 0) continue;
    const left = cancelled.get(keyOf(line)) ?? 0;
    if (left > 0) cancelled.set(keyOf(line), left - 1);
    else days[Math.floor(line.at / MS_PER_DAY) - first]! += 100 * line.quantity * line.price;
  }
  return days.map(Math.round);
}
