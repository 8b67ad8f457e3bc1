import type { Metric, SeriesAnswer } from '../../data/types/series.ts';
import { addDays, daysBetween, epochDay } from '../../models/days.ts';
import type { OneOfEach } from '../../models/forecast/each.ts';
import type { CalendarEvent } from '../../models/forecast/events.ts';
import { methodNames } from '../../models/forecast/method-names.ts';
import { day, say, share, type Words } from '../../words/say.ts';
import { sellingDays } from '../calendar/selling-days.ts';
import type { Context } from '../command.ts';
import { metrics } from '../forecast/metric.ts';
import type { Cut } from './cut.ts';
import { leftOut, SEED } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';
import { type Slicing, slicingParameters } from './series.ts';
import { keepSlicing } from './slicing.ts';

const VERSION = 2;
const WEEK = 7;

export type KeptSlice = {
  /** Null: orders that tell none. Empty for the whole shop. */
  readonly name: string | null;
  readonly revenueMinor: number;
  /** What as many periods before the horizon came to: their sum, or their mean where they do not add up. */
  readonly past: number | null;
  readonly ahead: OneOfEach;
};

export type KeptSlices = {
  readonly slices: readonly KeptSlice[];
  readonly others: SeriesAnswer['others'];
  readonly basis: Words;
};

export type SlicesAsk = {
  readonly metric: Metric;
  /** Null: the whole shop as one slice, for what does not add up over days. */
  readonly by: Slicing | null;
  readonly most: number;
  /** One slice by its name, instead of the largest. */
  readonly only?: string | null;
  /** Days; of whole weeks for what does not add up. */
  readonly horizon: number;
};

/**
 * A forecast for each of the largest slices, each from its own history. Without Prophet, so that ten of them take as long
 * as one forecast of the whole shop.
 */
export function slicesRun(context: Context, cut: Cut, ask: SlicesAsk): Promise<RunOf<KeptSlices>> {
  const { metric, by, most, only = null, horizon } = ask;
  return keepRun<KeptSlices>(context, {
    kind: 'slices',
    version: VERSION,
    parameters: {
      metric: metric === 'revenue' ? 'net revenue' : metric,
      ...(by && { ...slicingParameters(by), ...(only === null ? { most } : { of: only }) }),
      horizon,
      calendar: context.state.calendar.version(),
    },
    asked: { ...ask, by: by && keepSlicing(by) },
    cut,
    async compute() {
      const answer = await context.facts.series({
        metric,
        by,
        period: metrics[metric].adds ? 'day' : 'week',
        before: cut.before,
        most,
        ...(only !== null && { only }),
        ...(cut.knownBy !== undefined && { knownBy: cut.knownBy }),
      });
      const calendar = await sellingDays(context, cut.shop, {
        from: answer.firstDay,
        before: addDays(cut.before, horizon),
      });
      const ahead = await forecastSlices(context, cut, { answer, horizon, ...calendar });
      const periods = answer.period === 'day' ? horizon : horizon / WEEK;
      const slices = answer.slices.map(({ name, revenueMinor, values }, i) => ({
        name,
        revenueMinor,
        past: metrics[metric].adds ? sumOfLast(values, periods) : meanOfLast(values, periods),
        ahead: ahead[i]!,
      }));
      return {
        result: { slices, others: answer.others, basis: answer.basis },
        receipt: {
          method: by === null ? say`weekly pool` : say`each slice for itself`,
          seed: SEED,
          used: [
            answer.period === 'day'
              ? say`${answer.basis}, by day from ${day(answer.firstDay)}`
              : say`${answer.basis}, by week from ${day(answer.firstDay)}`,
            ...answer.holes.map(leftOut),
          ],
          checks: [],
          record: slices.map(wordsOnSlice),
          assumptions: [
            say`Each slice is forecast from its own history: the sums of slices and the forecast of the whole need not meet.`,
            say`Prophet is left out. Intervals come from past misses of the same method.`,
          ],
        },
      };
    },
  });
}

function forecastSlices(
  context: Context,
  cut: Cut,
  {
    answer: { slices, firstDay, period },
    horizon,
    events,
    closedDays,
  }: {
    readonly answer: SeriesAnswer;
    readonly horizon: number;
    readonly events: readonly CalendarEvent[];
    readonly closedDays: readonly string[];
  },
): Promise<readonly OneOfEach[]> {
  if (period === 'week') {
    const first = epochDay(firstDay);
    return context.compute(
      'forecastWeeksOfEach',
      slices.map(({ values }) => ({
        firstDay: first,
        values,
        horizon: Math.ceil((daysBetween(firstDay, cut.before) + horizon) / WEEK) - values.length,
      })),
    );
  }
  return context.compute(
    'forecastEach',
    slices.map(({ values }) => ({
      firstDay,
      values,
      horizon,
      method: 'auto' as const,
      seed: SEED,
      events,
      closedDays,
      prophet: 'left out' as const,
    })),
  );
}

function sumOfLast(values: Float64Array, periods: number): number | null {
  if (values.length < periods) return null;
  const sum = values.subarray(values.length - periods).reduce((total, value) => total + value, 0);
  return Number.isNaN(sum) ? null : sum;
}

function meanOfLast(values: Float64Array, periods: number): number | null {
  const known = values.subarray(Math.max(0, values.length - periods)).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length;
}

/** What is known of a slice's forecast, in a line of the receipt. */
function wordsOnSlice({ name, ahead }: KeptSlice): Words {
  const who = name === null ? say`none told` : name === '' ? say`the shop` : name;
  if ('lacks' in ahead) return say`${who}: ${ahead.lacks}`;
  const method = ahead.method === null ? say`the weekly pool` : methodNames[ahead.method];
  return say`${who}: ${method}, missed week totals by ${share(ahead.error)}; repeating last week by ${share(ahead.naiveError)}`;
}
