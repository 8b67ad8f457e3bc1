import type { Step } from '../../models/campaigns/advice-plan.ts';
import {
  change,
  count,
  type Listed,
  listed,
  money,
  named,
  type Quantity,
  type Said,
  say,
  sentences,
} from '../../words/say.ts';
import { worthwhile } from '../budget/proposal/suggest.ts';
import { paceOf, headline as paceWords } from '../campaigns/pacing.ts';
import type { Context } from '../command.ts';
import type { Part } from '../reply.ts';
import { adviceOf } from '../runs/advice.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { returnsRun } from '../runs/returns.ts';
import type { Told, Week } from './told.ts';

/** As long as `/campaign roi` looks back unless told. */
const RETURN_WEEKS = 12;

/** What the campaigns brought for what they cost. */
export async function campaignsSection(context: Context, { cut }: Week): Promise<Told> {
  const run = await orNothing(() => returnsRun(context, cut, RETURN_WEEKS));
  if (!run) return {};
  const { total, campaigns, withoutCost } = run.result;
  const sold = campaigns.filter(({ salesMinor, costMinor }) => salesMinor !== 0 || (costMinor ?? 0) > 0);
  const head =
    total.costMinor === null || total.roi === null
      ? say`Campaigns, ${count(RETURN_WEEKS)} weeks: ${money(total.salesMinor)} sold, their cost is not known. ${run.id}`
      : say`Campaigns, ${count(RETURN_WEEKS)} weeks: ${money(total.salesMinor)} sold, ${money(total.costMinor)} spent, ROI ${change(total.roi)}. ${run.id}`;
  return {
    lines: [sentences(head, withoutCost.length > 0 ? say`Without a known cost: ${count(withoutCost.length)}.` : null)],
    details: [
      {
        kind: 'table',
        title: say`Campaigns, last ${count(RETURN_WEEKS)} weeks (${run.id})`,
        columns: [
          { title: say`Campaign`, unit: 'text' },
          { title: say`Sales`, unit: 'money' },
          { title: say`Cost`, unit: 'money' },
          { title: say`ROI`, unit: 'change' },
          { title: say`Sales less cost`, unit: 'money' },
        ],
        rows: [...sold]
          .sort((a, b) => b.salesMinor - a.salesMinor)
          .map(({ name, salesMinor, costMinor, roi, profitMinor }) => [
            named(name),
            salesMinor,
            costMinor,
            roi,
            profitMinor,
          ]),
      },
    ],
    actions: [{ label: say`Campaigns`, style: 'plain', ask: { name: 'campaign roi', input: {} } }],
  };
}

/** Which budgets to move, by what the next unit of spend brings; and the shift that the weekly plan comes to. */
export async function adviceSection(context: Context, { cut }: Week): Promise<Told> {
  const plan = await orNothing(() => adviceOf(context, cut));
  if (!plan) return {};
  const { id, steps } = plan;
  const moves = stepWords(steps);
  const suggested = await suggestion(context);
  return {
    lines: [
      moves.length > 0 ? sentences(...moves, named(id)) : say`What is known moves no campaign's budget. ${id}`,
      suggested,
    ],
    details: [stepTable(steps, id)],
    actions: [{ label: say`Plan the budget`, style: 'plain', ask: { name: 'budget plan', input: {} } }],
  };
}

/** Of each thing to do, the campaigns to do it with; what is left as it is goes unsaid. */
function stepWords(steps: readonly Step[]): Said[] {
  return (['scale up', 'cut', 'find out'] as const).flatMap((label) => {
    const names = steps.filter((step) => step.label === label).map(({ name }) => name);
    return names.length === 0 ? [] : [doWords[label](listed(names))];
  });
}

const doWords = {
  'scale up': (names: Listed) => say`Scale up ${names}.`,
  cut: (names: Listed) => say`Cut ${names}.`,
  'find out': (names: Listed) => say`Find out what ${names} cost.`,
};

const labelWords: Readonly<Record<Step['label'], Said>> = {
  'scale up': say`scale up`,
  cut: say`cut`,
  hold: say`hold`,
  'find out': say`find out`,
  unknown: say`unknown`,
};

function stepTable(steps: readonly Step[], id: string): Part {
  return {
    kind: 'table',
    title: say`What to do with budgets, largest stake first (${id})`,
    columns: [
      { title: say`Campaign`, unit: 'text' },
      { title: say`Do`, unit: 'text' },
      { title: say`At stake a week`, unit: 'money' },
    ],
    rows: steps.map(({ name, label, atStakeMinor }) => [named(name), labelWords[label], atStakeMinor]),
  };
}

/** The shift that would be worth proposing; null where none is, or where one waits already. */
async function suggestion(context: Context): Promise<Said | null> {
  if (context.state.proposals.list({ states: ['proposed'], limit: 1 }).length > 0) return null;
  const found = await orNothing(() => worthwhile(context));
  if (!found || 'says' in found) return null;
  const { profitGain, salesGain } = found.result.allocation;
  const { expected, low80, high80 } = (profitGain ?? salesGain)!;
  const [most, low, high] = [expected, low80, high80].map((minor) => money(minor)) as [Quantity, Quantity, Quantity];
  return profitGain
    ? say`A budget shift would bring ${most} more profit a week (80%: ${low} to ${high}). ${found.id}`
    : say`A budget shift would bring ${most} more sales a week (80%: ${low} to ${high}). ${found.id}`;
}

/** Where the month's spend will end, against its plan. */
export async function pacingSection(context: Context, { cut }: Week): Promise<Told> {
  const pace = await orNothing(() => paceOf(context, cut));
  if (!pace) return {};
  return {
    lines: [sentences(say`${paceWords(pace.total.pacing)}.`, named(pace.run))],
    isNews: pace.total.pacing.verdict === 'over',
    actions: [{ label: say`Pacing`, style: 'plain', ask: { name: 'campaign pacing', input: {} } }],
  };
}
