import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { amount, day, month } from '../../commands/inputs.ts';
import { daysOf } from '../../commands/schedule/words.ts';
import { currency, zone } from '../../commands/setup/money-and-clock.ts';
import { minorIn, readAmount } from '../../commands/typed-amount.ts';
import { parseCommandLine } from '../../src/arguments.ts';

describe('an amount of money', () => {
  const read = (typed: string) => amount('').safeParse(typed);

  it.each([
    ['2500000', 2_500_000],
    ['2_500_000', 2_500_000],
    ['12.50', 12.5],
    ['250K', 250_000],
    ['1.5b', 1_500_000_000],
    ['250rb', 250_000],
    ['50jt', 50_000_000],
    ['1,5 jt', 1_500_000],
    ['2,5 miliar', 2_500_000_000],
    ['250 ribu', 250_000],
    ['1.5jt', 1_500_000],
    ['Rp500.000', 500_000],
    ['Rp 1.250.000,50', 1_250_000.5],
    ['rp 2,5jt', 2_500_000],
    ['£1.5M', 1_500_000],
    ['GBP 250', 250],
  ])('%s is read', (typed, value) => {
    expect(read(typed).data?.major).toBe(value);
  });

  it.each([
    '500.000',
    '1.500 ribu',
    'Rp1.250 juta',
    '1,500',
    '1,5M',
    '5x',
    'lots',
    '-5',
    '',
    '1001B',
    '1000000001rb',
    '£500.000',
    'x5',
    'constructor5',
  ])('%s is not', (typed) => {
    expect(read(typed).success).toBe(false);
  });

  it('is of the shop where its sign is, or where it has none', () => {
    const minor = (typed: string, currency: string) => minorIn({ currency }, readAmount(typed)!);
    expect(minor('£9.80', 'GBP')).toBe(980);
    expect(minor('9.80', 'GBP')).toBe(980);
    expect(minor('$5', 'SGD')).toBe(500);
    expect(minor('Rp10.000.000', 'IDR')).toBe(10_000_000);
    expect(() => minor('Rp10.000.000', 'GBP')).toThrow('Rp10.000.000 is in IDR, and this shop counts in GBP');
    expect(() => minor('USD 5', 'IDR')).toThrow('counts in IDR');
  });
});

describe('a day and a month', () => {
  it.each([
    ['2026-05-20', '2026-05-20'],
    ['20 Mei 2026', '2026-05-20'],
    ['1 agustus 2026', '2026-08-01'],
    ['May 20, 2026', '2026-05-20'],
    ['20 Des 2026', '2026-12-20'],
  ])('%s is read', (typed, value) => {
    expect(day('').safeParse(typed).data).toBe(value);
  });

  it.each(['30 Februari 2026', '2026-02-30', '20/05/2026', '20 Me 2026', 'kemarin', ''])('%s is no day', (typed) => {
    expect(day('').safeParse(typed).success).toBe(false);
  });

  it('is a month by its name too', () => {
    expect(['2026-05', 'Mei 2026', 'oktober 2026'].map((typed) => month('').safeParse(typed).data)).toEqual([
      '2026-05',
      '2026-05',
      '2026-10',
    ]);
    expect(month('').safeParse('2026-13').success).toBe(false);
  });

  it('is a weekday in either language', () => {
    expect(['senin', "Jum'at", 'sab', 'Mondays', 'minggu'].map((typed) => daysOf(typed).weekday)).toEqual([
      1, 5, 6, 1, 7,
    ]);
    expect(daysOf('hari')).toEqual({ weekday: null, monthDay: null });
    expect(() => daysOf('senen')).toThrow();
  });
});

describe('the money and the clock of a shop', () => {
  it.each([
    ['Rp', 'IDR'],
    ['idr', 'IDR'],
    ['rupiah', 'IDR'],
    ['£', 'GBP'],
  ])('%s is %s', (typed, code) => {
    expect(currency('').safeParse(typed).data).toBe(code);
  });

  it.each([
    ['Jakarta', 'Asia/Jakarta'],
    ['asia/jakarta', 'Asia/Jakarta'],
    ['WIB', 'Asia/Jakarta'],
    ['wita', 'Asia/Makassar'],
    ['WIT', 'Asia/Jayapura'],
    ['Surabaya', 'Asia/Jakarta'],
    ['London', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'],
    ['UTC', 'UTC'],
  ])('%s is the zone %s', (typed, name) => {
    expect(zone('').safeParse(typed).data).toBe(name);
  });

  it('offers what it may be where several fit, and nothing where none does', () => {
    const problem = (typed: string) => zone('').safeParse(typed).error?.issues[0]?.message ?? '';
    expect(problem('Indonesia')).toMatch(/Asia\/Jakarta.*Asia\/Makassar.*Asia\/Jayapura/);
    expect(problem('Atlantis')).toContain('must be a time zone');
    expect(problem('')).toContain('must be a time zone');
    expect(currency('').safeParse('$').error?.issues[0]?.message).toMatch(/USD.*SGD.*AUD/);
    expect(currency('').safeParse('XX').success).toBe(false);
    expect(problem('constructor')).toContain('must be a time zone');
    expect(currency('').safeParse('constructor').success).toBe(false);
  });
});

describe('a choice as it is typed', () => {
  const inputOf = (line: string) => {
    const parsed = parseCommandLine(line, commands);
    return parsed.known ? parsed.ask.input : null;
  };

  it('is read in Indonesian and in capitals', () => {
    expect(inputOf('/forecast metric:pesanan csv:YA share:tidak')).toEqual({
      metric: 'orders',
      csv: 'yes',
      share: 'no',
    });
    expect(inputOf('/calendar add name:Ya kind:libur')).toEqual({ name: 'Ya', kind: 'holiday' });
    expect(inputOf('/campaign roi by:kampanye')).toEqual({ by: 'campaign' });
    expect(inputOf('/alerts add metric:sales')).toEqual({ metric: 'revenue' });
    expect(inputOf('/forecast metric:cuaca')).toEqual({ metric: 'cuaca' });
  });

  it('has arguments that are read in Indonesian too', () => {
    expect(inputOf('/forecast minggu:4')).toEqual({ weeks: '4' });
    expect(inputOf('/forecast 4 minggu')).toEqual({ weeks: '4' });
    expect(inputOf('/forecast cuaca:4')).toEqual({ cuaca: '4' });
  });

  it('is nothing but itself where it is what every object has', () => {
    expect(inputOf('/forecast by:__proto__ metric:constructor')).toEqual({ by: '__proto__', metric: 'constructor' });
    expect(Object.keys(inputOf('/home __proto__ constructor')!)).toEqual(['__proto__', 'constructor']);
  });

  it('is not looked for in free text', () => {
    expect(inputOf('/ledger comment F-1 text:constructor')).toMatchObject({ text: 'constructor' });
    expect(inputOf('/ledger comment F-1 text:YA')).toMatchObject({ text: 'YA' });
  });
});
