import { describe, expect, it } from 'vitest';
import { formatDays, formatValue } from '../words/quantity.ts';

const toko = { currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG' };
const shop = { currency: 'GBP', zone: 'Europe/London', locale: 'en' };

describe('formatValue', () => {
  it.each([
    [null, 'money', toko, '–'],
    [Number.NaN, 'count', toko, '–'],
    [152_000_000, 'money', toko, 'IDR 152M'],
    [-12_000_000, 'money', toko, '−IDR 12M'],
    [98_050, 'money', shop, 'GBP 980.50'],
    [12_345_678, 'money', shop, 'GBP 123,457'],
    [0.114, 'share', shop, '11%'],
    [0.0952, 'share', shop, '9.5%'],
    [0.114, 'change', shop, '+11%'],
    [-0.5, 'change', shop, '−50%'],
    [1, 'days', shop, '1 day'],
    ['2026-04-20', 'day', toko, '20 Apr 2026'],
    [Date.UTC(2026, 3, 20, 1), 'instant', toko, '20 Apr 2026, 08:00'],
    ['F-1', 'receipt', shop, 'F-1'],
    [2.8449, 'number', shop, '2.84'],
  ] as const)('%s as %s', (value, unit, style, text) => {
    expect(formatValue(value, unit, style)).toBe(text);
  });

  it('writes money to the last minor unit where it must be exact', () => {
    expect(formatValue(974_774_793, 'money', shop, true)).toBe('GBP 9,747,747.93');
  });
});

describe('formatDays', () => {
  it.each([
    ['2026-04-20', '2026-04-26', '20–26 Apr 2026'],
    ['2026-04-27', '2026-05-03', '27 Apr – 3 May 2026'],
    ['2026-04-20', '2026-04-20', '20 Apr 2026'],
  ])('%s to %s', (from, to, text) => {
    expect(formatDays(from, to, toko)).toBe(text);
  });
});
