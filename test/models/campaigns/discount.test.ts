import { describe, expect, it } from 'vitest';
import { discountLevels as saidDiscountLevels } from '../../../models/campaigns/roi-discount.ts';
import { addDays, epochDay } from '../../../models/days.ts';
import { seeded, shuffled } from '../../../models/random.ts';
import { telling } from '../../support/told.ts';

const discountLevels = telling(saidDiscountLevels);

const from = '2025-01-06';

/** Weeks of three depths in random order; sales answer to the depth as told. Goods cost half the list price. */
function shop(answer: (depth: number) => number, { weeks = 48, depths = [0.05, 0.15, 0.3], goods = 0.5 } = {}) {
  const random = seeded(3);
  const order = shuffled(weeks, random);
  const days = Array.from({ length: 7 * weeks }, (_, at) => {
    const depth = depths[order[Math.floor(at / 7)]! % depths.length]!;
    const list = 1000 * answer(depth) * (1 + 0.2 * (random() - 0.5));
    return { day: epochDay(from) + at, list, depth };
  });
  return {
    range: { from, before: addDays(from, 7 * weeks) },
    days: {
      day: Int32Array.from(days, ({ day }) => day),
      orders: new Float64Array(days.length).fill(1),
      salesMinor: Float64Array.from(days, ({ list, depth }) => list * (1 - depth)),
      discountMinor: Float64Array.from(days, ({ list, depth }) => list * depth),
      goodsMinor: Float64Array.from(days, ({ list }) => list * goods),
    },
  };
}

describe('discount levels', () => {
  it('finds the level that keeps most, though the deepest sells most', () => {
    // Kept per 1000 listed: 450, 350 * 1.8 = 630, 200 * 2.4 = 480.
    const { days, range } = shop((depth) => (depth > 0.2 ? 2.4 : depth > 0.1 ? 1.8 : 1));
    const { levels, best } = discountLevels(days, range);

    expect(levels.map(({ from: least }) => least)).toEqual([
      expect.closeTo(0.05, 6),
      expect.closeTo(0.15, 6),
      expect.closeTo(0.3, 6),
    ]);
    expect(levels[2]!.ratio).toBeGreaterThan(levels[1]!.ratio);
    expect(best).toBe(1);
  });

  it('calls none best where discounts change nothing but the price, and the shallowest keeps most', () => {
    const { days, range } = shop(() => 1);
    expect(discountLevels(days, range).best).toBe(0);
    const even = shop((depth) => 0.45 / (0.5 - depth));
    expect(discountLevels(even.days, even.range)).toMatchObject({
      best: null,
      says: 'The levels cannot be told apart by what they kept.',
    });
  });

  it('calls none best while goods’ cost is not known', () => {
    const { days, range } = shop((depth) => 1 + 4 * depth, { goods: Number.NaN });
    const { levels, best, says } = discountLevels(days, range);
    expect([levels.length, best]).toEqual([3, null]);
    expect(says).toMatch(/goods cost is not known/);
  });

  it('refuses one level, and few weeks, with what is needed', () => {
    const flat = shop(() => 1, { depths: [0.1, 0.11, 0.12] });
    expect(discountLevels(flat.days, flat.range)).toMatchObject({
      levels: [],
      says: expect.stringMatching(/differ by 2 points/),
    });
    const short = shop(() => 1, { weeks: 11 });
    expect(discountLevels(short.days, short.range).says).toMatch(/11 whole weeks; 12 are the least/);
  });
});
