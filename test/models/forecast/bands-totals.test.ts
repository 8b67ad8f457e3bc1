import { describe, expect, it } from 'vitest';
import { type Bands, bandsFrom, type FoldErrors, type Window } from '../../../models/forecast/bands.ts';
import type { Interval } from '../../../models/forecast/types.ts';
import { type Random, seeded } from '../../../models/random.ts';
import { normal } from '../support/series.ts';

const FOLDS = 8;
const STEP = 3;
const REACH = 26;
const HISTORY = 104;
const LEVEL = 100;

/** What was said and what came on the last eight cut-offs, three weeks apart, by the mean of the eight weeks before each. */
function foldsOf(values: Float64Array): FoldErrors[] {
  return Array.from({ length: FOLDS }, (_, j) => {
    const origin = HISTORY - REACH - STEP * (FOLDS - 1 - j);
    return {
      origin,
      forecast: new Float64Array(REACH).fill(levelBefore(values, origin)),
      actual: values.slice(origin, origin + REACH),
      open: new Uint8Array(REACH).fill(1),
      floor: LEVEL / 10,
    };
  });
}

function levelBefore(values: Float64Array, origin: number): number {
  return values.subarray(origin - 8, origin).reduce((a, b) => a + b) / 8;
}

function weeksOf(count: number, expected = LEVEL): Window[] {
  return Array.from({ length: count }, (_, w) => ({ expected, days: 1, middle: w + 1, floor: LEVEL / 10 }));
}

/** Weeks round a level that shifts for good, by so much, once in a quarter on average. */
function shop(random: Random, { shift, noise }: { shift: number; noise: number }): Float64Array {
  let level = Math.log(LEVEL);
  return Float64Array.from({ length: HISTORY + REACH }, () => {
    if (random() < 1 / 13) level += shift * normal(random);
    return Math.exp(level + noise * normal(random));
  });
}

const halfOf = ({ low80, high80 }: Interval) => (high80 - low80) / 2;
const lengths = Array.from({ length: REACH }, (_, w) => w + 1);

describe('the band of a total', () => {
  it('of one week is the band of that week, to the last bit', () => {
    const bands = bandsFrom(foldsOf(shop(seeded(1), { shift: 0.05, noise: 0.1 })));
    for (const week of weeksOf(REACH)) expect(bands.total([week])).toEqual(bands.sum(week));
  });

  it.each([
    ['that err one by one', 0, 0.1],
    ['that err together', 0.2, 0.01],
    ['that do both', 0.05, 0.1],
  ])(
    'of weeks %s: no week more makes it surer than independence would, and it is no wider than its weeks',
    (_, shift, noise) => {
      for (let seed = 1; seed <= 20; seed++) {
        const bands = bandsFrom(foldsOf(shop(seeded(seed), { shift, noise })));
        const weeks = weeksOf(REACH).map((week) => halfOf(bands.sum(week)));
        const halves = lengths.map((count) => halfOf(bands.total(weeksOf(count))));
        for (let w = 1; w < REACH; w++) {
          expect(halves[w]!).toBeGreaterThanOrEqual(Math.hypot(halves[w - 1]!, weeks[w]!) * (1 - 1e-9));
          expect(halves[w]!).toBeLessThanOrEqual(halves[w - 1]! + weeks[w]! + 1e-9);
        }
      }
    },
  );

  it('never says that half a year is three times as sure as a week, however evenly the misses of eight cut-offs fell', () => {
    // Misses that take turns: each fold of even length comes out at nothing.
    const even = foldsOf(Float64Array.from({ length: HISTORY + REACH }, (_, w) => LEVEL * (w % 2 === 0 ? 1.1 : 0.9)));
    const share = (bands: Bands, count: number) => halfOf(bands.total(weeksOf(count))) / (count * LEVEL);
    const bands = bandsFrom(even);
    expect(share(bands, 26) / share(bands, 1)).toBeGreaterThan(0.5);
    expect(share(bands, 26) / share(bands, 8)).toBeGreaterThan(0.75);
  });

  // Of the same 400 shops 75 % lay inside at 26 weeks when the share was what eight overlapping folds said of it. Where the
  // level hardly moves, more lie inside than need to: nobody can tell that from two folds that do not overlap.
  it.each([
    ['shifts', { shift: 0.1, noise: 0.1 }, 0.92],
    ['hardly shifts', { shift: 0.03, noise: 0.1 }, 0.98],
  ])('holds the total of 13 and of 26 weeks in 80 of 100 shops at least, whose level %s', (_, law, most) => {
    const random = seeded(20_261_122);
    const shops = 400;
    const held = new Map([13, 26].map((weeks) => [weeks, 0]));
    for (let run = 0; run < shops; run++) {
      const values = shop(random, law);
      const bands = bandsFrom(foldsOf(values));
      for (const weeks of held.keys()) {
        const came = values.subarray(HISTORY, HISTORY + weeks).reduce((a, b) => a + b);
        const { low80, high80 } = bands.total(weeksOf(weeks, levelBefore(values, HISTORY)));
        if (low80 <= came && came <= high80) held.set(weeks, held.get(weeks)! + 1);
      }
    }
    for (const count of held.values()) {
      expect(count / shops).toBeGreaterThan(0.8);
      expect(count / shops).toBeLessThan(most);
    }
  });
});
