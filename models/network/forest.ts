/** Who came through whom. Columns of equal length, one entry a referral; a member has one sponsor at most. */
export type Referrals = { readonly member: Int32Array; readonly sponsor: Int32Array };

/** A forest of referrals, and what each person stands for in it. Columns of shape (n,), one entry a person. */
export type Forest = {
  /** Ids of all who referred or were referred, ascending. */
  readonly id: Int32Array;
  /** Place of the sponsor in these columns; -1 for who came by themselves. */
  readonly parent: Int32Array;
  /** Steps from the top of the tree; 0 for who came by themselves. */
  readonly level: Int32Array;
  /** People who came through this one at first hand. */
  readonly direct: Int32Array;
  /** People who came through those. */
  readonly next: Int32Array;
  /** People who came through this one at any hand. */
  readonly downline: Int32Array;
  /** Steps to the farthest of them. */
  readonly depth: Int32Array;
  /** Places of the people, every one before those who came through them. */
  readonly order: Int32Array;
  readonly leftOut: LeftOut;
};

/** Referrals that no forest can hold. */
export type LeftOut = {
  /** People who are said to have come through themselves. */
  readonly selves: number;
  /** Referrals that close a circle of several people: one of each circle. */
  readonly circles: number;
  /** A second sponsor of somebody. */
  readonly twice: number;
};

/**
 * Builds the forest from its links, leaves to root, without recursion: chains may be as long as the shop is old.
 *
 * Of a circle the link of the member with the highest id is left out, whatever order the rows are in.
 */
export function forestOf({ member, sponsor }: Referrals): Forest {
  const id = distinct(member, sponsor);
  const place = new Map<number, number>();
  id.forEach((person, at) => void place.set(person, at));
  const told = new Int32Array(id.length).fill(-1);
  let [selves, circles, twice] = [0, 0, 0];
  member.forEach((person, at) => {
    const child = place.get(person)!;
    if (person === sponsor[at]) selves++;
    else if (told[child] !== -1) twice++;
    else told[child] = place.get(sponsor[at]!)!;
  });
  const parent = new Int32Array(id.length).fill(-1);
  const top = Int32Array.from(id.keys());
  told.forEach((above, child) => {
    if (above === -1) return;
    if (topOf(top, above) === child) circles++;
    else {
      parent[child] = above;
      top[child] = above;
    }
  });
  return { id, parent, ...countsOf(parent), leftOut: { selves, circles, twice } };
}

function distinct(member: Int32Array, sponsor: Int32Array): Int32Array {
  const all = new Int32Array(member.length + sponsor.length);
  all.set(member);
  all.set(sponsor, member.length);
  return all.sort().filter((person, at, sorted) => at === 0 || person !== sorted[at - 1]);
}

/** The top of the tree that a person stands in, with the way there made short (union-find). */
function topOf(above: Int32Array, person: number): number {
  let top = person;
  while (above[top] !== top) top = above[top]!;
  for (let at = person; above[at] !== top && at !== top; ) {
    const next = above[at]!;
    above[at] = top;
    at = next;
  }
  return top;
}

function countsOf(parent: Int32Array) {
  const column = () => new Int32Array(parent.length);
  const [level, direct, next, downline, depth] = [column(), column(), column(), column(), column()];
  for (const above of parent) if (above !== -1) direct[above]!++;
  const order = topsFirst(parent, direct);
  for (let i = order.length - 1; i >= 0; i--) {
    const person = order[i]!;
    const above = parent[person]!;
    if (above === -1) continue;
    next[above]! += direct[person]!;
    downline[above]! += 1 + downline[person]!;
    depth[above] = Math.max(depth[above]!, 1 + depth[person]!);
  }
  for (const person of order) if (parent[person] !== -1) level[person] = 1 + level[parent[person]!]!;
  return { level, direct, next, downline, depth, order };
}

/** Leaves are taken off one after the other; turned round, everybody stands before those below. */
function topsFirst(parent: Int32Array, direct: Int32Array): Int32Array {
  const waiting = direct.slice();
  const taken = new Int32Array(parent.length);
  let count = 0;
  for (let at = 0; at < parent.length; at++) if (waiting[at] === 0) taken[count++] = at;
  for (let next = 0; next < count; next++) {
    const above = parent[taken[next]!]!;
    if (above !== -1 && --waiting[above]! === 0) taken[count++] = above;
  }
  return taken.reverse();
}

/** What the people at first hand add up to. Over all sponsors everybody is counted once. `own` has shape (n,). */
export function directSumOf({ parent }: Forest, own: Float64Array): Float64Array {
  const sum = new Float64Array(own.length);
  parent.forEach((above, at) => {
    if (above !== -1) sum[above]! += own[at]!;
  });
  return sum;
}

/** What each person's downline adds up to, themselves left out: everybody counts below each sponsor above. */
export function belowOf({ parent, order }: Forest, own: Float64Array): Float64Array {
  const below = new Float64Array(own.length);
  for (let i = order.length - 1; i >= 0; i--) {
    const person = order[i]!;
    const above = parent[person]!;
    if (above !== -1) below[above]! += own[person]! + below[person]!;
  }
  return below;
}

/** Who stands in the trees below `tops`, these included. Shape (n,), 1 or 0. */
export function branchOf({ parent, order }: Forest, tops: readonly number[]): Uint8Array {
  const isIn = new Uint8Array(parent.length);
  for (const top of tops) isIn[top] = 1;
  for (const person of order) if (parent[person] !== -1 && isIn[parent[person]!]) isIn[person] = 1;
  return isIn;
}
