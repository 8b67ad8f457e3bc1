import { chiSquaredTail } from '../chi-squared.ts';
import { standardisedColumn } from './standardised.ts';
import { sweep } from './sweep.ts';

export type LogisticRequest = {
  /** Shape (n,): 1 answered, 0 did not. */
  readonly outcome: Float64Array;
  /** Each of shape (n,), without gaps. They are standardised here. */
  readonly drivers: readonly { readonly name: string; readonly values: Float64Array }[];
};

export type Effect = {
  readonly name: string;
  /** Change of the log odds with one standard deviation of the driver, the others held. */
  readonly coefficient: number;
  readonly standardError: number;
  /** Of Wald's test that it is nothing. */
  readonly pValue: number;
};

export type Logistic = {
  readonly kind: 'fitted';
  readonly intercept: number;
  readonly effects: readonly Effect[];
  readonly logLikelihood: number;
  /** 1 - log-likelihood / log-likelihood without drivers. */
  readonly mcFadden: number;
};

/**
 * Where there is no one best answer: `by` splits the answers so well that its odds are without end; `by` says the same as
 * the drivers before it, or does not vary; all answers are the same.
 */
export type NoLogistic =
  | { readonly kind: 'separated' | 'singular'; readonly by: string }
  | { readonly kind: 'one-sided' };

const MOST_STEPS = 100;
const CLOSE = 1e-10;
/** With an effect of so many standard deviations nobody is left in doubt: no data, only a split, gives one. */
const WITHOUT_END = 15;

/**
 * The odds of an answer by several drivers at once, by maximum likelihood.
 *
 *     log(p / (1 - p)) = intercept + sum of coefficient * (driver - mean) / sd          sd over n
 *
 * Newton's steps (iteratively reweighted least squares), halved while they lose likelihood.
 *
 * Source: McCullagh & Nelder, Generalized Linear Models, 1989; of McFadden's R²: McFadden, 1974; of separation: Albert &
 * Anderson, 1984.
 */
export function logistic({ outcome, drivers }: LogisticRequest): Logistic | NoLogistic {
  const n = outcome.length;
  const yes = outcome.reduce((sum, answer) => sum + answer, 0);
  if (yes === 0 || yes === n) return { kind: 'one-sided' };
  const columns = [new Float64Array(n).fill(1), ...drivers.map(({ values }) => standardisedColumn(values))];
  const width = columns.length;
  const unusable = firstUnusable(columns);
  if (unusable !== null) return { kind: 'singular', by: drivers[unusable - 1]!.name };

  let at = new Float64Array(width);
  at[0] = Math.log(yes / (n - yes));
  let { likelihood, information } = lookAt(columns, outcome, at);
  const nothing = likelihood;
  for (let steps = 0; ; steps++) {
    for (let j = 0; j < width; j++) sweep(information, j);
    const step = information.slice(0, width).map((row) => row[width]!);
    const largest = at.slice(1).reduce((most, each, j) => (Math.abs(each) > Math.abs(at[most + 1]!) ? j : most), 0);
    if (
      Math.abs(at[largest + 1]!) > WITHOUT_END ||
      steps === MOST_STEPS ||
      step.some((each) => !Number.isFinite(each))
    ) {
      return { kind: 'separated', by: drivers[largest]!.name };
    }
    if (step.every((each) => Math.abs(each) < CLOSE)) break;
    let share = 1;
    let next = lookAt(columns, outcome, moved(at, step, share));
    while (next.likelihood < likelihood - CLOSE && share > CLOSE) {
      share /= 2;
      next = lookAt(columns, outcome, moved(at, step, share));
    }
    at = moved(at, step, share);
    ({ likelihood, information } = next);
  }
  return {
    kind: 'fitted',
    intercept: at[0]!,
    effects: drivers.map(({ name }, j): Effect => {
      const standardError = Math.sqrt(information[j + 1]![j + 1]!);
      const coefficient = at[j + 1]!;
      return { name, coefficient, standardError, pValue: chiSquaredTail((coefficient / standardError) ** 2, 1) };
    }),
    logLikelihood: likelihood,
    mcFadden: 1 - likelihood / nothing,
  };
}

/** The first column that the ones before it say as well. */
function firstUnusable(columns: readonly Float64Array[]): number | null {
  const n = columns[0]!.length;
  const products = columns.map((one) => Float64Array.from(columns, (other) => dot(one, other) / n));
  const at = columns.findIndex((_, j) => !sweep(products, j));
  return at === -1 ? null : at;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]!;
  return sum;
}

const moved = (from: Float64Array, step: readonly number[], share: number) =>
  from.map((each, j) => each + share * step[j]!);

/** The likelihood with these coefficients, and [X'WX  X'(y - p)] for the next step. */
function lookAt(columns: readonly Float64Array[], outcome: Float64Array, coefficients: Float64Array) {
  const width = columns.length;
  const information = columns.map(() => new Float64Array(width + 1));
  const row = new Float64Array(width);
  let likelihood = 0;
  for (let i = 0; i < outcome.length; i++) {
    let score = 0;
    for (let j = 0; j < width; j++) {
      row[j] = columns[j]![i]!;
      score += row[j]! * coefficients[j]!;
    }
    const chance = 1 / (1 + Math.exp(-score));
    // log(1 + e^score), without overflow.
    likelihood += outcome[i]! * score - Math.max(score, 0) - Math.log1p(Math.exp(-Math.abs(score)));
    const weight = chance * (1 - chance);
    const rest = outcome[i]! - chance;
    for (let j = 0; j < width; j++) {
      const into = information[j]!;
      const weighted = weight * row[j]!;
      for (let k = 0; k <= j; k++) into[k]! += weighted * row[k]!;
      into[width]! += rest * row[j]!;
    }
  }
  for (let j = 0; j < width; j++) for (let k = j + 1; k < width; k++) information[j]![k] = information[k]![j]!;
  return { likelihood, information };
}
