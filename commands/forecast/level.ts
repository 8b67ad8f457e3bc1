import { formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { History } from '../runs/series.ts';
import { sources } from './horizon.ts';

/** A forecast of so many times the usual level is more often a change of units than of fortune. */
const FAR_ABOVE = 5;

/**
 * @throws {Refusal} when the forecast is many times what the history sold: the units changed in a file, or the shop did
 */
export function requireLikelyLevel(
  { total, daily }: KeptForecast,
  { values }: History,
  { shop }: Cut,
  again: Readonly<Record<string, unknown>>,
): void {
  const known = values.filter((value) => !Number.isNaN(value));
  const usual = known.reduce((sum, value) => sum + value, 0) / known.length;
  const perDay = total.expected / daily.expected.length;
  if (!(usual > 0) || perDay < FAR_ABOVE * usual) return;
  const aWeek = (value: number) => formatValue(7 * value, again.metric === undefined ? 'money' : 'count', shop);
  throw new Refusal(
    `The forecast is ${(perDay / usual).toFixed(1)} times your history: check the units`,
    `A week of your history took ${aWeek(usual)} on average, and the last days say ${aWeek(perDay)}. ` +
      'If a file counts in another currency or unit, take it back with /data undo and import it right. If the shop has grown so much, ask anyway.',
    [
      sources,
      { label: 'Show it anyway', style: 'plain', ask: { name: 'forecast', input: { ...again, anyway: 'yes' } } },
    ],
  );
}
