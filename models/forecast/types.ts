import type { Hole } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import type { Words } from '../../words/say.ts';
import type { Check } from '../check.ts';
import type { Weekday } from '../days.ts';
import type { CalendarEvent } from './events.ts';

/** What a series is forecast from, and how far. */
export type ForecastRequest = {
  readonly firstDay: Day;
  /** Shape (t,): one value a day, minor units, complete days only, oldest first; NaN on days of which nothing is known. */
  readonly values: Float64Array;
  /** Days to look ahead, 1 to 365. */
  readonly horizon: number;
  /** `auto` combines, or repeats last week where that has erred less. */
  readonly method: 'auto' | ForecastMethod;
  /** Handed to the Stan optimiser behind Prophet; everything else here is free of chance. */
  readonly seed: number;
  /** Single days without trade, past and to come: no evidence, and 0 in the forecast. Closed weekdays are found. */
  readonly closedDays?: readonly Day[];
  /** Days that may sell differently, past and to come. Each counts only where cross-validation says so: see `learnLifts`. */
  readonly events?: readonly CalendarEvent[];
  /**
   * What if sales grew: 0.1 = every day ahead, and its band, 10 % higher than the history says. A wish, not a forecast,
   * and said so in a check. A promotion is asked for as an event, with its coming days or without; a closure by `closedDays`.
   */
  readonly growth?: number;
  /**
   * What to do with the days before a hole of a quarter or more: by default only what follows it teaches, where that is
   * eight weeks at least.
   */
  readonly beforeHole?: 'left out' | 'used';
  /** Whether Prophet is a member of the combination: it costs more time than all others. By default it is. */
  readonly prophet?: 'member' | 'left out';
};

/** The simplest first: of two that err alike, the earlier one is used. */
export const forecastMethods = [
  'seasonal-naive',
  'combination',
  'ses',
  'median',
  'ets',
  'theta',
  'dotm',
  'ces',
  'ar',
  'analogue',
  'mstl',
  'prophet',
] as const;
export type ForecastMethod = (typeof forecastMethods)[number];

export type ForecastResult = {
  readonly method: ForecastMethod;
  /** Why this method, in a sentence. */
  readonly reason: Words;
  readonly daily: DailyForecast;
  /** Complete calendar weeks (Monday to Sunday) inside the horizon; may be empty. */
  readonly weekly: readonly WeekForecast[];
  /** Calendar months that lie whole inside the horizon; may be empty. */
  readonly monthly: readonly MonthForecast[];
  /** Of the whole horizon. */
  readonly total: Interval;
  readonly backtest: Backtest;
  /** By distance, nearest first; the last one until the horizon. */
  readonly useBy: readonly UseBy[];
  /** What the forecast is made of, heaviest first; empty for a method without members. */
  readonly members: readonly MemberShare[];
  /** Of the events that were asked about, what each did. */
  readonly events: readonly EventEffect[];
  /** Null where sales are too lumpy to speak of shares. */
  readonly components: Components | null;
  readonly checks: readonly Check[];
  /** Weekdays on which the shop does not trade: 0 in the forecast, without a band. */
  readonly closedWeekdays: readonly Weekday[];
  /** The long hole before which nothing was learned; null where the whole history teaches. */
  readonly learnedAfter: Hole | null;
  /** Days of history, from the first sale to the last day. */
  readonly historyDays: number;
  /** Of these, days of which nothing is known, holes of the export among them. */
  readonly missingDays: number;
  readonly lastDay: Day;
  readonly seed: number;
};

/** Arrays of shape (horizon,), in the unit of the series. low95 <= low80 <= low50 <= typical <= high50 <= high80 <= high95. */
export type DailyForecast = {
  readonly firstDay: Day;
  /** What a day typically sells: half of such days sell more, half less. */
  readonly typical: Float64Array;
  /** What a day adds to a total: rare big days included. Its sums are the expected totals of weeks and horizon. */
  readonly expected: Float64Array;
  readonly low50: Float64Array;
  readonly high50: Float64Array;
  readonly low80: Float64Array;
  readonly high80: Float64Array;
  readonly low95: Float64Array;
  readonly high95: Float64Array;
};

export type Interval = {
  readonly expected: number;
  readonly low50: number;
  readonly high50: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
};

export type WeekForecast = Interval & { /** Monday. */ readonly firstDay: Day };

export type MonthForecast = Interval & { /** The first of the month. */ readonly firstDay: Day };

export type MemberShare = {
  /** Tells it from the others of its kind: "theta + 6 yearly waves". People are told its method: see `methodNames`. */
  readonly name: string;
  readonly method: ForecastMethod;
  /** Whether it speaks of days, or of weeks whose totals are shared out to days. */
  readonly of: 'days' | 'weeks';
  /** 0..1; those of days and those of weeks add up to 1 each. */
  readonly weight: number;
  /** Error on the backtest against the middle member, 1 = the middle. */
  readonly relativeError: number;
};

export type UseByLabel = 'operational' | 'tactical' | 'strategic' | 'indicative only';

/** What a forecast is good for, up to a distance: see `useByOf` for the rule. */
export type UseBy = {
  readonly label: UseByLabel;
  /** Days ahead up to which the label holds. */
  readonly untilDays: number;
  /** How far week totals up to there were off on the backtest, as a share; null where nothing was measured. */
  readonly weekError: number | null;
  /** Share of those weeks inside the 80 % band; null where nothing was measured. */
  readonly cover80: number | null;
};

/** What the calendar adds to an ordinary day, as shares: 0.2 = 20 % more. */
export type Components = {
  /** Monday first; null when closed. */
  readonly weekday: readonly (number | null)[];
  /** Shape (horizon,): the time of year on each day ahead; null under 1.05 years of history. */
  readonly yearly: readonly number[] | null;
};

export type EventEffect = {
  readonly name: string;
  /** Days of it in the history, from which the effect was learned. */
  readonly seen: number;
  /** How often it came: days that follow each other are one time. */
  readonly occurrences: number;
  /** Open days of it in the horizon. */
  readonly ahead: number;
  /** What such a day adds to an ordinary one: 0.7 = 70 % more. 95 % interval. Null where it was never seen. */
  readonly share: { readonly expected: number; readonly low95: number; readonly high95: number } | null;
  /** The same a day, in the unit of the series, on the days it was seen. */
  readonly added: { readonly expected: number; readonly low95: number; readonly high95: number } | null;
  /** What the forecast counts on for a day of it, as a share; less than `share` where it was seldom seen. 0 = nothing. */
  readonly counted: number;
  /** Whether the forecast counts with it: beyond chance, and each time foretold by the other times. */
  readonly admitted: boolean;
  /** The same in a sentence. */
  readonly says: Words;
};

export type Backtest = {
  readonly folds: number;
  /** The first day forecast in each fold, oldest first. */
  readonly origins: readonly Day[];
  /** Days ahead the scores look at. */
  readonly horizon: number;
  /** Days ahead that the folds went at most: what lies further was never tried. */
  readonly reach: number;
  /** In the order of `forecastMethods`, only those with enough history. */
  readonly scores: readonly Score[];
};

/** Errors of one method, pooled over the folds. Rates are shares (0.28 = 28 %), null where there is nothing to divide by. */
export type Score = {
  readonly method: ForecastMethod;
  /** Mean absolute error of a day, in the unit of the series. */
  readonly mae: number;
  /** Sum of absolute errors of days / sum of absolute actuals. */
  readonly wape: number | null;
  /** Mean absolute error / that of repeating last week inside the training data. Below 1 beats it. */
  readonly mase: number | null;
  /** As `wape`, of the totals of consecutive seven days: the figure methods are chosen by. */
  readonly weekWape: number | null;
  /** (Sum of expected - sum of actuals) / sum of absolute actuals: above 0 promises too much. */
  readonly bias: number | null;
  /** Share of days inside the 50, 80 and 95 % band, each fold judged by bands made from the other folds. */
  readonly cover50: number;
  readonly cover80: number;
  readonly cover95: number;
};
