import { NotEnoughData } from '../errors.ts';
import type { Trials } from './backtest.ts';
import { daysNeeded } from './methods.ts';
import type { ForecastMethod, ForecastRequest, Score } from './types.ts';

export const methodNames: Readonly<Record<ForecastMethod, string>> = {
  'seasonal-naive': 'repeating last week',
  ets: 'ETS',
  mstl: 'MSTL',
  prophet: 'Prophet',
};

/**
 * The method with the smallest error on the backtest, and why, in a sentence. Of equals, the simpler one.
 *
 * @throws {NotEnoughData} when a method was asked for by name and the history is too short for it
 * @throws {Error} when it was asked for and failed
 */
export function choose(
  asked: ForecastRequest['method'],
  { backtest, failed }: Trials,
  historyDays: number,
): { readonly method: ForecastMethod; readonly reason: string } {
  const { scores, folds, horizon } = backtest;
  if (asked !== 'auto') {
    const own = scores.find(({ method }) => method === asked);
    if (own !== undefined) return { method: asked, reason: `Asked for by name. ${compared(scores)}` };
    const failure = failed.get(asked);
    if (failure !== undefined) throw new Error(`${methodNames[asked]} could not be fitted: ${failure}`);
    // A fold learns from half the history at least.
    throw new NotEnoughData(`days of varied sales for ${methodNames[asked]}`, 2 * daysNeeded[asked], historyDays);
  }
  const best = scores.reduce((champion, score) => (errorOf(score) < errorOf(champion) ? score : champion));
  const over = `over ${folds} past cut-offs, ${horizon} days ahead`;
  if (scores.length === 1) {
    return {
      method: best.method,
      reason: `Too little or too uniform a history for anything but ${methodNames[best.method]}.`,
    };
  }
  const reason =
    best.method === 'seasonal-naive'
      ? `Simply repeating last week erred least ${over}, so I use that. ${compared(scores)}`
      : `${methodNames[best.method]} erred least on weekly totals ${over}. ${compared(scores)}`;
  return { method: best.method, reason };
}

/** Weekly totals decide; where nothing was sold in any fold, the plain error of days. */
function errorOf({ weekWape, mae }: Score): number {
  return weekWape ?? mae;
}

function compared(scores: readonly Score[]): string {
  const each = scores.map(({ method, weekWape }) => {
    return `${methodNames[method]} ${weekWape === null ? 'unknown' : `${(100 * weekWape).toFixed(1)}%`}`;
  });
  return `Error of weekly totals: ${each.join(', ')}.`;
}
