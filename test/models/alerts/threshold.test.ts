import { describe, expect, it } from 'vitest';
import { crossing } from '../../../models/alerts/threshold.ts';

const below = { side: 'below', threshold: 50, against: null } as const;
const down = { side: 'below', threshold: 0.2, against: 'last' } as const;
const unusual = { side: 'above', threshold: 0.5, against: 'usual' } as const;

describe('a threshold', () => {
  it.each([
    ['fixed, and below it', 49, [], below, { reference: null, bound: 50, crossed: true }],
    ['fixed, and just at it', 50, [], below, { reference: null, bound: 50, crossed: false }],
    [
      'fixed, and told beside what is usual',
      40,
      [70, 90, Number.NaN, 80, 60],
      below,
      { reference: 75, bound: 50, crossed: true },
    ],
    ['fixed, of which nothing was sold before', 40, [0, 0, 0, 0], below, { reference: null, bound: 50, crossed: true }],
    ['down by as much', 80, [900, 100], down, { reference: 100, bound: 80, crossed: true }],
    ['down by less', 81, [900, 100], down, { reference: 100, bound: 80, crossed: false }],
    [
      'up on the middle of what is known',
      19,
      [12, Number.NaN, 8, 14, 10],
      unusual,
      { reference: 11, bound: 16.5, crossed: true },
    ],
    ['above is not below', 100, [], below, { reference: null, bound: 50, crossed: false }],
  ] as const)('%s', (_, actual, before, rule, expected) => {
    expect(crossing(actual, [...before], rule)).toEqual(expected);
  });

  it.each([
    ['the period is not known', Number.NaN, [], below],
    ['the period before is not known', 80, [100, Number.NaN], down],
    ['there is no period before', 80, [], down],
    ['nothing was sold in the period before', 80, [0], down],
    ['three periods do not say what is usual', 19, [1, 1, 1], unusual],
  ] as const)('is not judged where %s', (_, actual, before, rule) => {
    expect(crossing(actual, [...before], rule)).toBeNull();
  });
});
