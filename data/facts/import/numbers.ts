import { listed, named, say } from '../../../words/say.ts';
import { PARTS_PER_MINOR } from '../money.ts';
import { empty, readNumber, type Unreadable } from './cells.ts';

/** Which sign stands before the decimals; the other one, if any, parts thousands. */
export type NumberStyle = 'point' | 'comma';

/** What one cell tells of how its column is written. `point?` and `comma?`: 1.627 and 1,627, which may be either. */
export type NumberClue = 'empty' | 'plain' | NumberStyle | 'point?' | 'comma?' | 'unreadable';

/** What files write where there is nothing. */
const nothing: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  'n/a',
  'na',
  'null',
  'none',
  'nan',
  'tidak ada',
]);

/** Signs of money, and the currency each is of. A bare dollar is that of many countries. */
const signs: Readonly<Record<string, readonly string[]>> = {
  rp: ['IDR'],
  $: ['USD', 'SGD', 'AUD', 'CAD', 'HKD', 'NZD', 'MXN', 'TWD', 'BRL', 'CLP', 'COP', 'ARS'],
  us$: ['USD'],
  s$: ['SGD'],
  rm: ['MYR'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₱': ['PHP'],
  '৳': ['BDT'],
  '฿': ['THB'],
  '₫': ['VND'],
  '₹': ['INR'],
  '¥': ['JPY', 'CNY'],
};

/** Short words for many, as screens of Indonesian shops show them. */
const multiples: Readonly<Record<string, number>> = { rb: 1e3, ribu: 1e3, k: 1e3, jt: 1e6, juta: 1e6 };

type Stripped = {
  /** Digits with points and commas only, no sign. */
  readonly body: string;
  readonly isNegative: boolean;
  readonly factor: number;
  readonly currencies: readonly string[] | null;
};

const wrapped =
  /^'?(\()?([-−+])?\s*([a-z]{2,3}\.?|[a-z]{0,2}\$|[€£₱৳฿₫₹¥])?\s*([-−+])?\s*([\d.,' ]*\d[.,]?)\s*(%|[a-z]{1,4}\.?|[€£₱৳฿₫₹¥])?\s*(-)?(\))?$/i;

/** Takes off what stands around a number: currency, percent, brackets, blanks between thousands. Null: no number. */
function strip(text: string): Stripped | null {
  const match = wrapped.exec(text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim());
  if (!match) return null;
  const [, open, before, mark, inner, digits, after = '', trailing, close] = match;
  if ((open === undefined) !== (close === undefined)) return null;
  if ([open, before, inner, trailing].filter((sign) => sign !== undefined).length > 1) return null;
  const body = /^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d*)?$/.test(digits!) ? digits!.replace(/[ ']/g, '') : digits!;
  if (/[ ']/.test(body)) return null;
  const suffix = after.toLowerCase().replace('.', '');
  const multiple = suffix === '%' ? 0.01 : multiples[suffix];
  const money = mark ?? (multiple === undefined && suffix !== '' ? suffix : undefined);
  const currencies = money === undefined ? null : currenciesOf(money.toLowerCase().replace('.', ''));
  if (money !== undefined && currencies === undefined) return null;
  const isNegative = [before, inner, trailing].some((sign) => sign === '-' || sign === '−') || open !== undefined;
  return { body, isNegative, factor: multiple ?? 1, currencies: currencies ?? null };
}

function currenciesOf(mark: string): readonly string[] | undefined {
  return signs[mark] ?? (/^[a-z]{3}$/.test(mark) ? [mark.toUpperCase()] : undefined);
}

const bare = /^\d[\d.,]*$/;

/** What a cell tells of its column. */
export function numberClue(text: string): NumberClue {
  // Nearly all cells are bare digits: no need to look for what may stand around them.
  if (bare.test(text)) return clueOf(text);
  if (nothing.has(text.toLowerCase())) return 'empty';
  const stripped = strip(text);
  return stripped ? clueOf(stripped.body) : 'unreadable';
}

function clueOf(body: string): NumberClue {
  if (/^\d+$/.test(body)) return 'plain';
  const points = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (points + commas === 0) return 'plain';
  if (points > 0 && commas > 0) {
    const style = body.lastIndexOf('.') > body.lastIndexOf(',') ? 'point' : 'comma';
    return isWritten(body, style) ? style : 'unreadable';
  }
  const [decimal, grouped] = points > 0 ? (['point', 'comma'] as const) : (['comma', 'point'] as const);
  if (points + commas > 1) return isWritten(body, grouped) ? grouped : 'unreadable';
  // 0.001 and 1234.567 have no thousands in them.
  const mayBeThousands = isWritten(body, grouped) && !body.startsWith('0');
  return mayBeThousands ? `${decimal}?` : decimal;
}

const written: Readonly<Record<NumberStyle, RegExp>> = {
  point: /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})?(?:\.\d*)?$/,
  comma: /^(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?$/,
};

function isWritten(body: string, style: NumberStyle): boolean {
  return written[style].test(body);
}

/**
 * 1.627 where whole numbers are due: what is left of 1,627 when its point was taken for a decimal point. A workbook's own
 * numbers are written with a fourth decimal, so that they are not mistaken for text with points between thousands.
 */
export function looksDamaged(text: string): boolean {
  return /^[-+]?\d{1,3}\.\d\d[1-9]0?$/.test(text);
}

/** A cell of a column whose style is known. `currency`: that of the shop, for cells that name their money. */
export function readStyled(text: string, style: NumberStyle, currency?: string): number | Unreadable {
  if (nothing.has(text.toLowerCase())) return empty;
  const stripped = strip(text);
  if (!stripped) return { reason: say`is not a number such as 1234.50` };
  const { body, isNegative, factor, currencies } = stripped;
  if (currency && currencies && !currencies.includes(currency)) {
    return { reason: say`is in ${listed(currencies, 'or')}, and the shop counts in ${currency}` };
  }
  if (!isWritten(body, style)) {
    return {
      reason: say`is not written like the rest of its column, ${named(style === 'point' ? '1,234.50' : '1.234,50')}`,
    };
  }
  const plain = style === 'point' ? body.replaceAll(',', '') : body.replaceAll('.', '').replace(',', '.');
  const value = readNumber(plain);
  if (typeof value !== 'number') return value;
  const scaled = factor === 1 ? value : Number((value * factor).toPrecision(15));
  return isNegative ? -scaled : scaled;
}

/** A number of money in parts: exact to a ten-thousandth of the minor unit. */
export function partsOf(value: number | Unreadable, minorPerMajor: number): number | Unreadable {
  if (typeof value !== 'number') return value;
  const parts = Math.round(value * minorPerMajor * PARTS_PER_MINOR);
  return Number.isSafeInteger(parts) ? parts : { reason: say`is too large a number` };
}
