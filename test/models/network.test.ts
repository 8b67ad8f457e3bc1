import { describe, expect, it } from 'vitest';
import { belowOf, branchOf, directSumOf, forestOf } from '../../models/network/forest.ts';
import { betweenness, gini, influence, structuralVirality, topShare } from '../../models/network/measures.ts';
import { randomBelow, seeded, shuffled } from '../../models/random.ts';

/** reference/models.md section 22: A→B,C,D; B→E,F; E→G,H; H→I; X→Y. */
const names = 'ABCDEFGHIXY';
const links = ['AB', 'AC', 'AD', 'BE', 'BF', 'EG', 'EH', 'HI', 'XY'];
const toy = forestOf({
  member: Int32Array.from(links, (link) => names.indexOf(link[1]!)),
  sponsor: Int32Array.from(links, (link) => names.indexOf(link[0]!)),
});
const of = (name: string) => names.indexOf(name);
const each = <Column extends ArrayLike<number>>(column: Column, who: string) =>
  [...who].map((name) => column[of(name)]);

describe('the forest of the reference', () => {
  it('knows downlines, next degrees and depths', () => {
    expect(each(toy.downline, 'ABEHXI')).toEqual([8, 5, 3, 1, 1, 0]);
    expect(each(toy.next, 'ABEHX')).toEqual([2, 2, 1, 0, 0]);
    expect(each(toy.depth, 'ABX')).toEqual([4, 3, 1]);
    expect(each(toy.level, 'ABIY')).toEqual([0, 1, 4, 1]);
    expect(toy.leftOut).toEqual({ selves: 0, circles: 0, twice: 0 });
  });

  it('knows virality, concentration and who stands between', () => {
    expect(structuralVirality(toy, of('A'))).toBeCloseTo(2.555556, 6);
    expect(gini(toy.direct)).toBeCloseTo(0.646465, 6);
    expect(each(betweenness(toy), 'ABEHI')).toEqual([0, 5, 6, 3, 0]);
    expect(topShare(toy.direct, 0.1)).toBeCloseTo(5 / 9, 12);
  });

  it('knows influence', () => {
    const rank = influence(toy);
    const known = [0.273898, 0.193249, 0.138974, 0.075121, 0.075121, 0.040606];
    each(rank, 'ABEHXI').forEach((value, at) => void expect(value).toBeCloseTo(known[at]!, 6));
    expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it('weighs influence by what people spend: as networkx 3.6 does with personalization and dangling', () => {
    const rank = influence(
      toy,
      Float64Array.from(names, (_, at) => 10 ** (at % 3)),
    );
    const known = [0.25557070252671854, 0.18897152308687715, 0.10013763458726824, 0.10385453368768316, 0.0103854534];
    each(rank, 'ABEHX').forEach((value, at) => void expect(value).toBeCloseTo(known[at]!, 9));
    expect(influence(toy, new Float64Array(names.length))).toEqual(influence(toy));
  });

  it('credits everybody with those below, once', () => {
    const spent = Float64Array.from(names, (_, at) => 10 ** (at % 3));
    const below = belowOf(toy, spent);
    expect(below[of('E')]).toBe(spent[of('G')]! + spent[of('H')]! + spent[of('I')]!);
    expect(below[of('X')]).toBe(spent[of('Y')]);
    expect(below[of('I')]).toBe(0);
    const direct = directSumOf(toy, spent);
    expect(direct[of('A')]).toBe(spent[of('B')]! + spent[of('C')]! + spent[of('D')]!);
    const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
    expect(sum(direct)).toBe(sum(spent) - spent[of('A')]! - spent[of('X')]!);
  });

  it('knows who stands in a branch', () => {
    expect([...names].filter((name) => branchOf(toy, [of('E'), of('Y')])[of(name)]).join('')).toBe('EGHIY');
  });
});

describe('what no tree can hold', () => {
  it('is left out and counted: circles, sponsors of themselves, second sponsors', () => {
    const forest = forestOf({ member: Int32Array.of(1, 2, 3, 4, 2), sponsor: Int32Array.of(3, 1, 2, 4, 9) });
    expect(forest.leftOut).toEqual({ selves: 1, circles: 1, twice: 1 });
    expect(forest.order).toHaveLength(forest.id.length);
    // Of 1 ← 2 ← 3 ← 1 the link of the highest id is left out.
    expect(forest.parent[forest.id.indexOf(3)]).toBe(-1);
    expect(forest.downline[forest.id.indexOf(3)]).toBe(2);
  });

  it('is the same whatever order the rows are in', () => {
    const member = Int32Array.of(5, 1, 2, 3, 8, 9, 7);
    const sponsor = Int32Array.of(3, 2, 3, 1, 9, 8, 7);
    const known = forestOf({ member, sponsor });
    expect(known.leftOut).toEqual({ selves: 1, circles: 2, twice: 0 });
    for (let seed = 1; seed <= 5; seed++) {
      const order = shuffled(member.length, seeded(seed));
      const rows = (column: Int32Array) => order.map((at) => column[at]!);
      expect(forestOf({ member: rows(member), sponsor: rows(sponsor) })).toEqual(known);
    }
  });

  it('leaves nothing where there is nothing', () => {
    const nobody = forestOf({ member: new Int32Array(), sponsor: new Int32Array() });
    expect(nobody.id).toHaveLength(0);
    expect([gini(nobody.direct), topShare(nobody.direct, 0.1)]).toEqual([0, 0]);
  });
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
