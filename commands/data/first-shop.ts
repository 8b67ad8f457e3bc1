import type { Shop } from '../../data/types.ts';
import { say } from '../../words/say.ts';
import { Refusal } from '../refusal.ts';
import type { Pairs } from './pairs.ts';

/** Money and clock of shops as they are asked for on a form; others are typed. */
export const usualShops: readonly string[] = [
  'IDR Asia/Jakarta',
  'MYR Asia/Kuala_Lumpur',
  'SGD Asia/Singapore',
  'PHP Asia/Manila',
  'THB Asia/Bangkok',
  'VND Asia/Ho_Chi_Minh',
  'INR Asia/Kolkata',
  'JPY Asia/Tokyo',
  'AUD Australia/Sydney',
  'GBP Europe/London',
  'EUR Europe/Berlin',
  'BRL America/Sao_Paulo',
  'USD America/New_York',
  'USD America/Chicago',
  'USD America/Los_Angeles',
];

/** "IDR Asia/Jakarta" as the two answers that it is. */
export function shopAnswers(chosen: string): Pairs {
  const [currency = '', zone = ''] = chosen.trim().split(/\s+/);
  return { currency, zone };
}

/**
 * The shop as a person told it with its first file; null where they told nothing of it.
 *
 * @throws {Refusal} for a currency or a time zone that nobody has
 */
export function toldShop({ currency, zone }: Pairs): Shop | null {
  if (currency === undefined && zone === undefined) return null;
  const money = (currency ?? '').toUpperCase();
  const howTo = say`Say both, for example read:"currency=IDR, zone=Asia/Jakarta".`;
  if (!Intl.supportedValuesOf('currency').includes(money)) {
    throw new Refusal(say`"${currency ?? ''}" is no currency that I know`, howTo);
  }
  if (!isZone(zone ?? '')) throw new Refusal(say`"${zone ?? ''}" is no time zone that I know`, howTo);
  return { name: 'Shop', currency: money, zone: zone!, locale: 'en-SG', demo: false };
}

function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
