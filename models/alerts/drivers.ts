/** Net revenue of a window and of the time before it, by the members of one cut. A null name: orders that tell none. */
export type Cut = {
  readonly names: readonly (string | null)[];
  readonly revenueMinor: ArrayLike<number>;
  readonly baseMinor: ArrayLike<number>;
};

export type Driver = {
  readonly name: string | null;
  readonly actual: number;
  readonly expected: number;
  /** actual - expected. */
  readonly difference: number;
};

/**
 * Shares a difference out to the members of one cut, largest first. Of what was expected, each member is expected to
 * bring the share it had before:
 *
 *     expected[m] = expected total * base[m] / sum base,      difference[m] = actual[m] - expected[m]
 *
 * The differences of a cut add up to the one difference. Other cuts share out the same one again: they do not add.
 * Empty when nothing was sold before, so that no share is known.
 */
export function driversOf({ names, revenueMinor, baseMinor }: Cut, expectedTotal: number): Driver[] {
  const base = Array.from(baseMinor).reduce((sum, value) => sum + value, 0);
  if (!(base > 0)) return [];
  return names
    .map((name, i) => {
      const actual = revenueMinor[i]!;
      const expected = (expectedTotal * baseMinor[i]!) / base;
      return { name, actual, expected, difference: actual - expected };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
