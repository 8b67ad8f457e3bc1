import { predictors } from './predict-features.ts';
import { groupsBy } from './score.ts';
import type { SegmentModel, SegmentView } from './types.ts';

/** Customers as they were known at one date, where they stood then, and in which state they were a period later. */
export type Transition = {
  /** Shape (features, n). */
  readonly columns: readonly Float64Array[];
  /** Shape (n,): the group, or, for who was inactive, the number of groups and the group: 0 .. 2 * groups - 1. */
  readonly from: Int32Array;
  /** Shape (n,): the group, or the number of groups for inactive: 0 .. groups. */
  readonly to: Int32Array;
};

/**
 * Where each customer stands: the group by the model, and whether they have ordered within the last `days`. Inactive ones
 * keep their group, since where somebody comes back to hangs on where they were.
 *
 * @returns shape (n,), as `Transition.from`
 */
export function standingOf(model: SegmentModel, view: SegmentView, days: number): Int32Array {
  const groups = model.centroids.length;
  return groupsBy(model, view).map((group, row) => (view.recencyDays[row]! > days ? groups + group : group));
}

/** The group of who is active; all inactive are one state, counted after the last group. */
export function stateOf(standing: number, groups: number): number {
  return Math.min(standing, groups);
}

/**
 * The customers of a date, in the order of their ids, where they stood then and their states `days` later, by one model.
 *
 * @throws {RangeError} on an id that is there twice, or a customer who is not there later
 */
export function transition(model: SegmentModel, before: SegmentView, after: SegmentView, days: number): Transition {
  const rows = rowsById(before.id);
  rowsById(after.id);
  const later = new Map(Array.from(after.id, (id, row) => [id, row]));
  const groups = model.centroids.length;
  const from = standingOf(model, before, days);
  const to = standingOf(model, after, days);
  return {
    columns: predictors(model, before).map((column) => Float64Array.from(rows, (row) => column[row]!)),
    from: rows.map((row) => from[row]!),
    to: rows.map((row) => {
      const at = later.get(before.id[row]!);
      if (at === undefined) throw new RangeError(`customer ${before.id[row]} is not there ${days} days later`);
      return stateOf(to[at]!, groups);
    }),
  };
}

/**
 * Row numbers by ascending id: what is drawn by chance must not depend on the order of a file.
 *
 * @throws {RangeError} on an id that is there twice
 */
export function rowsById(id: Int32Array): Int32Array {
  const rows = Int32Array.from(id.keys()).sort((a, b) => id[a]! - id[b]!);
  const twice = rows.find((row, at) => at > 0 && id[row] === id[rows[at - 1]!]);
  if (twice !== undefined) throw new RangeError(`customer ${id[twice]} is there twice`);
  return rows;
}

export function pickCustomers({ columns, from, to }: Transition, rows: Int32Array): Transition {
  return {
    columns: columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    from: rows.map((row) => from[row]!),
    to: rows.map((row) => to[row]!),
  };
}
