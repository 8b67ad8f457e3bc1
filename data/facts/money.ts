/** Unit prices and unit costs are kept in parts, so that prices below a penny stay exact. */
export const PARTS_PER_MINOR = 10_000;

/**
 * Where ISO 4217 and practice differ, and versions of ICU with them: no rupiah price has had sen for decades. Pinned,
 * because stored amounts must not change their meaning when Node is updated.
 */
const pinnedDigits: Readonly<Record<string, number>> = { IDR: 0 };

/** How many decimals a currency's minor unit stands for: 2 for GBP, 0 for JPY and IDR. */
export function minorDigits(currency: string): number {
  const pinned = pinnedDigits[currency];
  if (pinned !== undefined) return pinned;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Rounds half away from zero, as tills do, where Math.round would favour the positive. */
export function roundMinor(value: number): number {
  return value < 0 ? -Math.round(-value) || 0 : Math.round(value);
}
