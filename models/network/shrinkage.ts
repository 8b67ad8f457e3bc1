import { betaQuantile, gammaQuantile } from './quantiles.ts';

/** A rate of one person, drawn towards everybody's as far as little is known of them, with its 80 % interval. */
export type Shrunk = { readonly value: number; readonly low: number; readonly high: number };

/** `count` of `of`: successes of trials, or events of a time. */
export type Observed = { readonly count: number; readonly of: number };

const [LOW, HIGH] = [0.1, 0.9];

/**
 * Shares of people, as everybody's share and its spread make them likely: 1 of 1 says less than 80 of 100.
 *
 *     (s p + count) / (s + of)         p: the share of all together, s: how many trials that is worth
 *
 * s is the one that makes what was seen likeliest (beta-binomial), at most all trials. Where people differ no more than
 * by chance it is large, and all are told the same.
 *
 * @param seen whole counts, `of` at least 1
 *
 * Source: Casella, An introduction to empirical Bayes data analysis, 1985.
 */
export function shrinkShares(seen: readonly Observed[]): (one: Observed) => Shrunk {
  const all = sumOf(seen);
  const share = (all.count + 0.5) / (all.of + 1);
  const kinds = kindsOf(seen);
  const strength = likeliest(all.of, (s) => {
    const [a, b] = [s * share, s * (1 - share)];
    return kinds.reduce(
      (sum, { count, of, people }) => sum + people * (rising(a, count) + rising(b, of - count) - rising(s, of)),
      0,
    );
  });
  return remembered(({ count, of }) => {
    const [a, b] = [strength * share + count, strength * (1 - share) + of - count];
    return { value: a / (a + b), low: betaQuantile(LOW, a, b), high: betaQuantile(HIGH, a, b) };
  });
}

/**
 * Events by time, as everybody's rate and its spread make them likely: one in the first week says less than fifty in a
 * year.
 *
 *     (s r + count) / (s + of)         r: the rate of all together, s: how much time that is worth
 *
 * s is the one that makes what was seen likeliest (gamma-Poisson), at most all time.
 *
 * @param seen whole counts, `of` above 0; those without an event among them
 *
 * Source: Clayton & Kaldor, Empirical Bayes estimates of age-standardized relative risks, 1987.
 */
export function shrinkRates(seen: readonly Observed[]): (one: Observed) => Shrunk {
  const all = sumOf(seen);
  const rate = (all.count + 0.5) / all.of;
  const kinds = kindsOf(seen);
  const strength = likeliest(all.of, (s) =>
    kinds.reduce(
      (sum, { count, of, people }) =>
        sum + people * (rising(s * rate, count) - s * rate * Math.log1p(of / s) - count * Math.log(s + of)),
      0,
    ),
  );
  return remembered(({ count, of }) => {
    const [shape, time] = [strength * rate + count, strength + of];
    return { value: shape / time, low: gammaQuantile(LOW, shape) / time, high: gammaQuantile(HIGH, shape) / time };
  });
}

function sumOf(seen: readonly Observed[]): Observed {
  return seen.reduce((sum, one) => ({ count: sum.count + one.count, of: sum.of + one.of }), { count: 0, of: 0 });
}

/** log of a (a + 1) ... (a + count - 1). */
function rising(a: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.log(a + i);
  return sum;
}

/** Most people are like many others: each kind is weighed once. */
function kindsOf(seen: readonly Observed[]): readonly (Observed & { readonly people: number })[] {
  const kinds = new Map<string, { readonly count: number; readonly of: number; people: number }>();
  for (const { count, of } of seen) {
    const kind = kinds.get(keyOf(count, of));
    if (kind) kind.people++;
    else kinds.set(keyOf(count, of), { count, of, people: 1 });
  }
  return [...kinds.values()];
}

function remembered(work: (one: Observed) => Shrunk): (one: Observed) => Shrunk {
  const known = new Map<string, Shrunk>();
  return (one) => {
    const key = keyOf(one.count, one.of);
    const shrunk = known.get(key) ?? work(one);
    known.set(key, shrunk);
    return shrunk;
  };
}

function keyOf(count: number, of: number): string {
  return `${count}/${of}`;
}

const LEAST_STRENGTH = 0.01;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const ROUNDS = 40;
const ALIKE = 1e-12;

/** The strength at which `likelihood` is highest, by golden section over its logarithm; the larger of two alike. */
function likeliest(most: number, likelihood: (strength: number) => number): number {
  const at = (log: number) => likelihood(Math.exp(log));
  let [low, high] = [Math.log(LEAST_STRENGTH), Math.log(Math.max(1, most))];
  for (let round = 0; round < ROUNDS; round++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    const [one, other] = [at(left), at(right)];
    if (one - other > ALIKE * Math.abs(other)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
