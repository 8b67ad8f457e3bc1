import type { LedgerWeek } from '../../data/state/types.ts';
import { trackRecord } from '../../models/ledger/record.ts';
import { say } from '../../words/say.ts';

/** How many scored weeks the line in the digest looks back on. */
export const RECORD_WEEKS = 12;

/** A row of the ledger whose week is over. */
export function scored<Week extends Pick<LedgerWeek, 'run' | 'week' | 'actual'>>(
  week: Week,
): Week & { readonly actual: number } {
  if (week.actual === null) throw new Error(`${week.run} of ${week.week} is not scored`);
  return { ...week, actual: week.actual };
}

/** "Last 12 weeks: error 18% (naive 23%), inside the 80% band 9 of 12." */
export function recordLine(weeks: readonly LedgerWeek[]): string {
  const { error, naive, held80 } = trackRecord(weeks.map(scored));
  const percent = (share: number | null) => (share === null ? 'unknown' : `${Math.round(share * 100)}%`);
  const span = weeks.length === 1 ? say`Last week` : say`Last ${weeks.length} weeks`;
  return say`${span}: error ${percent(error)} (naive ${percent(naive)}), inside the 80% band ${held80.weeks} of ${held80.of}.`;
}
