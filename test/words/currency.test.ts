import { describe, expect, it } from 'vitest';
import { currencyDigits, majorOf, minorOf } from '../../words/currency.ts';

describe('currencyDigits', () => {
  it.each([
    ['GBP', 2],
    ['USD', 2],
    ['JPY', 0],
    ['IDR', 0],
    ['KWD', 3],
  ])('counts the decimals of %s', (currency, digits) => expect(currencyDigits(currency)).toBe(digits));
});

it.each([
  ['GBP', 9.8, 980, '9.80'],
  ['IDR', 1_500_000, 1_500_000, '1500000'],
  ['KWD', 0.125, 125, '0.125'],
])('takes %s %d as %d minor units, and writes them as %s', (currency, major, minor, text) => {
  expect(minorOf(major, { currency })).toBe(minor);
  expect(majorOf(minor, { currency })).toBe(text);
});

it('takes whole units where there is no shop yet', () => {
  expect(minorOf(12.5, null)).toBe(1250);
});
