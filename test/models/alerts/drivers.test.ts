import { describe, expect, it } from 'vitest';
import { driversOf } from '../../../models/alerts/drivers.ts';

describe('drivers', () => {
  const cut = { names: ['A', 'B', null], revenueMinor: [10, 70, 20], baseMinor: [300, 100, 100] };

  it('share out the one difference by what each brought before', () => {
    // expected 125 in all: 75, 25, 25
    expect(driversOf(cut, 125)).toEqual([
      { name: 'A', actual: 10, expected: 75, difference: -65 },
      { name: 'B', actual: 70, expected: 25, difference: 45 },
      { name: null, actual: 20, expected: 25, difference: -5 },
    ]);
    const sum = driversOf(cut, 125).reduce((total, { difference }) => total + difference, 0);
    expect(sum).toBe(100 - 125);
  });

  it('expect nothing of what is new, and say nothing where nothing sold before', () => {
    expect(driversOf({ names: ['new', 'old'], revenueMinor: [5, 5], baseMinor: [0, 10] }, 10)[0]).toMatchObject({
      expected: 0,
      difference: 5,
    });
    expect(driversOf({ names: ['A'], revenueMinor: [5], baseMinor: [0] }, 10)).toEqual([]);
  });
});
