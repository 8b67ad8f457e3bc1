import { type Curve, inflexionOf, marginalAt, salesAt, spendAt } from './curve.ts';

/** One line that may be given `low` to `high` of the total; what it brings counts `weight` times, from 0. */
export type Share = { readonly curve: Curve; readonly weight: number; readonly low: number; readonly high: number };

/** Children looked at before the search is content with what it has, and how far from the best that may be. */
const MOST_NODES = 400;
const CLOSE_ENOUGH = 1e-9;

/**
 * The split of a total that brings most, whatever the shape of the curves.
 *
 *     maximise sum of w_i sales_i(x_i)   subject to   sum of x_i = total,  low_i <= x_i <= high_i
 *
 * Where every curve flattens, equal marginal returns are the answer. An S-shaped one has a stretch where more brings
 * ever more: there its concave envelope, the straight line from `low` to the point of tangency, stands for it. The
 * answer to that is exact, and an upper bound; at most one line lies inside its straight stretch. Branch and bound
 * cuts that line's range in two where it lies, until no branch can bring more: so a campaign that does not pay at small
 * spends is not missed, and not fed half.
 *
 * @param total between the sums of the bounds
 * @returns shape (lines,), summing to the total but for rounding
 *
 * Source: Falk & Soland, An Algorithm for Separable Nonconvex Programming Problems, 1969; equal marginal returns: Boyd
 * & Vandenberghe, Convex Optimization, 5.5.3.
 */
export function bestSplit(total: number, lines: readonly Share[]): number[] {
  if (lines.length === 0) return [];
  let best = relax(total, lines.map(boxOf), lines);
  let most = best.value;
  const open = [best];
  for (let nodes = 0; open.length > 0 && nodes < MOST_NODES; nodes++) {
    open.sort((a, b) => a.bound - b.bound);
    const node = open.pop()!;
    if (node.bound <= most + CLOSE_ENOUGH * Math.abs(most)) break;
    for (const boxes of halves(node, lines)) {
      if (total < sum(boxes.map(({ low }) => low)) || total > sum(boxes.map(({ high }) => high))) continue;
      const child = relax(total, boxes, lines);
      if (child.value > most) {
        most = child.value;
        best = child;
      }
      if (child.bound > most + CLOSE_ENOUGH * Math.abs(most)) open.push(child);
    }
  }
  return polished(total, best.split, lines);
}

/** A range of one line with the envelope over it: straight with `slope` from `low` to `bend`, the curve from there on. */
type Box = { readonly low: number; readonly high: number; readonly bend: number; readonly slope: number };

type Node = {
  readonly boxes: readonly Box[];
  readonly split: readonly number[];
  /** What the split brings, and what none within these boxes can exceed. */
  readonly value: number;
  readonly bound: number;
};

function boxOf({ curve, weight, low, high }: Share): Box {
  const inflexion = inflexionOf(curve);
  const rise = (spend: number) => (salesAt(curve, spend) - salesAt(curve, low)) / (spend - low);
  const box = (bend: number): Box => ({ low, high, bend, slope: bend > low ? weight * rise(bend) : Infinity });
  if (weight * curve.a <= 0 || low >= inflexion || high <= low) return box(low);
  if (high <= inflexion || marginalAt(curve, high) >= rise(high)) return box(high);
  let from = inflexion;
  let to = high;
  for (let round = 0; round < 100 && to - from > 1e-12 * to; round++) {
    const middle = (from + to) / 2;
    if (marginalAt(curve, middle) > rise(middle)) from = middle;
    else to = middle;
  }
  return box(to);
}

/** The best split where envelopes stand for curves. `total` lies between the sums of the boxes' bounds. */
function relax(total: number, boxes: readonly Box[], lines: readonly Share[]): Node {
  const at = (logPrice: number) => {
    const price = Math.exp(logPrice);
    return boxes.map(({ low, high, bend, slope }, i) => {
      const { curve, weight } = lines[i]!;
      if (weight * curve.a <= 0 || high <= low || price >= slope) return low;
      return clamp(spendAt(curve, price / weight), bend, high);
    });
  };
  const [cheapest, dearest] = pricesOf(boxes, lines);
  let cheap = cheapest;
  let dear = dearest;
  for (let round = 0; round < 100; round++) {
    const price = (cheap + dear) / 2;
    if (price === cheap || price === dear) break;
    if (sum(at(price)) > total) cheap = price;
    else dear = price;
  }
  // Lines whose straight stretch begins at this very price take the rest, one after the other; then any with room.
  const split = at(dear);
  const wish = at(cheap);
  let rest = total - sum(split);
  for (const limits of [wish, boxes.map(({ high }) => high)]) {
    split.forEach((x, i) => {
      const more = clamp(rest, 0, limits[i]! - x);
      split[i] = x + more;
      rest -= more;
    });
  }
  return {
    boxes,
    split,
    value: sum(split.map((x, i) => lines[i]!.weight * salesAt(lines[i]!.curve, x))),
    bound: sum(split.map((x, i) => envelopeAt(boxes[i]!, lines[i]!, x))),
  };
}

/** log prices at which every line stands at its upper, and at its lower end. */
function pricesOf(boxes: readonly Box[], lines: readonly Share[]): [number, number] {
  const worth = ({ curve, weight }: Share, spend: number) => weight * marginalAt(curve, spend);
  const logs = (prices: readonly number[]) => prices.map((price) => Math.log(clamp(price, 1e-300, 1e300)));
  const ends = boxes.map(({ high, bend, slope }, i) => {
    const end = worth(lines[i]!, high);
    return bend >= high && slope < Infinity ? Math.min(slope, end) : end;
  });
  const starts = boxes.map(({ low, bend, slope }, i) => (bend > low ? slope : worth(lines[i]!, low)));
  return [Math.min(...logs(ends)) - 1, Math.max(...logs(starts)) + 1];
}

function envelopeAt({ low, bend, slope }: Box, { curve, weight }: Share, x: number): number {
  return x < bend ? weight * salesAt(curve, low) + slope * (x - low) : weight * salesAt(curve, x);
}

/** The node's boxes twice, that of the line furthest under its envelope cut where it lies. */
function halves({ boxes, split }: Node, lines: readonly Share[]): Box[][] {
  const gaps = split.map(
    (x, i) => envelopeAt(boxes[i]!, lines[i]!, x) - lines[i]!.weight * salesAt(lines[i]!.curve, x),
  );
  const widest = gaps.indexOf(Math.max(...gaps));
  const { low, high } = boxes[widest]!;
  const cut = split[widest]!;
  if (!(cut > low && cut < high)) return [];
  return [
    { low, high: cut },
    { low: cut, high },
  ].map((range) => boxes.map((box, i) => (i === widest ? boxOf({ ...lines[i]!, ...range }) : box)));
}

/**
 * Equal marginal returns to the last digit. Lines past their steepest point solve that among themselves; one line may
 * lie before it, where each unit still brings more: it moves by the secant method until its marginal return is theirs.
 */
function polished(total: number, split: readonly number[], lines: readonly Share[]): number[] {
  const steepest = lines.map(({ curve, low }) => Math.max(low, inflexionOf(curve)));
  const rising = split.findIndex((x, i) => x > lines[i]!.low && x < Math.min(steepest[i]!, lines[i]!.high));
  const solve = (x: number) => {
    const fixed = lines.map((line, i) => {
      if (i === rising) return { ...line, low: x, high: x };
      if (split[i]! < steepest[i]!) return { ...line, low: split[i]!, high: split[i]! };
      return { ...line, low: steepest[i]! };
    });
    const found = relax(total, fixed.map(boxOf), fixed).split;
    const other = found.findIndex((y, i) => i !== rising && y > fixed[i]!.low && y < fixed[i]!.high);
    const worth = (i: number) => lines[i]!.weight * marginalAt(lines[i]!.curve, found[i]!);
    return { split: found, apart: rising < 0 || other < 0 ? 0 : worth(rising) / worth(other) - 1 };
  };
  let at = rising < 0 ? 0 : split[rising]!;
  let now = solve(at);
  let before = { at: at * (1 - 1e-6), apart: now.apart === 0 ? 0 : solve(at * (1 - 1e-6)).apart };
  for (let round = 0; round < 20 && Math.abs(now.apart) > 1e-12 && now.apart !== before.apart; round++) {
    const next = at - (now.apart * (at - before.at)) / (now.apart - before.apart);
    if (!(Math.abs(next - at) < 1e-2 * at)) break;
    before = { at, apart: now.apart };
    at = next;
    now = solve(at);
  }
  return now.split.map((x, i) => snapped(x, lines[i]!, 1e-9 * total));
}

/** What arithmetic left a hair from a bound lies on it. */
function snapped(x: number, { low, high }: Share, hair: number): number {
  if (x - low < hair) return low;
  return high - x < hair ? high : x;
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
