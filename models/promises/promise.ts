import { count, say } from '../../words/say.ts';
import { salesAt } from '../campaigns/curve.ts';
import { weeksOf } from '../campaigns/weeks.ts';
import { epochDay } from '../days.ts';
import { luckOf } from './luck.ts';
import { stopRule } from './stop-rule.ts';
import type { Promised, PromiseRequest, ShiftLine, Unwatched } from './types.ts';

/** Fewer weeks tell neither a level nor its noise. */
const LEAST_HISTORY = 12;
/** Older weeks say less of the level now than their number promises. */
const MOST_HISTORY = 26;
/** A week in which the campaigns rested tells nothing of what they bring, and its noise has no share to be of. */
const LEAST_ACTIVITY = 0.1;
/** Losses whose chance to be caught is stated. */
const LOSSES = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

/**
 * What a shift will be held to, from the history of the campaigns that move.
 *
 *     week_t     = sum of weight_i sales_i,t                           weight: margin, or 1
 *     expected_t = sum of weight_i curve_i(spend_i,t)                  mean of the history for a line without a curve
 *     level      = sum of week_t / sum of expected_t                   over 12 to 26 complete weeks, those at rest left out
 *     baseline   = level * sum of weight_i curve_i(current spend)      what the old budgets would go on to bring
 *     gain_t     = week_t - baseline (- change of spend, where goods count)
 *
 * The campaigns' own sales, not the shop's: at a shop's noise even a disaster is missed half the time. Noise is the
 * scatter of week_t round level * expected_t. For the bound see `stopRule`.
 *
 * Assumes that the curves' shape holds and that nothing else moves these campaigns: what does (a season, another shift)
 * counts as gain or shortfall.
 *
 * @param calibrate makes the stop rule
 * @returns why it cannot be watched, where nothing moves or fewer than 12 weeks are known
 */
export function makePromise(request: PromiseRequest, calibrate = stopRule): Promised | Unwatched {
  const { objective, gain, weeks, seed } = request;
  const moved = request.lines.filter(({ currentMinor, proposedMinor }) => currentMinor !== proposedMinor);
  if (moved.length === 0) return { says: say`No budget moves.` };
  const weight = ({ margin }: ShiftLine) => (objective === 'margin' ? (margin ?? 0) : 1);
  const { week, expected, current } = historyOf(moved, weight, request);
  if (week.length < LEAST_HISTORY) {
    return {
      says: say`Only ${count(week.length)} complete weeks of these campaigns are known; to hold a promise against them I need ${count(LEAST_HISTORY)}.`,
    };
  }
  const sum = (values: Float64Array) => values.reduce((all, x) => all + x, 0);
  const level = sum(week) / sum(expected);
  const baselineMinor = level * current;
  if (!(baselineMinor > 0))
    return { says: say`These campaigns sold nothing before, so there is nothing to compare with.` };
  const { noise, correlation } = luckOf(week.map((value, t) => value / (level * expected[t]!) - 1));
  const rule = calibrate({ weeks, baselineWeeks: week.length, correlation, seed });
  const deviation = Math.max(noise * baselineMinor, 1);
  return {
    weeks,
    objective,
    gain,
    lines: moved.map((line) => ({ id: line.id, weight: weight(line) })),
    baselineMinor,
    spendChangeMinor: moved.reduce((all, { currentMinor, proposedMinor }) => all + proposedMinor - currentMinor, 0),
    history: { weeks: week.length, noise, correlation },
    boundMinor: Math.round(rule.bound * deviation),
    halfWidthMinor: rule.halfWidths.map((width) => width * deviation),
    catches: LOSSES.map((loss) => ({
      loss,
      caught: rule.caught((gain.expected + loss * baselineMinor) / deviation, 1 - loss),
    })),
    seed,
  };
}

/** The last complete weeks of the moved lines together: what came, what the curves say, and what they say of now. */
function historyOf(
  moved: readonly ShiftLine[],
  weight: (line: ShiftLine) => number,
  { days, from, before }: PromiseRequest,
): { readonly week: Float64Array; readonly expected: Float64Array; readonly current: number } {
  const range = { from: epochDay(from), before: epochDay(before) };
  const byLine = moved.map((line) => {
    const rows: number[] = [];
    days.campaign.forEach((id, row) => {
      if (id === line.id) rows.push(row);
    });
    return new Map(weeksOf(days, rows, range).map((week) => [week.start, week]));
  });
  const starts = [...byLine[0]!.keys()].filter((start) => byLine.every((weeks) => weeks.has(start)));
  const used = starts.slice(-MOST_HISTORY);
  const week = new Float64Array(used.length);
  const expected = new Float64Array(used.length);
  let current = 0;
  moved.forEach((line, i) => {
    const counts = weight(line);
    const past = used.map((start) => byLine[i]!.get(start)!);
    const mean = past.reduce((sum, { sales }) => sum + sales, 0) / Math.max(1, past.length);
    const says = (spend: number) => counts * (line.curve === null ? mean : salesAt(line.curve, spend));
    past.forEach(({ spend, sales }, t) => {
      week[t]! += counts * sales;
      expected[t]! += says(spend);
    });
    current += says(line.currentMinor);
  });
  const isActive = (_: number, t: number) => expected[t]! > 0 && expected[t]! >= LEAST_ACTIVITY * current;
  return { week: week.filter(isActive), expected: expected.filter(isActive), current };
}
