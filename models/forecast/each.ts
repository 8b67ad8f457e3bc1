import { say, type Words } from '../../words/say.ts';
import { fromEpochDay } from '../days.ts';
import { NotEnoughData } from '../errors.ts';
import { forecast } from './forecast.ts';
import type { ForecastMethod, ForecastRequest, Interval, WeekForecast } from './types.ts';
import { forecastWeeks } from './weekly.ts';

/** What is kept of one of many series. */
export type SeriesOutlook = {
  /** Null where the weekly pool spoke. */
  readonly method: ForecastMethod | null;
  /** Of the whole horizon; null for what does not add up over time. */
  readonly total: Interval | null;
  readonly weekly: readonly WeekForecast[];
  /** Error of weekly totals on held-out stretches, of the method and of repeating the last week; null: not known. */
  readonly error: number | null;
  readonly naiveError: number | null;
};

/** One series that could not be forecast does not keep the others from it: it says what it lacks. */
export type OneOfEach = SeriesOutlook | { readonly lacks: Words };

/** Forecasts many daily series, each for itself: their sums need not meet. */
export async function forecastEach(requests: readonly ForecastRequest[]): Promise<OneOfEach[]> {
  const outlooks: OneOfEach[] = [];
  for (const request of requests) outlooks.push(await orWhatLacks(() => outlookOf(request)));
  return outlooks;
}

async function outlookOf(request: ForecastRequest): Promise<SeriesOutlook> {
  const { method, total, weekly, backtest } = await forecast(request);
  const errorOf = (of: ForecastMethod) => backtest.scores.find((score) => score.method === of)?.weekWape ?? null;
  return { method, total, weekly, error: errorOf(method), naiveError: errorOf('seasonal-naive') };
}

export type WeeksRequest = {
  /** Epoch day of the first Monday. */
  readonly firstDay: number;
  /** Shape (t,): one value a week, NaN where nothing is known. */
  readonly values: Float64Array;
  /** Weeks ahead. */
  readonly horizon: number;
};

/** The same of series that come by the week and do not add up over days, such as customers. */
export async function forecastWeeksOfEach(requests: readonly WeeksRequest[]): Promise<OneOfEach[]> {
  return Promise.all(requests.map((request) => orWhatLacks(async () => weeklyOutlook(request))));
}

/** Weeks that the weekly pool needs: half a year, and sixteen beside those that it is to forecast. */
const LEAST_WEEKS = 26;
const LEAST_BESIDE = 16;

function weeklyOutlook({ firstDay, values, horizon }: WeeksRequest): SeriesOutlook {
  const needed = Math.max(LEAST_WEEKS, LEAST_BESIDE + horizon);
  const known = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (known < needed) throw new NotEnoughData(say`whole weeks`, needed, known);
  const ahead = forecastWeeks(values, { firstDay, horizon });
  const from = firstDay + 7 * values.length;
  return {
    method: null,
    total: null,
    weekly: ahead.map((interval, i) => ({ firstDay: fromEpochDay(from + 7 * i), ...interval })),
    ...heldOut({ firstDay, values, horizon }),
  };
}

/** How the pool and a repeat of the last known week did on the last weeks, held out. */
function heldOut({ firstDay, values, horizon }: WeeksRequest): Pick<SeriesOutlook, 'error' | 'naiveError'> {
  const origin = values.length - horizon;
  const training = values.slice(0, origin);
  if (origin < Math.max(LEAST_WEEKS, LEAST_BESIDE + horizon)) return { error: null, naiveError: null };
  const last = training.findLast((value) => !Number.isNaN(value)) ?? 0;
  const ahead = forecastWeeks(training, { firstDay, horizon });
  let sum = 0;
  let missed = 0;
  let naiveMissed = 0;
  values.subarray(origin).forEach((actual, i) => {
    if (Number.isNaN(actual)) return;
    sum += Math.abs(actual);
    missed += Math.abs(actual - ahead[i]!.expected);
    naiveMissed += Math.abs(actual - last);
  });
  return sum > 0 ? { error: missed / sum, naiveError: naiveMissed / sum } : { error: null, naiveError: null };
}

async function orWhatLacks(speak: () => Promise<SeriesOutlook>): Promise<OneOfEach> {
  try {
    return await speak();
  } catch (error) {
    if (error instanceof NotEnoughData) return { lacks: error.says };
    throw error;
  }
}
