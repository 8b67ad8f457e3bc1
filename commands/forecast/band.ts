import type { Interval } from '../../models/forecast/types.ts';

/** How far the ends of a band lie from what is expected, as shares of it: −0.18 and +0.22. */
export type Width = { readonly below: number; readonly above: number };

/** The width of the 80% band that is shown, computed from that band and nothing else. Null where nothing is expected. */
export function widthOf({ expected, low80, high80 }: Pick<Interval, 'expected' | 'low80' | 'high80'>): Width | null {
  return expected > 0 ? { below: low80 / expected - 1, above: high80 / expected - 1 } : null;
}

/** "−18%", "+22%": a whole percent with its sign. */
export function signed(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(Math.round(100 * share))}%`;
}
