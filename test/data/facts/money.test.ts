import { describe, expect, it } from 'vitest';
import { roundMinor } from '../../../data/facts/money.ts';

describe('roundMinor', () => {
  it.each([
    [0.4, 0],
    [0.5, 1],
    [1.5, 2],
    [2.5, 3],
    [-0.4, 0],
    [-0.5, -1],
    [-2.5, -3],
  ])('rounds %d to %d: a return undoes its sale', (value, rounded) => expect(roundMinor(value)).toBe(rounded));
});
