import type { CampaignDays } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import type { Words } from '../../words/say.ts';
import type { Curve } from '../campaigns/curve.ts';
import type { Gain } from '../campaigns/types.ts';

/** A line of a shift. Money in minor units a week. */
export type ShiftLine = {
  readonly id: number;
  readonly currentMinor: number;
  readonly proposedMinor: number;
  /** Share of a sale that stays after goods; null = not known. */
  readonly margin: number | null;
  readonly curve: Curve | null;
};

export type PromiseRequest = {
  readonly lines: readonly ShiftLine[];
  /** What the gain counts: sales after goods and spend, or sales. */
  readonly objective: 'margin' | 'sales';
  /** What is promised a week. */
  readonly gain: Gain;
  /** History of the campaigns, columns. */
  readonly days: CampaignDays;
  /** The range of the history: `from` inclusive, `before` exclusive. */
  readonly from: Day;
  readonly before: Day;
  /** How long it is watched. */
  readonly weeks: number;
  readonly seed: number;
};

/**
 * What a shift promises, and how it will be held to it. Frozen with the plan. Money in minor units a week, of the lines
 * that move, sales weighted by margin where the promise counts goods.
 */
export type Promised = {
  readonly weeks: number;
  readonly objective: 'margin' | 'sales';
  readonly gain: Gain;
  /** The lines that move; a sale of a line counts `weight`: its margin, or 1. */
  readonly lines: readonly { readonly id: number; readonly weight: number }[];
  /** What a week would bring at the old budgets. */
  readonly baselineMinor: number;
  /** What the shift spends more a week; counted against the gain where goods are. */
  readonly spendChangeMinor: number;
  readonly history: {
    readonly weeks: number;
    /** Standard deviation of a week, as a share of the baseline. */
    readonly noise: number;
    /** How much of a week's luck the next one keeps. */
    readonly correlation: number;
  };
  /** The shift is to be rolled back when the promise, added up over weeks, is missed by more than this. */
  readonly boundMinor: number;
  /** Half the 80 % interval of the mean gain a week, after 1, 2, … weeks. */
  readonly halfWidthMinor: readonly number[];
  /** If the campaigns truly lost this share of the baseline instead: how often the bound would be crossed. */
  readonly catches: readonly { readonly loss: number; readonly caught: number }[];
  readonly seed: number;
};

/** A promise that cannot be watched, and why. */
export type Unwatched = { readonly says: Words };

export type Verdict = 'worked' | 'did not' | "can't tell";

/** How a promise stands after some weeks. Money in minor units. */
export type Standing = {
  readonly weeks: readonly {
    /** Against the baseline. */
    readonly gain: number;
    /** Promise minus gain, added up since the first week. */
    readonly shortfall: number;
  }[];
  /** The first week, from 0, at which the bound was crossed. */
  readonly crossedAt: number | null;
  /** The mean gain a week; null before the first week. */
  readonly gain: Gain | null;
  /** As it would be if the watch ended now; null before the first week. */
  readonly verdict: Verdict | null;
};
