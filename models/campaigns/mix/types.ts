import type { Day } from '../../../data/types/shop.ts';
import type { Check } from '../../check.ts';
import type { Gain, ResponseCurve } from '../types.ts';

/** Weeks, oldest first, without a hole. Money in minor units of one currency. */
export type MixRequest = {
  /** The first Monday. */
  readonly from: Day;
  /** Net sales of the whole shop, shape (n,). */
  readonly sales: Float64Array;
  readonly channels: readonly MixChannel[];
  /** What else moved sales: holidays as days of the week that are one, a rival's sales, a newsletter. Each (n,). */
  readonly controls: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly seed: number;
};

export type MixChannel = {
  readonly id: number;
  readonly name: string;
  /** Spend a week, shape (n,), from 0. */
  readonly spend: Float64Array;
  /** The spend a week at which to state the marginal return. */
  readonly at: number;
};

export type MixResult = {
  /** In the order of the request. */
  readonly channels: readonly MixEffect[];
  readonly weeks: number;
  /** Weeks per effect that has to be told apart from the others. */
  readonly weeksPerEffect: number;
  readonly rSquared: number;
  /** Share of one week's unexplained luck that is still there in the next. */
  readonly luckKept: number;
  /** Expected sales of each week as fitted, and of each without any spend. Shape (n,). */
  readonly fitted: Float64Array;
  readonly base: Float64Array;
  readonly checks: readonly Check[];
  readonly seed: number;
};

export type MixEffect = {
  readonly id: number;
  readonly name: string;
  /** Sales over all weeks that would not have been without the spend. */
  readonly contribution: Gain & { readonly low90: number; readonly high90: number };
  /** Share of a week's effect that is still there in the next, with its 80 % interval. */
  readonly carryOver: Gain;
  /** What a steady weekly spend brings a week, once it has built up. */
  readonly curve: ResponseCurve;
  /** How spend goes with the sales of the weeks before it, beyond season and trend: -1 to 1. */
  readonly followsSales: number;
};
