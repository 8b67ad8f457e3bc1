import { describe, expect, it } from 'vitest';
import { SameFile } from '../../../data/facts/errors.ts';
import { type Chance, seededChance } from '../../../data/sample/random.ts';
import type { ImportReport } from '../../../data/types.ts';
import { type Bench, emptyShop, learnedAt } from './fixture.ts';
import { type Damage, exportOf, makeLedger, truthOf } from './ledger.ts';

const DAY_MS = 86_400_000;

/** Five exports of one month: they overlap, and the later ones know more. */
const windows = [
  { from: 1, to: 10, on: 10 },
  { from: 5, to: 15, on: 15 },
  { from: 1, to: 20, on: 20 },
  { from: 12, to: 18, on: 27 },
  { from: 8, to: 12, on: 24 },
];

function damageOf(chance: Chance): Damage {
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance.next() * of.length)]!;
  return {
    form: one(['utf-8', 'utf-8 with mark', 'utf-16', 'latin-1', 'gzip', 'workbook']),
    delimiter: one([',', ';', '\t']),
    crlf: chance.next() < 0.5,
    shuffled: chance.next() < 0.5,
    preamble: chance.next() < 0.3,
    rupiahSigns: chance.next() < 0.3,
    brokenRows: Math.floor(chance.next() * 4),
  };
}

async function seen({ db, facts }: Bench) {
  const { firstDay, revenueMinor, orders } = await facts.revenue.daily({ before: '2026-05-01' });
  const { importIds: _, ...coverage } = await facts.coverage();
  return {
    coverage,
    firstDay,
    revenue: [...revenueMinor],
    orders: [...orders],
    customers: db
      .prepare(
        `SELECT ref, COUNT(*), SUM(lines), SUM(net_minor), SUM(sale_minor), SUM(sale_quantity)
         FROM (SELECT customer.ref, o.* FROM stored_order AS o JOIN customer ON customer.id = customer_id)
         GROUP BY ref ORDER BY ref`,
      )
      .raw()
      .all(),
    lines: db
      .prepare(
        `SELECT o.ref, p.ref, p.name, quantity, amount_minor, kind FROM stored_order AS o
           JOIN sale_line ON order_id = o.id JOIN product AS p ON p.id = product_id
         ORDER BY o.ref, p.ref, quantity, amount_minor, kind`,
      )
      .raw()
      .all()
      // A product has the name that came first.
      .map((row) => (row as unknown[]).filter((_, at) => at !== 2)),
  };
}

function shuffle<T>(of: readonly T[], chance: Chance): readonly T[] {
  return of
    .map((each) => ({ each, luck: chance.next() }))
    .sort((a, b) => a.luck - b.luck)
    .map(({ each }) => each);
}

describe.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('the files of shop %i', (seed) => {
  const chance = seededChance(seed);
  const ledger = makeLedger(chance, 60);

  async function files(): Promise<readonly Uint8Array[]> {
    const exported: Uint8Array[] = [];
    for (const window of windows) exported.push(await exportOf(ledger, window, damageOf(chance), chance));
    return exported;
  }

  async function loadAll(shop: Bench, contents: readonly Uint8Array[]): Promise<readonly ImportReport[]> {
    const reports: ImportReport[] = [];
    for (const content of contents) {
      try {
        reports.push(await shop.load(content));
      } catch (error) {
        if (!(error instanceof SameFile)) throw error;
      }
    }
    return reports;
  }

  it('give the truth in any order, damaged and copied as they are, and every row is counted', async () => {
    const contents = await files();
    const newest = ledger.map((order) => {
      const told = windows.filter(({ from, to }) => order.day >= from && order.day <= to).map(({ on }) => on);
      return { order, on: Math.max(...told) };
    });
    const truth = truthOf(newest);

    const [one, other] = [emptyShop(), emptyShop()];
    const reports = await loadAll(one, contents);
    await loadAll(other, shuffle([...contents, contents[0]!, contents[2]!], chance));

    for (const { rows, stored, known, corrected, rejected } of reports) {
      expect(stored + known + rejected).toBe(rows);
      expect(corrected).toBeLessThanOrEqual(stored);
    }
    const found = await seen(one);
    expect(await seen(other)).toEqual(found);
    const first = Number(found.firstDay.slice(-2));
    for (const [at, minor] of found.revenue.entries()) expect(minor).toBe(truth.revenue.get(first + at) ?? 0);
    for (const [at, orders] of found.orders.entries()) expect(orders).toBe(truth.sold.get(first + at) ?? 0);
    expect(found.coverage.orders).toBe(ledger.length);
  });

  it('can be taken back one by one, each as if it had never been', async () => {
    const contents = await files();
    const shop = emptyShop();
    const reports = await loadAll(shop, shuffle(contents, chance));
    const remaining = new Map(reports.map(({ id, sha256 }) => [id, sha256]));
    const bySha = new Map<string, Uint8Array>();
    for (const content of contents) bySha.set((await emptyShop().load(content)).sha256, content);

    for (const id of shuffle([...remaining.keys()], chance).slice(0, 3)) {
      await shop.facts.imports.undo(id, learnedAt + DAY_MS);
      remaining.delete(id);
      const fresh = emptyShop();
      await loadAll(
        fresh,
        [...remaining.values()].map((sha) => bySha.get(sha)!),
      );
      expect(await seen(shop)).toEqual(await seen(fresh));
    }
  });
});
