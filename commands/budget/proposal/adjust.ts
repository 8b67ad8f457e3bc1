import type { Proposal } from '../../../data/state/types.ts';
import { formatValue } from '../../../words/quantity.ts';
import { type Context, defineCommand } from '../../command.ts';
import { Refusal } from '../../refusal.ts';
import type { Action, Part, Reply } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import { whyTwo } from '../approval/authority.ts';
import { isSetByHand } from '../plan/table.ts';
import { totalInWords } from '../plan/words.ts';
import { nameOf, planOf, proposalCard } from './card.ts';
import { requireRevisable } from './find.ts';
import { putForward, putReply } from './put.ts';
import { isEmpty, isSameSplit, splitFields, splitInput, splitOf, splitRun } from './split.ts';

export const budgetAdjust = defineCommand({
  name: 'budget adjust',
  summary: 'Change the lines of an open proposal; it becomes its next version',
  examples: ['budget adjust P-31', 'budget adjust P-31 split:"Voucher=6M" total:free'],
  needs: 'analyst',
  bare: 'proposal',
  input: splitInput,
  async run(input, context) {
    const proposal = requireRevisable(input.proposal, input.version, context);
    const plan = planOf(proposal, context);
    const asked = splitOf(input);
    if (isEmpty(asked)) return form(proposal, plan, context);
    const run = await splitRun(plan, asked, context);
    const { id, version } = proposal;
    if (isSameSplit(run.result, plan) && run.result.basis === plan.basis)
      throw new Refusal(`That is ${nameOf(proposal)} as it stands`, 'Change a line, or leave it to the approvers.');
    return putReply(putForward(run, { revises: { id, version } }, context), context);
  },
});

/** Says what a split would promise, while somebody is still at it; or asks whether to propose it. */
export const budgetWhatIf = defineCommand({
  name: 'budget what-if',
  summary: 'What an open proposal would promise with other lines; changes nothing',
  examples: ['budget what-if P-31 split:"Voucher=6M" total:free'],
  needs: 'analyst',
  bare: 'proposal',
  hidden: true,
  input: splitInput,
  async run(input, context) {
    const proposal = requireRevisable(input.proposal, input.version, context);
    const plan = planOf(proposal, context);
    const asked = splitOf(input);
    const { id: receipt, result } = await splitRun(plan, asked, context);
    const { id, version } = proposal;
    const propose: Action = {
      label: `Propose as v${version + 1}`,
      style: 'primary',
      ask: { name: 'budget propose', input: { plan: receipt, revises: id, version } },
    };
    return {
      title: `${id} with your changes`,
      tone: 'plain',
      parts: promised(result, plan, receipt, context),
      actions: [propose, { ...adjustAction(proposal, splitFields(plan, context.shop, asked)), label: 'Change again' }],
    };
  },
});

/** The form itself, under the proposal as it stands. */
function form(proposal: Proposal, plan: KeptBudget, context: Context): Reply {
  const { parts } = proposalCard(proposal, context);
  return {
    title: `Adjust ${nameOf(proposal)}`,
    tone: 'plain',
    parts: parts.filter(({ kind }) => kind === 'table'),
    actions: [adjustAction(proposal, splitFields(plan, context.shop))],
  };
}

function adjustAction({ id, version }: Proposal, fields: NonNullable<Action['form']>['fields']): Action {
  const input = { proposal: id, version };
  return {
    label: 'Adjust',
    style: 'primary',
    ask: { name: 'budget adjust', input },
    opens: true,
    form: { title: `Adjust ${id}`, submit: `Propose v${version + 1}`, fields, live: { name: 'budget what-if', input } },
  };
}

/** The gain with its interval, every line that moves and which take up the rest, and what stands in the way. */
function promised({ allocation, bounds }: KeptBudget, before: KeptBudget, receipt: string, context: Context): Part[] {
  const { shop, state } = context;
  const { lines, profitGain, salesGain } = allocation;
  const gain = profitGain ?? salesGain;
  const two = whyTwo(lines, state.policy.read(), shop);
  const proposedBefore = new Map(before.allocation.lines.map(({ id, proposedMinor }) => [id, proposedMinor]));
  const moved = lines.filter(({ currentMinor, proposedMinor }) => currentMinor !== proposedMinor);
  const say = ({ id, name, proposedMinor, change, bound }: (typeof lines)[number]) =>
    [
      `• ${name}: ${formatValue(proposedMinor, 'money', shop)} (${formatValue(change, 'change', shop)})`,
      !isSetByHand(id, bounds) && proposedBefore.get(id) !== proposedMinor ? 'takes up the rest' : null,
      bound === 'step' ? 'at the largest step' : null,
    ]
      .filter((each) => each !== null)
      .join(', ');
  return [
    {
      kind: 'facts',
      facts: gain
        ? [
            {
              label: profitGain ? 'Extra profit a week, after goods' : 'Extra sales a week',
              value: gain.expected,
              unit: 'money',
              low: gain.low80,
              high: gain.high80,
              receipt,
            },
          ]
        : [{ label: 'Promise', value: 'no line has a response curve', unit: 'text', receipt }],
    },
    {
      kind: 'text',
      text: [
        ...moved.map(say),
        `• ${totalInWords({ allocation }, shop)}`,
        two.length > 0 ? `⚠ Needs 2 approvals: ${two.join('; ')}.` : 'Needs 1 approval.',
        ...(gain && gain.expected < 0
          ? [`⚠ Expected to lose ${formatValue(-gain.expected, 'money', shop)} a week.`]
          : []),
      ].join('\n'),
    },
  ];
}
