import { type Forest, growForest, likeliest, probabilities } from '../forest/forest.ts';
import { accuracy, logLoss, macroF1 } from '../forest/scores.ts';
import { pickRows } from '../forest/table.ts';
import { type Random, shuffled } from '../random.ts';
import type { Transition } from './predict-transition.ts';

const TREES = 200;
/** Chances need more rows in a leaf than verdicts do: of 1 to 40 tried on Online Retail this has the least log-loss. */
const MIN_LEAF = 20;
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
  /** The row of the migration matrix of the group that a customer is in. */
  readonly row: Scores;
  /** Everyone stays where they are. */
  readonly persistence: Scores;
  /** Everyone ends where most do. */
  readonly majority: Scores;
  /** By how much the forest's log-loss is less than the row's, as a share of it. */
  readonly gain: number;
  /** Shape (states,): how many the forest and the row expected in each, and how many came. */
  readonly expected: { readonly forest: readonly number[]; readonly row: readonly number[] };
  readonly came: readonly number[];
};

/** Learned from one, judged by the other: other customers, or the same ones in a later period. */
export type Trial = { readonly learned: Transition; readonly judged: Transition };

/** A forest that gives chances of the next state. @throws as `growForest` */
export function nextForest({ columns, to }: Transition, states: number, random: Random): Forest {
  const table = { columns, label: to, classes: states };
  const drawn = shuffled(to.length, random).subarray(0, MOST_LEARNED_FROM).sort();
  return growForest(pickRows(table, drawn), { trees: TREES, minLeaf: MIN_LEAF, random });
}

/**
 * The migration matrix as chances, each row drawn towards everybody's by half a customer a state, so that a state which
 * nobody was seen in goes where customers go.
 *
 * @returns shape (states, states); rows add up to 1
 */
export function migrationRows({ from, to }: Pick<Transition, 'from' | 'to'>, states: number): Float64Array {
  const counts = new Float64Array(states * states);
  const all = new Float64Array(states).fill(0.5);
  const size = new Float64Array(states);
  from.forEach((state, row) => {
    counts[state * states + to[row]!]!++;
    all[to[row]!]!++;
    size[state]!++;
  });
  const prior = states / 2;
  return counts.map((count, cell) => {
    const everybody = all[cell % states]! / (from.length + prior);
    return (count + prior * everybody) / (size[Math.floor(cell / states)]! + prior);
  });
}

/** The chances of each customer by the row of their state. Shape (n, states). */
export function chancesByRow(rows: Float64Array, from: Int32Array, states: number): Float64Array {
  const chances = new Float64Array(from.length * states);
  from.forEach((state, row) => {
    chances.set(rows.subarray(state * states, (state + 1) * states), row * states);
  });
  return chances;
}

/** The forest beside the three simple answers, on the customers of all trials together. */
export function judgeNext(trials: readonly Trial[], states: number, random: Random): Judged {
  const parts = trials.map(({ learned, judged }) => {
    const often = new Float64Array(states);
    for (const state of learned.to) often[state]!++;
    return {
      truth: judged.to,
      forest: probabilities(nextForest(learned, states, random), judged.columns),
      row: chancesByRow(migrationRows(learned, states), judged.from, states),
      persistence: judged.from,
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
    came: sumsOf(
      truth.reduce((sums, state) => {
        sums[state]!++;
        return sums;
      }, new Float64Array(states)),
      states,
    ),
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
