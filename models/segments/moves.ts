import { chiSquaredTail } from '../chi-squared.ts';
import { wilson } from '../intervals.ts';
import { groupsBy } from './score.ts';
import type { SegmentModel, SegmentsRequest } from './types.ts';

/**
 * Who went where between two dates, each customer counted once. `from` and `to` are group numbers of one and the same
 * model; a customer who bought before and not since is inactive, one who had never bought before is new.
 */
export type Moves = {
  readonly groups: number;
  /** Shape (groups, groups + 1): customers from each group to each group, and to inactive. */
  readonly flows: readonly (readonly Flow[])[];
  /** Shape (groups,): new customers by the group they are in now. */
  readonly arrived: readonly { readonly customers: number; readonly revenueMinor: number }[];
  /** Everyone who had bought by the end: the flows and the new ones add up to it. */
  readonly customers: number;
};

export type Flow = {
  readonly customers: number;
  /** Of all who were in the group before, with its 95 % interval (Wilson). Null for an empty group. */
  readonly share: number | null;
  readonly low95: number | null;
  readonly high95: number | null;
  /** What these people had spent before, over the same time: the money that moves with them. */
  readonly revenueMinor: number;
};

export type MovesRequest = {
  readonly groups: number;
  /** By the earlier date: columns of shape (n,), one entry a customer. */
  readonly before: { readonly id: Int32Array; readonly group: Int32Array; readonly revenueMinor: Float64Array };
  /** By the later date. `isActive`: bought since the earlier one. */
  readonly after: {
    readonly id: Int32Array;
    readonly group: Int32Array;
    readonly isActive: Uint8Array;
    readonly revenueMinor: Float64Array;
  };
};

/**
 * The migration matrix with its missing rows and columns: who stopped, and who is new. Leaving them out makes any shop
 * look loyal.
 *
 * @throws {RangeError} when a customer of the earlier date is not there at the later one
 *
 * Source of the interval: Wilson, 1927.
 */
export function moves({ groups, before, after }: MovesRequest): Moves {
  const inactive = groups;
  const counts = Array.from({ length: groups }, () => new Float64Array(groups + 1));
  const money = Array.from({ length: groups }, () => new Float64Array(groups + 1));
  const arrived = Array.from({ length: groups }, () => ({ customers: 0, revenueMinor: 0 }));
  const was = new Map<number, number>();
  before.id.forEach((id, row) => void was.set(id, row));
  let met = 0;
  after.id.forEach((id, row) => {
    const earlier = was.get(id);
    const group = after.group[row]!;
    if (earlier === undefined) {
      arrived[group]!.customers++;
      arrived[group]!.revenueMinor += after.revenueMinor[row]!;
      return;
    }
    met++;
    const from = before.group[earlier]!;
    const to = after.isActive[row] ? group : inactive;
    counts[from]![to]!++;
    money[from]![to]! += before.revenueMinor[earlier]!;
  });
  if (met < before.id.length) throw new RangeError(`${before.id.length - met} customers are gone from the later date`);
  return {
    groups,
    flows: counts.map((row, from) => {
      const all = row.reduce((sum, count) => sum + count, 0);
      return Array.from(row, (customers, to) => ({
        customers,
        ...(all === 0
          ? { share: null, low95: null, high95: null }
          : { share: customers / all, ...wilson(customers, all) }),
        revenueMinor: money[from]![to]!,
      }));
    }),
    arrived,
    customers: after.id.length,
  };
}

type View = SegmentsRequest['view'];

export type SegmentMovesRequest = {
  readonly model: SegmentModel;
  readonly before: View;
  readonly after: View;
  /** Days between the two dates: who bought in them is active. */
  readonly days: number;
  /** As many days earlier than `before`, to compare with; null where the history does not reach back. */
  readonly earlier: View | null;
};

export type SegmentMoves = {
  readonly now: Moves;
  /** The same number of days just before. */
  readonly earlier: Moves | null;
  /** How likely the two would differ as much if people moved alike in both: below 0.05 the change is real. */
  readonly pValue: number | null;
};

/** Moves between two dates by one model, beside those of as many days before. */
export function segmentMoves({ model, before, after, days, earlier }: SegmentMovesRequest): SegmentMoves {
  const step = (from: View, to: View) =>
    moves({
      groups: model.centroids.length,
      before: { id: from.id, group: groupsBy(model, from), revenueMinor: from.revenueMinor },
      after: {
        id: to.id,
        group: groupsBy(model, to),
        // Recency counts from the day after the last day: an order on the first of the days is `days` old.
        isActive: Uint8Array.from(to.recencyDays, (recency) => Number(recency <= days)),
        revenueMinor: to.revenueMinor,
      },
    });
  const now = step(before, after);
  const past = earlier && step(earlier, before);
  return { now, earlier: past, pValue: past && sameMoves(past, now) };
}

/**
 * G-test of homogeneity, row by row: do the people of a group go the same ways in both matrices?
 *
 *     G = 2 sum observed ln(observed / expected)           chi-squared, one degree of freedom less than ways, a row
 *
 * Source: Sokal & Rohlf, Biometry, 1981.
 */
function sameMoves(one: Moves, other: Moves): number | null {
  let g = 0;
  let freedom = 0;
  one.flows.forEach((row, from) => {
    const rows = [row, other.flows[from]!].map((flows) => flows.map(({ customers }) => customers));
    const sums = rows.map((counts) => counts.reduce((sum, count) => sum + count, 0));
    const all = sums[0]! + sums[1]!;
    if (sums.includes(0)) return;
    const ways = row.map((_, to) => rows[0]![to]! + rows[1]![to]!);
    freedom += ways.filter((count) => count > 0).length - 1;
    rows.forEach((counts, at) => {
      counts.forEach((count, to) => {
        if (count > 0) g += 2 * count * Math.log((count * all) / (ways[to]! * sums[at]!));
      });
    });
  });
  return freedom > 0 ? chiSquaredTail(g, freedom) : null;
}
