import { median } from 'simple-statistics';
import { wilson } from '../intervals.ts';
import { scaled } from './features.ts';
import { groupsBy } from './score.ts';
import type { SegmentModel, SegmentView, Transform } from './types.ts';

export type ProfileRequest = {
  readonly model: SegmentModel;
  readonly view: SegmentView;
  /** Shape (n,) each, in the order of the view; NaN is not known. */
  readonly columns: readonly ProfileColumn[];
  /** Positions in a list of places, shape (n,); -1 is not known. */
  readonly places: { readonly count: number; readonly of: Int32Array } | null;
  /** The same shop `days` earlier, to see who of a group ordered again. Null where the history does not reach back. */
  readonly earlier: { readonly view: SegmentView; readonly days: number } | null;
};

export type ProfileColumn = { readonly name: string; readonly values: Float64Array; readonly transform: Transform };

export type Profile = {
  readonly customers: number;
  /** Columns that somebody is known for and that vary, by how much of their differences lies between the groups. */
  readonly columns: readonly {
    readonly name: string;
    readonly known: number;
    readonly median: number;
    readonly mean: number;
    /** Eta squared, 0 to 1. */
    readonly effect: number;
    readonly groups: readonly ProfileCell[];
  }[];
  /** Shape (groups,): its places by customers, most first, and among all customers. Empty where none is known. */
  readonly places: readonly (readonly PlaceShare[])[];
  /** Shape (groups,): of who was in the group then, who has ordered since; null where it cannot be told. */
  readonly again: readonly (Again | null)[];
};

/** Null for a group of whom nobody is known. */
export type ProfileCell = {
  readonly known: number;
  readonly median: number | null;
  readonly mean: number | null;
  /** Mean, transformed, from that of all customers, in their standard deviations. */
  readonly fromAll: number | null;
};

export type PlaceShare = { readonly place: number; readonly share: number; readonly ofAll: number };
export type Again = { readonly of: number; readonly share: number; readonly low95: number; readonly high95: number };

const MOST_PLACES = 3;

/**
 * What is known of each group beside what it was found by: medians, and how far its mean lies from that of everybody.
 *
 * Source of eta squared: Fisher, Statistical Methods for Research Workers, 1925; of the intervals: Wilson, 1927.
 */
export function segmentProfile({ model, view, columns, places, earlier }: ProfileRequest): Profile {
  const groups = groupsBy(model, view);
  const k = model.centroids.length;
  return {
    customers: view.id.length,
    columns: columns
      .flatMap((column) => profileOf(column, groups, k) ?? [])
      .sort((a, b) => b.effect - a.effect || (a.name < b.name ? -1 : 1)),
    places: places ? placesOf(places, groups, k) : [],
    again: earlier ? againOf(model, view, earlier) : new Array<null>(k).fill(null),
  };
}

function profileOf({ name, values, transform }: ProfileColumn, groups: Int32Array, k: number) {
  const rows = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
  if (rows.length === 0) return null;
  const points = scaled(values, { feature: name, transform, mean: 0, sd: 1 });
  const meanOf = (some: readonly number[], of: Float64Array) =>
    some.reduce((sum, row) => sum + of[row]!, 0) / some.length;
  const middle = meanOf(rows, points);
  const squares = rows.reduce((sum, row) => sum + (points[row]! - middle) ** 2, 0);
  const sd = Math.sqrt(squares / rows.length);
  if (!(sd > 1e-9)) return null;
  const members = Array.from({ length: k }, (_, group) => rows.filter((row) => groups[row] === group));
  const between = members.reduce(
    (sum, own) => (own.length === 0 ? sum : sum + own.length * (meanOf(own, points) - middle) ** 2),
    0,
  );
  return {
    name,
    known: rows.length,
    median: median(rows.map((row) => values[row]!)),
    mean: meanOf(rows, values),
    effect: between / squares,
    groups: members.map(
      (own): ProfileCell =>
        own.length === 0
          ? { known: 0, median: null, mean: null, fromAll: null }
          : {
              known: own.length,
              median: median(own.map((row) => values[row]!)),
              mean: meanOf(own, values),
              fromAll: (meanOf(own, points) - middle) / sd,
            },
    ),
  };
}

function placesOf({ count, of }: NonNullable<ProfileRequest['places']>, groups: Int32Array, k: number) {
  const counts = Array.from({ length: k + 1 }, () => new Float64Array(count));
  of.forEach((place, row) => {
    if (place < 0) return;
    counts[groups[row]!]![place]!++;
    counts[k]![place]!++;
  });
  const all = counts[k]!.reduce((sum, each) => sum + each, 0);
  return counts.slice(0, k).map((own): PlaceShare[] => {
    const known = own.reduce((sum, each) => sum + each, 0);
    return Array.from(own, (customers, place) => ({
      place,
      share: known === 0 ? 0 : customers / known,
      ofAll: counts[k]![place]! / all,
    }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share || a.place - b.place)
      .slice(0, MOST_PLACES);
  });
}

/** Recency counts from the day after the last day: an order on the first of the days is `days` old. */
function againOf(model: SegmentModel, now: SegmentView, { view, days }: NonNullable<ProfileRequest['earlier']>) {
  const groups = groupsBy(model, view);
  const active = new Set(Array.from(now.id).filter((_, row) => now.recencyDays[row]! <= days));
  return model.centroids.map((_, group): Again | null => {
    const people = Array.from(view.id).filter((_id, row) => groups[row] === group);
    if (people.length === 0) return null;
    const count = people.filter((id) => active.has(id)).length;
    return { of: people.length, share: count / people.length, ...wilson(count, people.length) };
  });
}
