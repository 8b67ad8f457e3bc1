import { currencyDigits, NO_CURRENCY } from '../../commands/quantity.ts';
import type { Unit } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { formatValue } from '../text.ts';

/** The value axis: round ticks, written briefly. */

export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

const STEPS = [1, 2, 2.5, 5, 10];
const ENOUGH_TICKS = 4;
/** An axis starts at zero unless all values lie in its upper 40 %, where it would hide what happens. */
const ZERO_MATTERS_BELOW = 0.6;

/** Round ticks, the lowest at or below all values, the highest at or below the greatest. Bars must start at zero; lines may not have to. */
export function scaleOf(values: readonly number[], { fromZero }: { readonly fromZero: boolean }): Scale {
  const finite = values.filter(Number.isFinite);
  const least = finite.length > 0 ? Math.min(...finite) : 0;
  const most = finite.length > 0 ? Math.max(...finite) : 1;
  const zero = fromZero || least <= 0 || most <= 0 || least < most * ZERO_MATTERS_BELOW;
  const low = zero ? Math.min(0, least) : least;
  const high = zero ? Math.max(0, most) : most;
  const step = roundStep((high - low || Math.abs(high) || 1) / ENOUGH_TICKS);
  const first = Math.floor(low / step);
  const last = Math.max(Math.floor(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { low: ticks[0]!, high: Math.max(high, ticks.at(-1)!), ticks };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * STEPS.find((step) => step * power >= rough * 0.999999)!;
}

/** "IDR 150M", "12%", "3.5K": short enough for an axis. */
export function brief(value: number, unit: Unit, shop: Shop | null): string {
  if (unit === 'share' || unit === 'change') return formatValue(value, unit, shop);
  const major = unit === 'money' ? value / 10 ** currencyDigits(shop?.currency ?? NO_CURRENCY) : value;
  const written = new Intl.NumberFormat(shop?.locale ?? 'en', { notation: 'compact', maximumSignificantDigits: 3 })
    .format(Math.abs(major))
    .replace(/\s/g, ' ');
  const sign = major < 0 && written !== '0' ? '−' : '';
  const currency = unit === 'money' && shop ? `${shop.currency} ` : '';
  return `${sign}${currency}${written}`;
}

/** A Vega expression that writes the labels we chose for the ticks we chose. */
export function labelExpression(ticks: readonly number[], labels: readonly (string | readonly string[])[]): string {
  return `${JSON.stringify(labels)}[indexof(${JSON.stringify(ticks)}, datum.value)]`;
}
