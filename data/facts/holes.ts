import { toDay } from '../days.ts';
import type { Hole } from '../types/series.ts';
import type { EpochDay } from '../types/shop.ts';

/** So many days without one order, inside a file, were not exported: shops close for a week at the turn of the year. */
const FORTNIGHT = 14;
/** Holes are rare: a shop with more than one in so many days simply sells seldom. */
const DAYS_PER_HOLE = 120;

export type Stretch = { readonly first: EpochDay; readonly last: EpochDay };

/**
 * The days of a history of which nothing is known.
 *
 * Inside a file, a fortnight or more without an order; not where that is the shop's habit. Between files, days that
 * none of them reaches, when they are more in a row than the shop ever went without an order.
 *
 * @param traded   the days with orders, in order
 * @param told     from the first to the last order of each file
 */
export function holesOf(traded: readonly EpochDay[], told: readonly Stretch[]): Hole[] {
  const quiet = traded.slice(1).flatMap((day, at): Quiet[] => {
    const first = traded[at]! + 1;
    return day > first
      ? [{ first, last: day - 1, inFile: told.some((file) => file.first < first && file.last >= day) }]
      : [];
  });
  const length = ({ first, last }: Stretch) => last - first + 1;
  const inside = quiet.filter(({ inFile }) => inFile);
  const long = inside.filter((stretch) => length(stretch) >= FORTNIGHT);
  const span = traded.length > 0 ? traded.at(-1)! - traded[0]! + 1 : 0;
  const lost = long.reduce((days, stretch) => days + length(stretch), 0);
  const seldom = long.length > Math.max(1, span / DAYS_PER_HOLE) || lost > span / 2;
  const habit = Math.max(0, ...inside.filter((stretch) => seldom || !long.includes(stretch)).map(length));
  return quiet
    .filter((stretch) => (stretch.inFile ? !seldom && long.includes(stretch) : length(stretch) > habit))
    .map((stretch) => ({ from: toDay(stretch.first), to: toDay(stretch.last), days: length(stretch) }));
}

/** Days without an order between two with orders; `inFile`: one file tells of both. */
type Quiet = Stretch & { readonly inFile: boolean };
