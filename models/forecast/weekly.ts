import { type Bands, bandsFrom, type FoldErrors } from './bands.ts';
import { weigh } from './combine.ts';
import { type Member, runPool } from './pool.ts';
import { back, onto, type Scale, scaleOf } from './scale.ts';
import type { Interval } from './types.ts';

const MOST_FOLDS = 8;
/** Steps between cut-offs. Close together: what errs now matters more than what erred years ago. */
const STEP = 3;

/**
 * Forecasts a series that comes by the week, such as a platform's weekly report: the pool of weeks, combined and banded
 * as `forecast` does it, on up to eight cut-offs three weeks apart.
 *
 * M4 Weekly, all 359 series, 13 weeks: OWA 0.713, where the best of 61 published was 0.739 and R's ets 0.931
 * (`npm run bench:forecast`).
 *
 * @param values   shape (t,), t at least 26 and at least 16 more than the horizon, NaN = missing. @throws {RangeError}
 * @param firstDay epoch day on which the first week begins
 * @returns one interval per week, shape (horizon,)
 */
export function forecastWeeks(values: Float64Array, asked: WeeksAsked): Interval[] {
  const { expected, bands, floor, least } = weeksAhead(values, asked);
  return expected.map((week, h) => atLeast(least, bands.sum({ expected: week, days: 1, middle: h + 1, floor })));
}

/** The same weeks in all, for what adds up over them. @throws {RangeError} as `forecastWeeks` */
export function forecastWeeksTotal(values: Float64Array, asked: WeeksAsked): Interval {
  const { expected, bands, floor, least } = weeksAhead(values, asked);
  return atLeast(least, bands.total(expected.map((week, h) => ({ expected: week, days: 1, middle: h + 1, floor }))));
}

type WeeksAsked = { readonly firstDay: number; readonly horizon: number };

type WeeksAhead = {
  readonly expected: readonly number[];
  readonly bands: Bands;
  /** A tenth of a mean week. */
  readonly floor: number;
  /** Nothing is sold below it. */
  readonly least: number;
};

function weeksAhead(values: Float64Array, { firstDay, horizon }: WeeksAsked): WeeksAhead {
  const t = values.length;
  if (t < 26 || t - horizon < 16) throw new RangeError(`${t} weeks are too few for ${horizon} ahead`);
  const scale = scaleOf(values);
  const seen = onto(scale, values);
  const speak = (origin: number) =>
    runPool(
      {
        unit: 'week',
        days: Int32Array.from({ length: origin }, (_, i) => firstDay + 7 * i),
        values: seen.subarray(0, origin),
        ahead: Int32Array.from({ length: horizon }, (_, h) => firstDay + 7 * (origin + h)),
      },
      { levelOnly: origin < 26 || horizon > origin },
    );
  const earliest = t - horizon >= 32 ? 26 : 13;
  const origins: number[] = [];
  for (let j = 0; j < MOST_FOLDS; j++) {
    const origin = t - horizon - STEP * j;
    if (origin >= earliest) origins.unshift(origin);
  }
  const folds = origins.map((origin) => ({ origin, members: speak(origin) }));
  const final = speak(t);
  const candidates = final.map(({ name, group }) => ({
    name,
    group,
    errors: Float64Array.from(folds, ({ origin, members }) => {
      const member = members.find((each) => each.name === name);
      return member === undefined ? Number.NaN : errorOf(member, values.subarray(origin, origin + horizon), scale);
    }),
  }));
  const combined = (members: readonly Member[], leaveOut: number) => {
    const weights = weigh(candidates, { leaveOut });
    const own = members.map(({ name }) => weights[candidates.findIndex((each) => each.name === name)] ?? 0);
    const sum = own.reduce((a, b) => a + b, 0);
    return Float64Array.from({ length: horizon }, (_, h) => {
      let middle = 0;
      members.forEach((member, i) => {
        middle += (sum > 0 ? own[i]! / sum : 1 / members.length) * member.values[h]!;
      });
      return back(scale, middle);
    });
  };
  const floor = (0.1 * values.reduce((a, v) => a + (Number.isNaN(v) ? 0 : Math.abs(v)), 0)) / t;
  const errors: FoldErrors[] = folds.map(({ origin, members }, f) => ({
    origin,
    forecast: combined(members, f),
    actual: values.slice(origin, origin + horizon),
    open: new Uint8Array(horizon).fill(1),
    floor,
  }));
  return {
    expected: [...combined(final, -1)],
    bands: bandsFrom(errors),
    floor,
    least: values.every((value) => !(value < 0)) ? 0 : Number.NEGATIVE_INFINITY,
  };
}

function atLeast(least: number, band: Interval): Interval {
  return {
    ...band,
    low50: Math.max(least, band.low50),
    low80: Math.max(least, band.low80),
    low95: Math.max(least, band.low95),
  };
}

function errorOf({ values }: Member, actual: Float64Array, scale: Scale): number {
  let error = 0;
  let known = 0;
  for (let h = 0; h < values.length; h++) {
    if (Number.isNaN(actual[h]!)) continue;
    error += Math.abs(back(scale, values[h]!) - actual[h]!);
    known++;
  }
  return error / known;
}
