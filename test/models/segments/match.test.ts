import { describe, expect, it } from 'vitest';
import { randomBelow, seeded } from '../../../models/random.ts';
import { adjustedRand } from '../../../models/segments/agreement.ts';
import { matchGroups } from '../../../models/segments/match.ts';
import { groupsBy, placeOf } from '../../../models/segments/score.ts';
import { segments } from '../../../models/segments/segments.ts';
import { customers, fourKinds, reordered } from '../support/customers.ts';

const labels = (...values: readonly number[]) => Int32Array.from(values);

describe('matchGroups', () => {
  it('follows people, whatever the groups are numbered', () => {
    const matches = matchGroups(labels(0, 0, 0, 1, 1, 2), labels(2, 2, 2, 0, 0, 1), { old: 3, now: 3 });
    expect(matches).toEqual([
      { group: 1, overlap: 1 },
      { group: 2, overlap: 1 },
      { group: 0, overlap: 1 },
    ]);
  });

  it('gives an old group away once, where most people gain by it', () => {
    // Group 0 was split 3 : 2; the larger part continues it and the smaller one is new.
    const matches = matchGroups(labels(0, 0, 0, 0, 0, 1), labels(0, 0, 0, 1, 1, 2), { old: 2, now: 3 });
    expect(matches).toEqual([{ group: 0, overlap: 3 / 5 }, null, { group: 1, overlap: 1 }]);
  });

  it('finds the best pairing of all, not the best pair first', () => {
    // Greedy would give old 0 to new 0 (2/5 and then nothing); together 2/6 + 2/5 is the most there is.
    const before = labels(0, 0, 0, 0, 1, 1, 1);
    const after = labels(0, 0, 1, 1, 0, 2, 2);
    const matches = matchGroups(before, after, { old: 2, now: 3 });
    const sum = matches.reduce((total, match) => total + (match?.overlap ?? 0), 0);
    expect(sum).toBeCloseTo(2 / 4 + 2 / 3, 12);
  });

  it('refuses two lists of different people', () => {
    expect(() => matchGroups(labels(0), labels(0, 1), { old: 1, now: 2 })).toThrow(RangeError);
  });
});

describe('groups over time', () => {
  it('keeps names and more than 95 % of assignments: rows shuffled, another seed, 1 % new customers', () => {
    const shop = customers(fourKinds, { random: seeded(11), spread: 0.4 });
    const first = segments({ view: shop, seed: 1 }).clusters!;
    const random = seeded(12);
    const { view, from } = reordered(shop, random);
    const extra = customers([{ count: 8, recency: 5, orders: 1, spend: 30_000 }], { random });
    const join = (one: Float64Array, other: Float64Array) => Float64Array.from([...one, ...other]);
    const next = segments({
      view: {
        id: Int32Array.from([...view.id, ...extra.id.map((id) => id + 10_000)]),
        recencyDays: join(view.recencyDays, extra.recencyDays),
        orders: join(view.orders, extra.orders),
        revenueMinor: join(view.revenueMinor, extra.revenueMinor),
      },
      seed: 77,
      previous: first,
    }).clusters!;

    const names = first.segments.map(({ name }) => name);
    expect(next.segments.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const match of next.continues) expect(match!.overlap).toBeGreaterThan(0.95);
    const same = from.filter((row, at) => next.continues[next.assignments[at]!]!.group === first.assignments[row]!);
    expect(same.length / from.length).toBeGreaterThan(0.95);
  });

  it('scores one customer and a thousand alike', () => {
    const view = customers(fourKinds, { random: seeded(13) });
    const { clusters } = segments({ view, seed: 1 });
    const all = groupsBy(clusters!, view);
    expect(all).toEqual(clusters!.assignments);
    expect(adjustedRand(all, clusters!.assignments)).toBe(1);
    const row = randomBelow(view.id.length, seeded(14));
    const { first, second } = placeOf(clusters!, {
      recencyDays: view.recencyDays[row]!,
      orders: view.orders[row]!,
      revenueMinor: view.revenueMinor[row]!,
    });
    expect(first.group).toBe(all[row]);
    expect(second!.distance).toBeGreaterThanOrEqual(first.distance);
    expect(second!.group).not.toBe(first.group);
  });
});
