import type { Random } from '../../../models/random.ts';

/** A standard normal draw (Box-Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Monday first. */
const week = [1, 0.9, 0.95, 1.05, 1.2, 1.4, 0.5];

/** Daily sales of a made-up shop: level, growth per day, week, lognormal noise. The first day is a Monday. */
export function shopDays(
  days: number,
  {
    random,
    noise = 0.15,
    growth = 0,
    level = 100_000,
  }: { random: Random; noise?: number; growth?: number; level?: number },
): Float64Array {
  return Float64Array.from({ length: days }, (_, i) =>
    Math.round(level * Math.exp(growth * i) * week[i % 7]! * Math.exp(noise * normal(random))),
  );
}

/** A Monday. */
export const MONDAY = '2024-01-01';
