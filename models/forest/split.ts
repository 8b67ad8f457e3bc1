import { BINS, type Binned } from './bins.ts';
import type { Table } from './table.ts';

const CLASS_BITS = 8;
const CLASS_MASK = 255;

/** Where a node is cut in two: rows up to bin `cut` of the feature go left. */
export type Cut = {
  feature: number;
  cut: number;
  /** The sum over both sides of (squared class weights) / (weight): the larger, the purer. */
  purity: number;
};

export type Node = {
  /** Shape (classes,): weight of each. */
  readonly counts: Float64Array;
  weight: number;
  /** As of a cut, left as it is. */
  purity: number;
};

/** Rows of a node are `start .. end - 1` of an order that partitioning makes. */
export type Splitter = {
  /** Begins a tree on rows as often as they were drawn, shape (rows,); returns how many there are. */
  draw(times: Uint8Array): number;
  /** Turns to a node. The answer is one object that is used again. */
  open(start: number, end: number): Readonly<Node>;
  /** Makes `best` a cut of the opened node by this feature, if that is purer. */
  improve(best: Cut, feature: number, start: number, end: number): void;
  /** Puts the rows that go left first, and returns where the others begin. */
  partition(start: number, end: number, cut: Cut): number;
};

/**
 * Finds cuts by Gini impurity from histograms of bins.
 *
 *     gini of a side  = 1 - sum over classes of (weight of class / weight)²
 *     least impurity of both sides, weighted  <=>  most  sum over sides of  sum of (weight of class)² / weight
 *
 * @param minLeaf weight that each side must have
 *
 * Source: Breiman et al., Classification and Regression Trees, 1984; histograms: Ranka & Singh, CLOUDS, 1998.
 */
export function openSplitter(
  { codes, rows }: Binned,
  { label, classes }: Pick<Table, 'label' | 'classes'>,
  minLeaf: number,
): Splitter {
  const order = new Int32Array(rows);
  // Beside each row of the order how often it counts, and its class, in one number: rows of a node lie together, those
  // of the table do not.
  const marks = new Int32Array(rows);
  const rightRows = new Int32Array(rows);
  const rightMarks = new Int32Array(rows);
  const counts = new Float64Array(classes);
  const node: Node = { counts, weight: 0, purity: 0 };
  const left = new Float64Array(classes);
  // A cell for each class of each bin, and a bit for each cell that holds something: small nodes fill few of them.
  const shift = Math.ceil(Math.log2(classes));
  const classMask = (1 << shift) - 1;
  const histogram = new Int32Array(BINS << shift);
  const filled = new Int32Array(histogram.length >> 5);

  // Two functions, though one after the other: V8 keeps code that it compiled before it had seen the second loop, and falls
  // out of it at every call.
  const fill = (offset: number, start: number, end: number) => {
    for (let at = start; at < end; at++) {
      const mark = marks[at]!;
      const cell = (codes[offset + order[at]!]! << shift) | (mark & CLASS_MASK);
      histogram[cell]! += mark >> CLASS_BITS;
      filled[cell >> 5]! |= 1 << (~cell & 31);
    }
  };
  const scan = (best: Cut, feature: number) => {
    left.fill(0);
    let leftWeight = 0;
    let leftSquares = 0;
    let rightWeight = node.weight;
    let rightSquares = node.purity * node.weight;
    let bin = -1;
    for (let word = 0; word < filled.length; word++) {
      let bits = filled[word]!;
      filled[word] = 0;
      while (bits !== 0) {
        const bit = Math.clz32(bits);
        bits ^= 1 << (31 - bit);
        const cell = (word << 5) | bit;
        const next = cell >> shift;
        if (next !== bin) {
          const purity = leftSquares / leftWeight + rightSquares / rightWeight;
          if (purity > best.purity && leftWeight >= minLeaf && rightWeight >= minLeaf) {
            best.purity = purity;
            best.feature = feature;
            // Midway between the bins that are there: rows to come may lie in those between.
            best.cut = (bin + next - 1) >> 1;
          }
          bin = next;
        }
        const of = cell & classMask;
        const by = histogram[cell]!;
        histogram[cell] = 0;
        const was = left[of]!;
        leftSquares += by * (2 * was + by);
        rightSquares -= by * (2 * (counts[of]! - was) - by);
        left[of] = was + by;
        leftWeight += by;
        rightWeight -= by;
      }
    }
  };

  return {
    draw(times) {
      let drawn = 0;
      for (let row = 0; row < rows; row++) {
        if (times[row] === 0) continue;
        order[drawn] = row;
        marks[drawn] = (times[row]! << CLASS_BITS) | label[row]!;
        drawn++;
      }
      return drawn;
    },
    open(start, end) {
      counts.fill(0);
      for (let at = start; at < end; at++) counts[marks[at]! & CLASS_MASK]! += marks[at]! >> CLASS_BITS;
      let squares = 0;
      node.weight = 0;
      for (const count of counts) {
        node.weight += count;
        squares += count * count;
      }
      node.purity = squares / node.weight;
      return node;
    },
    improve(best, feature, start, end) {
      fill(feature * rows, start, end);
      scan(best, feature);
    },
    partition(start, end, { feature, cut }) {
      const offset = feature * rows;
      let low = start;
      let right = 0;
      for (let at = start; at < end; at++) {
        const row = order[at]!;
        const mark = marks[at]!;
        if (codes[offset + row]! <= cut) {
          order[low] = row;
          marks[low] = mark;
          low++;
        } else {
          rightRows[right] = row;
          rightMarks[right] = mark;
          right++;
        }
      }
      order.set(rightRows.subarray(0, right), low);
      marks.set(rightMarks.subarray(0, right), low);
      return low;
    },
  };
}
