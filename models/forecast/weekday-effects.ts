import { mean } from 'simple-statistics';
import { weekdayOf } from '../days.ts';
import type { OpenDays } from './calendar.ts';

/**
 * How much each weekday sells against the week around it: classical ratio-to-moving-average seasonal factors.
 *
 *     around[i] = mean of the open days within half a week of i       gaps (NaN) left out
 *     factor[w] = mean of y[i] / around[i] over days i on weekday w   positive y: geometric mean
 *     scaled so that the mean factor of the open weekdays is 1
 *
 * Assumes that the shape of the week does not change over the series, and that it grows with the level.
 *
 * @returns shape (8,), by ISO weekday 1..7; 1 where nothing is known; never below 0.02, so that it can divide
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 3.4.
 */
export function weekdayEffects({ days, values }: OpenDays): Float64Array {
  const weekdays = [...new Set(Array.from(days, weekdayOf))];
  const reach = Math.floor(weekdays.length / 2);
  // With an even number of open weekdays the outermost two are the same weekday: half each.
  const edge = weekdays.length % 2 === 0 ? 0.5 : 1;
  const ratios: number[][] = Array.from({ length: 8 }, () => []);
  let positive = true;
  for (let i = reach; i < values.length - reach; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    let sum = 0;
    let weight = 0;
    for (let j = i - reach; j <= i + reach; j++) {
      if (Number.isNaN(values[j]!)) continue;
      const share = j === i - reach || j === i + reach ? edge : 1;
      sum += share * values[j]!;
      weight += share;
    }
    if (sum <= 0) continue;
    ratios[weekdayOf(days[i]!)]!.push((value * weight) / sum);
    if (value <= 0) positive = false;
  }
  const typical = (of: number[]) => (positive ? Math.exp(mean(of.map(Math.log))) : mean(of));
  const factors = Float64Array.from(ratios, (of) => (of.length === 0 ? 1 : Math.max(0.02, typical(of))));
  const scale = mean(weekdays.map((weekday) => factors[weekday]!));
  return factors.map((factor) => factor / scale);
}
