import { type Random, randomBelow } from '../random.ts';
import type { Binned } from './bins.ts';
import type { Cut, Splitter } from './split.ts';

/** A tree as flat columns, one entry a node; the first is the root. */
export type Tree = {
  readonly feature: Uint8Array;
  /** Rows up to this bin of the feature go to the left child. */
  readonly cut: Uint8Array;
  /** Number of the left child, the right one follows it; of a leaf: -1 - its number. */
  readonly child: Int32Array;
  /** Shape (leaves, classes): the share of each class among what a leaf has learned from. */
  readonly shares: Float32Array;
};

export type TreeOptions = {
  /** Features looked at for each cut, drawn anew. */
  readonly featuresPerSplit: number;
  /** Rows that a leaf must hold. */
  readonly minLeaf: number;
};

/** Of the weight of a node: less is rounding. */
const LEAST_GAIN = 1e-9;

/**
 * Grows one tree until its leaves are pure or small. Where none of the features drawn can cut a node, more are drawn: it is a
 * leaf only when no feature can.
 *
 * @param size     rows that the splitter has drawn
 * @param features how many there are
 */
export function growTree(
  splitter: Splitter,
  { size, features: count, classes }: { readonly size: number; readonly features: number; readonly classes: number },
  { featuresPerSplit, minLeaf, random }: TreeOptions & { readonly random: Random },
): Tree {
  const most = 2 * size - 1;
  const feature = new Uint8Array(most);
  const cut = new Uint8Array(most);
  const child = new Int32Array(most);
  const shares = new Float32Array(size * classes);
  const features = Uint8Array.from({ length: count }, (_, at) => at);
  const waiting = [{ node: 0, start: 0, end: size }];
  let nodes = 1;
  let leaves = 0;

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, start, end } = next;
    const { counts, weight, purity } = splitter.open(start, end);
    const best: Cut = { feature: -1, cut: 0, purity: purity + LEAST_GAIN * weight };
    if (purity < weight && weight >= 2 * minLeaf) {
      for (let left = features.length; left > 0; left--) {
        if (features.length - left >= featuresPerSplit && best.feature !== -1) break;
        const pick = randomBelow(left, random);
        const drawn = features[pick]!;
        features[pick] = features[left - 1]!;
        features[left - 1] = drawn;
        splitter.improve(best, drawn, start, end);
      }
    }
    if (best.feature === -1) {
      for (let of = 0; of < classes; of++) shares[leaves * classes + of] = counts[of]! / weight;
      child[node] = -1 - leaves;
      leaves++;
      continue;
    }
    const middle = splitter.partition(start, end, best);
    feature[node] = best.feature;
    cut[node] = best.cut;
    child[node] = nodes;
    waiting.push({ node: nodes + 1, start: middle, end }, { node: nodes, start, end: middle });
    nodes += 2;
  }
  return {
    feature: feature.slice(0, nodes),
    cut: cut.slice(0, nodes),
    child: child.slice(0, nodes),
    shares: shares.slice(0, leaves * classes),
  };
}

/** Adds the shares of the leaf of every row to `sums`, shape (rows, classes). */
export function addShares(
  { feature, cut, child, shares }: Tree,
  rows: Binned,
  classes: number,
  sums: Float64Array,
): void {
  for (let row = 0; row < rows.rows; row++) {
    let node = 0;
    for (let next = child[0]!; next >= 0; next = child[node]!) {
      node = rows.codes[feature[node]! * rows.rows + row]! <= cut[node]! ? next : next + 1;
    }
    const leaf = (-1 - child[node]!) * classes;
    for (let of = 0; of < classes; of++) sums[row * classes + of]! += shares[leaf + of]!;
  }
}
