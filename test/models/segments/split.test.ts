import { expect, it } from 'vitest';
import { seeded } from '../../../models/random.ts';
import { segments } from '../../../models/segments/segments.ts';
import { splitSegment } from '../../../models/segments/split.ts';
import { inEnglish } from '../../../words/tell.ts';
import { customers, type Kind } from '../support/customers.ts';

/** Two far kinds, the first of which is two near ones: seen flat, the second kind hides them. */
const nested: readonly Kind[] = [
  { count: 260, recency: 4, orders: 30, spend: 4_000_000 },
  { count: 260, recency: 30, orders: 7, spend: 900_000 },
  { count: 500, recency: 330, orders: 1, spend: 5_000 },
];

it('finds the groups planted inside a group, and says how many there would be in all', () => {
  const view = customers(nested, { random: seeded(21), spread: 0.2 });
  const model = segments({ view: customers([nested[0]!, nested[2]!], { random: seeded(22), spread: 0.2 }), seed: 1 })
    .clusters!;
  const split = splitSegment({ view, model, group: 0, seed: 1 });
  expect(split.why).toBeNull();
  expect(split.customers).toBe(520);
  expect(split.clusters!.k).toBe(2);
  expect(split.clusters!.segments.map((each) => each.customers)).toEqual([260, 260]);
  expect(split.clusters!.stability).toBeGreaterThan(0.95);
  expect(split.flat!.k).toBe(model.centroids.length + 1);
});

it('offers nothing in a group that is one cloud', () => {
  const view = customers([nested[0]!, nested[2]!], { random: seeded(23), spread: 0.3 });
  const model = segments({ view, seed: 1 }).clusters!;
  for (const group of [0, 1]) {
    const { clusters, why } = splitSegment({ view, model, group, seed: 1 });
    expect(clusters).toBeNull();
    expect(inEnglish(why!)).toMatch(/shuffled data|drawn anew|at once|different customers/);
  }
});
