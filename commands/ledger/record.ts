import type { LedgerWeek } from '../../data/state/types/ledger.ts';
import { trackRecord } from '../../models/ledger/record.ts';
import { count, plural, type Quantity, type Said, say, share } from '../../words/say.ts';

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
export function recordLine(weeks: readonly LedgerWeek[]): Said {
  const { error, naive, held80 } = trackRecord(weeks.map(scored));
  const [ours, theirs, held, of] = [whole(error), whole(naive), count(held80.weeks), count(held80.of)];
  return plural(
    weeks.length,
    say`Last week: error ${ours} (naive ${theirs}), inside the 80% band ${held} of ${of}.`,
    say`Last ${count(weeks.length)} weeks: error ${ours} (naive ${theirs}), inside the 80% band ${held} of ${of}.`,
  );
}

/** Whole percent: more would be more than a record of some weeks knows. */
function whole(of: number | null): Quantity {
  return share(of === null ? null : Math.round(100 * of) / 100);
}
