import type { Metric, SliceBy } from '../../types/series.ts';
import type { Day, Instant } from '../../types/shop.ts';
import type { FrozenWeek } from './ledger.ts';

/** A metric of the shop, or of a part of it, as it is asked for again when its weeks are over. */
export type FrozenSeries = {
  readonly metric: Metric;
  /** Null: the whole shop. */
  readonly by: SliceBy | 'segment' | null;
  /** Null: orders that tell none. Empty for the whole shop. */
  readonly slice: string | null;
  /** Whose orders a segment counts: by the model of which run, with what was bought before which day. Null elsewhere. */
  readonly people: { readonly run: string; readonly before: Day; readonly names: readonly string[] } | null;
};

/** A week of what was posted of other than the shop's revenue. */
export type FrozenSeriesWeek = FrozenSeries &
  Pick<FrozenWeek, 'run' | 'week' | 'expected' | 'low80' | 'high80' | 'naive' | 'step'> & {
    readonly low50: number;
    readonly high50: number;
    readonly low95: number;
    readonly high95: number;
    readonly ahead: number;
  };

export type LedgerSeriesWeek = FrozenSeriesWeek & { readonly frozenAt: Instant; readonly actual: number | null };

/** Posted forecasts of other metrics and of parts of the shop: kept and scored alike, and apart from the shop's revenue. */
export type SeriesLedger = {
  /** There is no way to change or delete it. */
  freeze(weeks: readonly FrozenSeriesWeek[], at: Instant): void;
  /** Once only. */
  score(week: Pick<FrozenSeriesWeek, 'run' | 'slice' | 'week'>, actual: number, at: Instant): void;
  /** Oldest week first. */
  unscored(): readonly LedgerSeriesWeek[];
  /** By slice and week; empty when the run was never frozen. */
  of(run: string): readonly LedgerSeriesWeek[];
  /** All that was said of the last so many scored weeks and of those to come, newest week first, then last said first. */
  history(weeks: number): readonly LedgerSeriesWeek[];
};
