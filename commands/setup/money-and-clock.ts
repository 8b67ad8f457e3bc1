import { z } from 'zod';
import { say, type Words } from '../../words/say.ts';
import { usualShops } from '../data/first-shop.ts';
import { asMessage } from '../input-problem.ts';
import type { Field } from '../reply.ts';
import { isZone } from './zones.ts';

/** The two things of a shop that every amount and every day hang on. */

/** ISO 4217: IDR. Lower case is understood. */
export function currency(says: Words) {
  return z
    .string()
    .trim()
    .toUpperCase()
    .refine(
      (code) => Intl.supportedValuesOf('currency').includes(code),
      asMessage(say`must be a currency by its three letters, such as IDR`),
    )
    .meta({ kind: 'text', says });
}

/** An IANA zone: Asia/Jakarta. */
export function zone(says: Words) {
  return z
    .string()
    .trim()
    .refine(isZone, asMessage(say`must be a time zone such as Asia/Jakarta`))
    .meta({ kind: 'text', says });
}

const usual = usualShops.map((each) => each.split(' ') as [currency: string, zone: string]);

/** The usual ones to choose from, and what is set now; others are typed. */
export function moneyFields(now: { readonly currency: string; readonly zone: string } | null): readonly Field[] {
  const oneOf = (values: readonly string[]) => [...new Set(values)].map((value) => ({ value, label: value }));
  const initial = (value: string | undefined) => (value === undefined ? {} : { initial: value });
  return [
    {
      name: 'currency',
      label: say`Currency`,
      kind: 'choice',
      required: true,
      ...initial(now?.currency),
      choices: oneOf([...(now ? [now.currency] : []), ...usual.map(([money]) => money)]),
    },
    {
      name: 'zone',
      label: say`Time zone: days begin and end by it`,
      kind: 'choice',
      required: true,
      ...initial(now?.zone),
      hint: say`Another one is typed: /settings zone:Europe/Rome.`,
      choices: oneOf([...(now ? [now.zone] : []), ...usual.map(([, clock]) => clock)]),
    },
  ];
}
