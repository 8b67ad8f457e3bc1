import { z } from 'zod';
import { NotEnoughData } from '../../../models/errors.ts';
import { money, type Said, say, sentences, type Words } from '../../../words/say.ts';
import { type Command, type Context, defineCommand } from '../../command.ts';
import { choice, wholeNumber } from '../../inputs.ts';
import { post } from '../../post.ts';
import { Refusal } from '../../refusal.ts';
import type { Reply } from '../../reply.ts';
import { budgetRun, type KeptBudget, planWeek } from '../../runs/budget.ts';
import { readCut, requireFresh } from '../../runs/cut.ts';
import type { RunOf } from '../../runs/keep.ts';
import { readBounds } from '../plan/bounds.ts';
import { verdictWords } from '../plan/verdict.ts';
import { planOf, proposalCard } from './card.ts';
import { putForward } from './put.ts';

/** Less than this share of the weekly budget is not worth two people's attention. */
const WORTH_SHARE = 0.01;

/**
 * The weekly suggestion, asked by the clock: a proposal of Sextant's own, for the approvers to decide on. One a week,
 * and none where people have put one forward themselves.
 */
export const budgetSuggest: Command = defineCommand({
  name: 'budget suggest',
  summary: say`Suggest a budget shift for the coming week, if one is worth it`,
  examples: ['budget suggest'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({
    post: choice(['yes', 'no'], say`post it to the approvals channel`).default('no'),
    planned: wholeNumber({ from: 0, to: Number.MAX_SAFE_INTEGER, says: say`when it was due` }).optional(),
  }),
  async run({ post: posts }, context) {
    const { state, today, now } = context;
    const week = planWeek(today);
    const { weekly } = state.policy.read();
    if (weekly === 'off')
      return quiet(say`Weekly suggestions are switched off`, say`An admin sets them with /budget policy.`);
    const open = waitingFor(week, context);
    if (open) return quiet(say`${open} is before the managers already`, say`Nothing is suggested beside it.`);

    const found = await worthwhile(context);
    const isPosted = posts === 'yes';
    if ('says' in found) {
      const reply = quiet(say`No budget shift is suggested this week`, found.says);
      if (isPosted && weekly === 'always')
        post(context, { purpose: 'approvals', report: 'suggestion', period: week, reply });
      return reply;
    }
    if (!isPosted)
      return quiet(say`${found.id} is worth a look`, say`It is proposed on Monday, or now with /budget propose.`);
    // Asked twice, by two processes or after a crash, it is proposed once.
    const put = state.atomically(() =>
      state.memory.first('budget suggestion', week, now) ? putForward(found, {}, context) : null,
    );
    return put ? proposalCard(put, context) : quiet(say`This week has its suggestion`, say`See /budget log.`);
  },
});

function quiet(title: Said, text: Words): Reply {
  return { title, tone: 'plain', parts: [{ kind: 'text', text }] };
}

/** What people have already put forward for that week. */
function waitingFor(week: string, context: Context): string | undefined {
  return context.state.proposals
    .list({ states: ['proposed', 'approved', 'executed'], limit: 100 })
    .find((each) => planOf(each, context).week === week)?.id;
}

/** The best split within the usual limits, or why it is not worth proposing. */
export async function worthwhile(context: Context): Promise<RunOf<KeptBudget> | { readonly says: Words }> {
  try {
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'suggest a budget');
    const run = await budgetRun(context, cut, await readBounds({}, context));
    const { profitGain, salesGain, totalMinor, verdict } = run.result.allocation;
    const gain = profitGain ?? salesGain;
    if (verdict !== 'shift' || gain === null) return { says: verdictWords(run.result) };
    if (gain.expected >= WORTH_SHARE * totalMinor) return run;
    return {
      says: say`The best split within the usual limits would bring ${money(gain.expected)} a week (80%: ${money(gain.low80)} to ${money(gain.high80)}), too little to move ${money(totalMinor)} for.`,
    };
  } catch (error) {
    if (error instanceof Refusal) return { says: sentences(say`${error.says}.`, error.remedy) };
    if (error instanceof NotEnoughData) return { says: say`${error.says}.` };
    throw error;
  }
}
