import type { Alert } from '../../data/state/types/alerts.ts';
import type { Day } from '../../data/types/shop.ts';
import {
  type DayOutcome,
  type Departure,
  daysDeparture,
  type Outcome,
  weeksDeparture,
} from '../../models/alerts/departure.ts';
import { addDays, daysBetween, startOfWeek } from '../../models/days.ts';
import { LEAST_DAYS } from '../../models/learning/data-check.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import { type History, netRevenue, readHistory, totalOf } from '../runs/series.ts';
import { type BandFinding, type Found, type Look, nothing } from './finding.ts';
import { movedIn } from './moved.ts';

const WEEK = 7;
/** A departure is followed back so far. */
const LOOK_BACK_DAYS = 14;
export const RUNNING_WEEKS = 4;

/**
 * Holds the newest complete days, and the last complete week, against what was posted of them. While data is held nothing
 * is judged: the days before it were, and those in it cannot be. What has left its band is over when nothing departs any
 * more and the week of its last day has been judged as a whole.
 */
export async function checkSales(context: Context, cut: Cut): Promise<Look> {
  if (cut.held || daysBetween(cut.firstDay, cut.before) < LEAST_DAYS) return nothing;
  const history = await readHistory(context, cut, netRevenue);
  if (history === null) return nothing;
  const departed = departures(context, history, cut.before);
  const found: Found[] = [];
  for (const { departure, ...about } of departed) {
    const before = addDays(about.from, departure.days);
    const { actual, expected } = departure;
    const compared = { slice: null, from: about.from, before, actual, expected, forecast: about.run };
    const moved = await movedIn(context, cut, compared);
    const until = addDays(before, -1);
    const finding: BandFinding = { ...about, ...departure, until, dataUntil: cut.lastDay, ...moved };
    const { side, gap } = departure;
    found.push({ rule: about.rule, side, cause: `sales ${side}`, impact: Math.abs(gap), finding });
  }
  const judged = startOfWeek(cut.before);
  return {
    found,
    judged: (alert) => isOnSales(alert) && (found.length > 0 || (alert.finding as BandFinding).until < judged),
  };
}

function isOnSales({ rule }: Alert): boolean {
  return rule === 'week' || rule === 'days';
}

type Departed = {
  readonly rule: BandFinding['rule'];
  readonly run: string;
  readonly from: Day;
  readonly departure: Departure;
};

/** One a side: the larger one when the last week and the newest days both depart on it. */
function departures(context: Context, history: History, before: Day): Departed[] {
  const found = [lastWeeks(context, history, before), newestDays(context, history, before)].filter(
    (each) => each !== null,
  );
  found.sort((a, b) => Math.abs(b.departure.gap) - Math.abs(a.departure.gap));
  return found.filter(({ departure: { side } }, i) => found.findIndex((each) => each.departure.side === side) === i);
}

function lastWeeks(context: Context, history: History, before: Day): Departed | null {
  const end = startOfWeek(before);
  const weeks: (Outcome & { readonly run: string })[] = [];
  for (let back = 1; back <= RUNNING_WEEKS; back++) {
    const week = addDays(end, -WEEK * back);
    const said = bandOf(context, week);
    const actual = totalOf(history, week, WEEK);
    if (!said || Number.isNaN(actual)) break;
    weeks.unshift({ ...said, actual });
  }
  const departure = weeksDeparture(weeks, { series: 1 });
  return departure && { rule: 'week', run: weeks.at(-1)!.run, from: addDays(end, -departure.days), departure };
}

function newestDays(context: Context, history: History, before: Day): Departed | null {
  const saidOf = dailyBands(context);
  const days: DayOutcome[] = [];
  for (let back = 1; back <= LOOK_BACK_DAYS; back++) {
    const day = addDays(before, -back);
    const band = saidOf(day);
    const actual = totalOf(history, day, 1);
    if (!band || Number.isNaN(actual)) break;
    days.unshift({ ...band, day, actual });
  }
  const monday = startOfWeek(addDays(before, -1));
  const week = bandOf(context, monday);
  if (days.length === 0 || !week) return null;
  const ofWeek = Array.from({ length: WEEK }, (_, i) => saidOf(addDays(monday, i)));
  const departure = daysDeparture(days, { band: week, days: ofWeek.filter((day) => day !== null) });
  return departure && { rule: 'days', run: week.run, from: addDays(before, -departure.days), departure };
}

/** What was posted last of a week; null where nothing was. */
function bandOf({ state }: Context, week: Day): (Omit<Outcome, 'actual'> & { readonly run: string }) | null {
  const said = state.ledger.promised(week);
  if (!said || said.low95 === null || said.high95 === null) return null;
  const { run, expected, low80, high80, low95, high95 } = said;
  return { run, expected, low80, high80, low95, high95 };
}

/** What the forecast that was posted last for the week of a day said of the day; null when none did. */
function dailyBands({ state }: Context): (day: Day) => Omit<DayOutcome, 'day' | 'actual'> | null {
  const forecasts = new Map<Day, KeptForecast | null>();
  const forecastOf = (week: Day) => {
    const promised = state.ledger.promised(week);
    const run = promised && state.runs.byId(promised.run);
    return run ? (run.result as KeptForecast) : null;
  };
  return (day) => {
    const week = startOfWeek(day);
    if (!forecasts.has(week)) forecasts.set(week, forecastOf(week));
    const daily = forecasts.get(week)?.daily;
    const i = daily ? daysBetween(daily.firstDay, day) : -1;
    const expected = daily?.expected[i];
    if (!daily || expected === undefined) return null;
    return {
      expected,
      low80: daily.low80[i]!,
      high80: daily.high80[i]!,
      low95: daily.low95[i]!,
      high95: daily.high95[i]!,
    };
  };
}
