/** To two places: as exact as a sentence about an agreement, a separation or a correlation may sound. */
export function hundredths(value: number): number {
  return Math.round(100 * value) / 100;
}
