import type { EpochDay } from '../../data/types/shop.ts';
import { change, count, say, type Words } from '../../words/say.ts';
import { type Calendar, isOpen } from './calendar.ts';
import type { Lift } from './lifts.ts';
import type { EventEffect } from './types.ts';

const Z_95 = 1.96;
/** In logs: what is counted differs from what was seen by less than people would ask about. */
const AS_SEEN = 0.05;

/**
 * What is known of each event, for people.
 *
 *     share = exp(mean) - 1, from exp(mean - 1.96 error) - 1 to exp(mean + 1.96 error) - 1
 *     added = s (1 - exp(-log)), s = what a day of it sold on average
 */
export function effectsOf(
  lifts: readonly Lift[],
  { from, horizon, calendar }: { from: EpochDay; horizon: number; calendar: Calendar },
): EventEffect[] {
  return lifts.map((lift) => {
    const { name, days, seen, occurrences, mean, error, next, verdict, meanSold } = lift;
    const ahead = [...days].filter((day) => day >= from && day < from + horizon && isOpen(day, calendar)).length;
    const three = (of: (log: number) => number) => ({
      expected: of(mean),
      low95: of(mean - Z_95 * error),
      high95: of(mean + Z_95 * error),
    });
    return {
      name,
      seen,
      occurrences,
      ahead,
      share: occurrences > 0 ? three(Math.expm1) : null,
      added: occurrences > 0 ? three((log) => -meanSold * Math.expm1(-log)) : null,
      counted: verdict === 'admitted' ? Math.expm1(next) : 0,
      admitted: verdict === 'admitted',
      says: wordsOn(lift),
    };
  });
}

function wordsOn({ verdict, occurrences, mean, error, next }: Lift): Words {
  const percent = (log: number) => change(Math.round(100 * Math.expm1(log)) / 100);
  const came = times(occurrences);
  switch (verdict) {
    case 'never seen':
      return say`It is not in the history yet, so no effect is counted.`;
    case 'chance':
      return Math.abs(mean) > Z_95 * error
        ? say`It came ${came} and did ${percent(mean)}. Its range is clear of zero, but of so many events one or another is by chance: it is counted once chance would do as much only 1 time in 200.`
        : say`It came ${came} and did ${percent(mean)}, no more than ordinary days do by chance: not counted.`;
    case 'no better':
      return say`It came ${came}, each time so differently that the others did not foretell it: not counted.`;
    case 'admitted':
      if (occurrences === 1)
        return say`It came once and did ${percent(mean)}; ${percent(next)} is counted for the next, and the range holds all of it and none.`;
      return Math.abs(mean - next) < AS_SEEN
        ? say`It came ${came}; ${percent(next)} is counted for the next.`
        : say`It came ${came} and did ${percent(mean)}; ${percent(next)} is counted for the next: the less often it came, the less of it.`;
  }
}

function times(often: number): Words {
  if (often === 1) return say`once`;
  return often === 2 ? say`twice` : say`${count(often)} times`;
}
