import type { Interval } from '../../models/forecast/types.ts';
import { change, type Quantity } from '../../words/say.ts';

/** How far the ends of a band lie from what is expected, as shares of it: −0.18 and +0.22. */
export type Width = { readonly below: number; readonly above: number };

/** The width of the 80% band that is shown, computed from that band and nothing else. Null where nothing is expected. */
export function widthOf({ expected, low80, high80 }: Pick<Interval, 'expected' | 'low80' | 'high80'>): Width | null {
  return expected > 0 ? { below: low80 / expected - 1, above: high80 / expected - 1 } : null;
}

/** "−18%", "+22%": a whole percent with its sign. */
export function signed(share: number): Quantity {
  return change(Math.round(100 * share) / 100);
}

/** A range up to so many times what is expected says nothing about stock. */
const TOO_WIDE = 4;

/** Units that are enough 9 times in 10: the upper end of the 80% band. Null where it is many times what is expected. */
export function enoughOf({ expected, high80 }: Pick<Interval, 'expected' | 'high80'>): number | null {
  return high80 > TOO_WIDE * expected ? null : Math.ceil(high80);
}
