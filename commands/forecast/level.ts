import type { Metric } from '../../data/types/series.ts';
import { number, quantity, say, sentences } from '../../words/say.ts';
import { Refusal } from '../refusal.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { History } from '../runs/series.ts';
import { sources } from './horizon.ts';
import { metrics } from './metric.ts';

/** A forecast of so many times the usual level is more often a change of units than of fortune. */
const FAR_ABOVE = 5;

type Given = {
  readonly history: History;
  readonly metric: Metric;
  /** What was typed, to ask it anyway. */
  readonly again: Readonly<Record<string, unknown>>;
};

/**
 * @throws {Refusal} when the forecast is many times what the history sold: the units changed in a file, or the shop did
 */
export function requireLikelyLevel(
  { total, daily }: KeptForecast,
  { history: { values }, metric, again }: Given,
): void {
  const known = values.filter((value) => !Number.isNaN(value));
  const usual = known.reduce((sum, value) => sum + value, 0) / known.length;
  const perDay = total.expected / daily.expected.length;
  if (!(usual > 0) || perDay < FAR_ABOVE * usual) return;
  const { unit, adds } = metrics[metric];
  const told = (value: number) => quantity(adds ? 7 * value : value, unit);
  const [was, becomes] = [told(usual), told(perDay)];
  throw new Refusal(
    say`The forecast is ${number(perDay / usual)} times your history: check the units`,
    sentences(
      adds
        ? say`A week of your history took ${was} on average, and the last days say ${becomes}.`
        : say`A day of your history took ${was} on average, and the last days say ${becomes}.`,
      say`If a file counts in another currency or unit, take it back with /data undo and import it right. If the shop has grown so much, ask anyway.`,
    ),
    [
      sources,
      { label: say`Show it anyway`, style: 'plain', ask: { name: 'forecast', input: { ...again, anyway: 'yes' } } },
    ],
  );
}
