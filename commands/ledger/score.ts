import { addDays } from '../../models/days.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import { netRevenue, readHistory, totalOf } from '../runs/series.ts';
import { scoreSeries } from './score-series.ts';

/** Writes what came beside all that was said of weeks that are over. Returns how many forecasts of a week. */
export async function scoreLedger(context: Context, cut: Cut): Promise<number> {
  return (await scoreSales(context, cut)) + (await scoreSeries(context, cut));
}

/**
 * Writes what came beside what was said, for every week that is over and of which every day is known. Returns how many
 * weeks.
 */
async function scoreSales(context: Context, cut: Cut): Promise<number> {
  const { state, now } = context;
  const said = new Set(state.ledger.unscored().map(({ week }) => week));
  const over = [...said].filter((week) => addDays(week, 7) <= cut.before && week >= cut.firstDay);
  const history = over.length > 0 ? await readHistory(context, cut, netRevenue) : null;
  if (history === null) return 0;
  const came = over.map((week) => ({ week, actual: totalOf(history, week, 7) }));
  const known = came.filter(({ actual }) => !Number.isNaN(actual));
  for (const { week, actual } of known) state.ledger.score(week, actual, now);
  return known.length;
}
