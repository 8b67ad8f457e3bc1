import { binned, cutsOf } from './bins.ts';
import { type Cut, openSplitter } from './split.ts';
import { requireTable, type Table } from './table.ts';

/** A feature lies from one value on and below another; null where it may lie anywhere on that side. */
export type Condition = {
  /** Number of the feature. */
  readonly feature: number;
  readonly from: number | null;
  readonly below: number | null;
};

/** Rows of which all conditions hold are mostly of this class. */
export type Rule = {
  readonly conditions: readonly Condition[];
  readonly class: number;
  /** Rows that it was made from, and how many of them are of the class. */
  readonly rows: number;
  readonly hits: number;
};

/** More places to cut than a person tells apart. */
const BINS = 64;
/** A rule for fewer rows than this share is an anecdote. */
const LEAST_SHARE = 0.02;

type Leaf = {
  readonly start: number;
  readonly end: number;
  /** Shape (features, 2): first bin, last bin. */
  readonly bins: readonly (readonly [number, number])[];
  readonly best: Cut;
  readonly gain: number;
  readonly counts: Float64Array;
};

/**
 * A few rules that say what the classes are: one small tree, which cuts where that sorts out most, at round numbers. Every
 * row is met by exactly one rule. Neighbours in the tree that say the same are one rule.
 *
 * @param most at most so many rules
 * @throws {RangeError | NotEnoughData} as `requireTable`
 *
 * Source: best-first growth, Shi, Best-first decision tree learning, 2007.
 */
export function rulesOf(table: Table, most: number): readonly Rule[] {
  requireTable(table);
  const { columns, label } = table;
  const cuts = columns.map((column, feature) => roundCuts(column, cutsOf([column], BINS)[0]!, feature));
  const rows = binned(columns, cuts);
  const splitter = openSplitter(rows, table, Math.max(1, Math.ceil(LEAST_SHARE * label.length)));
  const size = splitter.draw(new Uint8Array(label.length).fill(1));
  const leafOf = (start: number, end: number, bins: Leaf['bins']): Leaf => {
    const { counts, weight, purity } = splitter.open(start, end);
    const best: Cut = { feature: -1, cut: 0, purity };
    columns.forEach((_, feature) => {
      splitter.improve(best, feature, start, end);
    });
    // Purity is a mean of squares: times the weight it is what a cut adds to the whole tree.
    return { start, end, bins, best, gain: best.feature === -1 ? 0 : best.purity - purity, counts: counts.slice(), weight };
  };
  throw new Error('');
}
