import { describe, expect, it } from 'vitest';
import { type ScoredWeek, trackRecord } from '../../../models/ledger/record.ts';

const week = (actual: number, more: Partial<ScoredWeek> = {}): ScoredWeek => ({
  week: '2026-04-13',
  expected: 100,
  low50: 95,
  high50: 105,
  low80: 80,
  high80: 120,
  low95: 60,
  high95: 140,
  naive: 90,
  step: 20,
  actual,
  ...more,
});

describe('the track record', () => {
  it('is sums over sums, by hand', () => {
    // missed 10, 30, 0; came 110, 70, 100; naive missed 20, 20, 10; steps 20 each
    const record = trackRecord([week(110), week(70), week(100)]);
    expect(record).toMatchObject({ weeks: 3, error: 40 / 280, naive: 50 / 280, mase: 40 / 60 });
    expect(record.bias).toBeCloseTo(20 / 280, 12);
    expect([record.held50, record.held80, record.held95]).toEqual([
      { weeks: 1, of: 3 },
      { weeks: 2, of: 3 },
      { weeks: 3, of: 3 },
    ]);
  });

  it('counts a bound as inside', () => {
    expect(trackRecord([week(80), week(120)]).held80).toEqual({ weeks: 2, of: 2 });
  });

  it('does not count what was not kept', () => {
    const old = { low50: null, high50: null, low95: null, high95: null, naive: null, step: null };
    expect(trackRecord([week(110), week(130, old)])).toMatchObject({
      error: 40 / 240,
      naive: 20 / 110,
      mase: 10 / 20,
      held50: { weeks: 0, of: 1 },
      held80: { weeks: 1, of: 2 },
    });
    expect(trackRecord([])).toMatchObject({ weeks: 0, error: null, naive: null, mase: null, bias: null });
    expect(trackRecord([week(0)]).error).toBeNull();
  });
});
