import { medianSorted } from 'simple-statistics';
import type { SegmentFigures, SegmentsRequest } from './types.ts';

/** Size, shares and medians of the customers a rule picks out. O(n log n). */
export function figuresOf(view: SegmentsRequest['view'], belongs: (i: number) => boolean): SegmentFigures {
  const rows: number[] = [];
  let allRevenue = 0;
  let revenue = 0;
  view.revenueMinor.forEach((money, i) => {
    allRevenue += money;
    if (!belongs(i)) return;
    revenue += money;
    rows.push(i);
  });
  const all = view.revenueMinor.length;
  return {
    customers: rows.length,
    customerShare: all === 0 ? 0 : rows.length / all,
    revenueMinor: revenue,
    revenueShare: allRevenue > 0 ? revenue / allRevenue : null,
    medianRecencyDays: medianOf(rows, (i) => view.recencyDays[i]!),
    medianOrders: medianOf(rows, (i) => view.orders[i]!),
    medianRevenueMinor: medianOf(rows, (i) => view.revenueMinor[i]!),
    typicalOrderMinor: medianOf(
      rows.filter((i) => view.orders[i]! > 0),
      (i) => view.revenueMinor[i]! / view.orders[i]!,
    ),
  };
}

function medianOf(rows: readonly number[], value: (i: number) => number): number | null {
  if (rows.length === 0) return null;
  return medianSorted(Array.from(Float64Array.from(rows, value).sort()));
}
