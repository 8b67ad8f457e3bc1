import { describe, expect, it } from 'vitest';
import { cloudOf } from '../../../models/segments/cloud.ts';
import { distributions } from '../../../models/segments/distributions.ts';
import { segmentProfile } from '../../../models/segments/profile.ts';
import type { SegmentModel, SegmentView } from '../../../models/segments/types.ts';
import { vocabulary } from '../../../models/segments/vocabulary.ts';

const view = (recency: readonly number[]): SegmentView => ({
  id: Int32Array.from(recency, (_, i) => i + 1),
  recencyDays: Float64Array.from(recency),
  orders: Float64Array.from(recency, () => 1),
  revenueMinor: Float64Array.from(recency, (days) => 1000 * days),
});
/** Two groups on recency alone: about 10 days, about 100. */
const model: SegmentModel = {
  scaling: [{ feature: 'recency', transform: 'none', mean: 0, sd: 1 }],
  centroids: [[10], [100]],
};
const now = view([8, 9, 12, 90, 110]);

describe('segmentProfile', () => {
  it('gives each group its median, mean and distance from all, of whom it is known', () => {
    const { columns } = segmentProfile({
      model,
      view: now,
      columns: [{ name: 'age', values: Float64Array.of(20, 30, Number.NaN, 50, 60), transform: 'none' }],
      places: null,
      earlier: null,
    });
    const [age] = columns;
    expect(age).toMatchObject({ known: 4, median: 40, mean: 40 });
    expect(age!.groups.map(({ known, median }) => [known, median])).toEqual([
      [2, 25],
      [2, 55],
    ]);
    // sd over n of 20 30 50 60 is sqrt(250).
    expect(age!.groups[1]!.fromAll).toBeCloseTo(15 / Math.sqrt(250), 12);
    expect(age!.effect).toBeCloseTo(900 / 1000, 12);
  });

  it('leaves out what nobody is known for and what all have alike', () => {
    const column = (name: string, ...values: number[]) => ({
      name,
      values: Float64Array.from(values),
      transform: 'none' as const,
    });
    const nan = Number.NaN;
    const columns = [column('none', nan, nan, nan, nan, nan), column('same', 3, 3, 3, 3, 3)];
    expect(segmentProfile({ model, view: now, columns, places: null, earlier: null }).columns).toEqual([]);
  });

  it('says where each group is beside where all are, and who of it came again', () => {
    const places = { count: 2, of: Int32Array.of(0, 0, 1, 1, -1) };
    const then = view([1, 2, 5, 83, 103]);
    const { places: found, again } = segmentProfile({
      model,
      view: view([3, 9, 12, 90, 110]),
      columns: [],
      places,
      earlier: { view: then, days: 7 },
    });
    expect(found[0]![0]).toMatchObject({ place: 0, ofAll: 0.5 });
    expect(found[0]![0]!.share).toBeCloseTo(2 / 3, 12);
    expect(found[1]).toEqual([{ place: 1, share: 1, ofAll: 0.5 }]);
    expect(again[0]).toMatchObject({ of: 3, share: 1 / 3 });
    expect(again[1]).toMatchObject({ of: 2, share: 0, low95: 0 });
  });
});

describe('cloudOf', () => {
  it('shows the same customers in whatever order they come, each group by its share', () => {
    const many = view(Array.from({ length: 2000 }, (_, i) => (i % 4 === 0 ? 100 + i / 100 : 5 + i / 1000)));
    const labels = Int32Array.from(many.recencyDays, (days) => Number(days > 50));
    const axes = vocabulary
      .filter(({ feature }) => feature === 'recency' || feature === 'money')
      .map((words) => ({ ...words, centres: [], fromRest: [], medians: [], effect: 1 }));
    const cloud = cloudOf(many, labels, 2, axes);
    expect(cloud.map(({ points }) => points.length)).toEqual([375, 125]);
    expect(cloud[1]!.centre.x).toBeGreaterThan(100);

    const back = Int32Array.from(many.id.keys()).reverse();
    const turned: SegmentView = {
      id: back.map((row) => many.id[row]!),
      recencyDays: Float64Array.from(back, (row) => many.recencyDays[row]!),
      orders: Float64Array.from(back, () => 1),
      revenueMinor: Float64Array.from(back, (row) => many.revenueMinor[row]!),
    };
    expect(
      cloudOf(
        turned,
        back.map((row) => labels[row]!),
        2,
        axes,
      ),
    ).toEqual(cloud);
  });
});

describe('distributions', () => {
  it('puts every customer into one bin', () => {
    const some = { ...view([0, 3, 6, 7, 40, 80]), orders: Float64Array.of(1, 1, 5, 6, 10, 300) };
    const { recency, frequency, money } = distributions(some);
    for (const bins of [recency, frequency, money]) {
      expect(bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(6);
    }
    expect(recency[0]).toEqual({ from: 0, to: 7, customers: 3 });
    expect(frequency.find(({ from }) => from === 6)).toEqual({ from: 6, to: 11, customers: 2 });
    expect(frequency.at(-1)).toEqual({ from: 101, to: null, customers: 1 });
  });
});
