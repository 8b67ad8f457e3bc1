import { type Random, shuffled } from '../../../models/random.ts';
import type { SegmentsRequest } from '../../../models/segments/types.ts';
import { normal } from './series.ts';

type View = SegmentsRequest['view'];

export type Kind = {
  readonly count: number;
  readonly recency: number;
  readonly orders: number;
  readonly spend: number;
};

/** Customers of planted kinds; each figure is lognormal round its kind's, spread in natural log. */
export function customers(
  kinds: readonly Kind[],
  { random, spread = 0.25 }: { random: Random; spread?: number },
): View {
  const rows = kinds.flatMap((kind) =>
    Array.from({ length: kind.count }, () => ({
      recency: Math.round(kind.recency * Math.exp(spread * normal(random))),
      orders: Math.max(1, Math.round(kind.orders * Math.exp(spread * normal(random)))),
      spend: Math.round(kind.spend * Math.exp(spread * normal(random))),
    })),
  );
  return {
    id: Int32Array.from(rows, (_, i) => i + 1),
    recencyDays: Float64Array.from(rows, ({ recency }) => recency),
    orders: Float64Array.from(rows, ({ orders }) => orders),
    revenueMinor: Float64Array.from(rows, ({ spend }) => spend),
  };
}

/** The same customers in another order, and where each row came from. */
export function reordered(view: View, random: Random): { readonly view: View; readonly from: Int32Array } {
  const from = shuffled(view.id.length, random);
  return {
    from,
    view: {
      id: from.map((i) => view.id[i]!),
      recencyDays: Float64Array.from(from, (i) => view.recencyDays[i]!),
      orders: Float64Array.from(from, (i) => view.orders[i]!),
      revenueMinor: Float64Array.from(from, (i) => view.revenueMinor[i]!),
    },
  };
}

export const fourKinds: readonly Kind[] = [
  { count: 120, recency: 8, orders: 14, spend: 900_000 },
  { count: 160, recency: 200, orders: 12, spend: 800_000 },
  { count: 200, recency: 9, orders: 2, spend: 40_000 },
  { count: 240, recency: 210, orders: 2, spend: 35_000 },
];
