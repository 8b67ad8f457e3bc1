import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '../../../models/random.ts';
import type { Axis } from '../../../models/segments/axes.ts';
import { nameSegments } from '../../../models/segments/naming.ts';
import type { SegmentFigures } from '../../../models/segments/types.ts';
import { vocabulary } from '../../../models/segments/vocabulary.ts';
import { inEnglish } from '../../../words/tell.ts';

type Group = { readonly recency: number; readonly orders: number; readonly money: number };

/** How much of the differences lies between the groups, where a test does not say. */
const effects: Readonly<Record<string, number>> = { recency: 0.75, frequency: 0.4, money: 0.8 };

function named(groups: readonly Group[], usualGap: number | null = null) {
  const figures = groups.map(
    ({ recency, orders, money }): SegmentFigures => ({
      customers: 100,
      customerShare: 1 / groups.length,
      revenueMinor: 100 * money,
      revenueShare: 1 / groups.length,
      medianRecencyDays: recency,
      medianOrders: orders,
      medianRevenueMinor: money,
      typicalOrderMinor: money / orders,
    }),
  );
  const columns: Readonly<Record<string, readonly number[]>> = {
    recency: groups.map(({ recency }) => recency),
    frequency: groups.map(({ orders }) => orders),
    money: groups.map(({ money }) => money),
  };
  // As log1p figures over fixed spreads: what matters is their order and distance.
  const axes = vocabulary
    .filter(({ feature }) => feature in columns)
    .map((words): Axis => {
      const medians = columns[words.feature]!;
      const centres = medians.map((value) => Math.log1p(value) / (words.feature === 'frequency' ? 0.7 : 1.2));
      return { ...words, centres, fromRest: centres, medians, effect: effects[words.feature]! };
    });
  const everyone = { ...figures[0]!, medianRecencyDays: 50, medianOrders: 3, medianRevenueMinor: 1000 };
  return nameSegments({ figures, everyone, axes, usualGap });
}

const names = (groups: readonly Group[]) => named(groups).map(({ name }) => name);

describe('nameSegments', () => {
  it('names two recencies by two spends on both axes', () => {
    // The profile of brief B1: 496 / 477 / 617 / 650 customers, reference/models.md section 2.
    expect(
      names([
        { recency: 23, orders: 20, money: 996_357 },
        { recency: 73, orders: 20, money: 1_019_694 },
        { recency: 25, orders: 7, money: 77_135 },
        { recency: 75, orders: 7, money: 86_323 },
      ]),
    ).toEqual(['active high spenders', 'lapsing high spenders', 'active low spenders', 'lapsing low spenders']);
  });

  it('calls late who is late by the usual gap between orders, and lost who is long gone', () => {
    const groups = [
      { recency: 12, orders: 25, money: 7_220_000 },
      { recency: 319, orders: 12, money: 2_730_000 },
      { recency: 408, orders: 1, money: 194_500 },
    ];
    const words = (usualGap: number | null) => named(groups, usualGap).map(({ name }) => name.split(' ')[0]);
    expect(words(30)).toEqual(['active', 'lost', 'lost']);
    expect(words(180)).toEqual(['active', 'lapsing', 'lapsing']);
    expect(words(null)).toEqual(['active', 'lapsing', 'lapsing']);
  });

  it('has no two words for groups that differ by 2 %', () => {
    const [one, other] = names([
      { recency: 10, orders: 20, money: 1_000_000 },
      { recency: 200, orders: 20, money: 980_000 },
    ]);
    expect(one!.replace('active', '')).toBe(other!.replace('lapsing', ''));
  });

  it('speaks of how often where recency says what spend says already', () => {
    expect(
      names([
        { recency: 10, orders: 30, money: 50_000 },
        { recency: 10, orders: 2, money: 50_000 },
        { recency: 300, orders: 2, money: 500 },
      ]),
    ).toEqual(['frequent high spenders', 'occasional high spenders', 'occasional low spenders']);
  });

  it('numbers groups that nothing tells apart', () => {
    const same = { recency: 10, orders: 3, money: 5000 };
    expect(names([same, same])).toEqual(['customers 1', 'customers 2']);
  });

  it('gives unique names that do not depend on the order of groups, on 200 random shops', () => {
    const random = seeded(7);
    for (let shop = 0; shop < 200; shop++) {
      const groups = Array.from({ length: 2 + Math.floor(7 * random()) }, () => ({
        recency: Math.round(Math.exp(6 * random())),
        orders: 1 + Math.round(Math.exp(3 * random())),
        money: Math.round(Math.exp(5 + 8 * random())),
      }));
      const order = shuffled(groups.length, random);
      const straight = names(groups);

      expect(new Set(straight).size).toBe(groups.length);
      expect(names(Array.from(order, (i) => groups[i]!))).toEqual(Array.from(order, (i) => straight[i]!));
    }
  });

  it('never has two spend words for medians less than 10 % apart, on 300 random shops', () => {
    const random = seeded(9);
    for (let shop = 0; shop < 300; shop++) {
      const groups = Array.from({ length: 3 + Math.floor(5 * random()) }, () => ({
        recency: Math.round(40 * Math.exp(0.6 * random())),
        orders: 3,
        money: Math.round(10_000 * Math.exp(1.5 * random())),
      }));
      const spendOf = names(groups).map((name) => /(top|high|mid|lowest|low) spenders/.exec(name)?.[0]);
      groups.forEach((one, i) => {
        groups.forEach((other, j) => {
          const apart = Math.abs(one.money - other.money) / Math.max(one.money, other.money);
          if (apart < 0.1 && i !== j) expect(spendOf[i]).toBe(spendOf[j]);
        });
      });
    }
  });

  it('carries the planted axes on 200 planted shops', () => {
    const random = seeded(8);
    for (let shop = 0; shop < 200; shop++) {
      const near = 3 + 20 * random();
      const far = near * (5 + 10 * random());
      const poor = 1000 + 9000 * random();
      const rich = poor * (5 + 20 * random());
      const [a, b, c, d] = names([
        { recency: near, orders: 9, money: rich },
        { recency: far, orders: 9, money: rich },
        { recency: near, orders: 2, money: poor },
        { recency: far, orders: 2, money: poor },
      ]);
      expect([a, b, c, d]).toEqual([
        'active high spenders',
        'lapsing high spenders',
        'active low spenders',
        'lapsing low spenders',
      ]);
    }
  });

  it('says what the name rests on, without a currency', () => {
    const [{ evidence }] = named([
      { recency: 8, orders: 10, money: 5500 },
      { recency: 200, orders: 1, money: 400 },
    ]) as [ReturnType<typeof named>[number]];
    expect(inEnglish(evidence)).toMatch(
      /^Median customer: last order 8 days ago \(all customers: 50\), orders: 10 \(3\)\. They spent 5\.5 times the typical spend\. .*Above the rest in spend by /,
    );
  });
});
