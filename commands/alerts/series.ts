import type { Day } from '../../data/types/shop.ts';
import { weekDeparture } from '../../models/alerts/departure.ts';
import { addDays, startOfWeek } from '../../models/days.ts';
import type { Context } from '../command.ts';
import { keyOf } from '../ledger/score-series.ts';
import type { Cut } from '../runs/cut.ts';
import type { Found, Look, SeriesFinding } from './finding.ts';

const WEEK = 7;
/** Weeks of the ledger in which the newest complete one is found. */
const WEEKS_BACK = 2;

/**
 * Holds the last complete week of other metrics, and of parts of the shop, against what was posted of it. While sales of
 * the whole shop are outside their band on a side, its parts on that side are its drivers and not alerts of their own.
 */
export async function checkSeries({ state }: Pick<Context, 'state'>, cut: Cut, sales: readonly Found[]): Promise<Look> {
  const judged: Look['judged'] = ({ rule }) => rule === 'series';
  if (cut.held) return { found: [], judged: () => false };
  const week = addDays(startOfWeek(cut.before), -WEEK);
  const taken = new Set<string>();
  const found: Found[] = [];
  for (const said of state.ledger.series.history(WEEKS_BACK)) {
    const series = keyOf(said);
    // Of each series what was said last.
    if (said.week !== week || said.actual === null || taken.has(series)) continue;
    taken.add(series);
    const departure = weekDeparture({ ...said, actual: said.actual });
    if (departure === null || sales.some(({ side }) => side === departure.side)) continue;
    const { side, days: _, ...figures } = departure;
    const { metric, by, slice, people } = said;
    const finding: SeriesFinding = {
      ...figures,
      rule: 'series',
      run: said.run,
      series: { metric, by, slice, people },
      from: week,
      until: lastDayOf(week),
      dataUntil: cut.lastDay,
    };
    const impact = metric === 'revenue' ? Math.abs(figures.gap) : 0;
    found.push({ rule: 'series', side, cause: `series ${series} ${side}`, impact, finding });
  }
  return { found, judged };
}

function lastDayOf(week: Day): Day {
  return addDays(week, WEEK - 1);
}
