import { describe, expect, it } from 'vitest';
import { fellSilent } from '../../../models/alerts/silence.ts';
import { chanceOf, quietOf, usualOf } from '../../../models/alerts/usual.ts';
import { seeded } from '../../../models/random.ts';

describe('what is usual of a stretch of sales', () => {
  it('is its mean, and the standard deviation about its level', () => {
    const random = seeded(1);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const weeks = Array.from({ length: 1000 }, () => 100 * (1 + 0.1 * normal()));
    // The middle of eight weeks errs, too: sqrt(.1^2 + .1^2 * pi / 2 / 8)
    const { mean, swing } = usualOf(weeks)!;
    expect(swing).toBeCloseTo(0.109, 2);
    expect(mean).toBeCloseTo(100, 0);
  });

  it('strays as before after one break, and is not known of a few weeks, nor where nothing sells', () => {
    const weeks = Array.from({ length: 34 }, (_, t) => (t % 2 === 0 ? 95 : 105) as number);
    const { swing } = usualOf(weeks)!;
    expect(usualOf(weeks.with(20, 0))).toEqual({ mean: (3400 - 95) / 34, swing });
    expect(usualOf(weeks.slice(0, 12))).toBeNull();
    expect(usualOf(weeks.map(() => Number.NaN))).toBeNull();
    expect(usualOf(weeks.map(() => 0))).toBeNull();
  });
});

// scipy 1.17: chi2.sf(2k, 2x + 1) below and one less that above, x of k grains.
describe('the chance of sales so far from what is usual', () => {
  it.each([
    ['six orders where one comes', 6, { mean: 1, swing: 1 }, 'above', 2.2625e-4],
    ['one grain of four', 100, { mean: 400, swing: 0.5 }, 'below', 0.0460117],
    ['nothing where one comes', 0, { mean: 1, swing: 1 }, 'below', 0.157299],
    ['half as much again of much', 150, { mean: 100, swing: 0.1 }, 'above', 1.52548e-6],
  ] as const)('is that of a Poisson number: %s', (_, sales, usual, side, chance) => {
    expect(chanceOf(sales, usual, side) / chance).toBeCloseTo(1, 4);
  });

  it('is nothing rare on the other side, and less the further out', () => {
    const usual = { mean: 100, swing: 0.3 };
    expect(chanceOf(120, usual, 'below')).toBe(1);
    expect(chanceOf(80, usual, 'above')).toBe(1);
    expect(chanceOf(-5, usual, 'below')).toBe(chanceOf(0, usual, 'below'));
    const chances = [110, 130, 150, 200, 300].map((sales) => chanceOf(sales, usual, 'above'));
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });

  it('tells how far is quiet: any way down where nothing at all is no news', () => {
    const usual = { mean: 100, swing: 0.2 };
    for (const side of ['below', 'above'] as const) {
      const quiet = quietOf(usual, side, 0.001);
      const [inside, outside] = side === 'below' ? [100 - quiet, 99.9 - quiet] : [100 + quiet, 100.1 + quiet];
      expect(chanceOf(inside, usual, side)).toBeCloseTo(0.001, 6);
      expect(chanceOf(outside, usual, side)).toBeLessThan(0.001);
    }
    expect(quietOf({ mean: 1, swing: 1 }, 'below', 0.001)).toBe(Number.POSITIVE_INFINITY);
    expect(quietOf({ mean: 0, swing: 0.1 }, 'above', 0.001)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is none where it never strayed', () => {
    expect(chanceOf(101, { mean: 100, swing: 0 }, 'above')).toBe(0);
    expect(chanceOf(99, { mean: 100, swing: 0 }, 'below')).toBe(0);
  });
});

describe('a part of the shop', () => {
  const orders = (last: number, usual = 12) => Float64Array.from({ length: 27 }, (_, t) => (t === 26 ? last : usual));

  it('fell silent when nothing comes where ten orders a week always did', () => {
    expect(fellSilent(orders(0))).toBe(true);
    expect(fellSilent(orders(1))).toBe(false);
  });

  it('did not where nothing comes by chance, or came now and then, or too little is known', () => {
    expect(fellSilent(orders(0, 9))).toBe(false);
    expect(fellSilent(orders(0).fill(0, 5, 6))).toBe(false);
    expect(fellSilent(orders(0).subarray(1))).toBe(false);
    expect(fellSilent(new Float64Array())).toBe(false);
  });
});
