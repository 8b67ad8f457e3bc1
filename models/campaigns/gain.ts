import { salesAt } from './curve.ts';
import { quantileOf } from './interval.ts';
import { drawsOf } from './response.ts';
import type { Gain, ResponseCurve } from './types.ts';

/** A line whose weekly spend goes from one amount to another. */
export type Move = {
  /** Its place among the lines. */
  readonly at: number;
  readonly curve: ResponseCurve;
  readonly from: number;
  readonly to: number;
};

/**
 * What moves bring a week: sum of weight (sales after - sales before), less `cost` of each unit spent more.
 *
 * Copies of the curves are taken together, the first with the first: those of one model's draws belong together. The
 * interval always holds the expected value. Null without a move.
 */
export function gainOf(moves: readonly Move[], weightOf: (move: Move) => number, cost = 0): Gain | null {
  if (moves.length === 0) return null;
  const priced = moves.map((move) => ({ ...move, draws: drawsOf(move.curve), weight: weightOf(move) }));
  const spent = cost * moves.reduce((sum, { from, to }) => sum + to - from, 0);
  const of = (draw: number | null) =>
    priced.reduce((sum, { curve, draws, from, to, weight }) => {
      const one = draw === null ? curve : draws[draw]!;
      return sum + weight * (salesAt(one, to) - salesAt(one, from));
    }, -spent);
  const expected = of(null);
  const count = Math.min(...priced.map(({ draws }) => draws.length));
  if (count === 0) return { expected, low80: expected, high80: expected };
  const drawn = Array.from({ length: count }, (_, draw) => of(draw)).sort((x, y) => x - y);
  return {
    expected,
    low80: Math.min(expected, quantileOf(drawn, 0.1)),
    high80: Math.max(expected, quantileOf(drawn, 0.9)),
  };
}
