import { z } from 'zod';
import { count, say, type Words } from '../words/say.ts';
import { asMessage } from './input-problem.ts';
import type { Nameable } from './suggestions.ts';
import { MOST_AMOUNT, readAmount } from './typed-amount.ts';
import { readDay, readMonth } from './typed-days.ts';

/** The small vocabulary of arguments, so that all commands refuse in the same voice. */

/** A whole number as people type it, with one message for every way to get it wrong. */
export function wholeNumber({ from, to, says }: { readonly from: number; readonly to: number; readonly says: Words }) {
  const message = asMessage(
    to === Number.MAX_SAFE_INTEGER
      ? say`must be ${says}`
      : say`must be a whole number from ${count(from)} to ${count(to)}`,
  );
  return z.coerce
    .number(message)
    .int(message)
    .min(from, message)
    .max(to, message)
    .meta({ kind: 'whole', from, to, says });
}

/** Free text, trimmed, of at least one character. `names`: what is known of that kind is offered while it is typed. */
export function text(says: Words, { most = 500, names }: { readonly most?: number; readonly names?: Nameable } = {}) {
  return z
    .string()
    .trim()
    .min(1, asMessage(say`must not be empty`))
    .max(most, asMessage(say`must be at most ${count(most)} characters`))
    .meta({ kind: 'text', says, ...(names && { names }) });
}

/** One of a few words. */
export function choice<const Choices extends readonly [string, ...string[]]>(choices: Choices, says: Words) {
  return z.enum(choices, asMessage(say`must be one of: ${choices.join(', ')}`)).meta({ kind: 'choice', says });
}

/** Money as people type it: 100M, 250rb, Rp500.000. `minorIn` says what it is of the shop's. */
export function amount(says: Words) {
  return z
    .union([z.string(), z.number()])
    .transform((typed, issue) => {
      const read = readAmount(String(typed));
      if (read !== null && read.major <= MOST_AMOUNT) return read;
      const message = asMessage(
        read === null ? say`must be an amount such as 2500000, 250K, 100M or 1.5B` : say`must be at most 1000B`,
      );
      issue.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .meta({ kind: 'text', says });
}

/** A calendar day: 2026-04-20, or with its month by name, 20 April 2026, 20 Mei 2026. */
export function day(says: Words) {
  return z
    .string()
    .transform((typed, issue) => {
      const read = readDay(typed);
      if (isCalendarDay(read)) return read;
      const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(read);
      const message = asMessage(isWritten ? say`is not a day of the calendar` : say`must be a date such as 2026-04-20`);
      issue.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .meta({ kind: 'text', says });
}

/** A month of a year: 2026-05, or by its name, May 2026, Mei 2026. */
export function month(says: Words) {
  return z
    .string()
    .transform((typed, issue) => {
      const read = readMonth(typed);
      if (/^\d{4}-(0[1-9]|1[0-2])$/.test(read)) return read;
      issue.addIssue({ code: 'custom', message: asMessage(say`must be a month such as 2026-05`) });
      return z.NEVER;
    })
    .meta({ kind: 'text', says });
}

function isCalendarDay(typed: string): boolean {
  const read = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(typed);
}

/** The id of something kept: F-1042, P-31. Lower case is understood. */
export function receiptId(says: Words, names: Nameable = 'receipt') {
  return z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]-\d+$/, asMessage(say`must be an id such as F-1042 or P-31`))
    .meta({ kind: 'text', says, names });
}
