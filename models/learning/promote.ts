import type { Day } from '../../data/types/shop.ts';
import { count, say, sentences, type Words } from '../../words/say.ts';

/** A scored week of which two models spoke on the same data. */
export type Duel = {
  readonly week: Day;
  readonly actual: number;
  readonly champion: number;
  readonly challenger: number;
};

export type Verdict = {
  /** `wait`: better in one of the two only, or too little is known. */
  readonly act: 'use' | 'wait' | 'no';
  /** Why, in a sentence. */
  readonly says: Words;
  readonly weeks: number;
  /** Of these, the weeks in which the challenger was nearer. */
  readonly better: number;
};

/** Weeks that both must have been scored for, and the most that count. */
export const LEAST_WEEKS = 8;
const MOST_WEEKS = 12;
/** The last weeks of them, on which the challenger must not be worse: a shop changes. */
const LATEST_WEEKS = 4;
/** A change of model that gains less than this share of the error is a change for nothing. */
const LEAST_GAIN = 0.02;

/**
 * Whether a challenger replaces the model in use: only when it errs less on the backtest, and less on the ledger over 8
 * to 12 weeks of which both spoke, and not more on the last four of them.
 *
 * @param backtest error of weekly totals of each, as shares; null where it could not be tried
 * @param duels newest first
 */
export function judge(
  backtest: { readonly champion: number | null; readonly challenger: number | null },
  duels: readonly Duel[],
): Verdict {
  const counted = duels.slice(0, MOST_WEEKS);
  const better = counted.filter((duel) => miss(duel, 'challenger') < miss(duel, 'champion')).length;
  const verdict = (act: Verdict['act'], says: Words): Verdict => ({ act, says, weeks: counted.length, better });

  const onBacktest =
    backtest.champion !== null &&
    backtest.challenger !== null &&
    backtest.challenger < (1 - LEAST_GAIN) * backtest.champion;
  if (counted.length < LEAST_WEEKS) {
    const have = say`${count(counted.length)} of ${count(LEAST_WEEKS)} weeks are scored.`;
    return onBacktest
      ? verdict('wait', sentences(say`Better on the backtest.`, have))
      : verdict('no', sentences(say`Not clearly better on the backtest.`, have));
  }
  const onLedger = error(counted, 'challenger') < (1 - LEAST_GAIN) * error(counted, 'champion');
  const latest = counted.slice(0, LATEST_WEEKS);
  const lately = error(latest, 'challenger') <= error(latest, 'champion');
  const nearer = say`It was nearer in ${count(better)} of ${count(counted.length)} weeks.`;
  const says = (where: Words) => sentences(where, nearer);
  if (onBacktest && onLedger && lately) return verdict('use', says(say`Better on the backtest and on the ledger.`));
  if (onBacktest && onLedger)
    return verdict('wait', says(say`Better on the whole, worse in the last ${count(LATEST_WEEKS)} weeks.`));
  if (onBacktest) return verdict('wait', says(say`Better on the backtest, not on the ledger.`));
  if (onLedger) return verdict('wait', says(say`Better on the ledger, not on the backtest.`));
  return verdict('no', says(say`Better on neither.`));
}

/** How a model has done beside a repeat of the week before. Errors are shares of what came: 0.18 is 18 %. */
export type Loss = { readonly weeks: number; readonly error: number; readonly naive: number };

/**
 * By how much the model in use has erred more than a repeat of the week before, over the last eight weeks that it spoke
 * of; null where it has not, or of fewer weeks is known.
 *
 * @param weeks of the model in use, newest first
 */
export function lossToNaive(
  weeks: readonly { readonly expected: number; readonly naive: number | null; readonly actual: number }[],
): Loss | null {
  const counted = weeks.filter(({ naive }) => naive !== null).slice(0, LEAST_WEEKS);
  if (counted.length < LEAST_WEEKS) return null;
  const came = counted.reduce((sum, { actual }) => sum + Math.abs(actual), 0);
  const own = counted.reduce((sum, { expected, actual }) => sum + Math.abs(expected - actual), 0);
  const naive = counted.reduce((sum, week) => sum + Math.abs(week.naive! - week.actual), 0);
  return own > naive && came > 0 ? { weeks: counted.length, error: own / came, naive: naive / came } : null;
}

function miss(duel: Duel, who: 'champion' | 'challenger'): number {
  return Math.abs(duel[who] - duel.actual);
}

function error(duels: readonly Duel[], who: 'champion' | 'challenger'): number {
  return duels.reduce((sum, duel) => sum + miss(duel, who), 0);
}
