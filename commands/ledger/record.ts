import type { LedgerWeek } from '../../data/state/types/ledger.ts';
import type { TrackRecord } from '../../models/ledger/record.ts';
import { count, plural, type Quantity, type Said, say, sentences, share } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { recordRun } from '../runs/record.ts';

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
export function recordLine({ weeks, error, naive, held80 }: TrackRecord): Said {
  const [ours, theirs, held, of] = [whole(error), whole(naive), count(held80.weeks), count(held80.of)];
  return plural(
    weeks,
    say`Last week: error ${ours} (naive ${theirs}), inside the 80% band ${held} of ${of}.`,
    say`Last ${count(weeks)} weeks: error ${ours} (naive ${theirs}), inside the 80% band ${held} of ${of}.`,
  );
}

/** The same over the last scored weeks with its receipt; says so where none has been scored. */
export async function recordWords(context: Context): Promise<Said> {
  const weeks = context.state.ledger.scored(RECORD_WEEKS);
  if (weeks.length === 0) return say`No posted forecast has been scored yet.`;
  const { id, result } = await recordRun(context, weeks);
  return sentences(recordLine(result), id);
}

/** Whole percent: more would be more than a record of some weeks knows. */
function whole(of: number | null): Quantity {
  return share(of === null ? null : Math.round(100 * of) / 100);
}
