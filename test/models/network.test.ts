import { describe, expect, it } from 'vitest';
import { belowOf, forestOf, gini, influence, structuralVirality } from '../../models/network/forest.ts';
import { randomBelow, seeded } from '../../models/random.ts';

/** reference/models.md section 22: A→B,C,D; B→E,F; E→G,H; H→I; X→Y. */
const names = 'ABCDEFGHIXY';
const links = ['AB', 'AC', 'AD', 'BE', 'BF', 'EG', 'EH', 'HI', 'XY'];
const toy = forestOf({
  member: Int32Array.from(links, (link) => names.indexOf(link[1]!)),
  sponsor: Int32Array.from(links, (link) => names.indexOf(link[0]!)),
});
const of = (name: string) => names.indexOf(name);

describe('the forest of the reference', () => {
  it('knows downlines and depths', () => {
    expect(['A', 'B', 'E', 'H', 'X'].map((name) => toy.downline[of(name)])).toEqual([8, 5, 3, 1, 1]);
    expect(toy.depth[of('A')]).toBe(4);
    expect(toy.circles).toBe(0);
  });

  it('knows virality, concentration and influence', () => {
    expect(structuralVirality(toy, of('A'))).toBeCloseTo(2.555556, 6);
    expect(gini(toy.direct)).toBeCloseTo(0.646465, 6);
    const rank = influence(toy);
    for (const [name, value] of [
      ['A', 0.273898],
      ['B', 0.193249],
      ['E', 0.138974],
      ['H', 0.075121],
      ['X', 0.075121],
      ['I', 0.040606],
    ] as const) {
      expect(rank[of(name)]).toBeCloseTo(value, 6);
    }
    expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it('credits everybody with those below, once', () => {
    const spent = Float64Array.from(names, (_, at) => 10 ** (at % 3));
    const below = belowOf(toy, spent);
    expect(below[of('E')]).toBe(spent[of('G')]! + spent[of('H')]! + spent[of('I')]!);
    expect(below[of('X')]).toBe(spent[of('Y')]);
    expect(below[of('I')]).toBe(0);
  });
});

it('leaves out circles and second sponsors, and says how many circles there were', () => {
  const forest = forestOf({ member: Int32Array.of(1, 2, 3, 4, 2), sponsor: Int32Array.of(3, 1, 2, 4, 9) });
  expect(forest.circles).toBe(2);
  expect(forest.order).toHaveLength(forest.id.length);
  expect(forest.downline[forest.id.indexOf(3)]).toBe(2);
});

it('comes out of random trees as counting by hand does, long chains too', () => {
  const random = seeded(31);
  const n = 3000;
  const member = Int32Array.from({ length: n }, (_, at) => at + 1);
  const sponsor = member.map((person) => (random() < 0.5 ? person - 1 : randomBelow(person, random)));
  const { id, downline, parent } = forestOf({ member, sponsor });
  const byHand = new Int32Array(id.length);
  for (let at = 0; at < id.length; at++) for (let up = parent[at]!; up !== -1; up = parent[up]!) byHand[up]!++;
  expect(downline).toEqual(byHand);
  expect(downline[0]).toBe(n);
});
