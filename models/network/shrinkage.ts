import { betaQuantile, gammaQuantile } from './quantiles.ts';

/** A rate of one person, drawn towards everybody's as far as little is known of them, with its 80 % interval. */
export type Shrunk = { readonly value: number; readonly low: number; readonly high: number };

/** `count` of `of`: successes of trials, or events of a time. */
export type Observed = { readonly count: number; readonly of: number };

/** Columns of equal length, one entry a person; who could not have done it, with `of` 0 or NaN, is left out. */
export type Seen = { readonly count: ArrayLike<number>; readonly of: ArrayLike<number> };

const [LOW, HIGH] = [0.1, 0.9];

/**
 * Shares of people, as everybody's share and its spread make them likely: 1 of 1 says less than 80 of 100.
 *
 *     (s p + count) / (s + of)         p: the share of all together, s: how many trials that is worth
 *
 * s is the one that makes what was seen likeliest (beta-binomial), at most all trials. Where people differ no more than
 * by chance it is large, and all are told the same.
 *
 * @param seen whole counts
 *
 * Source: Casella, An introduction to empirical Bayes data analysis, 1985.
 */
export function shrinkShares(seen: Seen): (one: Observed) => Shrunk {
  const kinds = kindsOf(seen);
  const all = sumOf(kinds);
  const share = (all.count + 0.5) / (all.of + 1);
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
 * @param seen whole counts, those without an event among them
 *
 * Source: Clayton & Kaldor, Empirical Bayes estimates of age-standardized relative risks, 1987.
 */
export function shrinkRates(seen: Seen): (one: Observed) => Shrunk {
  const kinds = kindsOf(seen);
  const all = sumOf(kinds);
  const rate = (all.count + 0.5) / all.of;
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

function sumOf(kinds: readonly Kind[]): Observed {
  const sum = (value: (kind: Kind) => number) => kinds.reduce((total, kind) => total + kind.people * value(kind), 0);
  return { count: sum(({ count }) => count), of: sum(({ of }) => of) };
}

/** log of a (a + 1) ... (a + count - 1). */
function rising(a: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.log(a + i);
  return sum;
}

type Kind = Observed & { people: number };

/** Most people are like many others: each kind is weighed once. */
function kindsOf({ count, of }: Seen): readonly Kind[] {
  const kinds = new Map<number, Kind>();
  for (let at = 0; at < count.length; at++) {
    const one = { count: count[at]!, of: of[at]! };
    if (!(one.of > 0)) continue;
    const kind = kinds.get(keyOf(one));
    if (kind) kind.people++;
    else kinds.set(keyOf(one), { ...one, people: 1 });
  }
  return [...kinds.values()];
}

function remembered(work: (one: Observed) => Shrunk): (one: Observed) => Shrunk {
  const known = new Map<number, Shrunk>();
  return (one) => {
    const shrunk = known.get(keyOf(one)) ?? work(one);
    known.set(keyOf(one), shrunk);
    return shrunk;
  };
}

/** One number for two whole ones. */
function keyOf({ count, of }: Observed): number {
  return of * 2 ** 26 + count;
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
