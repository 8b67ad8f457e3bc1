import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededChance } from '../../data/sample/random.ts';
import { generateShop } from '../../data/sample/shop.ts';
import { sampleTable } from '../../data/sample/table.ts';
import type { Day, Shop } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { begun } from './beginning.ts';
import { houseOn } from './house.ts';
import { temporaryFolder } from './temporary-folder.ts';

const jakarta: Shop = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-ID', demo: false };
const LAST_SUNDAY = '2026-04-19';
const WEEKS = 104;
/** Of so many customers one is kept: the shop of the demo, smaller. */
const ONE_OF = 8;

/** The first day of the week of this number, from 0. */
export const mondayOf = (week: number): Day => addDays(LAST_SUNDAY, 7 * (week + 1 - WEEKS) - 6);
/** The Monday after it, at eight in the shop's morning. */
const mondayAfter = (week: number) => Date.parse(`${mondayOf(week + 1)}T01:00:00Z`);

/**
 * A shop whose files come every Monday: its first year in one, then each week with the week before told once more, as it
 * stands by then, and the spend of four weeks at a time. `lived(week)` is called after the files of each week are in.
 */
export async function yearOfMondays(lived: (week: number, house: ReturnType<typeof houseOn>) => Promise<void>) {
  const house = houseOn(begun('empty'), { at: mondayAfter(51) });
  house.state.shop.set(jakarta);
  const sample = generateShop({ seed: 1, lastDay: LAST_SUNDAY });
  const { header, rows } = sampleTable({ ...sample, lines: sample.lines.filter(isKept) });
  const [date, order, status] = ['order_date', 'order_id', 'status'].map((name) => header.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const weekOf = (row: readonly string[]) => Math.floor(daysSince(sample.firstDay, row[date]!.slice(0, 10)) / 7);
  const byWeek = new Map<number, (readonly string[])[]>();
  for (const row of rows) byWeek.set(weekOf(row), [...(byWeek.get(weekOf(row)) ?? []), row]);
  const chance = seededChance(7);
  const cancelled = new Set(rows.map((row) => row[order]!).filter(() => chance.next() < 0.02));
  const told = (week: number, isLater: boolean) =>
    (byWeek.get(week) ?? []).map((row) =>
      // Days and no times: a quiet evening of so small a shop would look like a day cut off.
      row.map((cell, at) =>
        at === date ? cell.slice(0, 10) : at === status && isLater && cancelled.has(row[order]!) ? 'cancelled' : cell,
      ),
    );
  const load = async (name: string, lines: readonly (readonly string[])[]) => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, `${lines.map((line) => line.join(',')).join('\n')}\n`);
    return house.facts.imports.load({ path, name, learnedAt: house.time.at - 3_600_000, shop: jakarta });
  };
  const spend = (from: number, before: number) =>
    sample.campaigns.flatMap(({ name, spend }) =>
      Array.from(spend.subarray(7 * from, 7 * before), (minor, at) => [
        addDays(sample.firstDay, 7 * from + at),
        name,
        String(minor),
      ]),
    );
  const spendHeader = ['date', 'campaign', 'cost'];
  const first = Array.from({ length: 52 }, (_, week) => told(week, true)).flat();
  await load('first year.csv', [header, ...first]);
  await load('spend of the first year.csv', [spendHeader, ...spend(0, 52)]);
  for (let week = 52; week < WEEKS; week++) {
    house.time.at = mondayAfter(week);
    await load(`week ${week}.csv`, [header, ...told(week - 1, true), ...told(week, false)]);
    if (week % 4 === 3) await load(`spend ${week}.csv`, [spendHeader, ...spend(week - 3, week + 1)]);
    await lived(week, house);
  }
  return house;
}

function isKept({ customer }: { readonly customer: { readonly ref: string } | null }): boolean {
  return customer === null || Number(customer.ref.replace(/\D/g, '')) % ONE_OF === 0;
}

function daysSince(first: Day, day: Day): number {
  return Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000);
}
