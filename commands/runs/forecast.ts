import type { DailyRevenue, Day } from '../../data/types.ts';
import { addDays, daysBetween, startOfWeek } from '../../models/days.ts';
import { methodNames } from '../../models/forecast/method-names.ts';
import type { ForecastRequest, ForecastResult, Score } from '../../models/forecast/types.ts';
import type { Context } from '../command.ts';
import { formatValue } from '../quantity.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';
import { parametersOf, type Standing, stoodBy } from './standing.ts';

/** Any fixed number: two runs on the same data must agree to the last digit. */
export const SEED = 20_261_122;

const VERSION = 2;

/** The forecast as kept: JSON has turned its typed arrays into plain ones. */
export type KeptForecast = Omit<ForecastResult, 'daily'> & {
  readonly daily: { readonly firstDay: Day } & Readonly<
    Record<Exclude<keyof ForecastResult['daily'], 'firstDay'>, ArrayLike<number>>
  >;
};

/** Days from the end of the data over so many whole weeks, Monday to Sunday, and those left of the running one. */
export function throughWeeks({ before }: Cut, weeks: number): number {
  return daysBetween(before, startOfWeek(addDays(before, 6))) + 7 * weeks;
}

/** The forecast of daily revenue on a cut, with the history it was made from. */
export async function forecastRun(
  context: Context,
  cut: Cut,
  { horizon, method, standing }: Pick<ForecastRequest, 'horizon' | 'method'> & { readonly standing?: Standing },
): Promise<{ readonly run: RunOf<KeptForecast>; readonly history: DailyRevenue }> {
  const history = await context.facts.revenue.daily({ before: cut.before });
  const run = await keepRun<KeptForecast>(context, {
    kind: 'forecast',
    version: VERSION,
    parameters: { metric: 'net revenue', horizon, method, ...parametersOf(standing) },
    cut,
    async compute() {
      const { firstDay, revenueMinor: values } = history;
      const prophet = standing?.prophet ?? 'member';
      const made = await context.compute('forecast', { firstDay, values, horizon, method, prophet, seed: SEED });
      const result = standing ? stoodBy(made, standing) : made;
      return {
        result,
        receipt: {
          method: methodNames[result.method],
          seed: SEED,
          used: [`${result.historyDays} days of net revenue from ${firstDay}, cancellations netted on their own day`],
          checks: result.checks,
          record: result.backtest.scores.map((score) => wordsOfScore(score, result.backtest.horizon)),
          assumptions: [result.reason, 'Intervals come from past misses of the same method, not from a formula.'],
        },
      };
    },
  });
  return { run, history };
}

/** Past error of one method, in a line. */
function wordsOfScore({ method, wape, weekWape, mase, cover80 }: Score, horizon: number): string {
  const share = (value: number | null) => formatValue(value, 'share', null);
  return (
    `${methodNames[method]}: missed days by ${share(wape)} and week totals by ${share(weekWape)} over ${horizon} days ahead` +
    `${mase === null ? '' : `, MASE ${mase.toFixed(2)}`}; the 80% band held ${share(cover80)} of days`
  );
}
