import { currencyDigits, NO_CURRENCY } from '../../words/currency.ts';
import type { Unit } from '../../words/quantity.ts';
import { compact } from '../../words/quantity.ts';
import type { Reader } from '../../words/tell.ts';
import { formatValue } from '../text.ts';

/** The value axis: round ticks, written briefly. */

export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

const STEPS = [1, 2, 2.5, 5, 10];
const ENOUGH_TICKS = 4;
/** An axis starts at zero unless all values lie in its upper 40 %, where it would hide what happens. */
const ZERO_MATTERS_BELOW = 0.6;

/** Round ticks, the lowest at or below all values, the highest at or below the greatest. Bars must start at zero; lines may not have to. There is no half customer, and no half minor unit. */
export function scaleOf(
  values: readonly number[],
  { fromZero, unit }: { readonly fromZero: boolean; readonly unit?: Unit },
): Scale {
  const finite = values.filter(Number.isFinite);
  const least = finite.length > 0 ? finite.reduce((a, b) => Math.min(a, b)) : 0;
  const most = finite.length > 0 ? finite.reduce((a, b) => Math.max(a, b)) : 1;
  const zero = fromZero || least === most || least <= 0 || most <= 0 || least < most * ZERO_MATTERS_BELOW;
  const low = zero ? Math.min(0, least) : least;
  const high = zero ? Math.max(0, most) : most;
  const finest = unit === 'count' || unit === 'days' || unit === 'money' ? 1 : 0;
  const step = Math.max(finest, roundStep((high - low || Math.abs(high) || 1) / ENOUGH_TICKS));
  const first = Math.floor(low / step);
  const last = Math.max(Math.floor(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { low: ticks[0]!, high: Math.max(high, ticks.at(-1)!), ticks };
}

const LOG_STEPS = [[1, 2, 5], [1, 3], [1]];
const MOST_LOG_TICKS = 6;

/** The same for an axis of ratios: ticks at 1, 2, 5, 10, … or fewer. What is not above zero has no place on it. */
export function logScaleOf(values: readonly number[]): Scale {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const least = positive.length > 0 ? positive.reduce((a, b) => Math.min(a, b)) : 1;
  const most = positive.length > 0 ? positive.reduce((a, b) => Math.max(a, b)) : 10;
  const first = Math.floor(Math.log10(least));
  const decades = Array.from({ length: Math.floor(Math.log10(most)) - first + 2 }, (_, i) => 10 ** (first + i));
  const all = LOG_STEPS.map((steps) => decades.flatMap((decade) => steps.map((step) => step * decade)));
  const within = all.map((ticks) => ticks.filter((tick) => tick >= least * 0.999 && tick <= most * 1.001));
  const ticks = within.find(({ length }) => length <= MOST_LOG_TICKS) ?? within.at(-1)!.filter((_, i) => i % 2 === 0);
  if (least === most) return { low: least / 2, high: most * 2, ticks: [least] };
  // A narrow range may hold no round number: its own ends, then.
  return { low: least, high: most, ticks: ticks.length >= 2 ? ticks : [least, most] };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * STEPS.find((step) => step * power >= rough * 0.999999)!;
}

/** "IDR 150M", "12%", "3.5K": short enough for an axis. */
export function brief(value: number, unit: Unit, reader: Reader): string {
  if (unit === 'share' || unit === 'change') return formatValue(value, unit, reader.shop);
  const major = unit === 'money' ? value / 10 ** currencyDigits(reader.shop?.currency ?? NO_CURRENCY) : value;
  const written = compact(Math.abs(major), reader.shop?.locale ?? 'en').replace(/\s/g, ' ');
  const sign = major < 0 && written !== '0' ? '−' : '';
  const currency = unit === 'money' && reader.shop ? `${reader.shop.currency} ` : '';
  return `${sign}${currency}${written}`;
}

/** A number that stands at its mark: money briefly, all else as in the text around the picture. */
export function figure(value: number | null, unit: Unit, reader: Reader): string {
  const written =
    value !== null && unit === 'money' ? brief(value, unit, reader) : formatValue(value, unit, reader.shop);
  return written.replace(/^-/, '−');
}

/** "+IDR 12M", "−IDR 18M": a figure that is a difference. */
export function difference(value: number, unit: Unit, reader: Reader): string {
  const written = figure(value, unit, reader);
  return value > 0 && /^[^+0]*[1-9]/.test(written) ? `+${written}` : written;
}

/** "+1.2": the same with one decimal for plain numbers, for a table of differences. */
export function signed(value: number, unit: Unit, reader: Reader): string {
  if (unit !== 'number') return difference(value, unit, reader);
  return new Intl.NumberFormat(reader.shop?.locale ?? 'en', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'negative',
  })
    .format(value)
    .replace(/^-/, '−')
    .replace(/^(?=.*[1-9])(?!−)/, '+');
}

/** A Vega expression that writes the labels we chose for the ticks we chose. */
export function labelExpression(ticks: readonly number[], labels: readonly (string | readonly string[])[]): string {
  return `${JSON.stringify(labels)}[indexof(${JSON.stringify(ticks)}, datum.value)]`;
}
