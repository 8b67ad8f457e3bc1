import { describe, expect, it } from 'vitest';
import { AmbiguousColumn, Refusal } from '../../../data/facts/errors.ts';
import { openProfile } from '../../../data/facts/import/formats.ts';
import { openContext } from '../../../data/facts/import/read-context.ts';
import { defineLayout, type Field, type Layout } from '../../../data/facts/layouts/layout.ts';
import { PARTS_PER_MINOR } from '../../../data/facts/money.ts';
import { type Chance, seededChance } from '../../../data/sample/random.ts';
import { currencyDigits } from '../../../words/currency.ts';
import { type Cell, textOf, type Writing } from '../../gen/file.ts';
import { plainWriting } from '../../gen/files/order-file.ts';
import { emptyShop, jakarta, ordersFile } from './fixture.ts';

const ROUNDS = 300;
const header = 'Kolom';

/** A layout of one column. */
function layoutOf(reads: Field['reads'], writes: Layout['writes'] = {}): Layout {
  const fields = [{ name: 'it', aliases: [header], required: true, reads }];
  return { ...defineLayout({ name: 'column', shop: null, fixed: {}, fields, oneOf: [] } as never), writes };
}

/** Reads a column from its first cell to its last; null where one cell cannot be read. */
function read(cells: readonly string[], layout: Layout, currency: string, answers: Readonly<Record<string, string>>) {
  const column = { index: 0, header };
  const profile = openProfile(layout, { it: column });
  for (const cell of cells) profile.see([cell]);
  const formats = profile.decide({ answers, minorDigits: currencyDigits(currency) });
  const context = openContext({
    currency,
    formats,
    certainty: 'decided',
    answers,
    fileZone: 'Asia/Jakarta',
    shopZone: 'Asia/Jakarta',
    before: Date.parse('2100-01-01'),
  });
  const { reads } = layout.fields[0]!;
  if (reads === 'time') {
    const timeOf = context.timeIn(column);
    return cells.map(timeOf).map((time) => ('reason' in time ? null : time.local));
  }
  const numberOf = reads === 'count' ? context.numberIn(column) : context.partsIn(column);
  return cells.map(numberOf).map((number) => (typeof number === 'number' ? number : null));
}

const one = <Item>(chance: Chance, ...items: readonly Item[]): Item => chance.pick(items);

/** Numbers as shops have them: many small ones, few large ones, some below zero. */
function anyMinor(chance: Chance): number {
  const size = 10 ** chance.between(0, 8);
  const value = Math.floor(chance.next() * size);
  return chance.next() < 0.05 ? 0 - value : value;
}

const whole = [
  { what: 'counts', reads: 'count', currency: 'IDR' },
  { what: 'rupiah', reads: 'money', currency: 'IDR' },
] as const;
const fractions = [{ what: 'pounds', reads: 'money', currency: 'GBP' }] as const;

describe.each([...whole, ...fractions])('a column of $what', ({ reads, currency }) => {
  const digits = reads === 'count' ? 0 : currencyDigits(currency);

  function columnOf(chance: Chance) {
    const writing: Writing = {
      ...plainWriting,
      numbers: one(chance, '1234.56', '1.234,56', '1,234.56'),
      // Who counts in pounds may write whole ones; who counts in rupiah may write ",00".
      digits: reads === 'count' ? 0 : one(chance, 0, 2),
    };
    const unit = writing.digits === 0 ? 10 ** digits : 1;
    const values = Array.from({ length: 1 + Math.floor(chance.next() * 12) }, () => anyMinor(chance) * unit);
    const cells = values.map((value) => {
      const cell: Cell = reads === 'count' ? { count: value } : { minor: value };
      return chance.next() < 0.05 ? one(chance, '', '-') : textOf(cell, { writing, minorDigits: digits });
    });
    const scale = reads === 'count' ? 1 : PARTS_PER_MINOR;
    const truth = cells.map((cell, at) => (cell === '' || cell === '-' ? null : values[at]! * scale));
    return { cells, truth };
  }

  it('is read as it was meant in every style, or asked about', () => {
    let asked = 0;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const { cells, truth } = columnOf(seededChance(seed));
      try {
        expect(read(cells, layoutOf(reads), currency, {}), `seed ${seed}: ${cells}`).toEqual(truth);
      } catch (error) {
        if (!(error instanceof AmbiguousColumn)) throw error;
        asked++;
        expect(read(cells, layoutOf(reads), currency, { [header]: 'thousands' }), `seed ${seed}`).toEqual(truth);
      }
    }
    // What has no decimals is never in doubt; pounds now and then are.
    if (digits === 0) expect(asked).toBe(0);
    else expect(asked).toBeGreaterThan(0);
  });
});

describe.each(whole)('a column of $what whose thousands were taken for decimals', ({ reads, currency }) => {
  it('is refused, or read as the thousands they were, whatever its program declares', () => {
    let damaged = 0;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const chance = seededChance(seed);
      const values = Array.from({ length: 2 + Math.floor(chance.next() * 12) }, () =>
        Math.floor(chance.between(1e3, 1e6)),
      );
      const cells = values.map((value) => String(value / 1000));
      const declared = one(chance, undefined, 'point', 'comma');
      const layout = layoutOf(reads, declared && { numbers: declared });
      const isLikeThousands = cells.every((cell) => /^\d{1,3}\.\d{3}$/.test(cell));
      // 3000 that became 3 looks like any other 3: only what adds up inside the file can tell.
      if (!cells.some((cell) => /\.\d{3}$/.test(cell)) || cells.some((cell) => !cell.includes('.'))) continue;
      damaged++;
      let got: ReturnType<typeof read> | 'refused';
      try {
        got = read(cells, layout, currency, {});
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        got = 'refused';
      }
      const scale = reads === 'count' ? 1 : PARTS_PER_MINOR;
      const truth = values.map((value) => value * scale);
      if (got !== 'refused') expect(got, `seed ${seed}, ${declared}: ${cells}`).toEqual(truth);
      if (!isLikeThousands && got !== 'refused') expect.unreachable(`seed ${seed}, ${declared}: ${cells}`);
    }
    expect(damaged).toBeGreaterThan(ROUNDS / 3);
  });
});

it('a column of days is read as it was meant in every style, or asked about', () => {
  let asked = 0;
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const chance = seededChance(seed);
    const dates = one(chance, 'year first', 'day/month', 'month/day', 'day-month', 'serial');
    const writing: Writing = { ...plainWriting, dates, seconds: chance.next() < 0.5 };
    const isDays = chance.next() < 0.4;
    // Short columns in the first days of months, so that many are in doubt.
    const span = one(chance, 12, 28, 300);
    const truth = Array.from({ length: 1 + Math.floor(chance.next() * 8) }, () => {
      const month = Math.floor(chance.next() * 12);
      const minute = isDays ? 0 : Math.floor(chance.next() * 1440);
      return Date.UTC(2025, month, 1 + Math.floor(chance.next() * span), 0, minute);
    });
    const cells = truth.map((at) => textOf(isDays ? { day: at / 86_400_000 } : { at }, { writing, minorDigits: 0 }));
    const meant = dates === 'month/day' ? 'month/day' : 'day/month';
    try {
      expect(read(cells, layoutOf('time'), 'IDR', {}), `seed ${seed}: ${cells}`).toEqual(truth);
    } catch (error) {
      if (!(error instanceof AmbiguousColumn)) throw error;
      asked++;
      expect(error.choices).toContain(meant);
      expect(read(cells, layoutOf('time'), 'IDR', { [header]: meant }), `seed ${seed}: ${cells}`).toEqual(truth);
    }
    const declared = layoutOf('time', { dates: meant });
    expect(read(cells, declared, 'IDR', {}), `seed ${seed}, declared: ${cells}`).toEqual(truth);
  }
  expect(asked).toBeGreaterThan(ROUNDS / 20);
});

it.each([1, 2, 3, 4])('a long file is read alike wherever in it the telling cell stands, seed %i', async (seed) => {
  const chance = seededChance(seed);
  const rows = Array.from({ length: 700 }, (_, at) => `${at},2026-01-0${1 + (at % 9)} 10:00,ana,A1,1,${100 + at}`);
  const place = 500 + Math.floor(chance.next() * 200);
  rows[place] =
    `${place},2026-01-01 10:00,ana,A1,1,"${one(chance, '1.234.567', '1,234,567', '1.234.567,00', 'Rp 1.234.567')}"`;

  const report = await emptyShop().load(ordersFile(...rows), { shop: jakarta });

  const plain = Array.from({ length: 700 }, (_, at) => 100 + at).reduce((sum, price) => sum + price, 0);
  expect(report).toMatchObject({ stored: 700, revenueMinor: plain - (100 + place) + 1_234_567 });
});
