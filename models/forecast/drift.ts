import type { Interval, UseBy, UseByLabel } from './types.ts';

/** A week as its 80 % band was drawn, how many times wider than the model had it, and what came. */
export type BandedWeek = {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly widened: number;
  readonly actual: number;
};

export type Drift = {
  readonly weeks: number;
  /** In how many of them the band held that the model had before it was widened. */
  readonly held: number;
  /** How likely so few are if the band does hold four weeks of five. */
  readonly chance: number;
  /** How many times wider bands must be from now on: 1 when they hold, never less. */
  readonly factor: number;
};

const LEVEL = 0.8;
/** Fewer weeks cannot tell bad luck from a band that is too narrow. */
const LEAST_WEEKS = 12;
/** Half a year: what went wrong before that is no longer this model's. */
const MOST_WEEKS = 26;
const UNLIKELY = 0.05;
/** Bands that would need more than this are no bands; the forecast itself has to change. */
const WIDEST = 3;

/**
 * Whether the 80 % band holds what it promises, from what came. When it held in so few weeks that this happens by luck
 * in less than one case of twenty (one-sided binomial test), it is widened to what would have held:
 *
 *     stretch[i] = |actual - expected| / width of the model's own band on that side
 *     factor     = the ceil((n + 1) 0.8)-th smallest stretch, within 1 .. 3, rounded to hundredths
 *
 * Judged by the model's own bands and not by the widened ones, so that the factor goes back to 1 by itself. 6 of 12
 * weeks, 8 of 14, 16 of 25 are too few; 7 of 12 are not.
 *
 * @param weeks newest first; the last half year of them counts
 *
 * Source: Vovk, Gammerman & Shafer, Algorithmic Learning in a Random World, 2005 (split conformal quantile).
 */
export function coverageDrift(weeks: readonly BandedWeek[]): Drift {
  const counted = weeks.slice(0, MOST_WEEKS);
  const stretches = counted.map(stretch).sort((a, b) => a - b);
  const held = stretches.filter((each) => each <= 1).length;
  const chance = atMost(held, counted.length);
  const drifted = counted.length >= LEAST_WEEKS && chance < UNLIKELY;
  const place = Math.min(counted.length, Math.ceil((counted.length + 1) * LEVEL)) - 1;
  const factor = drifted ? Math.min(WIDEST, Math.max(1, Math.round(100 * stretches[place]!) / 100)) : 1;
  return { weeks: counted.length, held, chance, factor };
}

const LESS: Readonly<Record<UseByLabel, UseByLabel>> = {
  operational: 'tactical',
  tactical: 'strategic',
  strategic: 'indicative only',
  'indicative only': 'indicative only',
};

/** Every label one step lower: what the bands have not held, plans must not lean on. */
export function lowered(useBy: readonly UseBy[]): UseBy[] {
  return useBy
    .map((segment) => ({ ...segment, label: LESS[segment.label] }))
    .filter(({ label }, i, all) => all[i + 1]?.label !== label);
}

/** The interval with each side so many times further away, and not below zero where it was not. */
export function widen<I extends Interval>(interval: I, factor: number): I {
  const { expected } = interval;
  const low = (bound: number) =>
    Math.max(bound < 0 ? Number.NEGATIVE_INFINITY : 0, expected - factor * (expected - bound));
  const high = (bound: number) => expected + factor * (bound - expected);
  return {
    ...interval,
    low50: low(interval.low50),
    high50: high(interval.high50),
    low80: low(interval.low80),
    high80: high(interval.high80),
    low95: low(interval.low95),
    high95: high(interval.high95),
  };
}

function stretch({ expected, low80, high80, widened, actual }: BandedWeek): number {
  const width = (actual < expected ? expected - low80 : high80 - expected) / widened;
  const missed = Math.abs(actual - expected);
  if (missed === 0) return 0;
  return width > 0 ? missed / width : Number.POSITIVE_INFINITY;
}

/** P(X <= held) of a binomial with p = 0.8. */
function atMost(held: number, weeks: number): number {
  let term = (1 - LEVEL) ** weeks;
  let sum = term;
  for (let k = 1; k <= held; k++) {
    term *= ((weeks - k + 1) / k) * (LEVEL / (1 - LEVEL));
    sum += term;
  }
  return Math.min(1, sum);
}
