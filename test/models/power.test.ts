import { expect, it } from 'vitest';
import { differenceOfShares, riseOfShares } from '../../models/intervals.ts';
import { peopleFor, smallestRise } from '../../models/power.ts';
import { drawOf } from '../../models/segments/holdout.ts';

it('knows how many people it takes', () => {
  // product.md section 2, item 5: needed per arm at 80 % power, two-sided 5 %.
  for (const [base, rise, perArm] of [
    [0.05, 0.1, 31_234],
    [0.05, 0.2, 8158],
    [0.05, 0.3, 3780],
    [0.1, 0.1, 14_751],
    [0.1, 0.2, 3841],
    [0.1, 0.3, 1774],
  ] as const) {
    expect(Math.abs(peopleFor(base, rise, 0.5)! / 2 / perArm - 1)).toBeLessThan(0.002);
  }
  expect(peopleFor(0.05, 0.1, 0.1)).toBeGreaterThan(165_000);
  expect(peopleFor(0.05, 0.1, 0.1)).toBeLessThan(169_000);
  expect(peopleFor(0.95, 0.1, 0.5)).toBeNull();
});

it('knows what a list can show', () => {
  // The same place: 3,940 people, 5 % usually buy; 10 % held out sees +66 %, half and half +43 %.
  expect(smallestRise(0.05, { treated: 3546, held: 394 })).toBeCloseTo(0.67, 2);
  expect(smallestRise(0.05, { treated: 1970, held: 1970 })).toBeCloseTo(0.43, 2);
  expect(smallestRise(0, { treated: 100, held: 100 })).toBeNull();
  expect(smallestRise(0.9, { treated: 5, held: 5 })).toBeNull();
});

it('puts an interval on a difference of shares', () => {
  // Newcombe 1998, table II, example (a): 56/70 against 48/80.
  const { difference, low95, high95 } = differenceOfShares({ count: 56, of: 70 }, { count: 48, of: 80 });
  expect(difference).toBeCloseTo(0.2, 12);
  expect(low95).toBeCloseTo(0.0524, 4);
  expect(high95).toBeCloseTo(0.3339, 4);
});

it('puts an interval on a rise', () => {
  // product.md, job 5: 6.9 % against 5.1 % of 2,500 each is +35 % (95 %: +8 to +69).
  const { rise, low95, high95 } = riseOfShares({ count: 172.5, of: 2500 }, { count: 127.5, of: 2500 })!;
  expect([rise, low95, high95].map((each) => Math.round(100 * each))).toEqual([35, 8, 69]);
  expect(riseOfShares({ count: 5, of: 10 }, { count: 0, of: 10 })).toBeNull();
});

it('draws people evenly, the same for ever, and for each test anew', () => {
  const people = Array.from({ length: 20_000 }, (_, i) => `customer-${i}`);
  const one = people.map((person) => drawOf('T-1', person));
  const other = people.map((person) => drawOf('T-2', person));
  for (const share of [0.1, 0.25, 0.5, 0.9]) {
    const below = one.filter((draw) => draw < share).length / people.length;
    expect(Math.abs(below - share)).toBeLessThan(0.012);
  }
  const both = one.filter((draw, i) => draw < 0.5 && other[i]! < 0.5).length / people.length;
  expect(Math.abs(both - 0.25)).toBeLessThan(0.012);
  expect(drawOf('T-1', 'customer-7')).toBe(one[7]);
});
