/** Who came through whom. Columns of equal length, one entry a referral; a member has one sponsor at most. */
export type Referrals = { readonly member: Int32Array; readonly sponsor: Int32Array };

/** A forest of referrals, and what each person stands for in it. Columns of shape (n,), one entry a person. */
export type Forest = {
  /** Ids of all who referred or were referred, ascending. */
  readonly id: Int32Array;
  /** Place of the sponsor in these columns; -1 for who came by themselves. */
  readonly parent: Int32Array;
  /** People who came through this one at first hand. */
  readonly direct: Int32Array;
  /** People who came through this one at any hand. */
  readonly downline: Int32Array;
  /** Steps to the farthest of them. */
  readonly depth: Int32Array;
  /** Places of the people, every one before those who came through them. */
  readonly order: Int32Array;
  /** Referrals that close a circle, and referrals of oneself: left out. */
  readonly circles: number;
};

/**
 * Builds the forest from its links, leaves to root, without recursion: chains may be as long as the shop is old.
 *
 * A second sponsor of a member and a link that closes a circle are left out; circles are counted.
 */
export function forestOf({ member, sponsor }: Referrals): Forest {
  const id = Int32Array.from(new Set([...member, ...sponsor])).sort();
  const place = new Map(Array.from(id, (person, at) => [person, at]));
  const parent = new Int32Array(id.length).fill(-1);
  const root = Int32Array.from(id.keys());
  let circles = 0;
  member.forEach((person, at) => {
    const [child, above] = [place.get(person)!, place.get(sponsor[at]!)!];
    if (parent[child] !== -1) return;
    if (rootOf(root, above) === child) circles++;
    else {
      parent[child] = above;
      root[child] = above;
    }
  });
  const direct = new Int32Array(id.length);
  for (const above of parent) if (above !== -1) direct[above]!++;
  const order = rootsFirst(parent, direct);
  const downline = new Int32Array(id.length);
  const depth = new Int32Array(id.length);
  for (const person of order.toReversed()) {
    const above = parent[person]!;
    if (above === -1) continue;
    downline[above]! += 1 + downline[person]!;
    depth[above] = Math.max(depth[above]!, 1 + depth[person]!);
  }
  return { id, parent, direct, downline, depth, order, circles };
}

/** The top of the tree that a person stands in, with the way there made short. */
function rootOf(root: Int32Array, person: number): number {
  let top = person;
  while (root[top] !== top) top = root[top]!;
  for (let at = person; root[at] !== top && at !== top; ) {
    const next = root[at]!;
    root[at] = top;
    at = next;
  }
  return top;
}

/** Leaves are taken off one after the other; turned round, everybody stands before those below. */
function rootsFirst(parent: Int32Array, direct: Int32Array): Int32Array {
  const waiting = direct.slice();
  const taken: number[] = [];
  for (let at = 0; at < parent.length; at++) if (waiting[at] === 0) taken.push(at);
  for (let next = 0; next < taken.length; next++) {
    const above = parent[taken[next]!]!;
    if (above !== -1 && --waiting[above]! === 0) taken.push(above);
  }
  return Int32Array.from(taken).reverse();
}

/** What each person's downline adds up to, themselves left out. `own` has shape (n,). */
export function belowOf({ parent, order }: Forest, own: Float64Array): Float64Array {
  const below = new Float64Array(own.length);
  for (const person of order.toReversed()) {
    const above = parent[person]!;
    if (above !== -1) below[above]! += own[person]! + below[person]!;
  }
  return below;
}

/**
 * How a tree spread, by the mean distance of its people: 2 for a star, more the longer its chains.
 *
 *     sum over links of s (n - s) / (n (n - 1) / 2)          s: people below the link, n: people of the tree
 *
 * @param root place of the tree's top
 *
 * Source: Goel, Anderson, Hofman & Watts, The structural virality of online diffusion, 2016.
 */
export function structuralVirality({ parent, downline, order }: Forest, root: number): number {
  const people = 1 + downline[root]!;
  const isIn = new Uint8Array(parent.length);
  isIn[root] = 1;
  let sum = 0;
  for (const person of order) {
    const above = parent[person]!;
    if (above === -1 || isIn[above] === 0) continue;
    isIn[person] = 1;
    const below = 1 + downline[person]!;
    sum += below * (people - below);
  }
  return people < 2 ? 0 : sum / ((people * (people - 1)) / 2);
}

/**
 * How unevenly something is spread over people: 0 for all alike, towards 1 for one who has all.
 *
 *     G = 2 sum i x_(i) / (n sum x) - (n + 1) / n
 *
 * Source: Gini, 1912.
 */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values as ArrayLike<number>).sort();
  const n = sorted.length;
  const all = sorted.reduce((sum, value) => sum + value, 0);
  if (all === 0) return 0;
  return (2 * sorted.reduce((sum, value, at) => sum + (at + 1) * value, 0)) / (n * all) - (n + 1) / n;
}

const DAMPING = 0.85;
const ENOUGH = 1e-12;
const MOST_ROUNDS = 1000;

/**
 * Influence: PageRank over the links turned round, from who came to whom they came through. It sums to 1.
 *
 *     r(j) = (1 - d) / n + d (sum of r(i) of who came through j + sum of r of roots / n)        d = 0.85
 *
 * Source: Page, Brin, Motwani & Winograd, 1999; roots hand their share to everybody.
 */
export function influence({ parent }: Forest): Float64Array {
  const n = parent.length;
  let rank = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Float64Array(n);
    let loose = 0;
    for (let at = 0; at < n; at++) {
      if (parent[at] === -1) loose += rank[at]!;
      else next[parent[at]!]! += rank[at]!;
    }
    let change = 0;
    for (let at = 0; at < n; at++) {
      next[at] = (1 - DAMPING) / n + DAMPING * (next[at]! + loose / n);
      change += Math.abs(next[at]! - rank[at]!);
    }
    rank = next;
    if (change < ENOUGH) break;
  }
  return rank;
}
