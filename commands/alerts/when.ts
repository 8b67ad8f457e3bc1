import type { Threshold } from '../../data/state/types.ts';
import { currencyDigits } from '../../words/quantity.ts';
import { say } from '../../words/say.ts';
import { amount } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { unitOf } from './threshold-words.ts';

export type When = Pick<Threshold, 'every' | 'side' | 'threshold' | 'against'>;

const periods: Readonly<Record<string, Threshold['every']>> = {
  day: 'day',
  daily: 'day',
  week: 'week',
  weekly: 'week',
  month: 'month',
  monthly: 'month',
};

const fixed = /^(below|under|above|over)\s+(\S+)(?:\s+(?:a|per|each)\s+(day|week|month))?$/;
const relative =
  /^(down|up)\s+(\d+(?:\.\d+)?)\s*%\s+(?:on|against|from|vs\.?)\s+(?:the\s+|a\s+)?(last|usual)(?:\s+(day|week|month))?$/;

/** No more than all of it can be lost, and ten times as much is another shop. */
const MOST_SHARE = 10;

/**
 * A threshold as people write it: "below 50M a week", "above 100 a day", "down 20% on last week", "up 30% on a usual day".
 * Without a period it is a week.
 *
 * @throws {Refusal} on anything else
 */
export function whenOf(
  typed: string,
  { metric, currency }: Pick<Threshold, 'metric'> & { readonly currency: string },
): When {
  const written = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const [, direction, percent, against, period = 'week'] = relative.exec(written) ?? [];
  if (direction !== undefined) {
    const threshold = Number(percent) / 100;
    const side = direction === 'down' ? 'below' : 'above';
    if (threshold > 0 && threshold <= (side === 'below' ? 1 : MOST_SHARE)) {
      return { every: periods[period]!, side, threshold, against: against as 'last' | 'usual' };
    }
  }
  const [, where, much = '', every = 'week'] = fixed.exec(written) ?? [];
  const read = amount('').safeParse(much);
  if (where !== undefined && read.success) {
    const inMinor = unitOf({ metric }) === 'money' ? 10 ** currencyDigits(currency) : 1;
    const side = where === 'below' || where === 'under' ? 'below' : 'above';
    return { every: periods[every]!, side, threshold: Math.round(read.data * inMinor), against: null };
  }
  throw new Refusal(
    say`I do not understand "${typed}"`,
    say`Write it as when:"below 50M a week", when:"above 100 a day", when:"down 20% on last week" or when:"up 30% on a usual day". Periods are day, week and month.`,
  );
}
