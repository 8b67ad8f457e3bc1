import type { CustomerSets, Metric, SeriesAnswer, SliceBy } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import type { Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Cut } from './cut.ts';

/** The segments of customers as they stood before a day, by the model of a run. */
export type People = CustomerSets & { readonly run: string; readonly before: Day };

/** How the shop is cut: by what its orders tell, or by who is in which segment. */
export type Slicing = SliceBy | People;
export type SlicingKind = SliceBy | 'segment';

export function kindOf(by: Slicing): SlicingKind {
  return typeof by === 'string' ? by : 'segment';
}

/** What is looked at: a metric of the whole shop, or of one slice of it. */
export type Subject = {
  readonly metric: Metric;
  readonly slice: { readonly by: Slicing; readonly name: string } | null;
  /** Learn from this day on only. */
  readonly since: Day | null;
};

export const netRevenue: Subject = { metric: 'revenue', slice: null, since: null };

/** What happened, oldest first, up to the cut. Values are NaN where nothing is known. */
export type History = {
  /** The slice as the shop writes it; empty for the whole shop. */
  readonly name: string;
  readonly firstDay: Day;
  readonly values: Float64Array;
  readonly holes: SeriesAnswer['holes'];
  readonly basis: Words;
};

/** The history of a subject by day or by week. Null when there is no such slice, or not one whole period. */
export async function readHistory(
  { facts }: Context,
  { before, knownBy }: Cut,
  { metric, slice, since }: Subject,
  period: 'day' | 'week' = 'day',
): Promise<History | null> {
  const answer = await facts.series({
    metric,
    by: slice?.by ?? null,
    period,
    before,
    ...(slice && { only: slice.name }),
    ...(knownBy !== undefined && { knownBy }),
  });
  const [found] = answer.slices;
  if (!found) return null;
  const { firstDay, holes, basis } = answer;
  const days = period === 'day' ? 1 : 7;
  const skipped = since === null ? 0 : Math.max(0, Math.ceil(daysBetween(firstDay, since) / days));
  return {
    name: found.name ?? '',
    firstDay: addDays(firstDay, skipped * days),
    values: found.values.slice(skipped),
    holes: holes.filter(({ to }) => since === null || to >= since),
    basis,
  };
}

/** The sum of some days of a history by day; NaN where one of them is not known, or lies outside. */
export function totalOf({ firstDay, values }: Pick<History, 'firstDay' | 'values'>, from: Day, days: number): number {
  const start = daysBetween(firstDay, from);
  if (start < 0 || start + days > values.length) return Number.NaN;
  return values.subarray(start, start + days).reduce((sum, value) => sum + value, 0);
}

/** The subject in a receipt: two that read alike are the same. */
export function subjectParameters({ metric, slice, since }: Subject) {
  return {
    metric: metric === 'revenue' ? 'net revenue' : metric,
    ...(slice && { ...slicingParameters(slice.by), of: slice.name }),
    ...(since !== null && { since }),
  };
}

/** The same for how it is cut: segments of another run, or under other names, are others. */
export function slicingParameters(by: Slicing): Readonly<Record<string, string>> {
  if (typeof by === 'string') return { by };
  return { by: kindOf(by), segments: `${by.run} (${by.sets.map(({ name }) => name).join(', ')})` };
}
