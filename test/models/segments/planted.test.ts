import { describe, expect, it } from 'vitest';
import { type Random, randomBelow, seeded, shuffled } from '../../../models/random.ts';
import { segments } from '../../../models/segments/segments.ts';
import type { FeatureRecipe, SegmentView } from '../../../models/segments/types.ts';
import { vocabulary } from '../../../models/segments/vocabulary.ts';
import { reordered } from '../support/customers.ts';
import { normal } from '../support/series.ts';

const axes = ['recency', 'money', 'frequency', 'promo share', 'order size'] as const;
type Axis = (typeof axes)[number];

const recipeOf = (feature: Axis): FeatureRecipe => ({
  feature,
  transform: feature === 'promo share' ? 'none' : 'log1p',
  scaling: 'standard',
});

/** The middle of everybody's, and how many of their standard deviations lie between one half of the groups and the other. */
const middles: Readonly<Record<Axis, number>> = {
  recency: 60,
  money: 500_000,
  frequency: 12,
  'promo share': 0.5,
  'order size': 90_000,
};
const EACH = 70;

/**
 * Three groups on two axes: low on both, high on one, high on both. A fourth would make the axes independent, and columns
 * shuffled each on its own would show the same groups. On the other three axes, one of which is looked at too, all are
 * one cloud.
 */
function planted(random: Random) {
  const [one, other, beside] = Array.from(shuffled(axes.length, random), (at) => axes[at]!);
  const chosen = [one!, other!] as const;
  const apart = new Map(chosen.map((axis) => [axis, 6 + 3 * random()]));
  const sides = [0, 1, 2].flatMap((group) => new Array<number>(EACH).fill(group));
  const column = (axis: Axis) =>
    Float64Array.from(sides, (group) => {
      const isHigh = Number(group >= (chosen[0] === axis ? 1 : 2));
      const at = (apart.get(axis) ?? 0) * (isHigh - 0.5) + normal(random);
      const middle = middles[axis];
      return axis === 'promo share' ? Math.min(1, Math.max(0, middle + 0.05 * at)) : middle * Math.exp(0.25 * at);
    });
  const view: SegmentView = {
    id: Int32Array.from(sides, (_, row) => row + 1),
    recencyDays: column('recency'),
    orders: column('frequency').map((orders) => Math.max(1, Math.round(orders))),
    revenueMinor: column('money'),
    features: { 'promo share': column('promo share'), 'order size': column('order size') },
  };
  return { view, chosen, sides, recipe: [...chosen, beside!].map(recipeOf) };
}

/** The word for either half of an axis. */
function wordOf(axis: Axis, isHigh: boolean): string {
  const { first, words } = vocabulary.find(({ feature }) => feature === axis)!;
  return words[1]![Number((first === 'large') !== isHigh)]!;
}

describe('200 shops with three planted groups on two of five axes', () => {
  const random = seeded(1);
  const shops = Array.from({ length: 200 }, () => planted(random));

  it('gives at least 99 % of the groups the words of what was planted, and no tier of anything else', () => {
    let right = 0;
    let wrong = 0;
    shops.forEach(({ view, chosen, sides, recipe }, seed) => {
      const { clusters } = segments({ view, recipe, seed, k: 3 });
      clusters!.segments.forEach(({ name }, place) => {
        const own = sides.filter((_, row) => clusters!.assignments[row] === place);
        const most = [0, 1, 2].reduce((a, b) =>
          own.filter((of) => of === b).length > own.filter((of) => of === a).length ? b : a,
        );
        const expected = [wordOf(chosen[0], most >= 1), wordOf(chosen[1], most >= 2)];
        const said = vocabulary.flatMap(({ words }) => words[1]!).filter((word) => ` ${name} `.includes(` ${word} `));
        if ([...expected].sort().join() === said.sort().join()) right++;
        else wrong++;
      });
    });
    expect(right + wrong).toBe(600);
    expect(right / 600).toBeGreaterThanOrEqual(0.99);
  }, 60_000);

  it('keeps names and more than 95 % of assignments: rows shuffled, another seed, 1 % new customers', () => {
    shops.slice(0, 20).forEach(({ view, recipe }, seed) => {
      const before = segments({ view, recipe, seed, k: 3 }).clusters!;
      const { view: later, from } = withNewcomers(view, seeded(seed));
      const now = segments({ view: later, recipe, seed: seed + 100, k: 3, previous: before }).clusters!;

      now.continues.forEach((match, place) => {
        expect(match!.overlap).toBeGreaterThan(0.5);
        expect(now.segments[place]!.name).toBe(before.segments[match!.group]!.name);
      });
      const same = from.filter((row, at) => now.continues[now.assignments[at]!]!.group === before.assignments[row]!);
      expect(same.length / from.length).toBeGreaterThan(0.95);
    });
  }, 60_000);
});

/** The customers in another order, and after them one of a hundred anew under another number. */
function withNewcomers(view: SegmentView, random: Random) {
  const { from } = reordered(view, random);
  const drawn = Array.from({ length: Math.ceil(from.length / 100) }, () => randomBelow(from.length, random));
  const rows = [...from, ...drawn];
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  const later: SegmentView = {
    id: Int32Array.from(rows, (row, at) => (at < from.length ? view.id[row]! : 10_000 + at)),
    recencyDays: pick(view.recencyDays),
    orders: pick(view.orders),
    revenueMinor: pick(view.revenueMinor),
    features: Object.fromEntries(Object.entries(view.features!).map(([name, column]) => [name, pick(column)])),
  };
  return { view: later, from };
}
