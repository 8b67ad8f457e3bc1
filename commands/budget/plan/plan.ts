import { z } from 'zod';
import type { AllocatedLine, ReturnsResult } from '../../../models/campaigns/types.ts';
import type { Unit } from '../../../words/quantity.ts';
import { formatValue } from '../../../words/quantity.ts';
import { type Context, defineCommand } from '../../command.ts';
import type { Action, Part, Table } from '../../reply.ts';
import { budgetRun, type KeptBudget } from '../../runs/budget.ts';
import { type Cut, readCut, requireFresh } from '../../runs/cut.ts';
import type { RunOf } from '../../runs/keep.ts';
import { limitWords } from '../execution/change.ts';
import { boundsInput, readBounds } from './bounds.ts';
import { curvesChart, gainChart } from './charts.ts';
import { promiseFacts, shiftNotes, shiftTable } from './table.ts';
import { verdictWords } from './verdict.ts';

export const budgetPlan = defineCommand({
  name: 'budget plan',
  summary: 'The best split of a weekly budget within your limits; changes nothing',
  examples: ['budget plan', 'budget plan total:10M max-step:20', 'budget plan goal:sales', 'budget plan explore:yes'],
  needs: 'analyst',
  input: z.strictObject(boundsInput),

  async run(typed, context) {
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'plan a budget');
    const run = await budgetRun(context, cut, await readBounds(typed, context));
    const { id, result } = run;
    const returns = returnsOf(result, context);
    return {
      title: `Budget for the week of ${formatValue(result.week, 'day', cut.shop)}`,
      tone: result.allocation.verdict === 'shift' ? 'good' : 'careful',
      parts: [
        { kind: 'text', text: verdictWords(result, cut.shop) },
        { kind: 'facts', facts: promiseFacts(result, id) },
        shiftTable(result, null, context),
        ...curvesChart(result, returns, cut.shop),
        ...gainChart(result, returns, cut.shop),
        ...whatIfTable(result),
        ...shiftNotes(result, cut.shop),
        ...limitNote(limitWords(result, null, context)),
        ...splitNote(result, returns, cut),
      ],
      actions: actionsOf(run),
    };
  },
});

/** The curves that the plan rests on. */
function returnsOf({ returns }: KeptBudget, { state }: Context): ReturnsResult {
  return state.runs.byId(returns)!.result as ReturnsResult;
}

/** What each line alone a tenth up, and a tenth down, would bring: with the interval, since one line is less sure than all. */
function whatIfTable({ allocation: { lines, objective } }: KeptBudget): Table[] {
  const rows = lines.flatMap(({ name, whatIf }) =>
    whatIf === null
      ? []
      : [[name, whatIf.stepMinor, whatIf.more.expected, whatIf.more.low80, whatIf.more.high80, whatIf.less.expected]],
  );
  if (rows.length === 0) return [];
  const money = (title: string): { title: string; unit: Unit } => ({ title, unit: 'money' });
  const what = objective === 'margin' ? 'profit after goods and spend' : 'sales';
  return [
    {
      kind: 'table',
      title: `What if one line alone gets 10% more than proposed? Change of ${what} a week`,
      columns: [
        { title: 'Campaign', unit: 'text' },
        money('10% is'),
        money('10% more brings'),
        money('Low (80%)'),
        money('High (80%)'),
        money('10% less brings'),
      ],
      rows,
    },
  ];
}

function limitNote(text: string): Part[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** The split that many teams make by hand, and why it is not the one above; and what stood in the way. */
function splitNote(
  { allocation, proportional, proportionalGain }: KeptBudget,
  { checks }: ReturnsResult,
  { shop }: Cut,
): Part[] {
  const lines = [...allocation.checks, ...checks.filter(({ name }) => fromCurves.includes(name))]
    .filter(({ passed }) => !passed)
    .map(({ says }) => says);
  if (proportional) {
    const split = allocation.lines
      .map(({ name }: AllocatedLine, i) => `${name} ${formatValue(proportional[i]!, 'share', shop)}`)
      .join(', ');
    const gain = proportionalGain
      ? ` By the same curves that would ${proportionalGain.expected < 0 ? 'lose' : 'bring'} ${formatValue(Math.abs(proportionalGain.expected), 'money', shop)} a week against today's spend.`
      : '';
    lines.push(
      `Splitting in proportion to average ROI would give ${split}.${gain} Average return is not what the next unit brings, so I do not use it.`,
    );
  }
  return lines.length > 0 ? [{ kind: 'note', text: lines.join('\n') }] : [];
}

/** What the curves were warned about that bears on a plan. */
const fromCurves = ['confounding', 'convergence', 'renamed', 'negative spend'];

function actionsOf({ id, result: { allocation } }: RunOf<KeptBudget>): Action[] {
  const { verdict, explore } = allocation;
  const isAdvised = verdict === 'shift' || verdict === 'explore';
  return [
    {
      label: isAdvised ? 'Propose this' : 'Propose it all the same',
      style: isAdvised ? 'primary' : 'plain',
      ask: { name: 'budget propose', input: { plan: id } },
      confirm: 'This posts the split to the approvals channel, where someone else decides.',
    },
    ...(isAdvised || explore === null
      ? []
      : [
          {
            label: 'Plan the step to learn',
            style: 'primary' as const,
            ask: { name: 'budget plan', input: { explore: 'yes' } },
          },
        ]),
    { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } },
  ];
}
