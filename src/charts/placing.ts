import { LABEL_SIZE, LINE_HEIGHT, roomFor } from './look.ts';

/** Finds each label a place beside its point where it covers no other label, no point and no edge. All in pixels. */

export type Anchor = {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Of the dot the label must not cover. */
  readonly radius: number;
};

/** Where the middle of the first line stands; and, if that is away from the point, where a line to it may end. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly leader?: { readonly x: number; readonly y: number };
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Side = { readonly dx: number; readonly dy: number; readonly away: number; readonly effort: number };
type Candidate = { readonly place: Place; readonly area: Box; readonly effort: number };

const GAP = 5;
const LINE_WIDTH = 6;
/** How much further out a label goes that finds no place beside its point. */
const AWAY = 34;
/** Right first, as one reads. The effort is in the square pixels it is worth: a name beside its point needs no line to it. */
const BESIDE = [
  { dx: 1, dy: 0, away: 0, effort: 0 },
  { dx: -1, dy: 0, away: 0, effort: 20 },
  { dx: 0, dy: -1, away: 0, effort: 20 },
  { dx: 0, dy: 1, away: 0, effort: 20 },
  { dx: 1, dy: -1, away: 0, effort: 40 },
  { dx: 1, dy: 1, away: 0, effort: 40 },
  { dx: -1, dy: -1, away: 0, effort: 60 },
  { dx: -1, dy: 1, away: 0, effort: 60 },
] as const;
const further = (steps: number): Side[] => BESIDE.map((side) => ({ ...side, away: steps * AWAY, effort: steps * 400 }));
const SIDES: readonly Side[] = [...BESIDE, ...further(1), ...further(2)];
/** Each label moves to its best place given the others, in turn, until nothing gets better or so many rounds are over. */
const ROUNDS = 6;

type Size = { readonly width: number; readonly height: number };

/** The places of the labels of `anchors`, in their order. Lines drawn through `lines` are better not covered. */
export function placeLabels(
  anchors: readonly Anchor[],
  plot: Size,
  lines: readonly { readonly x: number; readonly y: number }[] = [],
): Place[] {
  const dots = anchors.map(({ x, y, radius }) => around(x, y, { width: 2 * radius, height: 2 * radius }));
  const crossed = lines.map(({ x, y }) => around(x, y, { width: LINE_WIDTH, height: LINE_WIDTH }));
  const candidates = anchors.map((anchor) => SIDES.map((side) => candidate(anchor, side)));
  // What does not depend on the other labels is counted once.
  const costs = candidates.map((sides, own) =>
    sides.map(
      ({ area, effort }) =>
        effort +
        4 * outside(area, plot) +
        sum(dots.map((dot, i) => (i === own ? 0 : 2 * overlap(area, dot)))) +
        sum(crossed.map((point) => overlap(area, point))),
    ),
  );
  const chosen = anchors.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [own, sides] of candidates.entries()) {
      const total = sides.map(
        ({ area }, side) =>
          costs[own]![side]! +
          2 * sum(candidates.map((others, i) => (i === own ? 0 : overlap(area, others[chosen[i]!]!.area)))),
      );
      chosen[own] = total.indexOf(Math.min(...total));
    }
  }
  return candidates.map((sides, i) => sides[chosen[i]!]!.place);
}

function candidate({ lines, x, y, radius }: Anchor, { dx, dy, away, effort }: Side): Candidate {
  const width = Math.max(...lines.map((line) => roomFor(line)));
  const height = (lines.length - 1) * LINE_HEIGHT + LABEL_SIZE;
  const reach = radius + GAP + away;
  // At a corner the dot's own curve leaves room.
  const corner = dx !== 0 && dy !== 0 ? 0.7 : 1;
  const edge = { x: x + dx * reach * corner, y: y + dy * (reach * corner + height / 2) };
  const align = dx === 0 ? 'center' : dx > 0 ? 'left' : 'right';
  return {
    place: {
      x: edge.x,
      y: edge.y - ((lines.length - 1) / 2) * LINE_HEIGHT,
      align,
      ...(away > 0 && { leader: { x: edge.x, y: edge.y - dy * (height / 2) } }),
    },
    area: around(edge.x + (dx * width) / 2, edge.y, { width: width + 2 * GAP, height: height + GAP }),
    effort,
  };
}

function around(x: number, y: number, { width, height }: Size): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function outside(area: Box, { width, height }: Size): number {
  const whole = (area.right - area.left) * (area.bottom - area.top);
  return whole - overlap(area, { left: 0, right: width, top: 0, bottom: height });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
