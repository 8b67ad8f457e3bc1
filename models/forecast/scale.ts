/** How values are seen by the methods: as logs, where a sale every day makes that possible, else as they are. */
export type Scale = 'log' | 'plain';

/** Up to this share of values at or below zero are left out, as a refund day is, rather than give up logs. */
const SHARE_LEFT_OUT = 0.1;

/**
 * Logs, unless more than a tenth of the known values have none. Logs turn growth and seasons, which multiply, into what
 * adds; the log of a zero, or of a zero plus one, makes forecasts explode (error of 227 % on a shop with one empty week).
 */
export function scaleOf(values: ArrayLike<number>): Scale {
  let known = 0;
  let without = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    known++;
    if (!(values[i]! > 0)) without++;
  }
  return without <= SHARE_LEFT_OUT * known ? 'log' : 'plain';
}

/** NaN where a log is asked of what has none. */
export function onto(scale: Scale, values: Float64Array): Float64Array {
  return scale === 'plain' ? values : values.map((value) => (value > 0 ? Math.log(value) : Number.NaN));
}

export function back(scale: Scale, value: number): number {
  return scale === 'plain' ? value : Math.exp(value);
}
