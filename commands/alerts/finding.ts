import type { Alert, AlertSide, Threshold } from '../../data/state/types/alerts.ts';
import type { FrozenSeries } from '../../data/state/types/series-ledger.ts';
import type { Day } from '../../data/types/shop.ts';
import type { Departure } from '../../models/alerts/departure.ts';
import type { Words } from '../../words/say.ts';
import type { NamedDriver } from '../drivers.ts';

/** What an alert was raised on, as it is kept: plain data. */

/** What moved most, where that is known. */
export type Moved = {
  readonly drivers: readonly NamedDriver[];
  /** Their receipt, "D-7"; missing in alerts from before it was kept, and where nothing is shared out. */
  readonly moved?: string;
};

/** Sales of the whole shop that left the band of the forecast posted for them. */
export type BandFinding = Departure &
  Moved & {
    readonly rule: 'week' | 'days';
    /** The posted forecast that it departs from. */
    readonly run: string;
    readonly from: Day;
    readonly until: Day;
    readonly dataUntil: Day;
  };

/** Weeks of another metric, or of a part of the shop, that left the band posted for it. */
export type SeriesFinding = Omit<Departure, 'side' | 'quiet'> &
  Moved & {
    readonly rule: 'series';
    /** Null where not one order came. */
    readonly quiet: number | null;
    readonly run: string;
    readonly series: FrozenSeries;
    readonly from: Day;
    readonly until: Day;
    readonly dataUntil: Day;
  };

/** A month's spend that will end beside its plan. */
export type PaceFinding = {
  readonly rule: 'pace';
  /** The 1st of the month. */
  readonly month: Day;
  readonly spent: number;
  readonly expected: number;
  readonly low95: number;
  readonly high95: number;
  readonly plan: number;
  readonly gap: number;
  readonly dataUntil: Day;
  /** The campaign that is furthest from its own plan. */
  readonly main: string;
};

/** A complete period beyond a threshold that somebody set. */
export type ThresholdFinding = Moved & {
  readonly rule: Threshold['name'];
  readonly threshold: Threshold;
  readonly from: Day;
  readonly until: Day;
  readonly actual: number;
  /** What was still quiet. */
  readonly bound: number;
  /** What it is compared with, the period before or what is usual; null where a fixed threshold is all there is. */
  readonly reference: number | null;
  /** actual - reference, and from the bound only where there is nothing else. */
  readonly gap: number;
  readonly dataUntil: Day;
};

/** Something of Sextant itself that does not work, or data that does not come. */
export type HouseFinding = { readonly rule: 'house'; readonly says: Words; readonly remedy: Words };

export type Finding = BandFinding | SeriesFinding | PaceFinding | ThresholdFinding | HouseFinding;

/** Something to be told of, before it is an alert. */
export type Found = Pick<Alert, 'rule' | 'cause' | 'impact'> & {
  readonly side: AlertSide;
  readonly finding: Finding;
};

/** What one look found, and which of the open alerts it has judged: of those, what was not found is over. */
export type Look = { readonly found: readonly Found[]; readonly judged: (alert: Alert) => boolean };

export const nothing: Look = { found: [], judged: () => false };

/** Sales, not money that is spent: more is good. */
export function isGood({ side }: Pick<Alert, 'side'>, { rule }: Finding): boolean {
  return side === 'above' && (rule === 'week' || rule === 'days' || rule === 'series');
}
