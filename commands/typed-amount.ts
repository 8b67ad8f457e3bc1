import type { Shop } from '../data/types/shop.ts';
import { minorOf } from '../words/currency.ts';
import { scales } from '../words/indonesian/typed.ts';
import { say } from '../words/say.ts';
import { Refusal } from './refusal.ts';
import { currenciesFor } from './setup/currencies.ts';

/** Money as it was typed. `major`: units of its currency. `currencies`: what its sign may be of, null where it has none. */
export type Amount = {
  readonly typed: string;
  readonly major: number;
  readonly currencies: readonly string[] | null;
};

/** Many of them still add up to whole minor units without loss. */
export const MOST_AMOUNT = 1e12;

const factors: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  ...scales,
};

/** With a decimal comma, as it is spoken: "1,5 juta". "1.500 ribu" is none: those who say ribu mean a million and a half. */
const spoken = new RegExp(`^(\\d+(?:,\\d+|\\.\\d{1,2})?) ?(${Object.keys(scales).join('|')})$`);

/**
 * An amount of money as people type it: 100M, 250K, 1.5B, 2500000, and as Indonesians do: 250rb, 1,5jt, 2 miliar; with a
 * sign or code before it, £250 or GBP 250. 500.000 is none: half the world writes half a million so. Behind an Rp it is what
 * Indonesians mean: Rp500.000, Rp 1.250.000,50. Null for what is no amount.
 */
export function readAmount(typed: string): Amount | null {
  const [, sign = '', rest = ''] = /^([^\d\s]*)\s*(.*)$/.exec(typed.trim().toLowerCase().replaceAll('_', '')) ?? [];
  const currencies = sign === '' ? null : currenciesFor(sign);
  if (currencies?.length === 0) return null;
  const written = currencies?.includes('IDR') && inThousands.test(rest) ? plain(rest) : rest;
  const [, digits, unit = ''] =
    /^(\d+(?:\.\d{1,2})?)$/.exec(written) ?? /^(\d+(?:\.\d+)?)([kmb])$/.exec(written) ?? spoken.exec(written) ?? [];
  if (digits === undefined) return null;
  return { typed: typed.trim(), major: Number(digits.replace(',', '.')) * factors[unit]!, currencies };
}

const inThousands = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/;

function plain(rupiah: string): string {
  return rupiah.replaceAll('.', '').replace(',', '.');
}

/**
 * Whole minor units of the shop's currency.
 *
 * @throws {Refusal} when it was typed in another one
 */
export function minorIn(shop: Pick<Shop, 'currency'> | null, { typed, major, currencies }: Amount): number {
  if (shop === null || currencies === null || currencies.includes(shop.currency)) return minorOf(major, shop);
  throw new Refusal(
    say`${typed} is in ${currencies[0]!}, and this shop counts in ${shop.currency}`,
    say`Totals never mix currencies: write the amount in ${shop.currency}.`,
  );
}
