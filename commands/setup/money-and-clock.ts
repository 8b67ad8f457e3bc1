import { z } from 'zod';
import { listed, named, type Said, say, type Words } from '../../words/say.ts';
import { usualShops } from '../data/first-shop.ts';
import { asMessage } from '../input-problem.ts';
import type { Field } from '../reply.ts';
import { currenciesFor } from './currencies.ts';
import { zonesFor } from './zones.ts';

/** The two things of a shop that every amount and every day hang on. */

/** ISO 4217: IDR. What people call it is understood: Rp, rupiah. */
export function currency(says: Words) {
  return z
    .string()
    .transform(theOne(currenciesFor, say`must be a currency by its three letters, such as IDR`))
    .meta({ kind: 'text', says });
}

/** An IANA zone: Asia/Jakarta. Its city or what people call the time is understood: Jakarta, WIB. */
export function zone(says: Words) {
  return z
    .string()
    .transform(theOne(zonesFor, say`must be a time zone such as Asia/Jakarta, or a large city in it`))
    .meta({ kind: 'text', says });
}

/** What was meant, where only one thing can be; otherwise those that it may be. */
function theOne(meant: (typed: string) => readonly string[], otherwise: Said) {
  return (typed: string, issue: z.RefinementCtx): string => {
    const found = meant(typed);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    const message = asMessage(found.length > 1 ? say`may be ${listed(found, 'or')}: say which` : otherwise);
    issue.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
}

const usual = usualShops.map((each) => each.split(' ') as [currency: string, zone: string]);

/** The usual ones to choose from, and what is set now; others are typed. */
export function moneyFields(now: { readonly currency: string; readonly zone: string } | null): readonly Field[] {
  const oneOf = (values: readonly string[]) => [...new Set(values)].map((value) => ({ value, label: named(value) }));
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
