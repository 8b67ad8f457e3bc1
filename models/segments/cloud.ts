import { median } from 'simple-statistics';
import type { Axis } from './axes.ts';
import { columnOf } from './features.ts';
import type { SegmentView } from './types.ts';

/** Enough to see a group's shape, few enough for a picture. */
const MOST_POINTS = 600;

/** Some customers of each group on the two axes of the names, in the units of their columns. */
export type Cloud = readonly {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** The medians of the whole group. */
  readonly centre: { readonly x: number; readonly y: number };
}[];

/**
 * The same share of every group, each so many-th customer by number: no draw, and no matter in what order rows come.
 *
 * @param labels shape (n,), 0 .. k - 1
 */
export function cloudOf(view: SegmentView, labels: Int32Array, k: number, [first, second]: readonly Axis[]): Cloud {
  if (!first || !second) return [];
  const [x, y] = [columnOf(view, first.feature), columnOf(view, second.feature)];
  const every = Math.max(1, Math.ceil(labels.length / MOST_POINTS));
  const rows = Array.from(labels.keys())
    .filter((row) => !Number.isNaN(x[row]! + y[row]!))
    .sort((a, b) => view.id[a]! - view.id[b]!);
  return Array.from({ length: k }, (_, group) => {
    const own = rows.filter((row) => labels[row] === group);
    const middle = (of: Float64Array) => (own.length === 0 ? 0 : median(own.map((row) => of[row]!)));
    return {
      points: own.filter((_, at) => at % every === 0).map((row) => ({ x: x[row]!, y: y[row]! })),
      centre: { x: middle(x), y: middle(y) },
    };
  });
}
