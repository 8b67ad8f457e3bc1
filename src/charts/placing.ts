import { LABEL_SIZE, roomFor } from './look.ts';

/** Finds each label a place beside its point where it covers no other label, no point and no edge. All in pixels. */

export type Anchor = { readonly text: string; readonly x: number; readonly y: number; readonly radius: number };

export type Placed = {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const HEIGHT = LABEL_SIZE * 1.15;
const GAP = 4;
const LINE_WIDTH = 6;
/** Right first, as one reads; then above and below, left, and the same a line further away. */
const SIDES = [
  { align: 'left', dx: 1, dy: 0 },
  { align: 'center', dx: 0, dy: -1 },
  { align: 'center', dx: 0, dy: 1 },
  { align: 'right', dx: -1, dy: 0 },
  { align: 'left', dx: 1, dy: -1 },
  { align: 'left', dx: 1, dy: 1 },
  { align: 'right', dx: -1, dy: -1 },
  { align: 'right', dx: -1, dy: 1 },
  { align: 'center', dx: 0, dy: -2 },
  { align: 'center', dx: 0, dy: 2 },
  { align: 'center', dx: 0, dy: -3 },
  { align: 'center', dx: 0, dy: 3 },
] as const;

/** Where the middle of each label's line stands. Those first in the list choose first; lines are better not crossed. */
export function placeLabels(
  anchors: readonly Anchor[],
  plot: { readonly width: number; readonly height: number },
  lines: readonly { readonly x: number; readonly y: number }[] = [],
): Placed[] {
  const taken: Box[] = [];
  const crossed = lines.map(({ x, y }) => box(x, y, { width: LINE_WIDTH, height: LINE_WIDTH }));
  const points = anchors.map(({ x, y, radius }) => box(x, y, { width: 2 * radius, height: 2 * radius }));
  return anchors.map((anchor, own): Placed => {
    const candidates = SIDES.map((side) => candidate(anchor, side));
    const cost = ({ area }: { readonly area: Box }) =>
      outside(area, plot) +
      taken.reduce((sum, other) => sum + overlap(area, other), 0) +
      points.reduce((sum, other, i) => sum + (i === own ? 0 : overlap(area, other)), 0) +
      crossed.reduce((sum, other) => sum + overlap(area, other), 0);
    const costs = candidates.map(cost);
    const best = candidates[costs.indexOf(Math.min(...costs))]!;
    taken.push(best.area);
    return best.placed;
  });
}

function candidate({ text, x, y, radius }: Anchor, { align, dx, dy }: (typeof SIDES)[number]) {
  const width = roomFor(text);
  const at = {
    x: x + dx * (radius + GAP),
    y: y + dy * (dx === 0 ? radius + GAP / 2 + HEIGHT * (Math.abs(dy) - 0.5) : HEIGHT * 0.8),
  };
  const centre = align === 'center' ? at.x : at.x + (dx * width) / 2;
  return { placed: { ...at, align }, area: box(centre, at.y, { width, height: HEIGHT }) };
}

function box(x: number, y: number, { width, height }: { readonly width: number; readonly height: number }): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function outside(
  { left, right, top, bottom }: Box,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const beyond = Math.max(0, -left) + Math.max(0, right - width) + Math.max(0, -top) + Math.max(0, bottom - height);
  return beyond * HEIGHT;
}
