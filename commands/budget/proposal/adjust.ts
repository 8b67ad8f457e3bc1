import type { Proposal } from '../../../data/state/types/proposals.ts';
import type { AllocatedLine } from '../../../models/campaigns/types.ts';
import { change, count, lines, money, type Said, say } from '../../../words/say.ts';
import { type Context, defineCommand } from '../../command.ts';
import { Refusal } from '../../refusal.ts';
import type { Action, Part, Reply } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import { whyTwo } from '../approval/authority.ts';
import { isSetByHand } from '../plan/table.ts';
import { totalInWords } from '../plan/words.ts';
import { nameOf, planOf, proposalCard } from './card.ts';
import { chooseShift } from './choose.ts';
import { requireRevisable } from './find.ts';
import { putForward, putReply } from './put.ts';
import { isEmpty, isSameSplit, splitFields, splitInput, splitOf, splitRun } from './split.ts';

export const budgetAdjust = defineCommand({
  name: 'budget adjust',
  summary: say`Change the lines of an open proposal; it becomes its next version`,
  examples: ['budget adjust P-31', 'budget adjust P-31 split:"Voucher=6M" total:free'],
  needs: 'analyst',
  bare: 'proposal',
  input: splitInput,
  async run(input, context) {
    if (input.proposal === undefined) return chooseShift({ command: 'budget adjust', states: ['proposed'] }, context);
    const proposal = requireRevisable(input.proposal, input.version, context);
    const plan = planOf(proposal, context);
    const asked = splitOf(input);
    if (isEmpty(asked)) return form(proposal, plan, context);
    const run = await splitRun(plan, asked, context);
    const { id, version } = proposal;
    if (isSameSplit(run.result, plan) && run.result.basis === plan.basis)
      throw new Refusal(
        say`That is ${nameOf(proposal)} as it stands`,
        say`Change a line, or leave it to the approvers.`,
      );
    return putReply(putForward(run, { revises: { id, version } }, context), context);
  },
});

/** Says what a split would promise, while somebody is still at it; or asks whether to propose it. */
export const budgetWhatIf = defineCommand({
  name: 'budget what-if',
  summary: say`What an open proposal would promise with other lines; changes nothing`,
  examples: ['budget what-if P-31 split:"Voucher=6M" total:free'],
  needs: 'analyst',
  bare: 'proposal',
  hidden: true,
  input: splitInput.required({ proposal: true }),
  async run(input, context) {
    const proposal = requireRevisable(input.proposal, input.version, context);
    const plan = planOf(proposal, context);
    const asked = splitOf(input);
    const { id: receipt, result } = await splitRun(plan, asked, context);
    const { id, version } = proposal;
    const propose: Action = {
      label: say`Propose as v${count(version + 1)}`,
      style: 'primary',
      ask: { name: 'budget propose', input: { plan: receipt, revises: id, version } },
    };
    return {
      title: say`${id} with your changes`,
      tone: 'plain',
      parts: promised(result, plan, receipt, context),
      actions: [
        propose,
        { ...adjustAction(proposal, splitFields(plan, context.shop, asked)), label: say`Change again` },
      ],
    };
  },
});

/** The form itself, under the proposal as it stands. */
function form(proposal: Proposal, plan: KeptBudget, context: Context): Reply {
  const { parts } = proposalCard(proposal, context);
  return {
    title: say`Adjust ${nameOf(proposal)}`,
    tone: 'plain',
    parts: parts.filter(({ kind }) => kind === 'table'),
    actions: [adjustAction(proposal, splitFields(plan, context.shop))],
  };
}

function adjustAction({ id, version }: Proposal, fields: NonNullable<Action['form']>['fields']): Action {
  const input = { proposal: id, version };
  return {
    label: say`Adjust`,
    style: 'primary',
    ask: { name: 'budget adjust', input },
    opens: true,
    form: {
      title: say`Adjust ${id}`,
      submit: say`Propose v${count(version + 1)}`,
      fields,
      live: { name: 'budget what-if', input },
    },
  };
}

/** The gain with its interval, every line that moves and which take up the rest, and what stands in the way. */
function promised({ allocation, bounds }: KeptBudget, before: KeptBudget, receipt: string, context: Context): Part[] {
  const { lines: all, profitGain, salesGain } = allocation;
  const gain = profitGain ?? salesGain;
  const two = whyTwo(all, context.state.policy.read());
  const proposedBefore = new Map(before.allocation.lines.map(({ id, proposedMinor }) => [id, proposedMinor]));
  const moved = all.filter(({ currentMinor, proposedMinor }) => currentMinor !== proposedMinor);
  return [
    {
      kind: 'facts',
      facts: gain
        ? [
            {
              label: profitGain ? say`Extra profit a week, after goods` : say`Extra sales a week`,
              value: gain.expected,
              unit: 'money',
              low: gain.low80,
              high: gain.high80,
              receipt,
            },
          ]
        : [
            {
              label: say`Promise`,
              value: say`none: no campaign's spend has varied enough (no response curve)`,
              unit: 'text',
              receipt,
            },
          ],
    },
    {
      kind: 'text',
      text: lines([
        ...moved.map((line) => {
          const isRest = !isSetByHand(line.id, bounds) && proposedBefore.get(line.id) !== line.proposedMinor;
          return lineWords(line, isRest);
        }),
        say`• ${totalInWords({ allocation })}`,
        two ? say`⚠ Needs 2 approvals: ${two}.` : say`Needs 1 approval.`,
        gain && gain.expected < 0 ? say`⚠ Expected to lose ${money(-gain.expected)} a week.` : null,
      ]),
    },
  ];
}

/** "• Voucher: IDR 78M (+11%), takes up the rest". */
function lineWords({ name, proposedMinor, change: by, bound }: AllocatedLine, isRest: boolean): Said {
  const [to, moves] = [money(proposedMinor), change(by)];
  if (isRest && bound === 'step') return say`• ${name}: ${to} (${moves}), takes up the rest, at the largest step`;
  if (isRest) return say`• ${name}: ${to} (${moves}), takes up the rest`;
  if (bound === 'step') return say`• ${name}: ${to} (${moves}), at the largest step`;
  return say`• ${name}: ${to} (${moves})`;
}
