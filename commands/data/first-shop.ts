import type { Shop } from '../../data/types/shop.ts';
import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { currenciesFor } from '../setup/currencies.ts';
import { zonesFor } from '../setup/zones.ts';
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

/**
 * "IDR Asia/Jakarta", or "IDR, Asia/Jakarta", as the two answers that it is. The money alone is enough where one clock goes with it.
 *
 * @throws {Refusal} where it is not
 */
export function shopAnswers(chosen: string): Pairs {
  const [currency = '', ...clock] = chosen.trim().split(/[\s,;]+/);
  if (clock.length > 0) return { currency, zone: clock.join(' ') };
  const [code] = currenciesFor(currency);
  const clocks = usualShops.map((each) => each.split(' ')).filter(([money]) => money === code);
  const [[, only] = []] = clocks;
  if (clocks.length === 1 && only !== undefined) return { currency, zone: only };
  throw new Refusal(
    say`"${chosen.trim()}" does not say both the money and the time zone of the shop`,
    say`Say both, for example shop:"IDR Asia/Jakarta".`,
  );
}

const TOPIC = 'first shop';

/**
 * The shop that a file is read for: as it is set up; until then as a person told it, with this file or with an earlier
 * one; null where nobody did.
 *
 * @throws {Refusal} for a currency or a time zone that nobody has
 */
export function shopFor(answers: Pairs, { shop, state, now }: Pick<Context, 'shop' | 'state' | 'now'>): Shop | null {
  if (shop) return shop;
  const said = toldShop(answers);
  if (said) state.memory.set(TOPIC, 'said', `${said.currency} ${said.zone}`, now);
  const before = said ? null : state.memory.get(TOPIC, 'said');
  return said ?? (before === null ? null : toldShop(shopAnswers(before)));
}

/**
 * The shop as a person told it with its first file; null where they told nothing of it.
 *
 * @throws {Refusal} for a currency or a time zone that nobody has
 */
function toldShop({ currency, zone }: Pairs): Shop | null {
  if (currency === undefined && zone === undefined) return null;
  const howTo = say`Say both, for example shop:"IDR Asia/Jakarta".`;
  const [money, otherMoney] = currenciesFor(currency ?? '');
  if (!money || otherMoney) throw new Refusal(say`"${currency ?? ''}" is no currency that I know`, howTo);
  const [clock, otherClock] = zonesFor(zone ?? '');
  if (!clock || otherClock) throw new Refusal(say`"${zone ?? ''}" is no time zone that I know`, howTo);
  return { name: 'Shop', currency: money, zone: clock, locale: 'en-SG', demo: false };
}
