import type { ProphetOptimizer } from '@bsull/augurs/prophet';
import type { EpochDay } from '../../data/types/shop.ts';
import { ontoCalendar, openDays, openDaysAhead, type Series } from './calendar.ts';
import type { MethodContext } from './method.ts';
import { DAYS_FOR_A_YEAR } from './pool.ts';
import { steady } from './steady-optimizer.ts';

const SECONDS_PER_DAY = 86_400;
/** Four years: a fit takes 1.5 s at ten years, and there are nine of them. */
const LONGEST_MEMORY_DAYS = 1461;
/** Prophet's own default; augurs would take 100. */
const EVENT_PRIOR = 10;

/**
 * Prophet, the real Stan model: piecewise linear trend + week + year (from 1.05 years), fitted by L-BFGS.
 *
 *     typical[h] = trend(t + h) + weekly(t + h) + yearly(t + h) + events on that day
 *
 * Additive: over five shops the additive model erred less than the multiplicative one at every horizon. Closed
 * weekdays and holidays are simply not in its data, since it works by date. Its own bands come from an unseeded
 * generator inside the wasm and are not asked for. Below 100 points R's Prophet switches to Newton, which traps
 * here, and L-BFGS disagrees with it by a third: such series are not given to it.
 *
 * @param series with at least 100 open days that are not all equal
 *
 * Source: Taylor & Letham, Forecasting at Scale, 2018. https://facebook.github.io/prophet
 */
export function prophet(series: Series, { horizon, calendar, augurs, seed, events }: MethodContext): Float64Array {
  const ds: number[] = [];
  const y: number[] = [];
  const forgotten = Math.max(0, series.values.length - LONGEST_MEMORY_DAYS);
  const remembered = { first: series.first + forgotten, values: series.values.subarray(forgotten) };
  const open = openDays(remembered, calendar);
  open.values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    ds.push(open.days[i]! * SECONDS_PER_DAY);
    y.push(value);
  });
  const from = series.first + series.values.length;
  const ahead = openDaysAhead(from, horizon, calendar);
  if (ahead.length === 0) return new Float64Array(horizon);
  const model = new augurs.Prophet({
    // The two packages declare the same shape under two names.
    optimizer: steady(augurs.optimizer as ProphetOptimizer),
    seasonalityMode: 'additive',
    weeklySeasonality: { type: 'manual', enabled: true },
    yearlySeasonality: { type: 'manual', enabled: series.values.length >= DAYS_FOR_A_YEAR },
    dailySeasonality: { type: 'manual', enabled: false },
    holidays: new Map(
      events.map(({ name, days }) => [name, { occurrences: occurrencesOf(days), priorScale: EVENT_PRIOR }]),
    ),
    uncertaintySamples: 0,
  });
  try {
    model.fit({ ds, y }, { seed: seed >>> 0 });
    const { yhat } = model.predict({ ds: Array.from(ahead, (day) => day * SECONDS_PER_DAY) });
    // Its sums run over columns in a random order too: what that leaves in the last digits is rounded away.
    return ontoCalendar(yhat.point.map(Math.fround), from, horizon, calendar);
  } finally {
    model.free();
  }
}

/** In seconds, the end not included. */
function occurrencesOf(days: ReadonlySet<EpochDay>): { start: number; end: number }[] {
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({ start: day * SECONDS_PER_DAY, end: (day + 1) * SECONDS_PER_DAY }));
}
