import type { FrozenWeek } from '../../data/state/types/ledger.ts';

/** A week as the last forecast before it had it: 100 expected, 80 to 120 in four of five cases. */
export function frozenWeek(week: Partial<FrozenWeek> & Pick<FrozenWeek, 'run' | 'week'>): FrozenWeek {
  return {
    expected: 100,
    low50: 90,
    high50: 110,
    low80: 80,
    high80: 120,
    low95: 70,
    high95: 130,
    naive: 100,
    ahead: 1,
    step: 20,
    recipe: 'combination',
    posted: true,
    late: false,
    widened: 1,
    ...week,
  };
}
