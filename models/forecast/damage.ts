import { median } from 'simple-statistics';
import { count, day, say, share, type Words } from '../../words/say.ts';
import type { Check } from '../check.ts';
import { fromEpochDay } from '../days.ts';
import type { Series } from './calendar.ts';

/** Days with sales, below which single days mean little. */
const LEAST_SOLD = 10;
/** One day with more of all sales than this is a mistake more often than luck. */
const MOST_OF_ALL = 0.4;
/** The last four weeks against the four weeks before them, as a factor up or down: a change of unit, not of trade. */
const STEP = 5;
const BLOCK = 28;

/**
 * Whether the values look like sales at all: a placeholder, next to nothing, one day that is most of everything, a
 * change of unit near the end. Nothing is mended: the forecast is made, and the doubt is said.
 *
 * @returns failed checks only, named "data"
 */
export function damageOf({ first, values }: Series): Check[] {
  const doubt = (says: Words): Check => ({ name: 'data', passed: false, says });
  const known = values.filter((value) => !Number.isNaN(value));
  const sold = known.filter((value) => value !== 0);
  if (sold.length < LEAST_SOLD) {
    return [
      doubt(
        say`Only ${count(sold.length)} of ${count(values.length)} days have any sales: a forecast of single days means little.`,
      ),
    ];
  }
  const doubts: Check[] = [];
  if (sold.every((value) => value === sold[0])) {
    doubts.push(
      doubt(say`Every day with sales has exactly the same value: this looks like a placeholder and not like sales.`),
    );
  }
  const all = sold.reduce((sum, value) => sum + Math.abs(value), 0);
  values.forEach((value, i) => {
    if (!(Math.abs(value) > MOST_OF_ALL * all)) return;
    doubts.push(
      doubt(
        say`${day(fromEpochDay(first + i))} alone makes up ${share(Math.abs(value) / all)} of all sales: if that is a mistake, mend it and import again.`,
      ),
    );
  });
  const factor = stepOf(values);
  if (factor !== null && (factor >= STEP || factor <= 1 / STEP)) {
    const says =
      factor >= STEP
        ? say`The last 4 weeks sold ${count(factor)} times what the 4 weeks before them did: has the unit of the data changed?`
        : say`The last 4 weeks sold 1/${count(1 / factor)} of what the 4 weeks before them did: has the unit of the data changed?`;
    doubts.push(doubt(says));
  }
  return doubts;
}

/** By medians of days with sales, which one big day does not move; null where either has too few. */
function stepOf(values: Float64Array): number | null {
  const soldIn = (from: number, to: number) =>
    [...values.subarray(Math.max(0, from), Math.max(0, to))].filter((v) => v > 0);
  const late = soldIn(values.length - BLOCK, values.length);
  const early = soldIn(values.length - 2 * BLOCK, values.length - BLOCK);
  if (Math.min(late.length, early.length) < LEAST_SOLD) return null;
  return median(late) / median(early);
}
