import { type Forest, growForest, likeliest, probabilities } from '../forest/forest.ts';
import { accuracy, logLoss, macroF1 } from '../forest/scores.ts';
import { pickRows } from '../forest/table.ts';
import { type Random, shuffled } from '../random.ts';
import { stateOf, type Transition } from './predict-transition.ts';

const TREES = 200;
/** Chances need more rows in a leaf than verdicts do: of 10, 20 and 40 on Online Retail and the demo, 40 had the least log-loss. */
const MIN_LEAF = 40;
/** A forest learns no more from more customers than this, drawn. */
const MOST_LEARNED_FROM = 50_000;

export type Scores = {
  /** Null for a method that gives no chances. */
  readonly logLoss: number | null;
  readonly accuracy: number;
  readonly macroF1: number;
};

export type Judged = {
  readonly customers: number;
  readonly forest: Scores;
  /** The row of the migration matrix: of the group that a customer is in, active and inactive apart. */
  readonly row: Scores;
  /** Everyone stays where they are. */
  readonly persistence: Scores;
  /** Everyone ends where most do. */
  readonly majority: Scores;
  /** By how much the forest's log-loss is less than the row's, as a share of it. */
  readonly gain: number;
  /** Shape (groups + 1,): how many the forest and the row expected in each state, and how many came. */
  readonly expected: { readonly forest: readonly number[]; readonly row: readonly number[] };
  readonly came: readonly number[];
};

/** Learned from one, judged by the other: other customers, or the same ones in a later period. */
export type Trial = { readonly learned: Transition; readonly judged: Transition };

/** A forest that gives chances of the next state. @throws as `growForest` */
export function nextForest({ columns, to }: Transition, groups: number, random: Random): Forest {
  const table = { columns, label: to, classes: groups + 1 };
  const drawn = shuffled(to.length, random).subarray(0, MOST_LEARNED_FROM).sort();
  return growForest(pickRows(table, drawn), {
    trees: TREES,
    minLeaf: MIN_LEAF,
    // The usual root of their number would be one of three: half of all cuts by what says least.
    featuresPerSplit: Math.ceil(columns.length / 2),
    random,
  });
}

/**
 * The migration matrix as chances, each row drawn towards everybody's by half a customer a state: where nobody was seen to
 * stand, customers go where all go.
 *
 * @returns shape (2 * groups, groups + 1); rows add up to 1
 */
export function migrationRows({ from, to }: Pick<Transition, 'from' | 'to'>, groups: number): Float64Array {
  const states = groups + 1;
  const counts = new Float64Array(2 * groups * states);
  const all = new Float64Array(states).fill(0.5);
  const size = new Float64Array(2 * groups);
  from.forEach((standing, row) => {
    counts[standing * states + to[row]!]!++;
    all[to[row]!]!++;
    size[standing]!++;
  });
  const prior = states / 2;
  return counts.map((count, cell) => {
    const everybody = all[cell % states]! / (from.length + prior);
    return (count + prior * everybody) / (size[Math.floor(cell / states)]! + prior);
  });
}

/** The chances of each customer by the row of where they stand. Shape (n, groups + 1). */
export function chancesByRow(rows: Float64Array, from: Int32Array, groups: number): Float64Array {
  const states = groups + 1;
  const chances = new Float64Array(from.length * states);
  from.forEach((standing, row) => {
    chances.set(rows.subarray(standing * states, (standing + 1) * states), row * states);
  });
  return chances;
}

/** The forest beside the three simple answers, on the customers of all trials together. */
export function judgeNext(trials: readonly Trial[], groups: number, random: Random): Judged {
  const states = groups + 1;
  const parts = trials.map(({ learned, judged }) => {
    const often = new Float64Array(states);
    for (const state of learned.to) often[state]!++;
    return {
      truth: judged.to,
      forest: probabilities(nextForest(learned, groups, random), judged.columns),
      row: chancesByRow(migrationRows(learned, groups), judged.from, groups),
      persistence: judged.from.map((standing) => stateOf(standing, groups)),
      majority: new Int32Array(judged.to.length).fill(often.indexOf(Math.max(...often))),
    };
  });
  const truth = joined(parts.map((part) => part.truth));
  const forest = joinedChances(parts.map((part) => part.forest));
  const row = joinedChances(parts.map((part) => part.row));
  const verdicts = (told: Int32Array): Scores => ({
    logLoss: null,
    accuracy: accuracy(truth, told),
    macroF1: macroF1(truth, told, states),
  });
  const [forestLoss, rowLoss] = [logLoss(truth, forest, states), logLoss(truth, row, states)];
  return {
    customers: truth.length,
    forest: { ...verdicts(likeliest(forest, states)), logLoss: forestLoss },
    row: { ...verdicts(likeliest(row, states)), logLoss: rowLoss },
    persistence: verdicts(joined(parts.map((part) => part.persistence))),
    majority: verdicts(joined(parts.map((part) => part.majority))),
    gain: 1 - forestLoss / rowLoss,
    expected: { forest: sumsOf(forest, states), row: sumsOf(row, states) },
    came: Array.from({ length: states }, (_, state) => truth.filter((each) => each === state).length),
  };
}

function sumsOf(chances: Float64Array, states: number): number[] {
  const sums = new Array<number>(states).fill(0);
  chances.forEach((chance, cell) => {
    sums[cell % states]! += chance;
  });
  return sums;
}

function joined(parts: readonly Int32Array[]): Int32Array {
  return Int32Array.from(parts.flatMap((part) => Array.from(part)));
}

function joinedChances(parts: readonly Float64Array[]): Float64Array {
  return Float64Array.from(parts.flatMap((part) => Array.from(part)));
}
