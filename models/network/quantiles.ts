import { gammaln } from 'simple-statistics';
import { chiSquaredTail } from '../chi-squared.ts';

const MOST_ROUNDS = 200;
const MOST_TERMS = 10_000;
const ENOUGH = 1e-14;
const TINY = 1e-300;

/** The value that a gamma variable of shape `shape` > 0 and rate 1 stays below with the chance `chance`. */
export function gammaQuantile(chance: number, shape: number): number {
  const below = (value: number) => 1 - chiSquaredTail(2 * value, 2 * shape);
  let high = shape + 1;
  while (below(high) < chance) high *= 2;
  return crossing((value) => below(value) - chance, high);
}

/** The value that a beta variable, `a` and `b` > 0, stays below with the chance `chance`. */
export function betaQuantile(chance: number, a: number, b: number): number {
  return crossing((value) => betaBelow(value, a, b) - chance, 1);
}

/** Where a rising function changes its sign between 0 and `high`, by halving. */
function crossing(rises: (value: number) => number, high: number): number {
  let [low, up] = [0, high];
  for (let round = 0; round < MOST_ROUNDS && up - low > ENOUGH * up; round++) {
    const middle = (low + up) / 2;
    if (rises(middle) < 0) low = middle;
    else up = middle;
  }
  return (low + up) / 2;
}

/**
 * The regularised incomplete beta function, by the continued fraction of Lentz on the side where it converges fast.
 *
 * Source: DLMF 8.17.22; Abramowitz & Stegun, 26.5.8.
 */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const factor of [even, odd]) {
      d = 1 / away(1 + factor * d);
      c = away(1 + factor / c);
      step = c * d;
      result *= step;
    }
    if (Math.abs(step - 1) < ENOUGH) break;
  }
  return front * result;
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
