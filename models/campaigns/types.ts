import type { Campaign, CampaignDays } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import type { Words } from '../../words/say.ts';
import type { Check } from '../check.ts';
import type { Curve, CurveForm } from './curve.ts';

export type ReturnsRequest = {
  readonly campaigns: readonly Campaign[];
  /** Columns; days outside the range are left out. */
  readonly days: CampaignDays;
  /** The range: `from` inclusive, `before` exclusive. */
  readonly from: Day;
  readonly before: Day;
  /** For the bootstrap of the response curves. */
  readonly seed: number;
  /** All weeks of the shop that are known: asked whether they can tell the campaigns apart. Null: attributed sales only. */
  readonly shop?: ShopWeeks | null;
};

/** Weeks of the whole shop, oldest first, without a hole. */
export type ShopWeeks = {
  /** The first Monday. */
  readonly from: Day;
  /** Net sales, shape (n,), NaN where they are not known. */
  readonly sales: Float64Array;
  /** What else moved them, such as days of a holiday in a week. Each shape (n,). */
  readonly controls: readonly { readonly name: string; readonly values: Float64Array }[];
};

export type ReturnsResult = {
  /** In the order of the request, campaigns without a day in the range with zero sales and orders and null cost. */
  readonly campaigns: readonly CampaignReturn[];
  /** Ratios of sums, over the campaigns whose cost is known. */
  readonly total: ReturnFigures;
  /** Campaigns left out of the cost ratios of `total`, by id. */
  readonly withoutCost: readonly number[];
  /** Where response curves come from: sales of the orders that name the campaign, or a model of all sales. */
  readonly basis: ResponseCurve['basis'];
  readonly checks: readonly Check[];
  readonly seed: number;
};

/** Null = not known, or nothing to divide by; never 0 in its place. Ratios are plain numbers: roi 14.734 = 1473.4 %. */
export type ReturnFigures = {
  readonly salesMinor: number;
  readonly costMinor: number | null;
  readonly goodsMinor: number | null;
  readonly orders: number;
  /** (sales - cost) / cost: attributed, so not proof of cause. */
  readonly roi: number | null;
  /** sales / cost. */
  readonly roas: number | null;
  /** sales - cost. */
  readonly profitMinor: number | null;
  /** sales - goods - cost. */
  readonly profitAfterGoodsMinor: number | null;
  /** cost / sales. */
  readonly costShare: number | null;
};

export type CampaignReturn = ReturnFigures & {
  readonly id: number;
  readonly name: string;
  /** Days of the range whose cost is not known. */
  readonly daysWithoutCost: number;
  /** Mean spend of the last four weeks with known cost, minor units a week; null without any. */
  readonly weeklySpendMinor: number | null;
  /** (sales - goods) / sales; null when the goods' cost is not known. */
  readonly margin: number | null;
  readonly response: Response;
  /** By the model of the whole shop: sales that would not have been without it, over all its weeks. */
  readonly modelled: {
    readonly weeks: number;
    readonly contribution: Gain;
    /** Share of a week's effect that is still there in the next. */
    readonly carryOver: Gain;
  } | null;
  readonly advice: Advice;
};

export type Advice = { readonly label: 'scale up' | 'hold' | 'cut' | 'unknown'; readonly says: Words };

export type Response = {
  /** Null when the data cannot carry a curve; `says` then says why. */
  readonly curve: ResponseCurve | null;
  readonly says: Words;
  readonly checks: readonly Check[];
};

/** A curve as fitted to weekly sales and spend, with what is known of its certainty. Sales of a steady spend. */
export type ResponseCurve = Curve & {
  /** Attributed: from the sales of the orders that name the campaign. Modelled: from the sales of the whole shop. */
  readonly basis: 'attributed' | 'modelled';
  /** Curves as likely as this one: bootstrap fits, or draws from the posterior. Columns of equal length. */
  readonly draws: {
    readonly form: readonly CurveForm[];
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly shape: readonly number[];
  };
  readonly weeks: number;
  /** Share of the weekly sales' variance the curve explains; below 0 is worse than their mean. */
  readonly rSquared: number;
  /** Smallest and largest weekly spend seen: beyond it the curve is a guess. */
  readonly seen: { readonly least: number; readonly most: number };
  /** Sales the next unit of spend brings, at `weeklySpendMinor`, with its 80 % interval. */
  readonly marginal: {
    readonly at: number;
    readonly expected: number;
    readonly low80: number;
    readonly high80: number;
  };
};

export type AllocationRequest = {
  /** Minor units a week, a whole number. */
  readonly totalMinor: number;
  readonly lines: readonly AllocationLine[];
  /** Largest change of a line as a share of its current spend; null = any. */
  readonly maxStep: number | null;
  /** How far outside what was ever spent on it in a week a line may go, as a share of that; any unless told. */
  readonly reach?: number | null;
  /** Sales, or profit after goods: that where every margin is known unless told. */
  readonly goal?: Goal | undefined;
  /** Instead of the best split, the small step that would teach most. */
  readonly explore?: boolean;
};

export const goals = ['profit', 'sales'] as const;
export type Goal = (typeof goals)[number];

export type AllocationLine = {
  readonly id: number;
  readonly name: string;
  /** Whole minor units a week. */
  readonly currentMinor: number;
  /** Null = 0. */
  readonly floorMinor: number | null;
  /** Null = none. */
  readonly ceilingMinor: number | null;
  /** Stays as it is. */
  readonly keep: boolean;
  /** Share of a sale that stays after goods; null = not known. Used only when every line with a curve has it. */
  readonly margin: number | null;
  readonly curve: ResponseCurve | null;
  /** Sales for 1 of spend so far: what is at stake where no curve is known. Null = not known. */
  readonly roas?: number | null;
};

export type AllocationResult = {
  readonly lines: readonly AllocatedLine[];
  readonly totalMinor: number;
  /** What was made largest: sales after goods, or sales where that is asked for or a margin is missing. */
  readonly objective: 'margin' | 'sales';
  /** Change a week against the current spend, of lines with a curve; null without any curve. */
  readonly salesGain: Gain | null;
  /** As `salesGain`, times margin and minus the change of spend; null where a margin is missing. */
  readonly profitGain: Gain | null;
  /**
   * Whether to do it. `shift`: the 80 % interval of what it gains over keeping today's shares of the same total lies
   * above 0. `hold`: it holds 0. `unknown`: fewer than two lines that may move have a curve. `explore`: asked for.
   */
  readonly verdict: 'shift' | 'hold' | 'unknown' | 'explore';
  /** What the split gains a week over keeping today's shares, in what was made largest; null without any curve. */
  readonly overShares: Gain | null;
  /** The line at its upper limit whose next unit beats that of the others most; null where none does. */
  readonly tightest: {
    readonly id: number;
    readonly name: string;
    readonly bound: NonNullable<AllocatedLine['bound']>;
    /** What the next unit brings there, and elsewhere, in what was made largest. */
    readonly next: number;
    readonly elsewhere: number;
  } | null;
  /** The small step that would teach most; null where no line may move both ways. */
  readonly explore: Explore | null;
  readonly checks: readonly Check[];
};

/** One line up in one week and down in the next by the same, the others as they are: two weeks spend as much as ever. */
export type Explore = {
  readonly id: number;
  readonly name: string;
  readonly stepMinor: number;
  readonly weeks: number;
  /** How far the 80 % interval of what the step brings a week reaches, minor units of what was made largest. */
  readonly unknownMinor: number;
};

export type Gain = { readonly expected: number; readonly low80: number; readonly high80: number };

export type AllocatedLine = {
  readonly id: number;
  readonly name: string;
  readonly currentMinor: number;
  readonly proposedMinor: number;
  /** proposed / current - 1; null from 0. */
  readonly change: number | null;
  /** Sales the next unit would bring at the proposed spend; null without a curve. */
  readonly marginal: number | null;
  /** Why it did not move further: a bound it met. `seen` is the most or least ever spent on it. */
  readonly bound: 'kept' | 'floor' | 'ceiling' | 'step' | 'seen' | 'share' | null;
  /** What this line alone a tenth up, and a tenth down, would bring: profit after spend, or sales. Null without a curve. */
  readonly whatIf: { readonly stepMinor: number; readonly more: Gain; readonly less: Gain } | null;
};
