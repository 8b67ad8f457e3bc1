import type { Unit, Value } from './quantity.ts';

/**
 * A sentence of English with its values apart, so that it can be told in any language: `said` is the sentence with {0},
 * {1}, … where the values stand, and the key of its translations. Plain data, that is kept as JSON.
 */
export type Said = { readonly said: string; readonly with: readonly Spoken[] };

/** A number or a date inside a sentence, written when it is told. `to` makes it a span: of days, of amounts. */
export type Quantity = {
  readonly quantity: Value;
  readonly unit: Unit;
  readonly exact?: boolean;
  readonly to?: Value;
};

/** A day or a month by itself: in a table, written as its column is. */
export type Dated = Quantity & { readonly unit: 'day' | 'month'; readonly quantity: string | null };

/** "a, b and c": joined as the reader's language does it. */
export type Listed = { readonly listed: readonly (Words | string)[]; readonly as: 'and' | 'or' };

declare const mark: unique symbol;

/** A text that is told as it is in every language: a name, an id, what a person typed, what is typed. Kept as a plain string. */
export type Named = string & { readonly [mark]: 'named' };

export function named(text: string): Named {
  return text as Named;
}

/** What is told to a person: a sentence, a name, or nothing. English that nobody could translate is none of these. */
export type Words = Said | Named | '';

/** What a sentence may hold. A string is told as it is: a name, an id, what a person typed; never a code of ours. */
export type Spoken = Said | Quantity | Listed | string;

/** Not one of a few words that are known beforehand, as `'day' | 'week'` are: those are English, and have words of their own. */
type Uncoded<Value> = Value extends Named | '' ? Value : Value extends string ? Open<Value> : Value;
type Open<Text extends string> = Record<never, 1> extends Record<Text, 1> ? Text : never;

/**
 * One whole sentence, a title or a label: say`The digest goes to ${count(3)} channels`. Values are quantities, names, or
 * other whole phrases; never an ending or a half of a sentence, which other languages put elsewhere.
 */
export function say<const Values extends readonly Spoken[]>(
  strings: TemplateStringsArray,
  ...values: { readonly [At in keyof Values]: Uncoded<Values[At]> }
): Said {
  return { said: strings.reduce((text, part, i) => `${text}{${i - 1}}${part}`), with: values };
}

/** English has two forms where Indonesian has one: both are whole sentences. */
export function plural(n: number, one: Said, other: Said): Said {
  return Math.abs(n) === 1 ? one : other;
}

/** Whole sentences one after the other; what is null is left out. */
export function sentences(...each: readonly (Words | null)[]): Said {
  return joined(each, ' ');
}

/** Whole sentences, each on a line of its own; what is null is left out. */
export function lines(each: readonly (Words | null)[]): Said {
  return joined(each, '\n');
}

function joined(each: readonly (Words | null)[], by: string): Said {
  const told = each.filter((words) => words !== null && words !== '') as Words[];
  return { said: told.map((_, i) => `{${i}}`).join(by), with: told };
}

export function listed<const Items extends readonly (Words | string)[]>(
  items: Items & readonly Uncoded<Items[number]>[],
  as: 'and' | 'or' = 'and',
): Listed {
  return { listed: items, as };
}

/** Minor units of the shop's currency: "IDR 152M". Null is "–": not known. */
export function money(minor: number | null, { exact = false } = {}): Quantity {
  return { quantity: minor, unit: 'money', ...(exact && { exact }) };
}

export function count(n: number | null): Quantity {
  return { quantity: n, unit: 'count' };
}

/** 0..1, told as a percentage. */
export function share(of: number | null): Quantity {
  return { quantity: of, unit: 'share' };
}

/** A share with its sign: "+12%". */
export function change(of: number | null): Quantity {
  return { quantity: of, unit: 'change' };
}

/** "3 days". */
export function days(n: number | null): Quantity {
  return { quantity: n, unit: 'days' };
}

/** Three significant digits. */
export function number(n: number | null): Quantity {
  return { quantity: n, unit: 'number' };
}

/** "2026-04-20", told as "20 Apr 2026". */
export function day(of: string | null): Dated {
  return { quantity: of, unit: 'day' };
}

/** "9–15 Nov 2026". */
export function period(from: string, to: string): Quantity {
  return { quantity: from, unit: 'day', to };
}

/** "2026-04", told as "April 2026"; two of them as "April – June 2026". */
export function months(from: string, to: string = from): Dated {
  return { quantity: from, unit: 'month', to };
}

/** Milliseconds since the epoch, told in the shop's zone. */
export function instant(at: number | null): Quantity {
  return { quantity: at, unit: 'instant' };
}

/** "09:12" of such an instant, where its day goes without saying. */
export function time(at: number): Quantity {
  return { quantity: at, unit: 'time' };
}

/** A value in a unit that is known only where it is told of. */
export function quantity(value: Value, unit: Unit): Quantity {
  return { quantity: value, unit };
}
