import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { AmbiguousColumn, ConflictingColumn, DamagedColumn } from '../../../data/facts/errors.ts';
import { dateClue, readDate } from '../../../data/facts/import/dates.ts';
import { numberClue, readStyled } from '../../../data/facts/import/numbers.ts';
import { seededChance } from '../../../data/sample/random.ts';
import { emptyShop, jakarta, london } from './fixture.ts';

/** A semicolon file of one column of prices, or of dates. */
const prices = (...values: readonly string[]) =>
  `order;date;unit price\n${values.map((value, at) => `${at};2026-04-01;${value}`).join('\n')}\n`;
const dates = (...values: readonly string[]) =>
  `order;Order Date;unit price\n${values.map((value, at) => `${at};${value};1`).join('\n')}\n`;

async function pricesRead(values: readonly string[], shop = london, decisions = {}) {
  const { load, db } = emptyShop();
  await load(prices(...values), { shop, decisions });
  return db.prepare('SELECT unit_price_parts / 10000.0 FROM sale_line ORDER BY line').pluck().all();
}

async function daysRead(values: readonly string[], decisions = {}) {
  const { load, db } = emptyShop();
  await load(dates(...values), { shop: london, decisions });
  return db.prepare("SELECT date(day * 86400, 'unixepoch') FROM sale_line ORDER BY line").pluck().all();
}

describe('a column of numbers', () => {
  it.each<[string, readonly string[], readonly number[], typeof london]>([
    ['points between thousands, by one cell', ['1.234.567', '85.000', '0'], [1234567, 85000, 0], jakarta],
    ['decimal points', ['6972.27', '1.627', '35'], [697227, 162.7, 3500], london],
    ['decimal commas', ['215,20', '-', '1.072,00'], [21520, 107200], london],
    ['commas between thousands', ['1,234.50', '19.99'], [123450, 1999], london],
    ['blanks between thousands', ['1 234', '12 345,50'], [123400, 1234550], london],
    ['rupiah', ['Rp1.627.000', 'Rp 85.000', 'IDR 5.000'], [1627000, 85000, 5000], jakarta],
    ['rupiah without a clue: no smaller coin', ['1.627', '12.453', '980'], [1627, 12453, 980], jakarta],
    ['pounds', ['£126', '£1,234.50', '(£10.25)'], [12600, 123450, -1025], london],
    ['brackets and signs behind', ['(1.50)', '2.25-', '−3.75'], [-150, -225, -375], london],
    ['thousands in words', ['1,2 rb', '3,5 jt'], [1200, 3500000], jakarta],
  ])('is read as a whole: %s', async (_, written, minor, shop) => {
    expect(await pricesRead(written, shop)).toEqual(minor);
  });

  it('that may be either is not guessed at, and read by an answer', async () => {
    const cells = ['1.627', '12.453', '980'];
    await expect(pricesRead(cells)).rejects.toThrow(AmbiguousColumn);
    await expect(pricesRead(cells)).rejects.toMatchObject({
      column: 'unit price',
      choices: ['decimal', 'thousands'],
      samples: ['1.627', '12.453'],
    });
    expect(await pricesRead(cells, london, { 'Unit Price': 'thousands' })).toEqual([162700, 1245300, 98000]);
    expect(await pricesRead(cells, london, { 'Unit Price': 'decimal' })).toEqual([162.7, 1245.3, 98000]);
  });

  it('that contradicts itself is refused', async () => {
    const refused = pricesRead(['1.234,50', '1,234.50']);
    await expect(refused).rejects.toThrow(ConflictingColumn);
    await expect(refused).rejects.toThrow(/"unit price" is written in two ways.*1,234\.50 and 1\.234,50/);
  });

  it('rejects a stray cell among hundreds and keeps the rest', async () => {
    const { load, facts } = emptyShop();
    const report = await load(prices(...Array(300).fill('1,234.50'), '1.234,50', '€5'), { shop: london });
    expect(report).toMatchObject({ stored: 300, rejected: 2 });
    expect((await facts.imports.rejects('I-1', 9)).map(({ reason }) => reason)).toEqual([
      'is not written like the rest of its column, 1,234.50',
      'is in EUR, and the shop counts in GBP',
    ]);
  });

  it('of whole numbers that were cut by their points is refused, and read when that is the answer', async () => {
    const cut = ['1.627', '12.45', '980.0'];
    await expect(pricesRead(cut, jakarta)).rejects.toThrow(DamagedColumn);
    await expect(pricesRead(cut, jakarta)).rejects.toThrow(/"unit price" should hold whole numbers and has 1\.627/);
    expect(await pricesRead(cut, jakarta, { 'unit price': 'decimal' })).toEqual([1.627, 12.45, 980]);
    const far = [...Array<string>(2000).fill('5000'), '980.0', '1.627'];
    await expect(pricesRead(far, jakarta)).rejects.toThrow(DamagedColumn);
    const cells = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['order', 'date', 'unit price'],
            ['1', '2026-04-01', 1.627],
            ['2', '2026-04-01', 980],
          ],
        },
      ],
    });
    await expect(emptyShop().load(cells, { shop: jakarta })).rejects.toThrow(DamagedColumn);
  });

  it('is decided by all cells, not by the first thousand', async () => {
    const { load } = emptyShop();
    const rows = (last: string) =>
      `order;date;unit price\n${Array.from({ length: 3000 }, (_, at) => `${at};2026-04-01;5`).join('\n')}\nx;2026-04-01;${last}\n`;

    expect(await load(rows('1.627'), { shop: jakarta })).toMatchObject({ id: 'I-1', revenueMinor: 15_000 + 1627 });
    expect(await emptyShop().load(rows('1.627,00'), { shop: london })).toMatchObject({ revenueMinor: 1_662_700 });
    await expect(emptyShop().load(rows('1.627'), { shop: london })).rejects.toThrow(AmbiguousColumn);
  });

  it('comes back as it went out, in any country', () => {
    const chance = seededChance(7);
    const styles = { point: 'en-US', comma: 'de-DE' } as const;
    for (let round = 0; round < 500; round++) {
      const value = Math.round((chance.next() * 10 ** (1 + (round % 7)) - 5) * 100) / 100;
      for (const style of ['point', 'comma'] as const) {
        const text = value.toLocaleString(styles[style], { minimumFractionDigits: 2 });
        expect(readStyled(text, style)).toBe(value);
        expect(numberClue(text)).toBe(style);
      }
    }
  });

  it.each(['soon', '1,2,3', '1.2.3', 'Rp', '12 5', '1..5', '--5', '٣'])('finds no number in "%s"', (text) => {
    expect(numberClue(text)).toBe('unreadable');
  });
});

describe('a column of dates', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['day first, by one cell', ['03/04/2026', '20/04/2026 10:15'], ['2026-04-03', '2026-04-20']],
    ['month first, by one cell', ['3/4/2026 8:26', '4/20/2026 11:59 PM'], ['2026-03-04', '2026-04-20']],
    ['hyphens', ['03-04-2026', '13-04-2026'], ['2026-04-03', '2026-04-13']],
    ['named months', ['3-Apr-26', '31 Januari 2025', 'Apr 20, 2026'], ['2026-04-03', '2025-01-31', '2026-04-20']],
    ['eight digits', ['20260403', '20260420'], ['2026-04-03', '2026-04-20']],
    ['the same either way', ['04/04/2026', '2026-04-05'], ['2026-04-04', '2026-04-05']],
    ['serial numbers', ['45688.4319', '45689'], ['2025-01-31', '2025-02-01']],
    ['an offset', ['2026-04-20 23:30:00 +0000'], ['2026-04-21']],
    ['slashes behind the year', ['2026/04/20', '2026/4/3 9:05'], ['2026-04-20', '2026-04-03']],
  ])('is read as a whole: %s', async (_, written, days) => {
    expect(await daysRead(written)).toEqual(days);
  });

  it('that may be either is not guessed at, and read by an answer', async () => {
    const cells = ['03/04/2026', '05/02/2026'];
    await expect(daysRead(cells)).rejects.toMatchObject({
      name: 'AmbiguousColumn',
      column: 'Order Date',
      choices: ['day/month', 'month/day'],
    });
    expect(await daysRead(cells, { 'Order Date': 'day/month' })).toEqual(['2026-04-03', '2026-02-05']);
    expect(await daysRead(cells, { order_date: 'month/day' })).toEqual(['2026-03-04', '2026-05-02'].slice(0, 1));
  });

  it('that contradicts itself is refused', async () => {
    await expect(daysRead(['20/04/2026', '04/20/2026'])).rejects.toThrow(ConflictingColumn);
  });

  it.each(['31/02/2026', '13/13/2026', '20 Foo 2026', '20-Apr', '1/2/26 25:00'])('finds no date in "%s"', (text) => {
    expect(dateClue(text)).toBe('unreadable');
  });

  it('reads a serial number to the second', () => {
    const at = readDate('45688.4319444444', { order: 'day/month', isSerial: true });
    expect(at).toEqual({ kind: 'local', local: Date.parse('2025-01-31T10:22:00Z') });
  });
});
