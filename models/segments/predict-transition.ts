import { predictors } from './predict-features.ts';
import { groupsBy } from './score.ts';
import type { SegmentModel, SegmentView } from './types.ts';

/** Customers as they were known at one date, where they stood then, and where they stood a period later. */
export type Transition = {
  /** Shape (features, n). */
  readonly columns: readonly Float64Array[];
  /** Shape (n,): states at both dates. */
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/**
 * Where each customer stands: the group by the model, or, for who has not ordered within the last `days`, inactive, which
 * is counted after the last group.
 *
 * @returns shape (n,), 0 .. groups
 */
export function statesOf(model: SegmentModel, view: SegmentView, days: number): Int32Array {
  const inactive = model.centroids.length;
  return groupsBy(model, view).map((group, row) => (view.recencyDays[row]! > days ? inactive : group));
}

/**
 * The customers of a date, in the order of their ids, and their states then and `days` later, by one model.
 *
 * @throws {RangeError} on an id that is there twice, or a customer who is not there later
 */
export function transition(model: SegmentModel, before: SegmentView, after: SegmentView, days: number): Transition {
  const rows = rowsById(before.id);
  rowsById(after.id);
  const later = new Map(Array.from(after.id, (id, row) => [id, row]));
  const from = statesOf(model, before, days);
  const to = statesOf(model, after, days);
  return {
    columns: predictors(model, before).map((column) => Float64Array.from(rows, (row) => column[row]!)),
    from: rows.map((row) => from[row]!),
    to: rows.map((row) => {
      const at = later.get(before.id[row]!);
      if (at === undefined) throw new RangeError(`customer ${before.id[row]} is not there ${days} days later`);
      return to[at]!;
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
