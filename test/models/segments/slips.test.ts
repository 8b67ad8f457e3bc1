import { expect, it } from 'vitest';
import { slips } from '../../../models/segments/slips.ts';
import type { SegmentModel, SegmentView } from '../../../models/segments/types.ts';

/** Three groups on recency: about 10, 100 and 200 days. */
const model: SegmentModel = {
  scaling: [{ feature: 'recency', transform: 'none', mean: 0, sd: 1 }],
  centroids: [[10], [100], [200]],
};
const worth = [3, 2, 1];
const view = (recency: Readonly<Record<number, number>>): SegmentView => ({
  id: Int32Array.from(Object.keys(recency), Number),
  recencyDays: Float64Array.from(Object.values(recency)),
  orders: Float64Array.from(Object.values(recency), () => 1),
  revenueMinor: Float64Array.from(Object.keys(recency), (id) => 1000 * Number(id)),
});

it('counts who went down, with what they had spent, and nobody else', () => {
  const views = [view({ 1: 10, 2: 50, 4: 100, 5: 200 }), view({ 1: 90, 2: 60, 3: 100, 4: 10, 5: 200, 6: 200 })];
  const found = slips({ model, worth, views, yearBefore: view({}) });
  // 1 went from the best to the second, 2 likewise; 4 went up, 3 and 6 are new.
  expect(found).toMatchObject({ customers: 2, usual: null, isMany: false });
  expect(found.groups[0]).toEqual({ customers: 2, yearMinor: 3000, into: [0, 2, 0], usual: null });
  expect(found.groups[2]!.customers).toBe(0);
});

it('counts the money of the year before, not what was spent earlier', () => {
  const views = [view({ 1: 10, 2: 50 }), view({ 1: 90, 2: 60 })];
  const found = slips({ model, worth, views, yearBefore: { ...view({ 2: 10 }), revenueMinor: Float64Array.of(1500) } });
  expect(found.groups[0]).toEqual({ customers: 2, yearMinor: 1500, into: [0, 2, 0], usual: null });
});

it('says that it is many only far above the usual', () => {
  const crowd = (away: number) => {
    const people = Array.from({ length: 400 }, (_, i) => [i + 1, i < away ? 100 : 10] as const);
    return view(Object.fromEntries(people));
  };
  const steady = [0, 30, 60, 90, 120];
  expect(slips({ model, worth, views: [...steady, 155].map(crowd), yearBefore: view({}) })).toMatchObject({
    usual: 30,
    isMany: false,
  });
  expect(slips({ model, worth, views: [...steady, 170].map(crowd), yearBefore: view({}) })).toMatchObject({
    customers: 50,
    isMany: true,
  });
});
