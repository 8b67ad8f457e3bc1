import type { Threshold } from '../../data/state/types/alerts.ts';
import type { Shop } from '../../data/types/shop.ts';
import { say } from '../../words/say.ts';
import { amount } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { minorIn } from '../typed-amount.ts';
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

const fixed = /^(below|under|above|over)\s+(?:[a-z]{3} )?(\d\S*(?: \S+)??)(?:\s+(?:a|per|each)\s+(day|week|month))?$/;
const relative =
  /^(down|up)\s+(\d+(?:\.\d+)?)\s*%\s+(?:or more )?(?:on|against|from|vs\.?)\s+(?:the\s+|a\s+)?(last|usual)(?:\s+(day|week|month))?$/;

/** What `boundWords` writes, and what Indonesians type, in the few words that are read below. */
const otherwise: readonly (readonly [RegExp, string])[] = [
  [/^(?:di ?bawah|kurang dari|less than|fewer than)\b/, 'below'],
  [/^(?:di ?atas|lebih dari|more than)\b/, 'above'],
  [/^turun\b/, 'down'],
  [/^naik\b/, 'up'],
  [/ atau lebih\b/, ''],
  [/(\d),(\d+) ?%/, '$1.$2%'],
  [/ (?:dari|dibanding)(?: pada|pada)? /, ' on '],
  [/\bhari (?:yang )?sama (?:dari |di )?minggu (?:sebelumnya|lalu)$/, 'last day'],
  [/\b(?:same )?day of the week before$/, 'last day'],
  [/\bhari biasa(?:nya)?$/, 'usual day'],
  [/\bminggu biasa(?:nya)?$/, 'usual week'],
  [/\bbulan biasa(?:nya)?$/, 'usual month'],
  [/\b(?:minggu (?:sebelumnya|lalu)|(?:the )?week before)$/, 'last week'],
  [/\b(?:bulan (?:sebelumnya|lalu)|(?:the )?month before)$/, 'last month'],
  [/ (?:sehari|per hari)$/, ' a day'],
  [/ (?:seminggu|per minggu)$/, ' a week'],
  [/ (?:sebulan|per bulan)$/, ' a month'],
];

/** No more than all of it can be lost, and ten times as much is another shop. */
const MOST_SHARE = 10;

/**
 * A threshold as people write it: "below 50M a week", "above 100 a day", "down 20% on last week", "up 30% on a usual day".
 * Without a period it is a week. What a threshold is told as can be typed, in either language.
 *
 * @throws {Refusal} on anything else
 */
export function whenOf(
  typed: string,
  { metric, shop }: Pick<Threshold, 'metric'> & { readonly shop: Shop | null },
): When {
  const said = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const written = otherwise.reduce((text, [other, ours]) => text.replace(other, ours), said);
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
    const value = unitOf({ metric }) === 'money' ? minorIn(shop, read.data) : Math.round(read.data.major);
    const side = where === 'below' || where === 'under' ? 'below' : 'above';
    return { every: periods[every]!, side, threshold: value, against: null };
  }
  throw new Refusal(
    say`I do not understand "${typed}"`,
    say`Write it as when:"below 50M a week", when:"above 100 a day", when:"down 20% on last week" or when:"up 30% on a usual day". Periods are day, week and month.`,
  );
}
