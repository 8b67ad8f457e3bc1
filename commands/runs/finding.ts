import type { KeptPromise, PromiseFinding } from '../../data/state/types/promises.ts';
import { addDays } from '../../models/days.ts';
import { standingOf, weekCosts, weekValues } from '../../models/promises/watch.ts';
import { count, period, say } from '../../words/say.ts';
import { promisedBy } from '../budget/promise/promise-words.ts';
import type { Context } from '../command.ts';
import { campaignDays } from './campaigns.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 2;
const WEEK = 7;

/** How a promise stands after some weeks. Money in minor units. */
export type KeptFinding = {
  readonly finding: Omit<PromiseFinding, 'at' | 'run'>;
  /** The bound was crossed in one of them. */
  readonly isCrossed: boolean;
};

/** Holds what came in the first complete weeks of a shift against what it promised. `isOver`: there will be no more. */
export function findingRun(
  context: Context,
  cut: Cut,
  promise: Pick<KeptPromise, 'key' | 'run' | 'firstWeek'>,
  { weeks, isOver }: { readonly weeks: number; readonly isOver: boolean },
): Promise<RunOf<KeptFinding>> {
  const { key, firstWeek } = promise;
  return keepRun<KeptFinding>(context, {
    kind: 'finding',
    version: VERSION,
    parameters: {
      shift: key,
      promise: promise.run,
      weeks,
      over: isOver ? 'yes' : 'no',
      notes: context.state.campaignNotes.version(),
    },
    cut,
    async compute() {
      const promised = promisedBy(promise, context);
      const before = addDays(firstWeek, WEEK * weeks);
      const days = await campaignDays(context, { from: firstWeek, before: cut.before });
      const span = { first: firstWeek, count: weeks };
      const { change } = context.state.executions.byKey(key)!;
      const costs = weekCosts(change.lines, days, span);
      const standing = standingOf(promised, weekValues(promised, days, span), costs);
      const verdict = isOver ? standing.verdict! : standing.crossedAt === null ? 'watching' : 'crossed';
      const { expected, low80, high80 } = standing.gain!;
      return {
        result: {
          finding: {
            weeks,
            verdict,
            gain: Math.round(expected),
            low80: Math.round(low80),
            high80: Math.round(high80),
            shortfall: Math.round(standing.weeks.at(-1)!.shortfall),
          },
          isCrossed: standing.crossedAt !== null,
        },
        receipt: {
          method: say`Own sales of the lines that moved, week by week, against what the old budgets would have brought by ${promise.run}.`,
          seed: null,
          used: [say`${count(weeks)} weeks of these campaigns, ${period(firstWeek, addDays(before, -1))}.`],
          checks: [],
          record: [],
          assumptions: [
            say`A promise that is true falls short by so much that the watch stops it 1 time in 20.`,
            say`Attributed: an order counts for the campaign it names. That is not proof that the campaign caused it.`,
          ],
        },
      };
    },
  });
}
