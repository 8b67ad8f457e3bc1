import { describe, expect, it } from 'vitest';
import { randomBelow, seeded, shuffled } from '../../models/random.ts';

describe('seeded', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed));

    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('spreads evenly over [0, 1)', () => {
    const random = seeded(20_261_122);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) tenths[Math.floor(10 * random())]!++;

    // 10,000 each; standard deviation 95.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('refuses a seed that is not a number', () => {
    expect(() => seeded(Number.NaN)).toThrow(RangeError);
  });

  it('shuffles: every row once, every order alike often', () => {
    const random = seeded(1);
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = [...shuffled(3, random)].join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }

    expect([...orders.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
    expect(randomBelow(1, random)).toBe(0);
  });
});
