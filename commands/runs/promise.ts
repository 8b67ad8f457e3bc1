import type { AllocationLine, AllocationResult } from '../../models/campaigns/types.ts';
import { addDays } from '../../models/days.ts';
import type { Promised, Unwatched } from '../../models/promises/types.ts';
import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { campaignDays } from './campaigns.ts';
import type { Cut } from './cut.ts';
import { SEED } from './forecast.ts';

/** Long enough for a campaign to settle, short enough to act on. */
const WATCHED_WEEKS = 6;
/** A little more than is used, so that weeks without a cost can be left out. */
const HISTORY_WEEKS = 39;

/** What a split will be held to: the gain it states, on the lines that have a curve and move. */
export async function promiseOf(
  context: Context,
  cut: Cut,
  { lines, allocation }: { readonly lines: readonly AllocationLine[]; readonly allocation: AllocationResult },
): Promise<Promised | Unwatched> {
  const { objective, profitGain, salesGain } = allocation;
  const gain = objective === 'margin' ? profitGain : salesGain;
  if (gain === null) return { says: say`No line has a response curve, so nothing is promised.` };
  const from = addDays(cut.before, -7 * HISTORY_WEEKS);
  const shift = allocation.lines.flatMap(({ id, currentMinor, proposedMinor }) => {
    const { curve, margin } = lines.find((line) => line.id === id)!;
    return curve === null
      ? []
      : [
          {
            id,
            currentMinor,
            proposedMinor,
            margin,
            curve: { form: curve.form, a: curve.a, b: curve.b, shape: curve.shape },
          },
        ];
  });
  return context.compute('makePromise', {
    lines: shift,
    objective,
    gain,
    days: await campaignDays(context, { from, before: cut.before }),
    from,
    before: cut.before,
    weeks: WATCHED_WEEKS,
    seed: SEED,
  });
}
