import { gammaln } from 'simple-statistics';

const MOST_TERMS = 10_000;
const ENOUGH = 1e-14;

/**
 * The chance that a chi-squared variable with `freedom` degrees of freedom is at least `value`.
 *
 *     Q(a, x) = 1 - e^-x x^a / gamma(a + 1) * sum over n of x^n / ((a + 1) ... (a + n))      a = freedom / 2, x = value / 2
 *
 * The series for small x, the continued fraction of Lentz beyond a + 1.
 *
 * @param value   at least 0
 * @param freedom at least 1
 *
 * Source: Abramowitz & Stegun, 6.5.29 and 6.5.31.
 */
export function chiSquaredTail(value: number, freedom: number): number {
  const [a, x] = [freedom / 2, value / 2];
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - gammaln(a));
  return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * ENOUGH; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    const step = c * d;
    result *= step;
    if (Math.abs(step - 1) < ENOUGH) break;
  }
  return result;
}
