import type { LedgerWeek } from '../../data/state/types/ledger.ts';
import { type Said, say } from '../../words/say.ts';

/** How far off a number was, as a share of what came; null while nothing came. */
export function offBy(said: number, came: number | null): number | null {
  return came ? (said - came) / Math.abs(came) : null;
}

export type Place = 'below' | 'inside' | 'above';

/** Where what came lies to the 80 % band; null while nothing came. */
export function placeInBand(
  { low80, high80 }: Pick<LedgerWeek, 'low80' | 'high80'>,
  came: number | null,
): Place | null {
  if (came === null) return null;
  return came < low80 ? 'below' : came > high80 ? 'above' : 'inside';
}

const places: Readonly<Record<Place, Said>> = { below: say`below`, inside: say`inside`, above: say`above` };

/** The same as a cell of a table. */
export function bandCell(week: Pick<LedgerWeek, 'low80' | 'high80'>, came: number | null): Said | '' {
  const place = placeInBand(week, came);
  return place === null ? '' : places[place];
}
