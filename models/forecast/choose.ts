import { count, listed, number, say, sentences, type Words } from '../../words/say.ts';
import { NotEnoughData } from '../errors.ts';
import type { Trials } from './backtest.ts';
import { extraNeeds } from './extras.ts';
import { methodNames } from './method-names.ts';
import { DAYS_FOR_A_YEAR } from './pool.ts';
import type { ForecastMethod, ForecastRequest, Score } from './types.ts';

/**
 * The method to use, and why, in a sentence: the one asked for, else the combination, unless repeating last week has
 * erred less on the backtest, on weekly totals and on days.
 *
 * On both, because weekly totals of eight folds are few: where repeating last week won on them alone, it was mostly luck.
 * Chosen on Online Retail (7 days ahead, 18 origins: 27.2 to 26.2 % MAPE; 30 days: 31.7 to 30.4), confirmed on Olist
 * (7 days: 34.1 to 32.6 %), Superstore and NN5 (no change).
 *
 * A method that was asked for and could not be fitted is replaced, and said so in the check "fit".
 *
 * @throws {NotEnoughData} when a method was asked for by name and the history is too short for it
 */
export function choose(
  asked: ForecastRequest['method'],
  { backtest, recipes, failed }: Pick<Trials, 'backtest' | 'recipes' | 'failed'>,
  historyDays: number,
): { readonly method: ForecastMethod; readonly reason: Words } {
  const { scores, folds, horizon } = backtest;
  if (asked !== 'auto') {
    if (recipes.has(asked))
      return { method: asked, reason: sentences(say`Asked for by name.`, compared(scores, [asked])) };
    const failure = failed.get(asked);
    // A fold learns from half the history at least.
    if (failure === undefined)
      throw new NotEnoughData(say`days of varied sales for ${methodNames[asked]}`, 2 * daysNeeded(asked), historyDays);
  }
  const naive = scores.find(({ method }) => method === 'seasonal-naive')!;
  const combined = scores.find(({ method }) => method === 'combination');
  if (combined === undefined) {
    return { method: 'seasonal-naive', reason: say`Too little or too uniform a history for anything but last week.` };
  }
  if (errorOf(naive) < errorOf(combined) && naive.mae < combined.mae) {
    return {
      method: 'seasonal-naive',
      reason: sentences(
        wins(naive, combined),
        say`Tried over ${count(folds)} past cut-offs, ${count(horizon)} days ahead.`,
        compared(scores, ['combination']),
      ),
    };
  }
  return {
    method: 'combination',
    reason: sentences(
      say`A combination of methods, each weighted by its past errors over ${count(folds)} past cut-offs, ${count(horizon)} days ahead.`,
      compared(scores, ['combination']),
    ),
  };
}

/** By how much repeating last week is ahead: in points of weekly totals, where they can be compared. */
function wins({ weekWape: naive }: Score, { weekWape: combined }: Score): Words {
  if (naive === null || combined === null) return say`Simply repeating last week wins, so I use that.`;
  return say`Simply repeating last week wins by ${number(Math.round(1000 * (combined - naive)) / 10)} points, so I use that.`;
}

function daysNeeded(method: ForecastMethod): number {
  if (method === 'mstl' || method === 'prophet') return extraNeeds[method].days;
  return method === 'analogue' ? DAYS_FOR_A_YEAR : 30;
}

/** Weekly totals decide; where nothing was sold in any fold, the plain error of days. */
function errorOf({ weekWape, mae }: Score): number {
  return weekWape ?? mae;
}

/** The ones asked about beside the yardstick, and the best single method. */
function compared(scores: readonly Score[], named: readonly ForecastMethod[]): Words {
  const shown = new Set<ForecastMethod>(['seasonal-naive', ...named]);
  const rest = scores.filter(({ method }) => !shown.has(method) && method !== 'combination');
  const best = rest.reduce<Score | undefined>(
    (least, score) => (least === undefined || errorOf(score) < errorOf(least) ? score : least),
    undefined,
  );
  if (best !== undefined) shown.add(best.method);
  const each = scores
    .filter(({ method }) => shown.has(method))
    .map(({ method, weekWape }) => {
      return weekWape === null
        ? say`${methodNames[method]} not known`
        : say`${methodNames[method]} ${number(Math.round(1000 * weekWape) / 10)}%`;
    });
  return say`Error of weekly totals: ${listed(each)}.`;
}
