import type { LedgerWeek } from '../../data/state/types.ts';

/** How far off a number was, as a share of what came; null while nothing came. */
export function offBy(said: number, came: number | null): number | null {
  return came ? (said - came) / Math.abs(came) : null;
}

/** Where what came lies to the 80 % band; empty while nothing came. */
export function bandWords({ low80, high80 }: Pick<LedgerWeek, 'low80' | 'high80'>, came: number | null): string {
  if (came === null) return '';
  return came < low80 ? 'below' : came > high80 ? 'above' : 'inside';
}
