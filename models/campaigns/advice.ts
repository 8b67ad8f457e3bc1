import { number, say, sentences } from '../../words/say.ts';
import type { Advice, Response } from './types.ts';

/**
 * What to do with a campaign's budget, from what the next unit of spend brings.
 *
 *     worth = marginal sales * margin              margin = 1 where goods' cost is not known
 *     scale up   worth's 80 % interval lies above 1
 *     cut        it lies below 1
 *     hold       it holds 1: the data cannot tell
 *
 * Not from the average return: a campaign at 1,473 % may earn nothing on its next unit.
 */
export function adviceFor(
  { curve, says }: Response,
  { margin, weekly }: { readonly margin: number | null; readonly weekly: number | null },
): Advice {
  if (curve === null || weekly === null)
    return { label: 'unknown', says: curve === null ? says : say`Its current spend is not known.` };
  const { expected, low80, high80 } = curve.marginal;
  const keeps = margin ?? 1;
  const two = (value: number) => number(Math.round(100 * value * keeps) / 100);
  const range =
    margin === null
      ? say`For each 1 more that is spent, ${two(expected)} of sales comes back, the cost of goods not counted (marginal return; 80%: ${two(low80)} to ${two(high80)}).`
      : say`For each 1 more that is spent, ${two(expected)} comes back after the cost of goods (marginal return; 80%: ${two(low80)} to ${two(high80)}).`;
  if (low80 * keeps > 1) return { label: 'scale up', says: sentences(range, say`That is more than it costs.`) };
  if (high80 * keeps < 1) return { label: 'cut', says: sentences(range, say`That is less than it costs.`) };
  return {
    label: 'hold',
    says: sentences(range, say`Seen alone, the data cannot tell whether more or less of it pays.`),
  };
}
