import { describe, expect, it } from 'vitest';
import { rhythmOf } from '../../../models/alerts/rhythm.ts';

describe('the rhythm of something that comes again and again', () => {
  it('is its middle wait, and it is overdue half as long again after the longest', () => {
    expect(rhythmOf([0, 7, 14, 22, 28])).toEqual({ every: 7, overdueAfter: 12 });
  });

  it('is of its last eight waits: what came monthly and comes weekly is missed after weeks', () => {
    const monthly = [0, 31, 59, 90];
    const weekly = Array.from({ length: 8 }, (_, i) => 97 + 7 * i);
    expect(rhythmOf([...monthly, ...weekly])).toEqual({ every: 7, overdueAfter: 10.5 });
    expect(rhythmOf([...monthly, ...weekly.slice(0, 7)])!.overdueAfter).toBe(1.5 * 31);
  });

  it('takes files of one sitting for one time, and is not known of what came less than five times', () => {
    expect(rhythmOf([0, 0.01, 0.02, 0.4, 0.41, 0.42])).toBeNull();
    expect(rhythmOf([0, 7, 7.1, 14, 21])).toBeNull();
    expect(rhythmOf([0, 7, 7.1, 14, 21, 28])).not.toBeNull();
    expect(rhythmOf([])).toBeNull();
  });
});
