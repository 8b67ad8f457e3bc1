import { quantileSorted } from 'simple-statistics';
import type { Line } from './online-retail.ts';

/**
 * The thirteen features of reference/models.md section 4 without centre, discount and member, cleaning C1, by pounds: amount,
 * quantity, orders, visit period, time between purchases (period / orders, as there), basket size, order size, visit size,
 * products, and the shares of quantity by quarter of the price of lines. Ordered by customer.
 */
export function behaviour(all: readonly Line[]): {
  readonly id: Int32Array;
  readonly columns: readonly Float64Array[];
} {
  const lines = all.filter(({ customer, quantity, price }) => customer !== 0 && quantity > 0 && price > 0);
  const prices = lines.map(({ price }) => price).sort((a, b) => a - b);
  const cuts = [0.25, 0.5, 0.75].map((share) => quantileSorted(prices, share));
  const customers = new Map<number, Line[]>();
  for (const line of lines) {
    const own = customers.get(line.customer);
    if (own) own.push(line);
    else customers.set(line.customer, [line]);
  }
  const ids = [...customers.keys()].sort((a, b) => a - b);
  const rows = ids.map((id) => featuresOf(customers.get(id)!, cuts));
  return { id: Int32Array.from(ids), columns: rows[0]!.map((_, at) => Float64Array.from(rows, (row) => row[at]!)) };
}

function featuresOf(lines: readonly Line[], cuts: readonly number[]): readonly number[] {
  const sum = (value: (line: Line) => number) => lines.reduce((total, line) => total + value(line), 0);
  const amount = sum(({ quantity, price }) => quantity * price);
  const quantity = sum((line) => line.quantity);
  const orders = new Set(lines.map(({ invoice }) => invoice)).size;
  const days = lines.map(({ at }) => Math.floor(at / 86_400_000));
  const period = Math.max(...days) - Math.min(...days);
  const products = new Set(lines.map(({ stock }) => stock)).size;
  const band = ({ price }: Line) => cuts.filter((cut) => price >= cut).length;
  const shares = [0, 1, 2, 3].map((own) => sum((line) => (band(line) === own ? line.quantity : 0)) / quantity);
  const sizes = [amount / quantity, amount / orders, quantity / orders];
  return [amount, quantity, orders, period, period / orders, ...sizes, products, ...shares];
}

/** log1p of the first nine, then each less its mean over its deviation; and the same scale for other customers. */
export function standardise(columns: readonly Float64Array[]) {
  const logs = (given: readonly Float64Array[]) =>
    given.map((column, at) => (at < 9 ? column.map((value) => Math.log1p(value)) : column));
  const scale = logs(columns).map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    return { mean, sd: Math.sqrt(variance) };
  });
  const apply = (given: readonly Float64Array[]) =>
    logs(given).map((column, at) => column.map((value) => (value - scale[at]!.mean) / scale[at]!.sd));
  return { columns: apply(columns), apply };
}
