import { z } from 'zod';
import type { ReturnsResult } from '../../../models/campaigns/types.ts';
import { day, lines, listed, money, named, type Said, say, sentences, share } from '../../../words/say.ts';
import { type Context, defineCommand } from '../../command.ts';
import type { Action, Part, Table } from '../../reply.ts';
import { budgetRun, type KeptBudget } from '../../runs/budget.ts';
import { readCut, requireFresh } from '../../runs/cut.ts';
import type { RunOf } from '../../runs/keep.ts';
import { limitWords } from '../execution/change.ts';
import { boundsInput, readBounds } from './bounds.ts';
import { curvesChart, gainChart } from './charts.ts';
import { promiseFacts, shiftNotes, shiftTable } from './table.ts';
import { verdictWords } from './verdict.ts';

export const budgetPlan = defineCommand({
  name: 'budget plan',
  summary: say`The best split of a weekly budget within your limits; changes nothing`,
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
      title: say`Budget for the week of ${day(result.week)}`,
      tone: result.allocation.verdict === 'shift' ? 'good' : 'careful',
      parts: [
        { kind: 'text', text: verdictWords(result) },
        { kind: 'facts', facts: promiseFacts(result, id) },
        shiftTable(result, null, context),
        ...curvesChart(result, returns, cut.lastDay),
        ...gainChart(result, returns, cut.lastDay),
        ...whatIfTable(result),
        ...shiftNotes(result),
        ...limitNote(limitWords(result, null, context)),
        ...splitNote(result, returns),
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
      : [
          [
            named(name),
            whatIf.stepMinor,
            whatIf.more.expected,
            whatIf.more.low80,
            whatIf.more.high80,
            whatIf.less.expected,
          ],
        ],
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      title:
        objective === 'margin'
          ? say`What if one line alone gets 10% more than proposed? Change of profit after goods and spend a week`
          : say`What if one line alone gets 10% more than proposed? Change of sales a week`,
      columns: [
        { title: say`Campaign`, unit: 'text' },
        { title: say`10% is`, unit: 'money' },
        { title: say`10% more brings`, unit: 'money' },
        { title: say`Low (80%)`, unit: 'money' },
        { title: say`High (80%)`, unit: 'money' },
        { title: say`10% less brings`, unit: 'money' },
      ],
      rows,
    },
  ];
}

function limitNote(text: Said | null): Part[] {
  return text === null ? [] : [{ kind: 'text', text }];
}

/** What stood in the way; how it goes with the advice line by line; and why not the split that many teams make by hand. */
function splitNote(plan: KeptBudget, { checks, campaigns }: ReturnsResult): Part[] {
  const { allocation } = plan;
  const told = [
    ...[...allocation.checks, ...checks.filter(({ name }) => fromCurves.includes(name))]
      .filter(({ passed }) => !passed)
      .map(({ says }) => says),
    heldAndCut(allocation, campaigns),
    proportionalWords(plan),
  ].filter((each) => each !== null);
  return told.length > 0 ? [{ kind: 'note', text: lines(told) }] : [];
}

/** /campaign roi asks of each campaign alone, a plan compares them: a line may be held there and cut here. */
function heldAndCut({ lines: planned }: KeptBudget['allocation'], campaigns: ReturnsResult['campaigns']): Said | null {
  const held = campaigns.filter(({ advice }) => advice.label === 'hold').map(({ id }) => id);
  const names = planned
    .filter(({ id, currentMinor, proposedMinor }) => held.includes(id) && proposedMinor < currentMinor)
    .map(({ name }) => name);
  return names.length === 0
    ? null
    : say`/campaign roi says hold of ${listed(names)}, since by itself its next spend may earn its cost or not; a plan asks where the same money brings most, and takes it from there.`;
}

function proportionalWords({ allocation, proportional, proportionalGain }: KeptBudget): Said | null {
  if (proportional === null) return null;
  const split = listed(allocation.lines.map(({ name }, i) => say`${name} ${share(proportional[i]!)}`));
  const gain = proportionalGain && money(Math.abs(proportionalGain.expected));
  return sentences(
    say`Splitting in proportion to average ROI would give ${split}.`,
    gain &&
      (proportionalGain.expected < 0
        ? say`By the same figures that would lose ${gain} a week against today's spend.`
        : say`By the same figures that would bring ${gain} a week against today's spend.`),
    say`What a campaign brought on average is not what a little more money brings (marginal return), so I do not split by it.`,
  );
}

/** What the curves were warned about that bears on a plan. */
const fromCurves = ['confounding', 'convergence', 'renamed', 'negative spend'];

function actionsOf({ id, result: { allocation } }: RunOf<KeptBudget>): Action[] {
  const { verdict, explore } = allocation;
  const isAdvised = verdict === 'shift' || verdict === 'explore';
  return [
    {
      label: isAdvised ? say`Propose this` : say`Propose it all the same`,
      style: isAdvised ? 'primary' : 'plain',
      ask: { name: 'budget propose', input: { plan: id } },
      confirm: say`This posts the split to the approvals channel, where someone else decides.`,
    },
    ...(isAdvised || explore === null
      ? []
      : [
          {
            label: say`Plan the step to learn`,
            style: 'primary' as const,
            ask: { name: 'budget plan', input: { explore: 'yes' } },
          },
        ]),
    { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } },
  ];
}
