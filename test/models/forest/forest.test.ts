import { describe, expect, it } from 'vitest';
import { NotEnoughData } from '../../../models/errors.ts';
import { binned, cutsOf } from '../../../models/forest/bins.ts';
import { foldsOf } from '../../../models/forest/folds.ts';
import { growForest, likeliest, probabilities } from '../../../models/forest/forest.ts';
import { permutationImportance } from '../../../models/forest/importance.ts';
import { accuracy, logLoss, macroF1 } from '../../../models/forest/scores.ts';
import { type Cut, openSplitter } from '../../../models/forest/split.ts';
import { pickRows, type Table } from '../../../models/forest/table.ts';
import { type Random, randomBelow, seeded } from '../../../models/random.ts';
import { say } from '../../../words/say.ts';
import { normal } from '../support/series.ts';

/** The class is which quarter of the plane the first two features lie in; the third says nothing; some labels are wrong. */
function quarters(rows: number, random: Random, wrong = 0): Table {
  const columns = [0, 1, 2].map(() => Float64Array.from({ length: rows }, () => normal(random)));
  const quarter = (row: number) => 2 * Number(columns[0]![row]! > 0.3) + Number(columns[1]![row]! > 0);
  const label = Int32Array.from({ length: rows }, (_, row) =>
    random() < wrong ? randomBelow(4, random) : quarter(row),
  );
  return { columns, label, classes: 4 };
}

describe('growForest', () => {
  it('tells rows that it has not seen, and gives chances that add up', () => {
    const random = seeded(1);
    const [learned, judged] = [quarters(2000, random), quarters(1000, random)];
    const forest = growForest(learned, { trees: 30, minLeaf: 1, random });
    const chances = probabilities(forest, judged.columns);
    expect(accuracy(judged.label, likeliest(chances, 4))).toBeGreaterThan(0.98);
    for (let row = 0; row < 1000; row++) {
      expect(chances.subarray(4 * row, 4 * row + 4).reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 6);
    }
  });

  it('knows how sure it is where labels are wrong at random', () => {
    const random = seeded(2);
    const [learned, judged] = [quarters(4000, random, 0.4), quarters(4000, random, 0.4)];
    const forest = growForest(learned, { trees: 60, minLeaf: 40, random });
    const chances = probabilities(forest, judged.columns);
    // 0.6 + 0.4 / 4 are right at best, and its entropy is the least log-loss there is: 0.94.
    expect(accuracy(judged.label, likeliest(chances, 4))).toBeGreaterThan(0.66);
    expect(logLoss(judged.label, chances, 4)).toBeLessThan(0.94 * 1.05);
  });

  it('is the same for the same seed, and another for another', () => {
    const table = quarters(300, seeded(3), 0.3);
    const grow = (seed: number) => growForest(table, { trees: 5, minLeaf: 1, random: seeded(seed) });
    expect(grow(7)).toEqual(grow(7));
    expect(grow(7)).not.toEqual(grow(8));
  });

  it('finds what only two features together say', () => {
    const random = seeded(4);
    const columns = [0, 1].map(() => Float64Array.from({ length: 1500 }, () => random() - 0.5));
    const label = Int32Array.from(columns[0]!, (x, row) => Number(x > 0 !== columns[1]![row]! > 0));
    const table = { columns, label, classes: 2 };
    const [fold] = foldsOf(1500, 5, random);
    const forest = growForest(pickRows(table, fold!.learned), { trees: 40, minLeaf: 1, random });
    const judged = pickRows(table, fold!.judged);
    expect(accuracy(judged.label, likeliest(probabilities(forest, judged.columns), 2))).toBeGreaterThan(0.95);
  });

  it('never looks at a feature that is the same everywhere', () => {
    const table = quarters(200, seeded(5));
    const withConstant = { ...table, columns: [...table.columns, new Float64Array(200).fill(7)] };
    const { trees, cuts } = growForest(withConstant, { trees: 20, minLeaf: 1, random: seeded(1) });
    expect(cuts[3]).toHaveLength(0);
    for (const { feature, child } of trees) {
      feature.forEach((used, node) => void (child[node]! >= 0 && expect(used).not.toBe(3)));
    }
  });

  it.each([
    ['a value that is no number', { column: Number.NaN }, 'feature 1 of row 4 is NaN'],
    ['an infinite value', { column: Number.POSITIVE_INFINITY }, 'feature 1 of row 4 is Infinity'],
    ['a label that is no class', { label: 9 }, 'row 4 is of class 9, not 0 to 3'],
  ])('refuses %s', (_, { column, label }: { column?: number; label?: number }, says) => {
    const table = quarters(50, seeded(6));
    if (column !== undefined) table.columns[1]![4] = column;
    if (label !== undefined) table.label[4] = label;
    expect(() => growForest(table, { trees: 1, minLeaf: 1, random: seeded(1) })).toThrow(new RangeError(says));
  });

  it('refuses columns of unequal length, none, one class, fewer rows than classes, and nothing that varies', () => {
    const table = quarters(50, seeded(6));
    const grow = (changed: Partial<Table>) => () =>
      growForest({ ...table, ...changed }, { trees: 1, minLeaf: 1, random: seeded(1) });
    expect(grow({ columns: [table.columns[0]!.subarray(1)] })).toThrow('feature 0 has 49 rows, not 50');
    expect(grow({ columns: [] })).toThrow('0 features, not 1 to 256');
    expect(grow({ classes: 1 })).toThrow('1 classes, not 2 to 256');
    expect(grow({ label: new Int32Array(50) })).toThrow(new NotEnoughData(say`classes with rows`, 2, 1));
    const few = pickRows(table, Int32Array.of(0, 1, 2));
    expect(grow(few)).toThrow(new NotEnoughData(say`rows`, 4, 3));
    const same = table.columns.map((column) => column.map(() => 3));
    expect(grow({ columns: same })).toThrow(new NotEnoughData(say`features that vary`, 1, 0));
  });

  it('refuses to tell rows of other features', () => {
    const table = quarters(50, seeded(6));
    const forest = growForest(table, { trees: 1, minLeaf: 1, random: seeded(1) });
    expect(() => probabilities(forest, table.columns.slice(1))).toThrow(
      '2 features, where the forest has learned from 3',
    );
    expect(() => probabilities(forest, [...table.columns.slice(1), Float64Array.of(Number.NaN)])).toThrow(RangeError);
  });
});

describe('the best cut', () => {
  /** Every place between two bins, tried one by one: the formula, written out. */
  function byHand({ columns, label, classes }: Table, times: Uint8Array, minLeaf: number): number {
    let best = Number.NEGATIVE_INFINITY;
    for (const column of columns) {
      for (const cut of column) {
        const sides = [new Float64Array(classes), new Float64Array(classes)];
        label.forEach((of, row) => {
          sides[Number(column[row]! >= cut)]![of]! += times[row]!;
        });
        const weights = sides.map((side) => side.reduce((sum, count) => sum + count));
        if (weights.some((weight) => weight < minLeaf)) continue;
        const purity = sides.reduce(
          (sum, side, at) => sum + side.reduce((squares, count) => squares + count * count, 0) / weights[at]!,
          0,
        );
        best = Math.max(best, purity);
      }
    }
    return best;
  }

  it('is the one that trying all of them finds', () => {
    const random = seeded(11);
    for (let round = 0; round < 60; round++) {
      const rows = 2 + randomBelow(60, random);
      const classes = 2 + randomBelow(4, random);
      const columns = [3, 40].map((values) => Float64Array.from({ length: rows }, () => randomBelow(values, random)));
      const label = Int32Array.from({ length: rows }, () => randomBelow(classes, random));
      const times = Uint8Array.from({ length: rows }, () => 1 + randomBelow(3, random));
      const minLeaf = 1 + randomBelow(4, random);
      const table = { columns, label, classes };
      const splitter = openSplitter(binned(columns, cutsOf(columns)), table, minLeaf);
      const size = splitter.draw(times);
      splitter.open(0, size);
      const best: Cut = { feature: -1, cut: 0, purity: Number.NEGATIVE_INFINITY };
      columns.forEach((_, feature) => void splitter.improve(best, feature, 0, size));
      const expected = byHand(table, times, minLeaf);
      if (best.feature === -1) expect(expected).toBe(Number.NEGATIVE_INFINITY);
      else expect(best.purity).toBeCloseTo(expected, 9);
    }
  });
});

describe('cutsOf', () => {
  it('cuts midway between few values, and at most 255 times between many', () => {
    expect(Array.from(cutsOf([Float64Array.of(5, 1, 1, 2)])[0]!)).toEqual([1.5, 3.5]);
    const many = Float64Array.from({ length: 5000 }, (_, at) => Math.floor(at / 2) ** 2);
    const [cuts] = cutsOf([many]);
    expect(cuts).toHaveLength(255);
    const counts = new Uint32Array(256);
    for (const code of binned([many], [cuts!]).codes) counts[code]!++;
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  });

  it('puts a value that is cut at on the right', () => {
    expect(Array.from(binned([Float64Array.of(1, 2, 3)], [Float64Array.of(2)]).codes)).toEqual([0, 1, 1]);
  });
});

describe('permutationImportance', () => {
  it('credits the features that decide, and not the one that says nothing', () => {
    const random = seeded(8);
    const forest = growForest(quarters(2000, random), { trees: 30, minLeaf: 1, random });
    const [first, second, nothing] = permutationImportance(forest, quarters(1000, random), { rounds: 2, random });
    // Dealt out anew, the first puts 2 * 0.62 * 0.38 of the rows on the wrong side, the second half of them.
    expect(first).toBeCloseTo(0.47, 1);
    expect(second).toBeCloseTo(0.5, 1);
    expect(Math.abs(nothing!)).toBeLessThan(0.02);
  });
});

describe('scores', () => {
  it('agree with scikit-learn 1.2.1', () => {
    expect(macroF1(Int32Array.of(0, 1, 2, 0, 1, 2), Int32Array.of(0, 2, 1, 0, 0, 1), 3)).toBeCloseTo(0.26666667, 8);
    // Class 2 neither came nor was told: it does not count.
    expect(macroF1(Int32Array.of(0, 0, 1, 1, 3), Int32Array.of(0, 1, 1, 3, 3), 4)).toBeCloseTo(0.61111111, 8);
    const chances = Float64Array.of(0.8, 0.1, 0.1, 0.2, 0.2, 0.6, 0.3, 0.5, 0.2);
    expect(logLoss(Int32Array.of(0, 2, 1), chances, 3)).toBeCloseTo(0.4757054, 6);
    expect(accuracy(Int32Array.of(0, 2, 1), Int32Array.of(0, 2, 2))).toBeCloseTo(2 / 3, 12);
  });

  it('are finite where what came was given no chance', () => {
    expect(logLoss(Int32Array.of(1), Float64Array.of(1, 0), 2)).toBeCloseTo(Math.log(1001), 6);
  });
});

it('folds judge every row once, by those who have not seen it', () => {
  const folds = foldsOf(103, 5, seeded(1));
  expect(folds.flatMap(({ judged }) => Array.from(judged)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 103 }, (_, row) => row),
  );
  for (const { learned, judged } of folds) {
    expect(learned.length + judged.length).toBe(103);
    expect(learned.some((row) => judged.includes(row))).toBe(false);
    expect(judged.length).toBeGreaterThanOrEqual(20);
  }
});
