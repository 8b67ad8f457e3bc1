import type { Metric } from '../../data/types.ts';
import { formatValue } from '../../words/quantity.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { History } from '../runs/series.ts';
import { sources } from './horizon.ts';
import { metrics } from './metric.ts';

/** A forecast of so many times the usual level is more often a change of units than of fortune. */
const FAR_ABOVE = 5;

type Given = {
  readonly history: History;
  readonly metric: Metric;
  readonly cut: Cut;
  /** What was typed, to ask it anyway. */
  readonly again: Readonly<Record<string, unknown>>;
};

/**
 * @throws {Refusal} when the forecast is many times what the history sold: the units changed in a file, or the shop did
 */
export function requireLikelyLevel(
  { total, daily }: KeptForecast,
  { history: { values }, metric, cut: { shop }, again }: Given,
): void {
  const known = values.filter((value) => !Number.isNaN(value));
  const usual = known.reduce((sum, value) => sum + value, 0) / known.length;
  const perDay = total.expected / daily.expected.length;
  if (!(usual > 0) || perDay < FAR_ABOVE * usual) return;
  const { unit, adds } = metrics[metric];
  const say = (value: number) => formatValue(adds ? 7 * value : value, unit, shop);
  throw new Refusal(
    `The forecast is ${(perDay / usual).toFixed(1)} times your history: check the units`,
    `A ${adds ? 'week' : 'day'} of your history took ${say(usual)} on average, and the last days say ${say(perDay)}. ` +
      'If a file counts in another currency or unit, take it back with /data undo and import it right. If the shop has grown so much, ask anyway.',
    [
      sources,
      { label: 'Show it anyway', style: 'plain', ask: { name: 'forecast', input: { ...again, anyway: 'yes' } } },
    ],
  );
}
