import { foldsOf } from '../forest/folds.ts';
import { probabilities } from '../forest/forest.ts';
import { requireColumns } from '../forest/table.ts';
import { type Random, seeded, shuffled } from '../random.ts';
import { predictors } from './predict-features.ts';
import { chancesByRow, type Judged, judgeNext, migrationRows, nextForest, type Trial } from './predict-judge.ts';
import { pickCustomers, standingOf, stateOf, type Transition, transition } from './predict-transition.ts';
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
  const groups = model.centroids.length;
  const last = transition(model, before, now, days);
  const trials = earlier
    ? [laterPeriod(transition(model, earlier, before, days), last, random)]
    : leftOut(last, random);
  const judged = judgeNext(trials, groups, random);
  const used = judged.gain >= LEAST_GAIN ? 'forest' : 'row';
  const from = standingOf(model, now, days);
  const chances =
    used === 'forest'
      ? probabilities(nextForest(last, groups, random), predictors(model, now))
      : chancesByRow(migrationRows(last, groups), from, groups);
  const missed = earlier && missedBy(judged.expected[used], judged.came);
  const spent = spentSince(now, before);
  return {
    judgedBy: earlier ? 'a later period' : 'other customers',
    judged,
    used,
    ...expectedStates({ from, chances, spent, groups, learned: last.from, missed: missed ?? 0 }),
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
 *     variance of a size = sum over standings of  N p (1 - p)  +  N² p (1 - p) / n  +  (missed * size)²
 *
 * with N customers who now stand somewhere, p the share of them expected, n customers learned from who stood there: the
 * chance of each, how few were learned from, and how far off such sizes were when they could be checked.
 */
function expectedStates(given: {
  readonly from: Int32Array;
  readonly chances: Float64Array;
  readonly spent: Float64Array;
  readonly groups: number;
  readonly learned: Int32Array;
  readonly missed: number;
}): Pick<NextGroups, 'states'> {
  const { from, chances, spent, groups, learned, missed } = given;
  const states = groups + 1;
  const standings = Array.from({ length: 2 * groups }, (_, standing) => ({
    state: stateOf(standing, groups),
    customers: 0,
    spentMinor: 0,
    learned: learned.filter((each) => each === standing).length,
    flows: new Float64Array(states),
    money: new Float64Array(states),
  }));
  from.forEach((standing, row) => {
    const own = standings[standing]!;
    own.customers++;
    own.spentMinor += spent[row]!;
    for (let to = 0; to < states; to++) {
      const chance = chances[row * states + to]!;
      own.flows[to]! += chance;
      own.money[to]! += chance * spent[row]!;
    }
  });
  const within = (state: number, value: (standing: (typeof standings)[number]) => number) =>
    standings.reduce((sum, standing) => sum + (standing.state === state ? value(standing) : 0), 0);
  const sizes = Array.from({ length: states }, (_, state) => within(state, ({ customers }) => customers));
  const spentMinor = sizes.map((_, state) => within(state, (standing) => standing.spentMinor));
  const worth = sizes.map((size, state) => (size === 0 ? 0 : spentMinor[state]! / size));
  const slipping = (of: Float64Array, state: number) =>
    of.reduce((sum, value, to) => sum + (worth[to]! < worth[state]! ? value : 0), 0);
  return {
    states: sizes.map((now, state): NextState => {
      const expected = standings.reduce((sum, { flows }) => sum + flows[state]!, 0);
      const variance = standings.reduce((sum, { customers, learned: seen, flows }) => {
        const share = customers === 0 ? 0 : flows[state]! / customers;
        return sum + customers * share * (1 - share) * (1 + customers / Math.max(1, seen));
      }, 0);
      const reach = Z80 * Math.hypot(Math.sqrt(variance), missed * expected);
      return {
        now,
        expected,
        low80: Math.max(0, expected - reach),
        high80: Math.min(from.length, expected + reach),
        spentMinor: spentMinor[state]!,
        slipping: within(state, ({ flows }) => slipping(flows, state)),
        atStakeMinor: within(state, ({ money }) => slipping(money, state)),
      };
    }),
  };
}
