/** For drawings with a layout of their own: `x` and `y` are pixels from the upper left corner of the plot. */
export const pixels = { x: pixel('x'), y: pixel('y') };

export function pixel(field: string) {
  return { field, type: 'quantitative', scale: null, axis: null } as const;
}
