import { seeded } from '../../../models/random.ts';
import { normal, shopDays } from './series.ts';

const NOISE = 0.2;
/** Once in a quarter, on average, the level moves for good, by 15 % or so. */
const SHIFTS_A_DAY = 1 / 90;
const SHIFT = 0.15;

/** Daily sales of a made-up shop whose level shifts now and then, up or down. Shape (days,), from a Monday. */
export function shiftingShop(days: number, seed: number): Float64Array {
  const random = seeded(seed);
  let level = 0;
  return shopDays(days, { random, noise: NOISE }).map((value) => {
    if (random() < SHIFTS_A_DAY) level += SHIFT * normal(random);
    return value * Math.exp(level);
  });
}
