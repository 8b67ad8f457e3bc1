import { currencyDigits, NO_CURRENCY } from './currency.ts';
/** How a number with its unit is written: in every renderer, and inside sentences. */

/**
 * `money` in minor units of the shop's currency · `share` 0..1 shown as a percentage · `change` a share with its sign · `count` whole things ·
 * `number` anything else · `days` a span · `day` "2026-04-20" · `month` "2026-04" · `instant` milliseconds since the epoch, shown in
 * the shop's zone · `time` such an instant as "09:12", where its day is known · `receipt` an id that `/why` explains.
 */
export type Unit =
  | 'text'
  | 'money'
  | 'share'
  | 'change'
  | 'count'
  | 'number'
  | 'days'
  | 'day'
  | 'month'
  | 'instant'
  | 'time'
  | 'receipt';

/** `null` is "not known", which is not zero. */
export type Value = string | number | null;

/** ISO 4217, an IANA zone, and a BCP 47 locale. */
export type Style = { readonly currency: string; readonly zone: string; readonly locale: string };

const plainStyle: Style = { currency: NO_CURRENCY, zone: 'UTC', locale: 'en' };

/** Below this many major units money is written in full, above it as 152M. */
const COMPACT_FROM = 1_000_000;
/** The least share that is written. */
const LEAST_SHARE = 0.001;

/** One value in its unit. `null` is "–": not known, which is not zero. */
export function formatValue(value: Value, unit: Unit, shop: Style | null, exact = false): string {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '–';
  if (typeof value === 'string') return formatSpan(value, value, unit, shop);
  const style = shop ?? plainStyle;
  switch (unit) {
    case 'money':
      return formatMoney(value, style, exact);
    case 'share':
      // What is nearly nothing is not nothing: "<0.1%", not "0%".
      return value > 0 && value < LEAST_SHARE / 2 ? `<${percent(LEAST_SHARE, style)}` : percent(value, style);
    case 'change':
      return number(style, {
        style: 'percent',
        maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0,
        signDisplay: 'exceptZero',
      })
        .format(value)
        .replace('-', '−');
    case 'count':
      // Rounded first, and + 0, so that what is nearly nothing is not written as -0.
      return number(style, { maximumFractionDigits: 0 })
        .format(Math.round(value) + 0)
        .replace('-', '−');
    case 'days':
      return number(style, { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 0 }).format(value);
    case 'instant':
      return formatInstant(value, style);
    case 'time':
      return formatTime(value, style);
    default:
      return number(style, { maximumSignificantDigits: 3 }).format(value);
  }
}

function percent(value: number, style: Style): string {
  return number(style, { style: 'percent', maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0 }).format(value);
}

/** "IDR 152M", "GBP 980.50", "−IDR 12M". */
function formatMoney(minor: number, style: Style, exact: boolean): string {
  const digits = currencyDigits(style.currency);
  const major = minor / 10 ** digits;
  const size = Math.abs(major);
  const written =
    !exact && size >= COMPACT_FROM
      ? compact(size, style.locale)
      : number(style, {
          minimumFractionDigits: exact || size < 1000 ? digits : 0,
          maximumFractionDigits: exact || size < 1000 ? digits : 0,
        }).format(size);
  return `${Math.round(minor) < 0 ? '−' : ''}${style.currency === NO_CURRENCY ? '' : `${style.currency} `}${written}`;
}

/**
 * Short: "152M", "201 jt", "1,5 miliar". Indonesian shortens its thousand million to M, which is the million that people
 * type: that one is written out.
 */
export function compact(value: number, locale: string): string {
  const written = number({ locale }, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
  return locale.startsWith('id') ? written.replace(/M$/, 'miliar') : written;
}

/** From one text to another in a unit of time; any other text as it is. */
export function formatSpan(from: string, to: string, unit: Unit, shop: Style | null): string {
  if (unit === 'day') return formatDays(from, to, shop);
  return unit === 'month' ? formatMonths(from, to, shop) : from;
}

/** "April 2026", "June – December 2021" of "2026-04", "2021-06" and "2021-12". */
function formatMonths(from: string, to: string, shop: Style | null): string {
  const [first, last] = [Date.parse(`${from}-01T00:00:00Z`), Date.parse(`${to}-01T00:00:00Z`)];
  if (Number.isNaN(first) || Number.isNaN(last)) return from;
  const { locale } = shop ?? plainStyle;
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return withPlainBlanks(format.formatRange(first, last));
}

// ICU sets thin spaces around the dash, which some terminals and chats show as boxes.
function withPlainBlanks(text: string): string {
  return text.replace(/[\u2009\u202f]/g, ' ');
}

/** "9 Nov 2026", "9–15 Nov 2026". Days have no zone: the shop's was applied when they were made. */
export function formatDays(from: string, to: string, shop: Style | null): string {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (Number.isNaN(first) || Number.isNaN(last)) return from;
  const { locale } = shop ?? plainStyle;
  const known = dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  dayFormats.set(locale, known);
  return withPlainBlanks(known.formatRange(first, last));
}

const timeOfDay = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function formatInstant(at: number, { zone, locale }: Style): string {
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...day, ...timeOfDay }).format(at);
}

function formatTime(at: number, { zone, locale }: Style): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...timeOfDay }).format(at);
}

const formats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl.NumberFormat costs far more than using it. */
function number({ locale }: Pick<Style, 'locale'>, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}
