import { describe, expect, it } from 'vitest';
import { fellSilent } from '../../../models/alerts/silence.ts';
import { usualOf } from '../../../models/alerts/usual.ts';
import { seeded } from '../../../models/random.ts';

describe('what is usual of a stretch of sales', () => {
  it('is its level now, and the standard deviation about it', () => {
    const random = seeded(1);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const weeks = Array.from({ length: 4000 }, (_, t) => 100 * (1 + t / 4000) * (1 + 0.1 * normal()));
    // The middle of eight weeks errs, too: sqrt(.1^2 + .1^2 * pi / 2 / 8)
    const { middle, swing } = usualOf(weeks)!;
    expect(swing).toBeCloseTo(0.109, 2);
    expect(middle).toBeGreaterThan(180);
  });

  it('is not moved by one break, and is not known of a few weeks', () => {
    const weeks = Array.from({ length: 34 }, (_, t) => (t % 2 === 0 ? 95 : 105) as number);
    const before = usualOf(weeks);
    expect(usualOf(weeks.with(20, 0))).toEqual(before);
    expect(usualOf(weeks.slice(0, 12))).toBeNull();
    expect(usualOf(weeks.fill(Number.NaN))).toBeNull();
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
