import type { LedgerWeek } from '../../data/state/types/ledger.ts';
import type { Duel } from '../../models/learning/promote.ts';
import type { KeptForecast } from '../runs/forecast.ts';

/** Error of weekly totals on the backtest of the method that was used; null where nothing was sold. */
export function backtestError({ backtest, method }: KeptForecast): number | null {
  return backtest.scores.find((score) => score.method === method)?.weekWape ?? null;
}

/**
 * The weeks of which two models spoke on the same data, newest first: from the same look ahead, the shortest there is.
 *
 * @param history all that was said of scored weeks, newest week first
 */
export function duels(history: readonly LedgerWeek[], champion: string, challenger: string): Duel[] {
  const found = new Map<string, Duel & { readonly ahead: number }>();
  for (const theirs of history) {
    if (theirs.recipe !== challenger || theirs.ahead === null) continue;
    const ours = history.find(
      ({ recipe, week, ahead }) => recipe === champion && week === theirs.week && ahead === theirs.ahead,
    );
    if (!ours || (found.get(theirs.week)?.ahead ?? Number.POSITIVE_INFINITY) <= theirs.ahead) continue;
    const { week, ahead, actual } = theirs;
    found.set(week, { week, ahead, actual: actual!, champion: ours.expected, challenger: theirs.expected });
  }
  return [...found.values()];
}

/** The last word of a model on each week, newest week first: what was posted, or what it said unasked. */
export function lastWords(
  history: readonly LedgerWeek[],
  { recipe, posted, since = Number.NEGATIVE_INFINITY }: { recipe: string; posted?: boolean; since?: number },
): LedgerWeek[] {
  const weeks = new Map<string, LedgerWeek>();
  for (const row of history) {
    if (row.recipe !== recipe || row.frozenAt <= since || (posted && !row.posted) || weeks.has(row.week)) continue;
    weeks.set(row.week, row);
  }
  return [...weeks.values()];
}
