import type { LedgerSeriesWeek } from '../../data/state/types/series-ledger.ts';
import type { Day } from '../../data/types/shop.ts';
import { type Departure, type UsualDays, weeksDeparture } from '../../models/alerts/departure.ts';
import { fellSilent } from '../../models/alerts/silence.ts';
import { usualOf } from '../../models/alerts/usual.ts';
import { addDays, daysBetween, startOfWeek } from '../../models/days.ts';
import type { Context } from '../command.ts';
import { keyOf, slicingOf } from '../ledger/score-series.ts';
import type { Cut } from '../runs/cut.ts';
import { RUNNING_WEEKS } from './check.ts';
import type { Found, Look, SeriesFinding } from './finding.ts';
import { movedIn, notShared } from './moved.ts';

const WEEK = 7;
/** What is usual is read off half a year, and the eight weeks before it. */
const USUAL_WEEKS = 34;

/** A week of a series as it was said last, and what came. */
type Told = LedgerSeriesWeek & { readonly actual: number };

/**
 * Holds the last complete weeks of other metrics, and of parts of the shop, against what was posted of them. While sales
 * of the whole shop are outside their band on a side, its parts on that side are its drivers and not alerts of their own:
 * those that are open wait.
 */
export async function checkSeries(context: Context, cut: Cut, sales: readonly Found[]): Promise<Look> {
  if (cut.held) return { found: [], judged: () => false };
  const end = startOfWeek(cut.before);
  const judgedNow = lastSaid(context, end);
  const isPart = (side: string) => sales.some((whole) => whole.side === side);
  const found: Found[] = [];
  for (const [series, weeks] of judgedNow) {
    const departed = await departureOf(context, cut, { weeks, series: judgedNow.size });
    if (departed === null || isPart(departed.side)) continue;
    const { side, ...figures } = departed;
    const { run, metric, by, slice, people } = weeks.at(-1)!;
    const from = addDays(end, -figures.days);
    const { actual, expected } = figures;
    const part = by === null ? null : { by, name: slice };
    const compared = { slice: part, from, before: end, actual, expected, forecast: run };
    const moved = metric === 'revenue' ? await movedIn(context, cut, compared) : notShared;
    const finding: SeriesFinding = {
      ...figures,
      rule: 'series',
      run,
      series: { metric, by, slice, people },
      from,
      until: addDays(end, -1),
      dataUntil: cut.lastDay,
      ...moved,
    };
    const impact = metric === 'revenue' ? Math.abs(figures.gap) : 0;
    found.push({ rule: 'series', side, cause: `series ${series} ${side}`, impact, finding });
  }
  // What was not said of last week cannot be over by that; after some weeks nobody asks any more.
  const isJudged = ({ series, until }: SeriesFinding) =>
    judgedNow.has(keyOf(series)) || until < addDays(end, -WEEK * RUNNING_WEEKS);
  return {
    found,
    judged: ({ rule, side, finding }) => rule === 'series' && !isPart(side) && isJudged(finding as SeriesFinding),
  };
}

/** Of each series the last weeks that were said of it up to `end`, oldest first; those of which the newest is known. */
function lastSaid({ state }: Context, end: Day): ReadonlyMap<string, readonly Told[]> {
  const bySeries = new Map<string, Map<Day, Told>>();
  for (const said of state.ledger.series.history(RUNNING_WEEKS)) {
    const { week, actual } = said;
    if (actual === null || week >= end || daysBetween(week, end) > WEEK * RUNNING_WEEKS) continue;
    const weeks = bySeries.get(keyOf(said)) ?? new Map<Day, Told>();
    bySeries.set(keyOf(said), weeks);
    // Newest first: of each week what was said last.
    if (!weeks.has(week)) weeks.set(week, { ...said, actual });
  }
  const judged = new Map<string, readonly Told[]>();
  for (const [series, weeks] of bySeries) {
    const running: Told[] = [];
    for (let week = addDays(end, -WEEK); weeks.has(week); week = addDays(week, -WEEK))
      running.unshift(weeks.get(week)!);
    if (running.length > 0) judged.set(series, running);
  }
  return judged;
}

type SeriesDeparture = Omit<Departure, 'quiet'> & { readonly quiet: number | null };

async function departureOf(
  context: Context,
  cut: Cut,
  { weeks, series }: { readonly weeks: readonly Told[]; readonly series: number },
): Promise<SeriesDeparture | null> {
  const last = weeks.at(-1)!;
  if (last.actual === 0 && fellSilent(await weeksUntil(context, cut, { ...last, metric: 'orders' }))) {
    const { expected } = last;
    return { side: 'below', days: WEEK, actual: 0, expected, gap: -expected, quiet: null };
  }
  // The history is read of the few that their bands alone would alert on.
  if (weeksDeparture(weeks, { series }) === null) return null;
  return weeksDeparture(weeks, { series, usual: usualUpTo(await weeksUntil(context, cut, last)) });
}

/** What a series came to, week by week up to the week that was said. */
async function weeksUntil(
  context: Context,
  { before }: Cut,
  said: Pick<Told, 'metric' | 'by' | 'slice' | 'people' | 'week'>,
): Promise<Float64Array> {
  const { metric, slice, week } = said;
  const by = await slicingOf(context, said);
  const only = by === null ? {} : { only: slice };
  const { firstDay, slices } = await context.facts.series({ metric, by, period: 'week', before, ...only });
  return slices[0]?.values.subarray(0, daysBetween(firstDay, week) / WEEK + 1) ?? new Float64Array();
}

/** What is usual of as many weeks, read off the half year before the last ones. */
function usualUpTo(values: Float64Array): UsualDays {
  return (days) => {
    const length = days / WEEK;
    const end = values.length - length;
    const sums = Array.from({ length: USUAL_WEEKS }, (_, i) => {
      const from = end - length - i;
      return from < 0 ? Number.NaN : values.subarray(from, from + length).reduce((sum, value) => sum + value, 0);
    });
    return usualOf(sums.reverse());
  };
}
