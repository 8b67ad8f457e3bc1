import { foldsOf } from '../forest/folds.ts';
import { probabilities } from '../forest/forest.ts';
import { requireColumns } from '../forest/table.ts';
import { type Random, seeded, shuffled } from '../random.ts';
import { predictors } from './predict-features.ts';
import { chancesByRow, type Judged, judgeNext, migrationRows, nextForest, type Trial } from './predict-judge.ts';
import { pickCustomers, statesOf, type Transition, transition } from './predict-transition.ts';
import type { SegmentModel, SegmentView } from './types.ts';

/** By how much a forest must know better than the migration matrix to be used: less is not worth what it hides. */
const LEAST_GAIN = 0.03;
const FOLDS = 5;
/** Judging by more customers than these changes no verdict; drawn. */
const MOST_JUDGED_BY = 50_000;
/** Normal's 90 % point: 80 % lie within. */
const Z80 = 1.281_551_565_544_6;

export type NextRequest = {
  readonly model: SegmentModel;
  /** Customers at three dates, `days` apart; the earliest is null where the history does not reach back. */
  readonly now: SegmentView;
  readonly before: SegmentView;
  readonly earlier: SegmentView | null;
  readonly days: number;
  readonly seed: number;
};

export type NextGroups = {
  /** Learned from the period before last and judged by the last one; or judged by customers left out of learning. */
  readonly judgedBy: 'a later period' | 'other customers';
  readonly judged: Judged;
  readonly used: 'forest' | 'row';
  /** The groups, and inactive at the end: who has not ordered for `days`. */
  readonly states: readonly NextState[];
  /** Shape (states, states): customers now in a state whom the next period is expected to take to another. */
  readonly flows: readonly (readonly number[])[];
  /** How far the sizes expected of the last period were off, as a share; null without a later period. */
  readonly missed: number | null;
  readonly customers: number;
  /** First orders in the last period: as many again are not among those expected. */
  readonly newcomers: number;
};

export type NextState = {
  readonly now: number;
  /** Today's customers who are expected in it, with the 80 % interval. */
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  /** What those now in it spent in the last `days`. */
  readonly spentMinor: number;
  /** How many of those now in it are expected in a state where less is spent, and what those spent. */
  readonly slipping: number;
  readonly atStakeMinor: number;
};

/**
 * Where today's customers will be after the next period: in which group, or inactive.
 *
 * A forest that knows their figures is held against the plain row of the migration matrix, which knows their state only. It
 * is used where its log-loss is 3 % less; otherwise history alone predicts as well. Both are learned from the last whole
 * period and, where the history reaches back, were judged by it when learned from the one before.
 *
 * @throws {RangeError} on an id that is there twice, a customer who vanishes, or a value that is not finite
 * @throws {NotEnoughData} where all customers went one way, or are alike
 */
export function nextGroups({ model, now, before, earlier, days, seed }: NextRequest): NextGroups {
  for (const { id, recencyDays, orders, revenueMinor } of [now, before, earlier ?? before]) {
    requireColumns([recencyDays, orders, revenueMinor], id.length);
  }
  const random = seeded(seed);
  const states = model.centroids.length + 1;
  const last = transition(model, before, now, days);
  const trials = earlier
    ? [laterPeriod(transition(model, earlier, before, days), last, random)]
    : leftOut(last, random);
  const judged = judgeNext(trials, states, random);
  const used = judged.gain >= LEAST_GAIN ? 'forest' : 'row';
  const from = statesOf(model, now, days);
  const chances =
    used === 'forest'
      ? probabilities(nextForest(last, states, random), predictors(model, now))
      : chancesByRow(migrationRows(last, states), from, states);
  const missed = earlier && missedBy(judged.expected[used], judged.came);
  const spent = spentSince(now, before);
  return {
    judgedBy: earlier ? 'a later period' : 'other customers',
    judged,
    used,
    ...expectedStates({ from, chances, spent, states, learned: last.from, missed: missed ?? 0 }),
    missed,
    customers: now.id.length,
    newcomers: now.id.length - before.id.length,
  };
}

/** Everybody of the period before is learned from, and who was there at the last one is judged. */
function laterPeriod(learned: Transition, last: Transition, random: Random): Trial {
  const drawn = shuffled(last.from.length, random).subarray(0, MOST_JUDGED_BY).sort();
  return { learned, judged: pickCustomers(last, drawn) };
}

function leftOut(last: Transition, random: Random): readonly Trial[] {
  const drawn = pickCustomers(last, shuffled(last.from.length, random).subarray(0, MOST_JUDGED_BY).sort());
  return foldsOf(drawn.from.length, FOLDS, random).map(({ learned, judged }) => ({
    learned: pickCustomers(drawn, learned),
    judged: pickCustomers(drawn, judged),
  }));
}

/** By how much sizes were off, large states counting more: the root of the mean square of their shares. */
function missedBy(expected: readonly number[], came: readonly number[]): number {
  const all = expected.reduce((sum, size) => sum + size, 0);
  return Math.sqrt(
    expected.reduce((sum, size, state) => sum + (size - came[state]!) ** 2 / Math.max(1, size), 0) / all,
  );
}

/** What each customer of now has spent since before, shape (n,). */
function spentSince(now: SegmentView, before: SegmentView): Float64Array {
  const earlier = new Map(Array.from(before.id, (id, row) => [id, before.revenueMinor[row]!]));
  return now.revenueMinor.map((minor, row) => minor - (earlier.get(now.id[row]!) ?? 0));
}

/**
 * Sums the chances by state.
 *
 *     variance of a size = sum over states of  N p (1 - p)  +  N² p (1 - p) / n  +  (missed * size)²
 *
 * with N customers now in a state, p the share of them expected, n customers of that state learned from: the chance of each,
 * how little was learned from, and how far off such sizes were when they could be checked.
 */
function expectedStates(given: {
  readonly from: Int32Array;
  readonly chances: Float64Array;
  readonly spent: Float64Array;
  readonly states: number;
  readonly learned: Int32Array;
  readonly missed: number;
}): Pick<NextGroups, 'states' | 'flows'> {
  const { from, chances, spent, states, learned, missed } = given;
  const table = () => Array.from({ length: states }, () => new Array<number>(states).fill(0));
  const [flows, money] = [table(), table()];
  const [size, spentMinor, seen] = [0, 1, 2].map(() => new Array<number>(states).fill(0)) as [
    number[],
    number[],
    number[],
  ];
  for (const state of learned) seen[state]!++;
  from.forEach((state, row) => {
    size[state]!++;
    spentMinor[state]! += spent[row]!;
    for (let to = 0; to < states; to++) {
      const chance = chances[row * states + to]!;
      flows[state]![to]! += chance;
      money[state]![to]! += chance * spent[row]!;
    }
  });
  const worth = spentMinor.map((minor, state) => (size[state] === 0 ? 0 : minor / size[state]!));
  const below = (of: readonly (readonly number[])[], state: number) =>
    of[state]!.reduce((sum, value, to) => sum + (worth[to]! < worth[state]! ? value : 0), 0);
  return {
    flows,
    states: size.map((here, state): NextState => {
      const expected = flows.reduce((sum, row) => sum + row[state]!, 0);
      const chance = flows.reduce((sum, row, own) => {
        const share = size[own] === 0 ? 0 : row[state]! / size[own]!;
        return sum + size[own]! * share * (1 - share) * (1 + size[own]! / Math.max(1, seen[own]!));
      }, 0);
      const reach = Z80 * Math.hypot(Math.sqrt(chance), missed * expected);
      return {
        now: here,
        expected,
        low80: Math.max(0, expected - reach),
        high80: Math.min(from.length, expected + reach),
        spentMinor: spentMinor[state]!,
        slipping: below(flows, state),
        atStakeMinor: below(money, state),
      };
    }),
  };
}
