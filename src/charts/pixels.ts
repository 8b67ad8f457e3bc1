/** So few, because the painter rounds them off: every point costs time. */
const CURVE_STEPS = 10;

/** For drawings with a layout of their own: `x` and `y` are pixels from the upper left corner of the plot. */
export const pixels = { x: pixel('x'), y: pixel('y') };

/** A line that leaves and arrives level, and stays so for a while, so that it can be named there (Perlin's smootherstep). */
export function curve({
  x,
  y,
  x2,
  y2,
}: {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}) {
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const t = step / CURVE_STEPS;
    return { x: x + (x2 - x) * t, y: y + (y2 - y) * t ** 3 * (6 * t * t - 15 * t + 10) };
  });
}

export function pixel(field: string) {
  return { field, type: 'quantitative', scale: null, axis: null } as const;
}
