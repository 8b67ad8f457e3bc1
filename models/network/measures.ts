import { branchOf, type Forest } from './forest.ts';

/**
 * How a tree spread, by the mean distance of its people: 2 for a star, more the longer its chains.
 *
 *     sum over links of s (n - s) / (n (n - 1) / 2)          s: people below the link, n: people of the tree
 *
 * @param top place of the tree's top
 *
 * Source: Goel, Anderson, Hofman & Watts, The structural virality of online diffusion, 2016.
 */
export function structuralVirality(forest: Forest, top: number): number {
  const people = 1 + forest.downline[top]!;
  if (people < 2) return 0;
  let sum = 0;
  branchOf(forest, [top]).forEach((isIn, at) => {
    if (!isIn || at === top) return;
    const below = 1 + forest.downline[at]!;
    sum += below * (people - below);
  });
  return sum / ((people * (people - 1)) / 2);
}

/**
 * How unevenly something is spread over people: 0 for all alike, towards 1 for one who has all.
 *
 *     G = 2 sum i x_(i) / (n sum x) - (n + 1) / n
 *
 * Source: Gini, 1912.
 */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const all = sorted.reduce((sum, value) => sum + value, 0);
  if (all === 0) return 0;
  return (2 * sorted.reduce((sum, value, at) => sum + (at + 1) * value, 0)) / (n * all) - (n + 1) / n;
}

/** What the top `share` of people have of all, rounded up to a whole person. */
export function topShare(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort().reverse();
  const sum = (some: Float64Array) => some.reduce((total, value) => total + value, 0);
  return sum(sorted.subarray(0, Math.ceil(share * sorted.length))) / Math.max(1, sum(sorted));
}

const DAMPING = 0.85;

/**
 * Influence: PageRank over the links turned round, from who came to whom they came through. It sums to 1.
 *
 *     r(j) = (1 - d) v(j) + d (sum of r(i) of who came through j + v(j) sum of r of tops)        d = 0.85
 *
 * v is `weight` made to sum to 1: alike for all, or what each has spent, so that who brings those who spend counts for
 * more. What a tree's top receives goes to v as everybody's does, so that r is a multiple of c(j) = v(j) + d sum c(i):
 * one pass from the leaves gives what the usual rounds come to.
 *
 * @param weight shape (n,), none negative; alike where it sums to 0
 *
 * Source: Page, Brin, Motwani & Winograd, 1999; Haveliwala, Topic-sensitive PageRank, 2002, of the weights.
 */
export function influence({ parent, order }: Forest, weight: Float64Array | null = null): Float64Array {
  const isWeighted = weight?.some((value) => value > 0) ?? false;
  const rank = isWeighted ? weight!.slice() : new Float64Array(parent.length).fill(1);
  for (let i = order.length - 1; i >= 0; i--) {
    const person = order[i]!;
    const above = parent[person]!;
    if (above !== -1) rank[above]! += DAMPING * rank[person]!;
  }
  const all = rank.reduce((sum, value) => sum + value, 0);
  return rank.map((value) => value / all);
}

/**
 * Betweenness along the links: of how many pairs, somebody above and somebody below, the only line leads through each.
 *
 * Source: Freeman, A set of measures of centrality based on betweenness, 1977; in a forest it is `level` × `downline`.
 */
export function betweenness({ level, downline }: Forest): Float64Array {
  return Float64Array.from(level, (above, at) => above * downline[at]!);
}
