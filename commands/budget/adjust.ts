import type { Proposal } from '../../data/state/types.ts';
import { type Context, defineCommand } from '../command.ts';
import { formatValue } from '../quantity.ts';
import type { Action, Part, Reply } from '../reply.ts';
import type { KeptBudget } from '../runs/budget.ts';
import { whyTwo } from './authority.ts';
import { nameOf, planOf, proposalCard } from './card.ts';
import { requireOpen } from './find.ts';
import { putForward, putReply } from './put.ts';
import { isEmpty, splitFields, splitInput, splitOf, splitRun } from './split.ts';
import { changesInWords, totalInWords } from './words.ts';

export const budgetAdjust = defineCommand({
  name: 'budget adjust',
  summary: 'Change the lines of an open proposal; it becomes its next version',
  examples: ['budget adjust P-31', 'budget adjust P-31 split:"Voucher=6M" total:free'],
  needs: 'analyst',
  bare: 'proposal',
  input: splitInput,
  async run(input, context) {
    const proposal = requireOpen(input.proposal, input.version, context);
    const plan = planOf(proposal, context);
    const asked = splitOf(input);
    if (isEmpty(asked)) return form(proposal, plan, context);
    const run = await splitRun(plan, asked, context);
    const { id, version } = proposal;
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
    const proposal = requireOpen(input.proposal, input.version, context);
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
      parts: promised(result, receipt, context),
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

/** Total, gain with its interval, every line that moves, and what limits it. */
function promised({ allocation }: KeptBudget, receipt: string, { shop, state }: Context): Part[] {
  const { lines, profitGain, salesGain } = allocation;
  const gain = profitGain ?? salesGain;
  const two = whyTwo(lines, state.policy.read(), shop);
  const bounds = lines.filter(({ bound }) => bound === 'step').map(({ name }) => name);
  const label = profitGain ? 'Extra profit a week, after goods' : 'Extra sales a week';
  return [
    {
      kind: 'facts',
      facts: gain
        ? [{ label, value: gain.expected, unit: 'money', low: gain.low80, high: gain.high80, receipt }]
        : [{ label: 'Promise', value: 'no line has a response curve', unit: 'text', receipt }],
    },
    {
      kind: 'text',
      text: [
        `${changesInWords(lines, shop)}; ${totalInWords({ allocation }, shop)}.`,
        ...(bounds.length > 0 ? [`At the largest step: ${bounds.join(', ')}.`] : []),
        two.length > 0 ? `⚠ Needs 2 approvals: ${two.join('; ')}.` : 'Needs 1 approval.',
        ...(gain && gain.expected < 0
          ? [`Expected to lose ${formatValue(-gain.expected, 'money', shop)} a week.`]
          : []),
      ].join('\n'),
    },
  ];
}
