/** Unit prices and unit costs are kept in parts, so that prices below a penny stay exact. */
export const PARTS_PER_MINOR = 10_000;

/** Rounds half away from zero, as tills do, where Math.round would favour the positive. */
export function roundMinor(value: number): number {
  return value < 0 ? -Math.round(-value) || 0 : Math.round(value);
}
