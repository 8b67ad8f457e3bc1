import type { Threshold } from '../../data/state/types/alerts.ts';
import type { Day } from '../../data/types/shop.ts';
import { type Crossing, crossing } from '../../models/alerts/threshold.ts';
import { addDays, daysBetween, epochDay, startOfMonth, startOfWeek } from '../../models/days.ts';
import type { Context } from '../command.ts';
import { campaignDays } from '../runs/campaigns.ts';
import type { Cut } from '../runs/cut.ts';
import { readHistory, totalOf } from '../runs/series.ts';
import type { Found, Look, ThresholdFinding } from './finding.ts';
import { movedIn, notShared } from './moved.ts';
import { addsUp } from './threshold-words.ts';

const WEEK = 7;
/** What is usual is the middle of so many periods before. */
const PERIODS_BEFORE = 8;
/** So many complete periods say whether a bound is far from what comes. */
const LATELY = 8;

/** What a threshold says, whoever set it. */
export type TypedThreshold = Pick<Threshold, 'metric' | 'slice' | 'every' | 'side' | 'threshold' | 'against'>;

/** Days `from` to before `before`. */
type Period = { readonly from: Day; readonly before: Day };

/** Holds the newest complete period against every threshold that somebody set. */
export async function checkThresholds(context: Context, cut: Cut): Promise<Look> {
  const rules = context.state.thresholds.list().filter(({ paused }) => !paused);
  const known = new Set<string>();
  const found: Found[] = [];
  for (const rule of rules) {
    const finding = await judge(context, cut, rule);
    if (finding === 'not known') continue;
    known.add(rule.name);
    if (finding === null) continue;
    const { side, name } = rule;
    found.push({ rule: name, side, cause: `rule ${name}`, impact: await impactOf(context, cut, finding), finding });
  }
  const standing = new Set<string>(rules.map(({ name }) => name));
  return {
    found,
    // A rule that was paused or removed has nothing to say any more; one that cannot be judged waits.
    judged: ({ rule }) => rule.startsWith('L-') && (known.has(rule) || !standing.has(rule)),
  };
}

/** Null: within the threshold. */
async function judge(context: Context, cut: Cut, rule: Threshold): Promise<ThresholdFinding | 'not known' | null> {
  const readValue = await valuesOf(context, cut, rule);
  const period = newest(cut, rule.every);
  const crossed = outcomeOf(period, rule, readValue);
  if (crossed === null) return 'not known';
  if (!crossed.crossed) return null;
  const { bound, reference } = crossed;
  const actual = readValue(period);
  const { metric, slice, against } = rule;
  const compared = { slice, ...period, actual, forecast: against ?? 'usual' };
  const moved =
    metric === 'revenue' && reference !== null
      ? await movedIn(context, cut, { ...compared, expected: reference })
      : notShared;
  return {
    rule: rule.name,
    threshold: rule,
    from: period.from,
    until: addDays(period.before, -1),
    actual,
    bound,
    reference,
    gap: actual - (reference ?? bound),
    dataUntil: cut.lastDay,
    ...moved,
  };
}

/** Null where the period, or what it is compared with, is not known. */
function outcomeOf(period: Period, rule: TypedThreshold, readValue: (period: Period) => number): Crossing | null {
  const before = [...periodsBefore(period, rule.every)].reverse().map(readValue);
  return crossing(readValue(period), before, rule);
}

/** In how many of the newest complete periods it would have alerted. */
export async function crossedLately(
  context: Context,
  cut: Cut,
  rule: TypedThreshold,
): Promise<{ readonly known: number; readonly crossed: number }> {
  const readValue = await valuesOf(context, cut, rule);
  const outcomes: Crossing[] = [];
  let { before } = cut;
  for (let i = 0; i < LATELY; i++) {
    const period = newest({ before }, rule.every);
    const outcome = outcomeOf(period, rule, readValue);
    if (outcome !== null) outcomes.push(outcome);
    before = period.from;
  }
  return { known: outcomes.length, crossed: outcomes.filter(({ crossed }) => crossed).length };
}

/** The newest period that is over, in the shop's days. */
function newest({ before }: Pick<Cut, 'before'>, every: Threshold['every']): Period {
  if (every === 'day') return { from: addDays(before, -1), before };
  if (every === 'week') return { from: addDays(startOfWeek(before), -WEEK), before: startOfWeek(before) };
  const end = startOfMonth(before);
  return { from: startOfMonth(addDays(end, -1)), before: end };
}

/** Those that it is compared with, the newest first. A day is compared with the same weekday. */
function periodsBefore({ from }: Period, every: Threshold['every']): readonly Period[] {
  if (every !== 'month') {
    return Array.from({ length: PERIODS_BEFORE }, (_, i) => {
      const start = addDays(from, -WEEK * (i + 1));
      return { from: start, before: addDays(start, every === 'day' ? 1 : WEEK) };
    });
  }
  const periods: Period[] = [];
  for (let end = from; periods.length < PERIODS_BEFORE; end = periods.at(-1)!.from) {
    periods.push({ from: startOfMonth(addDays(end, -1)), before: end });
  }
  return periods;
}

/** What the metric came to in a period; NaN where it is not known of a day of it. */
async function valuesOf(context: Context, cut: Cut, rule: TypedThreshold): Promise<(period: Period) => number> {
  if (rule.metric === 'spend') return spendOf(context, cut);
  const byDay = rule.every === 'day' || addsUp(rule);
  const subject = { metric: rule.metric, slice: rule.slice, since: null };
  const history = await readHistory(context, cut, subject, byDay ? 'day' : 'week');
  if (history === null) return () => Number.NaN;
  if (byDay) return ({ from, before }) => totalOf(history, from, daysBetween(from, before));
  return ({ from }) => history.values[daysBetween(history.firstDay, from) / WEEK] ?? Number.NaN;
}

async function spendOf(context: Context, cut: Cut): Promise<(period: Period) => number> {
  const days = await campaignDays(context, { from: cut.firstDay, before: cut.before });
  return ({ from, before }) => {
    const [first, end] = [epochDay(from), epochDay(before)];
    return days.day.reduce((sum, day, row) => sum + (day >= first && day < end ? days.spendMinor[row]! : 0), 0);
  };
}

/** The money that a gap is about: what the metric's units sold in that period. */
async function impactOf(context: Context, cut: Cut, { threshold, gap, actual, from, until }: ThresholdFinding) {
  if (threshold.metric === 'revenue' || threshold.metric === 'spend') return Math.abs(gap);
  const history = await readHistory(context, cut, { metric: 'revenue', slice: threshold.slice, since: null });
  const revenue = history ? totalOf(history, from, daysBetween(from, until) + 1) : Number.NaN;
  return actual > 0 && !Number.isNaN(revenue) ? Math.abs((revenue * gap) / actual) : 0;
}
