import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { epochDay, weekdayOf } from '../../models/days.ts';

const folder = new URL('../../../shared/data/', import.meta.url);

/** Whether a file of ../shared/data is at hand; what is not is skipped with words. */
export function isHere(file: string): boolean {
  return existsSync(new URL(file, folder));
}

function rows(file: string): string[][] {
  const text = gunzipSync(readFileSync(new URL(file, folder))).toString('utf8');
  return parse(text, { bom: true, relax_column_count: true }) as string[][];
}

/** Training and test part of every series, 13 weeks each, no dates. */
export function m4Weekly(): { readonly train: Float64Array; readonly test: Float64Array }[] {
  const [train, test] = ['m4/Weekly-train.csv.gz', 'm4/Weekly-test.csv.gz'].map((file) =>
    rows(file)
      .slice(1)
      .map((row) =>
        Float64Array.from(
          row.slice(1).filter((cell) => cell !== '' && cell !== 'NA'),
          Number,
        ),
      ),
  );
  return train!.map((each, i) => ({ train: each, test: test![i]! }));
}

/** 111 cash machines, 791 days from 1996-03-18, NaN where the value is missing. */
export function nn5(): Float64Array[] {
  const series = new Map<string, number[]>();
  for (const [name, , , value] of rows('nn5-daily/nn5.csv.gz').slice(1)) {
    const days = series.get(name!) ?? [];
    days.push(value === '' || value === undefined || value === 'NA' ? Number.NaN : Number(value));
    series.set(name!, days);
  }
  return [...series.values()].map((days) => Float64Array.from(days));
}

/** Sales a day from the first order on, M/D/YYYY. */
export function superstoreDays(): { readonly firstDay: string; readonly values: Float64Array } {
  const [header, ...lines] = rows('superstore/superstore.csv.gz');
  const at = header!.indexOf('Order Date');
  const sales = header!.indexOf('Sales');
  return byDay(
    lines.map((line) => {
      const [month, day, year] = line[at]!.split('/');
      return { day: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`, amount: Number(line[sales]) };
    }),
  );
}

/** The same by the week, from the first Monday on. */
export function superstoreWeeks(): { readonly firstDay: number; readonly values: Float64Array } {
  const { firstDay, values } = superstoreDays();
  const skip = (8 - weekdayOf(epochDay(firstDay))) % 7;
  return {
    firstDay: epochDay(firstDay) + skip,
    values: Float64Array.from({ length: Math.floor((values.length - skip) / 7) }, (_, w) =>
      values.subarray(skip + 7 * w, skip + 7 * w + 7).reduce((a, b) => a + b, 0),
    ),
  };
}

/** The sample of Olist: price of the items by day of purchase. */
export function olistDays(): { readonly firstDay: string; readonly values: Float64Array } {
  const [orderHeader, ...orders] = rows('olist/thesis_sample_orders_ALTERED_customer_ids.csv.gz');
  const [itemHeader, ...items] = rows('olist/thesis_sample_order_items.csv.gz');
  const dayOf = new Map<string, string>();
  for (const order of orders) {
    const [date] = order[orderHeader!.indexOf('order_purchase_timestamp')]!.split(' ');
    const [month, day, year] = date!.split('/');
    dayOf.set(order[0]!, `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
  }
  const price = itemHeader!.indexOf('price');
  return byDay(
    items.flatMap((item) => {
      const day = dayOf.get(item[0]!);
      return day === undefined ? [] : [{ day, amount: Number(item[price]) }];
    }),
  );
}

/** Revenue by week, 208 of them, simulated by its authors. */
export function robynWeeks(): { readonly firstDay: number; readonly values: Float64Array } {
  const [header, ...lines] = rows('robyn/dt_simulated_weekly.csv.gz');
  const revenue = header!.indexOf('revenue');
  return {
    firstDay: epochDay(lines[0]![header!.indexOf('DATE')]!),
    values: Float64Array.from(lines, (line) => Number(line[revenue])),
  };
}

function byDay(sales: readonly { day: string; amount: number }[]) {
  const days = sales.map(({ day }) => epochDay(day));
  const first = Math.min(...days);
  const values = new Float64Array(Math.max(...days) - first + 1);
  sales.forEach(({ amount }, i) => {
    values[days[i]! - first]! += amount;
  });
  const firstDay = sales[days.indexOf(first)]!.day;
  return { firstDay, values };
}
