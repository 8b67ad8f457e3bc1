import type { Day } from '../../data/types.ts';
import type { Check } from '../check.ts';
import type { Weekday } from '../days.ts';

/** What a series is forecast from, and how far. */
export type ForecastRequest = {
  readonly firstDay: Day;
  /** Shape (t,): one value a day, minor units, no day missing, complete days only, oldest first. */
  readonly values: Float64Array;
  /** Days to look ahead, 1 to 365. */
  readonly horizon: number;
  /** `auto` takes the best on the backtest. */
  readonly method: 'auto' | ForecastMethod;
  /** Handed to the Stan optimiser behind Prophet; everything else here is free of chance. */
  readonly seed: number;
};

export const forecastMethods = ['seasonal-naive', 'ets', 'mstl', 'prophet'] as const;
export type ForecastMethod = (typeof forecastMethods)[number];

export type ForecastResult = {
  readonly method: ForecastMethod;
  /** Why this method, in a sentence. */
  readonly reason: string;
  readonly daily: DailyForecast;
  /** Complete calendar weeks (Monday to Sunday) inside the horizon; may be empty. */
  readonly weekly: readonly WeekForecast[];
  /** Of the whole horizon. */
  readonly total: Interval;
  readonly backtest: Backtest;
  readonly checks: readonly Check[];
  /** Weekdays on which the shop does not trade: 0 in the forecast, without a band. */
  readonly closedWeekdays: readonly Weekday[];
  /** Days of history used. */
  readonly historyDays: number;
  readonly lastDay: Day;
  readonly seed: number;
};

/** Arrays of shape (horizon,), in the unit of the series. low95 <= low80 <= typical <= high80 <= high95. */
export type DailyForecast = {
  readonly firstDay: Day;
  /** The point forecast; its sums are the expected totals of weeks and horizon. */
  readonly typical: Float64Array;
  readonly low80: Float64Array;
  readonly high80: Float64Array;
  readonly low95: Float64Array;
  readonly high95: Float64Array;
};

export type Interval = {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
};

export type WeekForecast = Interval & { /** Monday. */ readonly firstDay: Day };

export type Backtest = {
  readonly folds: number;
  /** The first day forecast in each fold, oldest first. */
  readonly origins: readonly Day[];
  /** Days ahead the scores look at. */
  readonly horizon: number;
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
  /** (Sum of forecasts - sum of actuals) / sum of absolute actuals: above 0 promises too much. */
  readonly bias: number | null;
  /** Share of days inside the 80 % and 95 % band, each fold judged by bands made from the other folds. */
  readonly cover80: number;
  readonly cover95: number;
};
