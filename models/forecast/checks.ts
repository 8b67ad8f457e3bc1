import { median } from 'simple-statistics';
import type { EpochDay } from '../../data/types/shop.ts';
import { eventName } from '../../words/event-names.ts';
import { change, count, day, listed, number, quantity, type Spoken, say } from '../../words/say.ts';
import type { Check } from '../check.ts';
import { fromEpochDay } from '../days.ts';
import type { Trials } from './backtest.ts';
import type { Gap, Series } from './calendar.ts';
import { damageOf } from './damage.ts';
import { longestHorizon } from './horizon.ts';
import type { Lift } from './lifts.ts';
import { methodNames } from './method-names.ts';
import { DAYS_FOR_A_YEAR } from './pool.ts';
import { type ForecastMethod, forecastMethods } from './types.ts';

/** Days without a sale at the end after which the shop may have stopped, or the data. */
const SILENT_DAYS = 14;

/** Times the best, and the middle one, of the four-week means of the history. */
const FAR_ABOVE_BEST = 2;
const FAR_ABOVE_USUAL = 5;

/** Whether the data could answer, in words. A failed check does not stop the forecast: the command decides. */
export function checksOf(given: {
  readonly series: Series;
  readonly gaps: readonly Gap[];
  readonly horizon: number;
  readonly method: ForecastMethod;
  readonly trials: Trials;
  /** Expected total of the horizon. */
  readonly total: number;
  readonly growth: number;
}): Check[] {
  const { series, gaps, horizon, method, trials, total, growth } = given;
  const days = series.values.length;
  return [
    reach(days, horizon, trials.backtest),
    season(days, horizon),
    silence(series.values),
    ...holes(gaps, series.first),
    ...damageOf(series),
    plausible(series.values, total / (1 + growth) / horizon),
    ...wishes(growth),
    ...unknownEvents(trials.lifts, series.first + days, horizon),
    againstNaive(method, trials),
    ...forecastMethods.flatMap((each) => {
      const failure = trials.failed.get(each);
      if (failure === undefined) return [];
      return [
        {
          name: 'fit',
          passed: false,
          says: say`This method could not be fitted and was left out: ${methodNames[each]} (${failure}).`,
        },
      ];
    }),
  ];
}

function reach(days: number, horizon: number, { folds, reach: tried }: Trials['backtest']): Check {
  const name = 'horizon';
  const longest = longestHorizon(days);
  if (horizon > longest) {
    return {
      name,
      passed: false,
      says: say`${count(days)} days lets me look ${inWords(longest)} ahead. For ${inWords(horizon)} I need about ${inWords(2 * horizon)} of sales.`,
    };
  }
  if (horizon > tried) {
    return {
      name,
      passed: false,
      says: say`Tried on ${count(folds)} past cut-offs up to ${inWords(tried)} ahead; the rest of the ${inWords(horizon)} is carried on from there, its range widened by rule and not by measurement.`,
    };
  }
  return {
    name,
    passed: true,
    says: say`${count(days)} days of history are enough to look ${inWords(horizon)} ahead; tried on ${count(folds)} past cut-offs that far.`,
  };
}

function season(days: number, horizon: number): Check {
  const name = 'season';
  if (days >= DAYS_FOR_A_YEAR) return { name, passed: true, says: say`Every season has been seen at least once.` };
  if (horizon <= 28)
    return { name, passed: true, says: say`Less than a year of history; for so short a look ahead that is fine.` };
  return {
    name,
    passed: false,
    says: say`Less than a year of history: a season I have not seen yet can push sales outside the band.`,
  };
}

function holes(gaps: readonly Gap[], first: EpochDay): Check[] {
  return gaps.map(({ first: from, days }) => ({
    name: 'gap',
    passed: false,
    says:
      from < first
        ? say`Nothing is known of the ${count(days)} days from ${day(fromEpochDay(from))}: I learn only from what follows, ${day(fromEpochDay(first))} on. Import them if they exist.`
        : say`Nothing is known of the ${count(days)} days from ${day(fromEpochDay(from))}: I take them for missing data, not for days without sales. Import them if they exist.`,
  }));
}

function wishes(growth: number): Check[] {
  if (growth === 0) return [];
  const says = say`All days ahead are taken ${change(growth)} as asked: a wish, not what the history says.`;
  return [{ name: 'wish', passed: true, says }];
}

function unknownEvents(lifts: readonly Lift[], from: EpochDay, horizon: number): Check[] {
  const ahead = ({ days }: Lift) => [...days].some((day) => day >= from && day < from + horizon);
  const unknown = lifts.filter((lift) => lift.verdict === 'never seen' && ahead(lift)).map(({ name }) => name);
  if (unknown.length === 0) return [];
  const says = say`Never seen in this history, so no effect is counted: ${listed(unknown.map(eventName))}.`;
  return [{ name: 'events', passed: false, says }];
}

/** A forecast far above anything sold so far is more likely a runaway trend, or a change of unit, than luck. */
function plausible(values: Float64Array, perDay: number): Check {
  const name = 'level';
  const blocks: number[] = [];
  for (let end = values.length; end >= 28; end -= 28) {
    const known = values.subarray(end - 28, end).filter((value) => !Number.isNaN(value));
    if (known.length > 0) blocks.push(known.reduce((sum, value) => sum + value, 0) / known.length);
  }
  const most = Math.max(...blocks);
  const usual = median(blocks);
  if (!(perDay > FAR_ABOVE_BEST * most || (usual > 0 && perDay > FAR_ABOVE_USUAL * usual))) {
    return { name, passed: true, says: say`The forecast stays near what the shop has sold so far.` };
  }
  const times = (of: number) => number(Math.round((10 * perDay) / of) / 10);
  return {
    name,
    passed: false,
    says:
      usual > 0
        ? say`The forecast is ${times(usual)} times what the shop usually sold and ${times(most)} times its best four weeks: check the units and the last days of the data before planning with it.`
        : say`The forecast is ${times(most)} times its best four weeks: check the units and the last days of the data before planning with it.`,
  };
}

function silence(values: Float64Array): Check {
  let silent = 0;
  for (let i = values.length - 1; i >= 0 && (values[i] === 0 || Number.isNaN(values[i]!)); i--) silent++;
  if (silent < SILENT_DAYS) return { name: 'recent', passed: true, says: say`Sales reach up to the end of the data.` };
  return {
    name: 'recent',
    passed: false,
    says: say`Nothing was sold on the last ${count(silent)} days: is the data complete?`,
  };
}

function againstNaive(method: ForecastMethod, { backtest }: Trials): Check {
  const name = 'naive';
  const scoreOf = (of: ForecastMethod) => backtest.scores.find((score) => score.method === of);
  const own = scoreOf(method)?.weekWape ?? null;
  const naive = scoreOf('seasonal-naive')?.weekWape ?? null;
  if (method === 'seasonal-naive') {
    return { name, passed: true, says: say`This is the simplest forecast there is: last week, repeated.` };
  }
  if (own === null || naive === null)
    return { name, passed: false, says: say`Nothing was sold in the backtest, so there is no error to compare.` };
  const points = number(Math.round(1000 * Math.abs(naive - own)) / 10);
  if (own < naive)
    return { name, passed: true, says: say`Better than repeating last week by ${points} points on weekly totals.` };
  const onDays = scoreOf(method)!.mae < scoreOf('seasonal-naive')!.mae;
  return {
    name,
    passed: false,
    says: onDays
      ? say`Repeating last week would have erred less, by ${points} points on weekly totals, though not on single days.`
      : say`Repeating last week would have erred less, by ${points} points on weekly totals.`,
  };
}

/** "2 weeks" from a fortnight on, else "9 days". */
function inWords(length: number): Spoken {
  return length < 14 ? quantity(length, 'days') : say`${count(Math.floor(length / 7))} weeks`;
}
