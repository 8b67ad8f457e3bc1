import { describe, expect, it } from 'vitest';
import { amount } from '../../commands/inputs.ts';

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
  ])('%s is read', (typed, value) => {
    expect(read(typed).data).toBe(value);
  });

  it.each(['500.000', '1,500', '1,5M', '5x', 'lots', '-5', '', '1001B', '1000000001rb'])('%s is not', (typed) => {
    expect(read(typed).success).toBe(false);
  });
});
