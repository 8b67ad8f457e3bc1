import { daysBetween } from '../../models/days.ts';
import { longestHorizon } from '../../models/forecast/forecast.ts';
import { count, days as daysOf, plural, quantity, type Said, say, sentences } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Action } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import { type ForecastAsk, subjectRun, throughWeeks } from '../runs/forecast.ts';
import type { Subject } from '../runs/series.ts';
import { metrics } from './metric.ts';
import { dayBands } from './periods.ts';
import { nearUse } from './use-by.ts';

const WEEK = 7;
const LEAST_HISTORY = 28;
const DEFAULT_WEEKS = 8;
export const LONGEST_DAYS = 365;

export type Asked = { readonly weeks?: number | undefined; readonly days?: number | undefined };

/** Days to look ahead. Asked in weeks, the answer ends with a week, however the data ends. */
export function horizonOf({ weeks, days }: Asked, cut: Cut): number {
  if (weeks !== undefined && days !== undefined) {
    throw new Refusal(say`Weeks or days?`, say`Give one of the two, for example: /forecast weeks:8`);
  }
  return days ?? Math.min(LONGEST_DAYS, throughWeeks(cut, weeks ?? DEFAULT_WEEKS));
}

/** "the next 8 weeks", "the next 14 days". */
export function horizonWords({ weeks = DEFAULT_WEEKS, days }: Asked): Said {
  if (days !== undefined) return plural(days, say`the next day`, say`the next ${count(days)} days`);
  return plural(weeks, say`the next week`, say`the next ${count(weeks)} weeks`);
}

/**
 * A horizon of more than half the history is a guess.
 *
 * @param again what was typed: the button asks the same, for the reach
 * @param history days that teach
 * @throws {Refusal} with the range of what can be seen, what is missing, and a button for the reach
 */
export async function requireReach(
  context: Context,
  cut: Cut,
  { horizon, method, beforeHole, subject }: ForecastAsk & { readonly subject: Subject },
  again: Readonly<Record<string, unknown>>,
  history = daysBetween(subject.since ?? cut.firstDay, cut.before),
): Promise<void> {
  if (history < LEAST_HISTORY) {
    throw new Refusal(
      say`${daysOf(history)} of sales are too few to look ahead`,
      say`From ${daysOf(LEAST_HISTORY)} on I can look two weeks ahead: ${daysOf(LEAST_HISTORY - history)} are missing. Import older orders, or come back then.`,
      [sources],
    );
  }
  const longest = longestHorizon(history);
  if (horizon <= longest) return;
  const weeks = Math.floor(longest / WEEK);
  // In days, because weeks end on Sundays, and the days up to the first one would reach too far.
  const [reach, inWhole] = weeks >= 2 ? [WEEK * weeks, weeksOf(weeks)] : [longest, say`${daysOf(longest)}`];
  const near = await subjectRun(context, cut, { horizon: reach, method, subject, ...(beforeHole && { beforeHole }) });
  const { unit, adds } = metrics[subject.metric];
  const { expected, low80, high80 } = adds ? near.result.total : dayBands(near.result).points[0]!;
  const told = (value: number) => quantity(value, unit);
  const range = say`${told(expected)}, 80% range ${told(low80)} to ${told(high80)} (${near.id})`;
  const input = { ...again, weeks: undefined, days: reach };
  throw new Refusal(
    say`${daysOf(history)} of sales let me look ${inWhole} ahead`,
    sentences(
      adds ? say`For those I expect ${range}.` : say`A day I expect ${range}.`,
      nearUse(near.result),
      say`For ${inWords(horizon)} I need about ${inWords(2 * horizon)} of history. Import older orders, or ask for less.`,
    ),
    [
      { label: say`Forecast ${inWhole}`, style: 'primary', ask: { name: 'forecast', input } },
      { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: near.id } } },
      sources,
    ],
  );
}

/** Where a person sees what was imported, and takes a file back. */
export const sources: Action = { label: say`See the files`, style: 'plain', ask: { name: 'data sources', input: {} } };

function inWords(days: number): Said {
  return days < 3 * WEEK ? say`${daysOf(days)}` : weeksOf(Math.floor(days / WEEK));
}

function weeksOf(weeks: number): Said {
  return plural(weeks, say`1 week`, say`${count(weeks)} weeks`);
}
