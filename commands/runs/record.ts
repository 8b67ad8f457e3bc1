import type { LedgerWeek } from '../../data/state/types/ledger.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { type TrackRecord, trackRecord } from '../../models/ledger/record.ts';
import { count, listed, money, period, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { scored } from '../ledger/record.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 1;
const WEEK = 7;

/** The record, and what was said and came in each of its weeks. Money in minor units. */
export type KeptRecord = TrackRecord & {
  readonly each: readonly Pick<LedgerWeek, 'run' | 'week' | 'expected' | 'low80' | 'high80' | 'actual'>[];
};

/** Rows of the ledger, which never change once they are scored. */
type LedgerRows = readonly { readonly run: string; readonly week: Day }[];

/**
 * How posted forecasts have done.
 *
 * @param weeks scored rows of the ledger, newest first; one at least
 */
export function recordRun(context: Context, weeks: readonly LedgerWeek[]): Promise<RunOf<KeptRecord>> {
  const [newest] = weeks;
  const lastDay = addDays(newest!.week, WEEK - 1);
  return keepRun<KeptRecord>(context, {
    kind: 'record',
    version: VERSION,
    parameters: { weeks: weeks.length, forecasts: weeks.map(({ run, week }) => `${run} ${week}`).join(', ') },
    asked: weeks.map(({ run, week }) => ({ run, week })) satisfies LedgerRows,
    cut: { before: addDays(lastDay, 1), lastDay, coverage: { importIds: [] } },
    async compute() {
      const rows = weeks.map(scored);
      return {
        result: {
          ...trackRecord(rows),
          each: rows.map(({ run, week, expected, low80, high80, actual }) => ({
            run,
            week,
            expected,
            low80,
            high80,
            actual,
          })),
        },
        receipt: {
          method: say`Posted forecasts held against what came: the sum of absolute errors by the sum of what came.`,
          seed: null,
          used: rows.map(
            ({ run, week, expected, actual }) =>
              say`${period(week, addDays(week, WEEK - 1))}: ${money(expected)} said by ${run}, ${money(actual)} came.`,
          ),
          checks: [],
          record: [],
          assumptions: [
            say`Of each of the ${count(rows.length)} weeks the forecast counts that was posted last before it began: ${listed([...new Set(rows.map(({ run }) => run))])}.`,
            say`Naive: the week before the forecast, repeated.`,
          ],
        },
      };
    },
  });
}

/** The rows that a record was made of. */
export function rowsOf({ state }: Pick<Context, 'state'>, asked: unknown): readonly LedgerWeek[] {
  return (asked as LedgerRows).map(({ run, week }) => state.ledger.of(run).find((row) => row.week === week)!);
}
