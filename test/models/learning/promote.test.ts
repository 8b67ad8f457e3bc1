import { describe, expect, it } from 'vitest';
import { type Duel, lossToNaive, judge as saidJudge } from '../../../models/learning/promote.ts';
import { telling } from '../../support/told.ts';

const judge = telling(saidJudge);

/** Weeks of 100, newest first, that the champion missed by 10 and the challenger by these. */
const duels = (...missed: number[]): Duel[] =>
  missed.map((each) => ({ week: '2026-04-13', actual: 100, champion: 90, challenger: 100 + each }));
const better = { champion: 0.2, challenger: 0.15 };
const worse = { champion: 0.15, challenger: 0.2 };
const eight = (...first: number[]) => duels(...first, ...Array(8 - first.length).fill(5));

describe('a challenger', () => {
  it('takes over when it is better on the backtest and on the ledger', () => {
    expect(judge(better, eight())).toMatchObject({ act: 'use', weeks: 8, better: 8 });
  });

  it.each([
    ['is worse on the backtest', worse, eight(), 'wait', /not on the backtest/],
    [
      'is worse on the ledger',
      better,
      duels(20, 20, 20, 20, 20, 5, 5, 5),
      'wait',
      /not on the ledger\. It was nearer in 3 of 8/,
    ],
    ['is worse on both', worse, duels(20, 20, 20, 20, 20, 5, 5, 5), 'no', /neither/],
    ['is worse in the last four weeks only', better, duels(12, 12, 12, 12, 0, 0, 0, 0), 'wait', /last 4 weeks/],
    ['has seven weeks', better, eight().slice(1), 'wait', /7 of 8 weeks/],
    ['has no weeks and a worse backtest', worse, [], 'no', /0 of 8/],
    ['gains less than two in a hundred', { champion: 0.2, challenger: 0.198 }, eight(), 'wait', /not on the backtest/],
    ['could not be tried', { champion: 0.2, challenger: null }, eight(), 'wait', /not on the backtest/],
  ] as const)('does not when it %s', (_, backtest, weeks, act, says) => {
    const verdict = judge(backtest, weeks);
    expect(verdict.act).toBe(act);
    expect(verdict.says).toMatch(says);
  });

  it('is judged by the last twelve weeks', () => {
    expect(judge(better, duels(...Array(12).fill(5), ...Array(20).fill(90)))).toMatchObject({ act: 'use', weeks: 12 });
  });
});

describe('losing to last week', () => {
  const weeks = (own: number, naive: number | null, count = 8) =>
    Array.from({ length: count }, () => ({
      expected: 100 + own,
      naive: naive === null ? null : 100 + naive,
      actual: 100,
    }));

  it('takes eight weeks and a larger error', () => {
    expect(lossToNaive(weeks(10, 5))).toEqual({ weeks: 8, error: 0.1, naive: 0.05 });
    expect(lossToNaive(weeks(10, 10))).toBeNull();
    expect(lossToNaive(weeks(5, 10))).toBeNull();
    expect(lossToNaive(weeks(10, 5, 7))).toBeNull();
    expect(lossToNaive(weeks(10, null, 12))).toBeNull();
  });

  it('looks at the last eight only', () => {
    expect(lossToNaive([...weeks(5, 10), ...weeks(90, 0)])).toBeNull();
  });
});
