/**
 * Finds a low point of a function of a few numbers without its slope: the simplex of Nelder & Mead.
 *
 * Deterministic; `limit` bounds the evaluations, so no series can make it run on. What `cost` cannot take it answers
 * with Infinity.
 *
 * @param start  shape (k,), the first corner
 * @param spread shape (k,), how far along each axis the other corners lie
 *
 * Source: Nelder & Mead, A simplex method for function minimization, 1965.
 */
export function minimise(
  cost: (at: Float64Array) => number,
  { start, spread, limit = 120 }: { start: readonly number[]; spread: readonly number[]; limit?: number },
): Float64Array {
  const k = start.length;
  const corners = Array.from({ length: k + 1 }, (_, i) => {
    const at = Float64Array.from(start, (value, axis) => value + (axis === i - 1 ? spread[axis]! : 0));
    return { at, cost: cost(at) };
  });
  const probe = (centre: Float64Array, from: Float64Array, by: number) => {
    const at = new Float64Array(k);
    for (let axis = 0; axis < k; axis++) at[axis] = centre[axis]! + by * (from[axis]! - centre[axis]!);
    return { at, cost: cost(at) };
  };
  for (let used = k + 1; used < limit; ) {
    corners.sort((a, b) => a.cost - b.cost);
    const worst = corners[k]!;
    if (Math.abs(worst.cost - corners[0]!.cost) <= 1e-8 * (Math.abs(corners[0]!.cost) + 1e-12)) break;
    const centre = new Float64Array(k);
    for (let i = 0; i < k; i++) for (let axis = 0; axis < k; axis++) centre[axis]! += corners[i]!.at[axis]! / k;
    const mirrored = probe(centre, worst.at, -1);
    used++;
    let next = mirrored;
    if (mirrored.cost < corners[0]!.cost) {
      const further = probe(centre, worst.at, -2);
      used++;
      if (further.cost < mirrored.cost) next = further;
    } else if (mirrored.cost >= corners[k - 1]!.cost) {
      next = probe(centre, mirrored.cost < worst.cost ? mirrored.at : worst.at, 0.5);
      used++;
    }
    if (next.cost < worst.cost) {
      corners[k] = next;
      continue;
    }
    for (let i = 1; i <= k; i++) corners[i] = probe(corners[0]!.at, corners[i]!.at, 0.5);
    used += k;
  }
  return corners.reduce((best, corner) => (corner.cost < best.cost ? corner : best)).at;
}
