import type { EpochDay } from '../../data/types/shop.ts';
import { fromEpochDay } from '../days.ts';
import type { Augurs } from './augurs.ts';
import { type Calendar, isOpen, learnCalendar, type Series } from './calendar.ts';
import type { EventDays } from './events.ts';
import { canLearn, type Extra, runExtra } from './extras.ts';
import { layFolds } from './folds.ts';
import { type Lift, learnLifts } from './lifts.ts';
import { lookAhead, type Outlook, type Voice } from './outlook.ts';
import { type Fold, learnRecipe, type Recipe } from './recipe.ts';
import { scoreOf } from './score.ts';
import { type Backtest, type ForecastMethod, forecastMethods } from './types.ts';

export type BacktestOptions = {
  /** Days the person asked for. */
  readonly horizon: number;
  readonly closedDays: ReadonlySet<EpochDay>;
  readonly events: readonly EventDays[];
  readonly extras: readonly Extra[];
  /** Null where no extra is asked for. */
  readonly augurs: Augurs | null;
  readonly seed: number;
};

/** What was forecast at each cut-off, what came, and how each method reads the days to come. */
export type Trials = {
  readonly calendar: Calendar;
  readonly backtest: Backtest;
  /** By method that could be tried. */
  readonly recipes: ReadonlyMap<ForecastMethod, Recipe>;
  /** What all members say about the days after the history. */
  readonly outlook: Outlook;
  /** What each event that was asked about did in the whole history. */
  readonly lifts: readonly Lift[];
  /** Methods that had enough history and failed in their own way, with their message. */
  readonly failed: ReadonlyMap<ForecastMethod, string>;
};

/** Below this many days, or looking further than the history is long, only what keeps the level is trusted. */
const DAYS_FOR_TRENDS = 60;

/**
 * Weights are learned from this many days ahead at least: a single week per fold is mostly luck. On Online Retail, 7 days
 * ahead, a week gave 28.9 % MAPE, two 27.2 and four 27.8 %.
 */
const LEAST_WEIGHED = 14;

/**
 * Rolling-origin backtest: every member learns from the history up to a cut-off, forecasts what came next, and is
 * judged on it; all on the same cut-offs. The calendar (closed weekdays) is learned anew at each cut-off, so nothing of
 * the future leaks back; only the closed days of the list, which an owner knows in advance, are given to all.
 *
 * Scores look at the first `max(7, horizon)` days of each fold, at most a fold's reach.
 *
 * @param series at least 28 days
 *
 * Source: Tashman, Out-of-sample tests of forecasting accuracy, 2000.
 */
export function backtest(series: Series, options: BacktestOptions): Trials {
  const { horizon, closedDays, events } = options;
  const t = series.values.length;
  const { origins, reach } = layFolds(t, horizon);
  const looked = Math.min(reach, Math.max(7, horizon));
  const weighed = Math.min(reach, Math.max(LEAST_WEIGHED, horizon));
  const levelOnly = t < DAYS_FOR_TRENDS || horizon > t;
  const calendar = learnCalendar(series, closedDays);
  const lifts = learnLifts(series, { calendar, events });
  const admitted = admittedAmong(lifts);
  const counted = events.filter(({ name }) => admitted.some((lift) => lift.name === name));
  const pasts = origins.map((origin) => {
    const past = upTo(series, origin);
    const known = learnCalendar(past, closedDays);
    // Which events count is decided by the whole history, what they do by what was known then.
    return { past, calendar: known, lifts: admittedAmong(learnLifts(past, { calendar: known, events: counted })) };
  });
  const { voices, failed } = extraVoices(series, { ...options, events: counted, calendar, pasts, reach });

  const folds = pasts.map(({ past, calendar: known, lifts: then }, f): Fold => {
    const outlook = lookAhead(past, { reach, levelOnly, calendar: known, lifts: then });
    const actual = series.values.slice(origins[f]!, origins[f]! + reach);
    return {
      outlook: withVoices(
        outlook,
        voices.map(({ folds: of }) => of[f]!),
      ),
      actual,
      counts: Uint8Array.from(actual, (value, i) => {
        const holiday = value === 0 && known.zeroIsMissing;
        return isOpen(past.first + origins[f]! + i, known) && !Number.isNaN(value) && !holiday ? 1 : 0;
      }),
      floor: floorOf(past.values),
      origin: origins[f]!,
    };
  });
  const outlook = withVoices(
    lookAhead(series, { reach: horizon, levelOnly, calendar, lifts: admitted }),
    voices.map(({ final }) => final),
  );

  const recipes = new Map<ForecastMethod, Recipe>();
  for (const method of forecastMethods) {
    const recipe =
      method === 'seasonal-naive'
        ? naiveRecipe(folds)
        : learnRecipe(outlook, { folds, looked: weighed, keep: membersOf(method) });
    if (recipe !== null) recipes.set(method, recipe);
  }
  const step = naiveStep(upTo(series, origins[0]!).values);
  return {
    calendar,
    backtest: {
      folds: folds.length,
      origins: origins.map((origin) => fromEpochDay(series.first + origin)),
      horizon: looked,
      reach,
      scores: [...recipes].map(([method, { trial }]) => scoreOf(method, trial, { looked, step })),
    },
    recipes,
    outlook,
    lifts,
    failed,
  };
}

function admittedAmong(lifts: readonly Lift[]): Lift[] {
  return lifts.filter(({ verdict }) => verdict === 'admitted');
}

function membersOf(method: ForecastMethod): (voice: Voice) => boolean {
  if (method === 'combination') return (voice) => voice.method !== 'mstl';
  return (voice) => voice.method === method;
}

function naiveRecipe(folds: readonly Fold[]): Recipe {
  const errors = folds.map(({ outlook, actual, floor, origin }) => ({
    origin,
    forecast: outlook.naive,
    actual,
    open: outlook.open,
    floor,
  }));
  return {
    members: [],
    trial: { typical: errors, expected: errors },
    read: ({ naive }) => ({ typical: naive, expected: naive }),
  };
}

type ExtraVoices = { readonly final: Voice; readonly folds: readonly Voice[] };

/** A method that gives up costs the forecast one candidate, not the answer; the reply says which and why. */
function extraVoices(
  series: Series,
  given: BacktestOptions & {
    readonly calendar: Calendar;
    readonly pasts: readonly { readonly past: Series; readonly calendar: Calendar }[];
    readonly reach: number;
  },
): { readonly voices: readonly ExtraVoices[]; readonly failed: ReadonlyMap<ForecastMethod, string> } {
  const { extras, pasts, reach, horizon, augurs, seed, calendar, events } = given;
  const voices: ExtraVoices[] = [];
  const failed = new Map<ForecastMethod, string>();
  for (const method of extras) {
    if (augurs === null) break;
    if (!pasts.every((each) => canLearn(method, each.past, each))) continue;
    try {
      voices.push({
        final: runExtra(method, series, { horizon, calendar, augurs, seed, events }),
        folds: pasts.map((each) =>
          runExtra(method, each.past, { horizon: reach, calendar: each.calendar, augurs, seed, events }),
        ),
      });
    } catch (error) {
      failed.set(method, reasonOf(error));
    }
  }
  return { voices, failed };
}

/** The wasm wraps its reason in others and adds a stack: the last line before that says it. */
function reasonOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim());
  const said = lines.slice(0, Math.max(1, lines.indexOf('')));
  return said.at(-1)!;
}

function withVoices(outlook: Outlook, voices: readonly Voice[]): Outlook {
  return { ...outlook, days: { ...outlook.days, voices: [...outlook.days.voices, ...voices] } };
}

function upTo({ first, values }: Series, origin: number): Series {
  return { first, values: values.subarray(0, origin) };
}

/** A tenth of a mean day: errors of days forecast near nothing are measured against this instead. */
export function floorOf(values: Float64Array): number {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += Math.abs(value);
    known++;
  }
  return (0.1 * sum) / Math.max(1, known);
}

/** Mean absolute change from one week to the next: what the errors of `mase` are divided by. */
function naiveStep(values: Float64Array): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 7; i < values.length; i++) {
    const change = Math.abs(values[i]! - values[i - 7]!);
    if (Number.isNaN(change)) continue;
    sum += change;
    pairs++;
  }
  return sum / Math.max(1, pairs);
}
