import { NO_CURRENCY } from './currency.ts';
import { indonesian } from './indonesian/index.ts';
import { formatSpan, formatValue, type Style } from './quantity.ts';
import {
  type Dated,
  type Listed,
  type Named,
  named,
  type Quantity,
  type Said,
  type Spoken,
  type Words,
} from './say.ts';

/** The languages that Sextant speaks, each by its own name. */
export const languages = { en: named('English'), id: named('Bahasa Indonesia') };
export type Language = keyof typeof languages;

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
}

/** Who is told: in which language, and in which money, zone and manner of writing numbers. Null before a shop is set up. */
export type Reader = { readonly language: Language; readonly shop: Style | null };

/** English is what the sentences are written in; a catalogue gives every other language, by the English sentence. */
const catalogues: Readonly<Record<Language, Readonly<Record<string, string>> | null>> = { en: null, id: indonesian };

/** How numbers and dates are written in a language: English as the shop has it, others as their country does. */
function localeOf(language: Language, shop: Style | null): string {
  const own = shop?.locale ?? 'en-SG';
  return own.startsWith(language) ? own : { en: 'en-SG', id: 'id-ID' }[language];
}

/** A reader of this language, who finds the shop's numbers written as that language writes them. */
export function readerIn<Shop extends Style>(
  language: Language,
  shop: Shop | null,
): { readonly language: Language; readonly shop: Shop | null } {
  return { language, shop: shop && { ...shop, locale: localeOf(language, shop) } };
}

/** A sentence in the reader's language. What has no translation is told in English rather than not at all. */
export function tell(words: Words, reader: Reader): string {
  return typeof words === 'string' ? words : spoken(words, readerIn(reader.language, reader.shop));
}

/** For logs, and for whoever reads an error without a reader at hand. */
export function inEnglish(words: Words): string {
  return tell(words, { language: 'en', shop: null });
}

/** As it may have been typed, by whoever read it in any of the languages. */
export function inEveryLanguage(words: Words): readonly string[] {
  return Object.keys(languages).map((language) => tell(words, { language: language as Language, shop: null }));
}

function spoken(value: Spoken, reader: Reader): string {
  if (typeof value === 'string') return value;
  if ('said' in value) return sentence(value, reader);
  return 'listed' in value ? list(value, reader) : written(value, reader);
}

function sentence({ said, with: values }: Said, reader: Reader): string {
  const text = catalogues[reader.language]?.[said] ?? said;
  return text.replace(/\{(\d+)\}/g, (_, at) => spoken(values[Number(at)] ?? '', reader));
}

const joins = { and: 'conjunction', or: 'disjunction' } as const;

function list({ listed, as }: Listed, reader: Reader): string {
  const format = new Intl.ListFormat(localeOf(reader.language, reader.shop), { type: joins[as] });
  return format.format(listed.map((each) => spoken(each, reader)));
}

function written({ quantity, unit, exact, to }: Quantity, { language, shop }: Reader): string {
  const style = shop ?? { currency: NO_CURRENCY, zone: 'UTC', locale: localeOf(language, null) };
  if (to !== undefined && typeof quantity === 'string' && typeof to === 'string')
    return formatSpan(quantity, to, unit, style);
  return formatValue(quantity, unit, style, exact);
}

/** The same thing with every sentence in it told: what a door renders. */
export type Told<Thing> = Thing extends Said | Named
  ? string
  : Thing extends Dated
    ? string | null
    : Thing extends readonly unknown[]
      ? { readonly [Key in keyof Thing]: Told<Thing[Key]> }
      : Thing extends object
        ? { readonly [Key in keyof Thing]: Told<Thing[Key]> }
        : Thing;

/** Tells every sentence inside plain data, however deep. */
export function toldIn<Thing>(thing: Thing, reader: Reader): Told<Thing> {
  return walk(thing, readerIn(reader.language, reader.shop)) as Told<Thing>;
}

/** Long columns of numbers: nothing to tell, and thousands of them in one picture. */
const wordless: ReadonlySet<string> = new Set(['points', 'cells', 'band', 'ask']);

function walk(thing: unknown, reader: Reader): unknown {
  if (typeof thing !== 'object' || thing === null) return thing;
  if (Array.isArray(thing)) return thing.map((each) => walk(each, reader));
  if ('said' in thing) return sentence(thing as Said, reader);
  // A day in a table or among facts: whoever renders them writes it, by the unit it stands under.
  if ('quantity' in thing && 'unit' in thing) return thing.quantity;
  return Object.fromEntries(
    Object.entries(thing).map(([key, value]) => [key, wordless.has(key) ? value : walk(value, reader)]),
  );
}
