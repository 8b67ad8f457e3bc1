import { studentQuantile } from '../student.ts';
import { memory } from './memory.ts';
import type { Interval } from './types.ts';

/** One fold of a backtest. Arrays of shape (reach,); `open[i]` is 0 on closed weekdays; `floor` > 0 in the series' unit. */
export type FoldErrors = {
  /** Where it was cut, in steps of the series. */
  readonly origin: number;
  readonly forecast: Float64Array;
  readonly actual: Float64Array;
  readonly open: Uint8Array;
  readonly floor: number;
};

/** A sum to be banded. */
export type Window = {
  /** The forecast sum, in the unit of the series. */
  readonly expected: number;
  /** How many days (or steps) it sums: 1, 7. */
  readonly days: number;
  /** How many days ahead its middle lies, 1 = tomorrow. */
  readonly middle: number;
  /** A tenth of a mean day. */
  readonly floor: number;
  /** Relative standard deviation of what no fold could show, a season or an event not yet seen; 0 when left out. */
  readonly unseen?: number;
};

export type Bands = {
  /** The interval round one sum. */
  sum(window: Window): Interval;
  /**
   * The interval round the sum of several that follow each other, such as the weeks of a horizon: in all as far from its
   * middle as the weeks together, were they to err alike, and as weeks one by one, were they not to, by the share in which
   * weeks do. Never further than the weeks together; and with each week more, never by less than that week adds alone.
   */
  total(windows: readonly Window[]): Interval;
};

/** Candidates for the growth of errors with the days ahead; never nothing: the far end is never surer than the near. */
const GROWTHS = [0.002, 0.005, 0.01, 0.02, 0.04, 0.08];

/** What cannot be seen in a backtest of eight weeks: relative drift of the level, per square root of 30 days further. */
const UNSEEN_DRIFT = 0.1;

/** A quantile is read off the errors only when about this many lie beyond it; else their root mean square speaks. */
const ENOUGH_BEYOND = 2;

/** Of the trading days of a window so many must be known for its error to count. */
const KNOWN_SHARE = 0.6;

/** Folds are taken to be worth so many at least, however much they overlap. */
const LEAST_APART = 2;

/** The share of their squared errors that the weeks of a horizon have in common, where no fold tells otherwise. */
const USUAL_SHARE = 0.45;
/** So many folds that do not overlap would have to disagree with it, to count as much. */
const USUAL_WORTH = 4;
/** What the usual share adds to the degrees of freedom of those folds. */
const USUAL_FREEDOM = 2;

/**
 * Prediction intervals from the errors a method really made (split conformal, over rolling origins).
 *
 *     z[f, h]  = (actual - forecast) / max(|forecast|, floor)     sums of `days` days, fold f, middle at h days ahead
 *     s(h)     = sqrt(1 + c (h - 1)), h up to the folds' reach      c of six, by likelihood of |z| / s
 *     rho      = share of z^2 that the windows of a fold have in common
 *     n        = apart m / (1 + (m - 1) rho)                        m windows a fold, `apart` folds that do not overlap
 *     q        = t[n-1](p) / Phi^-1(p) sqrt(1 + 1/n) (rho rms(z/s) Phi^-1(p) + (1 - rho) quantile of z/s)
 *     low, high = expected + scale s(h) (q_low, q_high),  scale = max(|expected|, floor)
 *
 * What windows have each for themselves is read off as it came, on each side (sales err upwards further than downwards).
 * What they have in common has come only as often as there are folds, so its sign says nothing: it counts alike on both
 * sides, and for as few cases as it is. Days beyond the folds' reach add a drift of 10 % per square root of a month, since
 * no backtest has seen that far.
 *
 *     total: half[side] = min(sum half_w, sqrt(r (f sum half_w)^2 + (1 - r) sum half_w^2))     over the weeks w
 *     r        = (apart rho + 4 * 0.45) / (apart + 4)
 *     f        = t[apart + 1](p) / t[n-1](p), 1 at least
 *
 * A total of half a year is as sure as the level, and the folds have seen only two or three levels: eight cut-offs three
 * weeks apart, half a year long, are nearly one. So what they tell of the share counts for as many folds as do not
 * overlap, beside the share that was usual elsewhere; and it keeps the width of a total from falling below 0.4 to 0.55 of
 * that of a week, however long. r was chosen on M4 Weekly, NN5 and shops whose level shifts (`npm run bench:forecast
 * totals`, docs/forecasting.md).
 *
 * Chosen on M4 Weekly (every fourth series) and NN5: of weeks 4, 13 and 26 ahead the 80 / 95 % bands hold 81 / 95, 79 / 94
 * and 77 / 94 % there, of days up to 182 ahead 81 / 94 %. Before, all folds counted alike: 83 / 97, 78 / 92 and 70 / 84 %.
 * Confirmed on sets that had no say: see docs/forecasting.md.
 *
 * Assumes that the coming errors are like those of the folds. A first Christmas is not: see the check "season".
 *
 * Source: Vovk, Gammerman & Shafer, Algorithmic Learning in a Random World, 2005; Stankeviciute et al., Conformal
 * time-series forecasting, 2021; Kish, Survey Sampling, 1965 (the effective number of correlated cases).
 *
 * @param folds at least two, oldest first. @throws {RangeError} on fewer
 */
export function bandsFrom(folds: readonly FoldErrors[]): Bands {
  if (folds.length < 2) throw new RangeError(`bands need two folds, there are ${folds.length}`);
  const reach = folds[0]!.forecast.length;
  const of = memory((days: number) => learn(folds, days));
  const halves = ({ expected, days, middle, floor, unseen = 0 }: Window) => {
    const { growth, bounds } = of(Math.min(days, reach));
    const size = Math.max(Math.abs(expected), floor * days);
    const scale = size * Math.sqrt(1 + growth * (Math.min(middle, reach) - 1));
    const drift = size * Math.hypot(unseenDrift(middle - (days + 1) / 2 - reach, days), unseen);
    return { scale, drift, bounds };
  };
  const total = (windows: readonly Window[]): Interval => {
    const { apart, common, fewer } = of(Math.min(reach, Math.max(...windows.map(({ days }) => days))));
    const share = (apart * common + USUAL_WORTH * USUAL_SHARE) / (apart + USUAL_WORTH);
    const expected = windows.reduce((sum, window) => sum + window.expected, 0);
    const parts = windows.map(halves);
    const half = (level: Level, side: keyof Bounds) => {
      let alike = 0;
      let squares = 0;
      let drift = 0;
      for (const part of parts) {
        const own = part.scale * part.bounds[level][side];
        alike += own;
        squares += own * own;
        drift += part.drift * NORMAL[level];
      }
      const together = Math.hypot(Math.sqrt(share) * fewer[level] * alike, Math.sqrt((1 - share) * squares));
      return Math.hypot(Math.min(alike, together), drift);
    };
    return {
      expected,
      low50: expected - half(50, 'below'),
      high50: expected + half(50, 'above'),
      low80: expected - half(80, 'below'),
      high80: expected + half(80, 'above'),
      low95: expected - half(95, 'below'),
      high95: expected + half(95, 'above'),
    };
  };
  return { sum: (window) => total([window]), total };
}

/** Mean relative drift over `days` days that begin `past` days after the reach of the folds (before it: negative). */
function unseenDrift(past: number, days: number): number {
  const area = (to: number) => (2 / 3) * Math.max(0, to) ** 1.5;
  return (UNSEEN_DRIFT * (area(past + days) - area(past))) / (days * Math.sqrt(30));
}

type Level = 50 | 80 | 95;
/** How far below and above the expected value, both >= 0, in units of scale. */
type Bounds = { readonly below: number; readonly above: number };
type Learned = {
  readonly growth: number;
  /** Folds that do not overlap, as many as these are worth. */
  readonly apart: number;
  /** By how much further errors in common may reach, since so few cases tell of them: f above. */
  readonly fewer: Readonly<Record<Level, number>>;
  /** Share of the squared errors that the windows of a fold have in common: 0..1. */
  readonly common: number;
  readonly bounds: Readonly<Record<Level, Bounds>>;
};

function learn(folds: readonly FoldErrors[], days: number): Learned {
  const errors: number[] = [];
  const middles: number[] = [];
  const ofFold: number[] = [];
  folds.forEach(({ forecast, actual, open, floor }, f) => {
    for (let start = 0; start + days <= forecast.length; start++) {
      let expected = 0;
      let came = 0;
      let trading = 0;
      let known = 0;
      for (let i = start; i < start + days; i++) {
        trading += open[i]!;
        if (Number.isNaN(actual[i]!)) continue;
        expected += forecast[i]!;
        came += actual[i]!;
        known += open[i]!;
      }
      // A window with a few days missing is judged by the others, one that is mostly missing not at all.
      if (trading === 0 || known < KNOWN_SHARE * trading) continue;
      errors.push((came - expected) / Math.max(Math.abs(expected), floor * days, Number.MIN_VALUE));
      middles.push(start + 1 + (days - 1) / 2);
      ofFold.push(f);
    }
  });
  const none = { below: 0, above: 0 };
  const apart = apartOf(folds);
  const fewerOf = (evidence: number) => {
    const at = (level: Level) => Math.max(1, student(level, apart + USUAL_FREEDOM) / student(level, evidence));
    return { 50: at(50), 80: at(80), 95: at(95) };
  };
  if (errors.length === 0) {
    return { growth: GROWTHS[0]!, apart, fewer: fewerOf(apart), common: 0, bounds: { 50: none, 80: none, 95: none } };
  }
  const growth = likeliestGrowth(errors, middles);
  const scaled = errors.map((error, i) => error / Math.sqrt(1 + growth * (middles[i]! - 1)));
  const { evidence, common } = evidenceOf(folds, days, { scaled, ofFold, apart });
  const sorted = Float64Array.from(scaled).sort();
  const rms = Math.sqrt(scaled.reduce((sum, z) => sum + z * z, 0) / scaled.length);
  const at = (level: Level) => boundsOf(sorted, { rms, level, evidence, common });
  const bounds50 = at(50);
  const bounds80 = wider(at(80), bounds50);
  return {
    growth,
    apart,
    fewer: fewerOf(evidence),
    common,
    bounds: { 50: bounds50, 80: bounds80, 95: wider(at(95), bounds80) },
  };
}

function wider(one: Bounds, other: Bounds): Bounds {
  return { below: Math.max(one.below, other.below), above: Math.max(one.above, other.above) };
}

/** Laplace likelihood of the errors, its scale profiled out. */
function likeliestGrowth(errors: readonly number[], middles: readonly number[]): number {
  let best = GROWTHS[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const growth of GROWTHS) {
    let size = 0;
    let logScale = 0;
    errors.forEach((error, i) => {
      const scale = Math.sqrt(1 + growth * (middles[i]! - 1));
      size += Math.abs(error) / scale;
      logScale += Math.log(scale);
    });
    const cost = errors.length * Math.log(size / errors.length) + logScale;
    if (cost < least) {
      least = cost;
      best = growth;
    }
  }
  return best;
}

/** How many folds that do not overlap these are worth. */
function apartOf(folds: readonly FoldErrors[]): number {
  const spanned = 1 + (folds.at(-1)!.origin - folds[0]!.origin) / folds[0]!.forecast.length;
  return Math.min(folds.length, Math.max(LEAST_APART, spanned));
}

/** How many independent errors these are worth, and the share that the windows of one fold have in common. */
function evidenceOf(
  folds: readonly FoldErrors[],
  days: number,
  { scaled, ofFold, apart }: { scaled: readonly number[]; ofFold: readonly number[]; apart: number },
): { readonly evidence: number; readonly common: number } {
  const reach = folds[0]!.forecast.length;
  const each = Math.floor(reach / days);
  if (each <= 1) return { evidence: apart, common: 1 };
  const sums = new Float64Array(folds.length);
  const counts = new Float64Array(folds.length);
  let squares = 0;
  scaled.forEach((z, i) => {
    squares += z * z;
    sums[ofFold[i]!]! += z;
    counts[ofFold[i]!]!++;
  });
  let means = 0;
  let used = 0;
  sums.forEach((sum, f) => {
    if (counts[f] === 0) return;
    means += (sum / counts[f]!) ** 2;
    used++;
  });
  // Independent windows leave 1 / each of it in the mean of a fold.
  const left = means / used / Math.max(squares / scaled.length, Number.MIN_VALUE);
  const common = Math.min(1, Math.max(0, (left - 1 / each) / (1 - 1 / each)));
  return { evidence: (apart * each) / (1 + (each - 1) * common), common };
}

function boundsOf(
  sorted: Float64Array,
  { rms, level, evidence, common }: { rms: number; level: Level; evidence: number; common: number },
): Bounds {
  const tail = (1 - level / 100) / 2;
  const inflate = (student(level, evidence) / NORMAL[level]) * Math.sqrt(1 + 1 / evidence);
  const alike = NORMAL[level] * rms;
  if (sorted.length * tail < ENOUGH_BEYOND) return { below: inflate * alike, above: inflate * alike };
  const side = (own: number) => inflate * (common * alike + (1 - common) * Math.max(0, own));
  return { below: side(-quantileOf(sorted, tail)), above: side(quantileOf(sorted, 1 - tail)) };
}

/** Student's t at the upper end of a level, for a spread known from so many cases. */
function student(level: Level, cases: number): number {
  return studentQuantile(NORMAL[level], Math.max(2, cases - 1));
}

/** Linear between order statistics, p held to 0..1. */
function quantileOf(sorted: Float64Array, p: number): number {
  const place = Math.min(1, Math.max(0, p)) * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/** By level, the normal quantile at its upper end. */
const NORMAL: Readonly<Record<Level, number>> = {
  50: 0.6744897501960817,
  80: 1.2815515655446004,
  95: 1.959963984540054,
};
