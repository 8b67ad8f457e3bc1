import type { Day, Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';
import type { SeriesLedger } from './series-ledger.ts';

export type FrozenWeek = {
  readonly run: string;
  /** Its Monday. */
  readonly week: Day;
  readonly expected: number;
  /** Of the 50 and 95 % bands, the look ahead and the step nothing is known in rows from before they were kept. */
  readonly low50: number | null;
  readonly high50: number | null;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number | null;
  readonly high95: number | null;
  readonly naive: number | null;
  /** Weeks after the end of the data: 1 is the first that begins then. */
  readonly ahead: number | null;
  /** Mean absolute change from week to week in the history it was made from. */
  readonly step: number | null;
  /** The model that said it, by the name `/models` gives it. */
  readonly recipe: string;
  /** False: shown to nobody, kept to compare with. */
  readonly posted: boolean;
  /** Told when its week had begun, or made to compare with when it was over: it counts in no record. */
  readonly late: boolean;
  /** How many times wider its bands were drawn than the model had them. */
  readonly widened: number;
};

export type LedgerWeek = FrozenWeek & { readonly frozenAt: Instant; readonly actual: number | null };

/** What a person said of a coming week instead of the model, and the model's number beside it. */
export type NewOverride = {
  readonly week: Day;
  readonly value: number;
  readonly reason: string;
  readonly person: PersonId;
  readonly name: string;
  readonly run: string;
  readonly expected: number;
};

export type Override = NewOverride & { readonly saidAt: Instant; readonly actual: number | null };

export type Ledger = {
  readonly series: SeriesLedger;
  /** Freezes what a forecast says of the coming weeks. There is no way to change or delete it. */
  freeze(weeks: readonly FrozenWeek[], at: Instant): void;
  /** The last posted forecast for a week, or null. Only weeks that have not begun are frozen. */
  promised(week: Day): LedgerWeek | null;
  /** Writes what came beside all that was said of a week. Once only. */
  score(week: Day, actual: number, at: Instant): void;
  /** Oldest week first, posted or not. */
  unscored(): readonly LedgerWeek[];
  /** The weeks that a run was frozen for; empty when it never was. */
  of(run: string): readonly LedgerWeek[];
  /** Those that were late, newest week first. */
  late(limit: number): readonly LedgerWeek[];
  /** One row a week, the last posted forecast of it, newest week first. */
  scored(limit: number): readonly LedgerWeek[];
  /** All that was said of the last so many scored weeks, posted or not, newest week first, then last said first. */
  history(weeks: number): readonly LedgerWeek[];
  /** Posted runs, newest first. */
  runs(limit: number): readonly {
    readonly run: string;
    readonly frozenAt: Instant;
    readonly weeks: number;
    readonly scored: number;
    readonly firstWeek: Day;
    readonly lastWeek: Day;
  }[];
  override(said: NewOverride, at: Instant): void;
  /** Newest week first, then last said first. */
  overrides(): readonly Override[];
};
