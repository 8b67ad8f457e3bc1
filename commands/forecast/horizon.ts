import { daysBetween } from '../../models/days.ts';
import { longestHorizon } from '../../models/forecast/forecast.ts';
import { formatValue } from '../../words/quantity.ts';
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
    throw new Refusal('Weeks or days?', 'Give one of the two, for example: /forecast weeks:8');
  }
  return days ?? Math.min(LONGEST_DAYS, throughWeeks(cut, weeks ?? DEFAULT_WEEKS));
}

/** "8 weeks", "14 days". */
export function horizonWords({ weeks, days }: Asked): string {
  if (days !== undefined) return days === 1 ? 'day' : `${days} days`;
  return weeks === 1 ? 'week' : `${weeks ?? DEFAULT_WEEKS} weeks`;
}

/**
 * A horizon of more than half the history is a guess.
 *
 * @param again what was typed: the button asks the same, for the reach
 * @throws {Refusal} with the range of what can be seen, what is missing, and a button for the reach
 */
export async function requireReach(
  context: Context,
  cut: Cut,
  { horizon, method, subject }: ForecastAsk & { readonly subject: Subject },
  again: Readonly<Record<string, unknown>>,
): Promise<void> {
  const history = daysBetween(subject.since ?? cut.firstDay, cut.before);
  if (history < LEAST_HISTORY) {
    throw new Refusal(
      `${history} days of sales are too few to look ahead`,
      `From ${LEAST_HISTORY} days on I can look two weeks ahead: ${LEAST_HISTORY - history} are missing. Import older orders, or come back then.`,
      [sources],
    );
  }
  const longest = longestHorizon(history);
  if (horizon <= longest) return;
  const weeks = Math.floor(longest / WEEK);
  // In days, because weeks end on Sundays, and the days up to the first one would reach too far.
  const [reach, inWhole] = weeks >= 2 ? [WEEK * weeks, `${weeks} weeks`] : [longest, `${longest} days`];
  const near = await subjectRun(context, cut, { horizon: reach, method, subject });
  const { unit, adds } = metrics[subject.metric];
  const { expected, low80, high80 } = adds ? near.result.total : dayBands(near.result).points[0]!;
  const say = (value: number) => formatValue(value, unit, cut.shop);
  const input = { ...again, weeks: undefined, days: reach };
  throw new Refusal(
    `${history} days of sales let me look ${inWhole} ahead`,
    `${adds ? 'For those' : 'A day'} I expect ${say(expected)}, 80% range ${say(low80)} to ${say(high80)} (${near.id}): ${nearUse(near.result)}. ` +
      `For ${inWords(horizon)} I need about ${inWords(2 * horizon)} of history. Import older orders, or ask for less.`,
    [
      { label: `Forecast ${inWhole}`, style: 'primary', ask: { name: 'forecast', input } },
      { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: near.id } } },
      sources,
    ],
  );
}

/** Where a person sees what was imported, and takes a file back. */
export const sources: Action = { label: 'See the files', style: 'plain', ask: { name: 'data sources', input: {} } };

function inWords(days: number): string {
  return days < 3 * WEEK ? `${days} days` : `${Math.floor(days / WEEK)} weeks`;
}
