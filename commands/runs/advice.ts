import { planOfAction, type Step } from '../../models/campaigns/advice-plan.ts';
import type { CampaignReturn } from '../../models/campaigns/types.ts';
import { count, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { ledgerRun, weeksBack } from './campaign-ledger.ts';
import type { Cut } from './cut.ts';
import { keepRun } from './keep.ts';
import { CURVE_WEEKS, returnsRun } from './returns.ts';

const VERSION = 1;

export type KeptAdvice = { readonly steps: readonly Step[] };

/** What to do with each campaign by the response curves of a cut, and the campaigns as those curves know them. */
export async function adviceOf(
  context: Context,
  cut: Cut,
): Promise<{ readonly id: string; readonly known: readonly CampaignReturn[]; readonly steps: readonly Step[] }> {
  const returns = await returnsRun(context, cut, CURVE_WEEKS);
  const ledger = await ledgerRun(context, cut, weeksBack(cut, CURVE_WEEKS));
  const { id, result } = await keepRun<KeptAdvice>(context, {
    kind: 'advice',
    version: VERSION,
    parameters: { returns: returns.id, ledger: ledger.id },
    cut,
    async compute() {
      const known = returns.result.campaigns.map((each) => ({
        ...each,
        isCostKnown: ledger.result.campaigns.find((entry) => entry.id === each.id)?.cost === 'known',
      }));
      return {
        result: { steps: planOfAction(known, CURVE_WEEKS) },
        receipt: {
          method: say`What a tenth of the weekly spend would gain or lose by the response curve of each campaign.`,
          seed: returns.receipt.seed,
          used: [say`Response curves of ${returns.id} and costs of ${ledger.id}, ${count(CURVE_WEEKS)} weeks.`],
          checks: returns.receipt.checks,
          record: [],
          assumptions: returns.receipt.assumptions,
        },
      };
    },
  });
  return { id, known: returns.result.campaigns, steps: result.steps };
}
