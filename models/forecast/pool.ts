import { analogues } from './analogues.ts';
import { ar } from './ar.ts';
import { calendarEffects } from './calendar-ridge.ts';
import { ces } from './ces.ts';
import { clipSpikes } from './clip.ts';
import { dynamicTheta } from './dynamic-theta.ts';
import { dampedTrend, ets } from './ets.ts';
import { levelMedian } from './level-median.ts';
import type { LevelMethod } from './level-method.ts';
import { ses } from './ses.ts';
import type { Steps } from './steps.ts';
import { theta } from './theta.ts';
import { yearlySeason } from './yearly-stl.ts';

export const poolMethods = ['ses', 'median', 'ets', 'theta', 'dotm', 'ces', 'ar', 'analogue'] as const;
export type PoolMethod = (typeof poolMethods)[number];

/** How a member sees the year: not at all, as a few sines or week by week, or as last year itself. */
export type Group = 'level' | 'yearly' | 'analogue';

export type Member = {
  readonly name: string;
  readonly method: PoolMethod;
  readonly group: Group;
  /** Shape (horizon,), in the scale of the steps' values. */
  readonly values: Float64Array;
};

/** Days of history from which a yearly rhythm is fitted: 1.05 years; waiting for two costs accuracy. */
export const DAYS_FOR_A_YEAR = 384;
const DAYS_FOR_STL = 728;
/** Pairs of sine and cosine by which days see the year. */
export const YEARLY_WAVES = 6;
/** Steps of adjusted series that level methods look at: older ones cost time and say nothing about the level. */
const MEMORY = { day: 420, week: 520 } as const;

type Named = { readonly method: PoolMethod; readonly name: string; readonly run: LevelMethod };

const calm: Readonly<Record<Steps['unit'], readonly Named[]>> = {
  day: [
    { method: 'ses', name: 'SES', run: ses },
    { method: 'median', name: 'median of 2 weeks', run: levelMedian(14) },
    { method: 'median', name: 'median of 8 weeks', run: levelMedian(56) },
    { method: 'ar', name: 'AR', run: ar({ most: 14, memory: 182, differenced: false }) },
  ],
  week: [
    { method: 'ses', name: 'SES', run: ses },
    { method: 'median', name: 'median of 4 weeks', run: levelMedian(4) },
    { method: 'median', name: 'median of 12 weeks', run: levelMedian(12) },
    { method: 'ar', name: 'AR', run: ar({ most: 8, memory: 104, differenced: false }) },
  ],
};
const moving: Readonly<Record<Steps['unit'], readonly Named[]>> = {
  day: [
    { method: 'ets', name: 'ETS', run: ets },
    { method: 'theta', name: 'theta', run: theta },
    { method: 'dotm', name: 'dynamic theta', run: dynamicTheta },
    { method: 'ces', name: 'CES', run: ces },
    { method: 'ar', name: 'ARI', run: ar({ most: 14, memory: 364, differenced: true }) },
    { method: 'ets', name: 'ETS of weeks', run: ofWeeks(ets) },
    { method: 'theta', name: 'theta of weeks', run: ofWeeks(theta) },
  ],
  week: [
    { method: 'ets', name: 'ETS', run: ets },
    { method: 'ets', name: 'damped trend', run: dampedTrend },
    { method: 'theta', name: 'theta', run: theta },
    { method: 'dotm', name: 'dynamic theta', run: dynamicTheta },
    { method: 'ces', name: 'CES', run: ces },
    { method: 'ar', name: 'ARI', run: ar({ most: 8, memory: 260, differenced: true }) },
  ],
};

export type PoolOptions = {
  /** Only what keeps the level: for short histories, where trends run away. */
  readonly levelOnly: boolean;
};

/**
 * Every member's forecast of one series. The calendar is taken out, each method continues what is left, and the calendar
 * is put back.
 */
export function runPool(steps: Steps, { levelOnly }: PoolOptions): Member[] {
  const { unit, days, values } = steps;
  const span = days.length === 0 ? 0 : days.at(-1)! - days[0]! + (unit === 'week' ? 7 : 1);
  const methods = levelOnly ? calm[unit] : [...calm[unit], ...moving[unit]];
  const members: Member[] = [];
  const add = (group: Group, title: string, effects: { past: Float64Array; ahead: Float64Array }) => {
    const left = known(values.map((value, i) => value - effects.past[i]!)).subarray(-MEMORY[unit]);
    const rest = unit === 'day' ? clipSpikes(left) : left;
    for (const { name, method, run } of methods) {
      const continued = run(rest, steps.ahead.length);
      const forecast = continued.map((value, h) => value + effects.ahead[h]!);
      members.push({ name: `${name}${title}`, method, group, values: forecast });
    }
  };
  const calendar = (yearly: number) => calendarEffects(steps, { yearly });
  add('level', '', unit === 'week' ? nothing(steps) : calendar(0));
  if (levelOnly || span < DAYS_FOR_A_YEAR) return members;
  for (const yearly of unit === 'day' ? [YEARLY_WAVES] : [2, 5])
    add('yearly', ` + ${yearly} yearly waves`, calendar(yearly));
  if (unit === 'week' && span >= DAYS_FOR_STL) add('yearly', ' + weeks of the year', yearlySeason(steps));
  for (const [name, of] of Object.entries(analogues(steps))) {
    members.push({ name: `last year, ${name}`, method: 'analogue', group: 'analogue', values: of });
  }
  return members;
}

function nothing({ values, ahead }: Steps) {
  return { past: new Float64Array(values.length), ahead: new Float64Array(ahead.length) };
}

function known(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}

/** A method on the means of seven steps, counted back from the last; step h reads the line between the weeks. */
function ofWeeks(method: LevelMethod): LevelMethod {
  return (values, horizon) => {
    const weeks = Math.floor(values.length / 7);
    if (weeks < 8) return ses(values, horizon);
    const means = new Float64Array(weeks);
    for (let w = 0; w < weeks; w++) {
      const end = values.length - 7 * (weeks - 1 - w);
      for (let i = end - 7; i < end; i++) means[w]! += values[i]! / 7;
    }
    const ahead = method(means, Math.ceil(horizon / 7) + 1);
    return Float64Array.from({ length: horizon }, (_, h) => {
      const place = Math.max(0, (h - 3) / 7);
      const week = Math.floor(place);
      return ahead[week]! + (place - week) * (ahead[week + 1]! - ahead[week]!);
    });
  };
}
