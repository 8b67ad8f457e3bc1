import { type Random, randomBelow } from '../random.ts';
import { type Binned, binned, cutsOf } from './bins.ts';
import { openSplitter } from './split.ts';
import { requireColumns, requireTable, type Table } from './table.ts';
import { addShares, growTree, type Tree, type TreeOptions } from './tree.ts';

export type Forest = {
  /** Shape (features,): where each was cut into bins. */
  readonly cuts: readonly Float64Array[];
  readonly trees: readonly Tree[];
  readonly classes: number;
};

/**
 * A random forest of classification trees: each is grown on rows drawn with replacement and looks at a few features,
 * drawn anew, for each cut.
 *
 * Values are put into 256 bins first: a cut is then found in one pass over the rows of a node, without sorting them.
 * Same table and random source, same forest; rows in another order are other draws, so the caller puts them in order.
 *
 * @param options.featuresPerSplit the root of their number, unless told
 * @throws {RangeError | NotEnoughData} on a table that nothing can be learned from, as `requireTable`
 *
 * Source: Breiman, Random Forests, 2001.
 */
export function growForest(
  table: Table,
  options: { readonly trees: number; readonly random: Random } & Pick<TreeOptions, 'minLeaf'> &
    Partial<Pick<TreeOptions, 'featuresPerSplit'>>,
): Forest {
  requireTable(table);
  const { columns, label, classes } = table;
  const { trees, random, minLeaf, featuresPerSplit = Math.floor(Math.sqrt(columns.length)) } = options;
  const cuts = cutsOf(columns);
  const rows = binned(columns, cuts);
  const splitter = openSplitter(rows, table, minLeaf);
  const times = new Uint8Array(label.length);
  const grown = Array.from({ length: trees }, () => {
    times.fill(0);
    for (let draw = 0; draw < label.length; draw++) times[randomBelow(label.length, random)]!++;
    const size = splitter.draw(times);
    return growTree(splitter, { size, features: columns.length, classes }, { minLeaf, featuresPerSplit, random });
  });
  return { cuts, trees: grown, classes };
}

/**
 * How likely each row is of each class: the mean over trees of the shares in its leaf.
 *
 * @param columns the features that the forest has learned from, in that order
 * @returns shape (rows, classes); each row adds up to 1
 * @throws {RangeError} as `requireColumns`
 */
export function probabilities(forest: Forest, columns: readonly Float64Array[]): Float64Array {
  requireColumns(columns, columns[0]?.length ?? 0);
  if (columns.length !== forest.cuts.length) {
    throw new RangeError(`${columns.length} features, where the forest has learned from ${forest.cuts.length}`);
  }
  return probabilitiesOf(forest, binned(columns, forest.cuts));
}

/** The same for rows that are in the forest's bins already. */
export function probabilitiesOf({ trees, classes }: Forest, rows: Binned): Float64Array {
  const sums = new Float64Array(rows.rows * classes);
  for (const tree of trees) addShares(tree, rows, classes, sums);
  return sums.map((sum) => sum / trees.length);
}

/** The likeliest class of each row; of equally likely ones the first. */
export function likeliest(chances: Float64Array, classes: number): Int32Array {
  return Int32Array.from({ length: chances.length / classes }, (_, row) => {
    let best = 0;
    for (let of = 1; of < classes; of++) if (chances[row * classes + of]! > chances[row * classes + best]!) best = of;
    return best;
  });
}
