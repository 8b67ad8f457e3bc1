import { holds, type RowIdentity, type Values } from './identity.ts';

/** Cells of a row that are tried in every combination; a row with more of them is not worth guessing at. */
const MOST_TRIED = 10;

/** Columns where a lost thousand can be put back. */
export type Repairable = {
  /** Of whole numbers: a fraction there is a fault. */
  readonly whole: readonly string[];
  /** Of averages: a fraction there is a fault only when an identity says so. */
  readonly averages: readonly string[];
};

/**
 * Puts back the thousands of a row whose `1.627` was taken for one and a half. What has a fraction where whole numbers
 * are due is a thousandfold; what is whole and below 1,000 may be, as 3.000 was read as 3, and only the identities tell.
 * The fewest such cells that make all identities hold are taken, averages with a fraction before whole numbers, if there
 * is one way only.
 *
 * @returns the mended row, or null when none or several ways make it hold
 */
export function withThousands(
  values: Values,
  { whole, averages }: Repairable,
  identities: readonly RowIdentity[],
): Values | null {
  const mended: Record<string, number | null> = { ...values };
  for (const column of whole) {
    const value = values[column];
    if (value == null || Number.isInteger(value)) continue;
    const times = thousandfold(value);
    if (!Number.isInteger(times) || Math.abs(value) >= 1000) return null;
    mended[column] = times;
  }
  const broken = identities.filter((identity) => holds(identity, mended) === false);
  if (broken.length === 0) return mended;
  const doubtful = [...whole, ...averages].filter((column) => {
    const value = values[column];
    const isSmall = value != null && value !== 0 && Math.abs(value) < 1000;
    return isSmall && mended[column] === value && broken.some(({ of }) => of.includes(column));
  });
  if (doubtful.length > MOST_TRIED) return null;
  // An average with a fraction shows what was done to it; a small whole number shows nothing.
  const visible = doubtful.filter((column) => !Number.isInteger(values[column]));
  for (const columns of [visible, doubtful]) {
    for (let size = 1; size <= columns.length; size++) {
      const ways = choices(columns, size)
        .map((some) => ({ ...mended, ...Object.fromEntries(some.map((at) => [at, thousandfold(values[at]!)])) }))
        .filter((way) => identities.every((identity) => holds(identity, way) !== false));
      if (ways.length === 1) return ways[0]!;
      if (ways.length > 1) return null;
    }
  }
  return null;
}

function choices<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return of.flatMap((first, at) => choices(of.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

/** Without what binary fractions add. */
function thousandfold(value: number): number {
  return Math.round(value * 1e6) / 1e3;
}
