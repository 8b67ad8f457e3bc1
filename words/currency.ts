/** ISO 4217 for "no currency": before a shop is set up. */
export const NO_CURRENCY = 'XXX';

type Priced = { readonly currency: string } | null;

/**
 * Where ISO 4217 and practice differ, and versions of ICU with them: no rupiah price has had sen for decades. Pinned,
 * because stored amounts must not change their meaning when Node is updated.
 */
const pinnedDigits: Readonly<Record<string, number>> = { IDR: 0 };

/** Decimal places of a currency's minor unit (ISO 4217 code): 2 for GBP, 0 for JPY and IDR. */
export function currencyDigits(currency: string): number {
  const pinned = pinnedDigits[currency];
  if (pinned !== undefined) return pinned;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Whole minor units of the shop's currency in an amount as people write it: GBP 9.80 is 980. */
export function minorOf(major: number, shop: Priced): number {
  return Math.round(major * 10 ** digitsOf(shop));
}

/** As people write it, without grouping, to its last decimal: "980.50". */
export function majorOf(minor: number, shop: Priced): string {
  const digits = digitsOf(shop);
  return (minor / 10 ** digits).toFixed(digits);
}

function digitsOf(shop: Priced): number {
  return currencyDigits(shop?.currency ?? NO_CURRENCY);
}
