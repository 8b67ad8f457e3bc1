import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shop } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { begun } from './beginning.ts';
import { houseOn } from './house.ts';
import { temporaryFolder } from './temporary-folder.ts';

const jakarta: Shop = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-ID', demo: false };

/** One order a day, worth what the day is said to take; no order on a day that takes nothing. */
export function dailyOrders(from: string, takes: readonly number[]): string[] {
  return takes.flatMap((minor, i) =>
    minor === 0 ? [] : [`${from}-${i},${addDays(from, i)},c${i % 50},A,1,${minor},Shopee`],
  );
}

/** A file of such orders, as rows. */
export type OrderFile = {
  readonly rows: readonly string[];
  readonly learnedOn: string;
  /** Columns after the usual seven. */
  readonly columns?: string;
};

/** A shop in Jakarta with these files in it, asked on the day `today`, at noon. */
export async function shopWith(files: readonly OrderFile[], today: string) {
  const house = houseOn(begun('empty'), { at: noon(today) });
  house.state.shop.set(jakarta);
  for (const file of files) await bring(file, house);
  return house;
}

/** A file comes in. */
export async function bring(
  { rows, learnedOn, columns = '' }: OrderFile,
  { facts }: Pick<ReturnType<typeof houseOn>, 'facts'>,
): Promise<void> {
  const path = fileOf(`order,date,customer,sku,quantity,unit price,channel${columns}\n${rows.join('\n')}\n`);
  await facts.imports.load({ path, name: 'orders.csv', learnedAt: noon(learnedOn), shop: jakarta });
}

export function noon(day: string): number {
  return Date.parse(`${day}T05:00:00Z`);
}

/** Sales of an ordinary shop: a level, a week, and a little noise that is the same in every run. */
export function takings(days: number, level = 100_000): number[] {
  return Array.from({ length: days }, (_, i) =>
    Math.round(level * (1 + 0.3 * Math.sin((2 * Math.PI * i) / 7) + 0.1 * Math.sin(i * 12.9898))),
  );
}

/** A plain file of orders on disk: rows such as `1,2026-04-20,C1,A,1,100`. */
export function ordersFile(rows: readonly string[]): string {
  return fileOf(['order_id,order_date,customer_id,sku,quantity,unit_price', ...rows].join('\n'));
}

/** A file of this content on disk, gone after the test. */
export function fileOf(content: string): string {
  const path = join(temporaryFolder(), 'orders.csv');
  writeFileSync(path, content);
  return path;
}
