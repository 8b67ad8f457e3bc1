import type { Steps } from './steps.ts';

const YEAR = 364;
/** Half a year on each side: the trend that is taken out before weeks are compared over the years. */
const HALF_WINDOW = 182;

/**
 * The yearly season week by week, as STL finds it: what each week of the year was worth against the year around it.
 *
 *     trend[i]  = mean of y within half a year of i              at the ends: of what there is
 *     season[w] = mean over the years of y - trend in weeks w-1, w, w+1 of the year, less their mean
 *
 * Where the year has corners (Christmas, sales) it follows them and a few sines do not. Two passes, the second with the
 * season taken out of the trend. Needs two years to tell season from noise.
 *
 * Source: Cleveland, Cleveland, McRae & Terpenning, STL, 1990; here with a moving mean for loess.
 */
export function yearlySeason({ days, values, ahead }: Steps): { past: Float64Array; ahead: Float64Array } {
  const week = (day: number) => Math.floor((((day % YEAR) + YEAR) % YEAR) / 7);
  let season = new Float64Array(52);
  for (let pass = 0; pass < 2; pass++) {
    const rest = values.map((value, i) => value - season[week(days[i]!)]!);
    const trend = movingMean(days, rest);
    const byWeek: number[][] = Array.from({ length: 52 }, () => []);
    values.forEach((value, i) => {
      if (Number.isNaN(value)) return;
      const w = week(days[i]!);
      for (const near of [w, w, w + 1, w + 51]) byWeek[near % 52]!.push(value - trend[i]!);
    });
    const raw = byWeek.map((of) => (of.length === 0 ? 0 : mean(of)));
    const middle = mean(raw);
    season = Float64Array.from(raw, (value) => value - middle);
  }
  return {
    past: Float64Array.from(days, (day) => season[week(day)]!),
    ahead: Float64Array.from(ahead, (day) => season[week(day)]!),
  };
}

function mean(of: readonly number[]): number {
  return of.reduce((sum, value) => sum + value, 0) / of.length;
}

function movingMean(days: Int32Array, values: Float64Array): Float64Array {
  let from = 0;
  let to = 0;
  let sum = 0;
  let count = 0;
  return Float64Array.from(days, (day) => {
    for (; to < days.length && days[to]! <= day + HALF_WINDOW; to++) {
      if (Number.isNaN(values[to]!)) continue;
      sum += values[to]!;
      count++;
    }
    for (; days[from]! < day - HALF_WINDOW; from++) {
      if (Number.isNaN(values[from]!)) continue;
      sum -= values[from]!;
      count--;
    }
    return sum / Math.max(1, count);
  });
}
