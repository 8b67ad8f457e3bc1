import { BINS, binned } from './bins.ts';
import { type Cut, openSplitter } from './split.ts';
import { requireTable, type Table } from './table.ts';

/** A feature lies from one value on and below another; null where that side is open. */
export type Condition = {
  /** Number of the feature. */
  readonly feature: number;
  readonly from: number | null;
  readonly below: number | null;
};

/** Rows for which all conditions hold are mostly of this class. */
export type Rule = { readonly class: number; readonly conditions: readonly Condition[] };

/** What holds for a smaller share of the rows is an anecdote. */
const LEAST_SHARE = 0.02;
/** "About 45 days" and not 47.5. */
const DIGITS = 2;

type Node = {
  readonly start: number;
  readonly end: number;
  readonly class: number;
  /** First and last bin of each feature. */
  readonly bins: readonly (readonly [number, number])[];
  readonly best: Cut;
  /** What the best cut adds to the purity of the whole tree. */
  readonly gain: number;
  children: readonly [Node, Node] | null;
};

/**
 * A few rules that say what the classes are: one small tree, which always cuts where that sorts out most, at round numbers.
 * Every row is met by exactly one rule. Cuts behind which nothing different is said are taken back.
 *
 * @param most rules at most
 * @throws {RangeError | NotEnoughData} on a table that nothing can be learned from, as `requireTable`
 *
 * Source of best-first growth: Shi, Best-first decision tree learning, 2007.
 */
export function rulesOf(table: Table, most: number): readonly Rule[] {
  requireTable(table);
  const { columns, label } = table;
  const cuts = columns.map(roundCuts);
  const splitter = openSplitter(binned(columns, cuts), table, Math.max(1, Math.ceil(LEAST_SHARE * label.length)));
  const open = (start: number, end: number, bins: Node['bins']): Node => {
    const { counts, purity } = splitter.open(start, end);
    const best: Cut = { feature: -1, cut: 0, purity };
    for (let feature = 0; feature < columns.length; feature++) splitter.improve(best, feature, start, end);
    const likeliest = counts.indexOf(Math.max(...counts));
    return { start, end, class: likeliest, bins, best, gain: best.purity - purity, children: null };
  };
  const size = splitter.draw(new Uint8Array(label.length).fill(1));
  const root = open(
    0,
    size,
    cuts.map((own) => [0, own.length]),
  );
  let leaves = [root];
  let rules = ruleNodes(root);
  for (;;) {
    const next = leaves.reduce((best, leaf) => (leaf.gain > best.gain ? leaf : best));
    if (next.gain <= 0) break;
    const { start, end, bins, best } = next;
    const middle = splitter.partition(start, end, best);
    const within = (range: readonly [number, number]) => bins.map((own, at) => (at === best.feature ? range : own));
    const [first, last] = bins[best.feature]!;
    next.children = [open(start, middle, within([first, best.cut])), open(middle, end, within([best.cut + 1, last]))];
    const more = ruleNodes(root);
    if (more.length > most) break;
    rules = more;
    leaves = leaves.flatMap((leaf) => (leaf === next ? next.children! : [leaf]));
  }
  return rules.map(({ class: likeliest, bins }) => ({
    class: likeliest,
    conditions: bins.flatMap(([first, last], feature) => {
      const own = cuts[feature]!;
      const from = first === 0 ? null : own[first - 1]!;
      const below = last === own.length ? null : own[last]!;
      return from === null && below === null ? [] : [{ feature, from, below }];
    }),
  }));
}

/** The number of the rule that holds for a row. */
export function ruleFor(rules: readonly Rule[], row: readonly number[]): number {
  return rules.findIndex(({ conditions }) =>
    conditions.every(
      ({ feature, from, below }) =>
        (from === null || row[feature]! >= from) && (below === null || row[feature]! < below),
    ),
  );
}

/** The nodes that say something of their own: leaves, or above leaves that all say the same. */
function ruleNodes(node: Node): readonly Node[] {
  if (node.children === null) return [node];
  const below = node.children.flatMap(ruleNodes);
  return below.every((each) => each.class === below[0]!.class) ? [{ ...node, class: below[0]!.class }] : below;
}

/** Where a column may be cut: at its values, rounded to two digits. */
function roundCuts(column: Float64Array): Float64Array {
  const least = column.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const rounded = new Set<number>();
  for (const value of column) {
    const round = Number(value.toPrecision(DIGITS));
    if (round > least) rounded.add(round);
  }
  const cuts = Float64Array.from(rounded).sort();
  const every = Math.ceil(cuts.length / (BINS - 1));
  return cuts.filter((_, at) => at % every === 0);
}
