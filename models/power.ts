/** Normal quantiles of a two-sided test at 5 % and of 80 % power, added. */
const Z = 1.959_963_984_540_054 + 0.841_621_233_572_914;
const STEPS = 60;

/** People in each of two arms. */
export type Arms = { readonly treated: number; readonly held: number };

/**
 * The smallest rise that a comparison of two shares will find four times out of five.
 *
 *     p1 - p0 = (z_a + z_b) sqrt(p1 (1 - p1)/n1 + p0 (1 - p0)/n0)
 *
 * @param base the share among those left alone, above 0 and below 1
 * @returns the rise against the base (0.66 = +66 %); null where even everybody answering would not be found
 *
 * Source: Fleiss, Statistical Methods for Rates and Proportions, 1981, without pooling, because the arms differ in size.
 */
export function smallestRise(base: number, arms: Arms): number | null {
  if (!(base > 0 && base < 1) || arms.treated < 1 || arms.held < 1) return null;
  const isSeen = (share: number) => share - base >= needed(base, share, arms);
  if (!isSeen(1)) return null;
  let [low, high] = [base, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (isSeen(middle)) high = middle;
    else low = middle;
  }
  return high / base - 1;
}

/**
 * How many people in all it takes to find a rise, when this share of them is held out.
 *
 * @param rise 0.1 for +10 % of the base
 * @returns null where the rise would be one above everybody
 */
export function peopleFor(base: number, rise: number, heldShare: number): number | null {
  const share = base * (1 + rise);
  if (share > 1) return null;
  const one = { treated: 1 - heldShare, held: heldShare };
  // Each term falls with the root of the number of people.
  return Math.ceil((needed(base, share, one) / (share - base)) ** 2);
}

function needed(base: number, share: number, { treated, held }: Arms): number {
  return Z * Math.sqrt((share * (1 - share)) / treated + (base * (1 - base)) / held);
}
