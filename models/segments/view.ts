import type { SegmentView } from './types.ts';

/** Some of the customers, in the order of `rows`. */
export function someOf(view: SegmentView, rows: Int32Array): SegmentView {
  const column = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  const features = Object.entries(view.features ?? {}).map(([name, values]) => [name, column(values)] as const);
  return {
    id: rows.map((row) => view.id[row]!),
    recencyDays: column(view.recencyDays),
    orders: column(view.orders),
    revenueMinor: column(view.revenueMinor),
    features: Object.fromEntries(features),
  };
}
