import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import { nextMonth, type Pacing, pacing } from '../../models/campaigns/pacing.ts';
import { addDays, daysBetween, epochDay, startOfMonth } from '../../models/days.ts';
import {
  count,
  days,
  type Listed,
  lines,
  listed,
  money,
  months,
  named,
  period,
  type Quantity,
  type Said,
  say,
  sentences,
} from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { dataUntil } from '../data-until.ts';
import { amount, month as monthOf, text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row } from '../reply.ts';
import type { KeptBudget } from '../runs/budget.ts';
import { campaignDays, knownCampaigns } from '../runs/campaigns.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { keepRun } from '../runs/keep.ts';
import { minorIn } from '../typed-amount.ts';
import { campaignCalled } from './find.ts';
import { campaignField, formReply, textField } from './form.ts';
import { sayOf } from './note.ts';

/** Past months that the rest of this one is judged by, with some days to spare. */
const HISTORY_DAYS = 220;
const VERSION = 3;

export const campaignBudget = defineCommand({
  name: 'campaign budget',
  summary: say`What a campaign may cost in a month, for pacing`,
  examples: ['campaign budget campaign:"Voucher Gajian" amount:12M month:2026-05'],
  needs: 'analyst',
  input: z.strictObject({
    campaign: text(say`which campaign`, { names: 'campaign' }).optional(),
    amount: amount(say`what it may cost in the month`).optional(),
    month: monthOf(say`the month; this one if left out`).optional(),
  }),
  async run({ campaign, amount: typed, month }, context): Promise<Reply> {
    const campaigns = await knownCampaigns(context);
    const chosen = campaign === undefined ? undefined : campaignCalled(campaign, campaigns);
    const place = month ?? context.today.slice(0, 7);
    if (chosen === undefined || typed === undefined)
      return formReply({
        command: 'campaign budget',
        title: say`What may a campaign cost in a month?`,
        fields: [
          campaignField(campaigns, chosen?.name),
          textField('amount', say`Amount`, { hint: say`12M` }),
          textField('month', say`Month`, { hint: named(place), required: false }),
        ],
      });
    const { name } = chosen;
    const value = minorIn(context.shop, typed);
    sayOf(context, { about: 'budget', campaign: name, place, value }, 'campaign budget set');
    return {
      title: say`${name} may cost ${money(value)} in ${months(place)}`,
      tone: 'good',
      parts: [{ kind: 'text', text: say`It is spread evenly over the month, and goes before an approved shift.` }],
      actions: [{ label: say`Pacing`, style: 'plain', ask: { name: 'campaign pacing', input: {} } }],
    };
  },
});

export const campaignPacing = defineCommand({
  name: 'campaign pacing',
  summary: say`This month’s spend against its plan, and where it will end`,
  examples: ['campaign pacing'],
  needs: 'viewer',
  input: z.strictObject({}),
  async run(_, context): Promise<Reply> {
    const cut = await readCut(context);
    const { run, total, lines: paced, source } = await paceOf(context, cut);
    return {
      title: headline(total.pacing),
      tone: total.pacing.verdict === 'over' ? 'bad' : total.pacing.verdict === 'under' ? 'careful' : 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: say`Spent so far`, value: total.pacing.spentMinor, unit: 'money', receipt: run },
            { label: say`Planned so far`, value: Math.round(total.pacing.plannedMinor), unit: 'money', receipt: run },
            { label: say`Plan of the month`, value: Math.round(total.pacing.planMinor), unit: 'money', receipt: run },
            {
              label: say`End of the month`,
              value: total.pacing.projected && Math.round(total.pacing.projected.expected),
              unit: 'money',
              receipt: run,
              ...(total.pacing.projected && {
                low: Math.round(total.pacing.projected.low80),
                high: Math.round(total.pacing.projected.high80),
              }),
            },
          ],
        },
        {
          kind: 'table',
          columns: [
            { title: say`Campaign`, unit: 'text' },
            { title: say`Spent`, unit: 'money' },
            { title: say`Plan`, unit: 'money' },
            { title: say`Will end at`, unit: 'money' },
            { title: say`From`, unit: 'money' },
            { title: say`To (80%)`, unit: 'money' },
            { title: say`Says`, unit: 'text' },
          ],
          rows: paced.map(
            ({ name, pacing: line }): Row => [
              named(name),
              line.spentMinor,
              Math.round(line.planMinor),
              line.projected?.expected ?? null,
              line.projected?.low80 ?? null,
              line.projected?.high80 ?? null,
              verdicts[line.verdict],
            ],
          ),
        },
        paceChart(total, cut),
        { kind: 'note', text: notes(total, paced, source) },
      ],
      actions: [{ label: say`Plan the budget`, style: 'plain', ask: { name: 'budget plan', input: {} } }],
    };
  },
});

/** A campaign, or all that have a plan. */
export type Paced = {
  readonly name: string;
  readonly pacing: Pacing;
  readonly spend: Float64Array;
  readonly plan: Float64Array;
};
type Pace = {
  /** The run that says so: "R-7". */
  readonly run: string;
  readonly total: Omit<Paced, 'name'>;
  readonly lines: readonly Paced[];
  readonly source: Listed;
};
/** What is kept of it: not the days. */
export type KeptPace = {
  readonly total: Pacing;
  readonly lines: readonly { readonly name: string; readonly pacing: Pacing }[];
};

/**
 * @param shift the budget run of the newest approved shift, which is a plan too; null where there is none
 * @throws {Refusal} where no campaign has a plan for the month
 */
export async function paceOf(context: Context, cut: Cut, shift = newestShift(context)): Promise<Pace> {
  const month = startOfMonth(cut.lastDay);
  const planned = await plansOf(context, month, shift);
  if (planned.lines.length === 0) {
    throw new Refusal(
      say`No campaign has a plan for this month`,
      say`A shift that was approved with /budget propose is one; so is /campaign budget campaign:"…" amount:12M.`,
    );
  }
  const from = addDays(cut.before, -HISTORY_DAYS);
  const first = from < cut.firstDay ? cut.firstDay : from;
  const { campaign, day, spendMinor } = await campaignDays(context, { from: first, before: cut.before });
  const length = daysBetween(first, cut.before);
  const start = epochDay(first);
  // Files of costs may end before those of orders: from then on nobody's spend is known.
  const told = day.reduce((last, on, row) => (Number.isNaN(spendMinor[row]!) ? last : Math.max(last, on)), start - 1);
  const paced = planned.lines.map(({ id, name, plan }): Paced => {
    const spend = new Float64Array(length).fill(0, 0, told + 1 - start).fill(Number.NaN, told + 1 - start);
    campaign.forEach((each, row) => {
      if (each === id) spend[day[row]! - start] = spendMinor[row]!;
    });
    return { name, plan, spend, pacing: pacing({ firstDay: first, spend, plan }) };
  });
  const add = (pick: (line: Paced) => Float64Array) =>
    paced.map(pick).reduce((sum, each) => sum.map((value, at) => value + each[at]!));
  const [spend, plan] = [add((line) => line.spend), add((line) => line.plan)];
  const total = { spend, plan, pacing: pacing({ firstDay: first, spend, plan }) };
  const run = await keepRun<KeptPace>(context, {
    kind: 'pacing',
    version: VERSION,
    parameters: {
      month,
      notes: context.state.campaignNotes.version(),
      ...(shift && { shift: shift.id, plan: shift.run }),
    },
    cut,
    compute: async () => ({
      result: { total: total.pacing, lines: paced.map(({ name, pacing: line }) => ({ name, pacing: line })) },
      receipt: {
        method: say`What is left of the month as on the same days of past months, or in proportion to what was spent so far, whichever erred less; with fewer than three whole months, from the last weeks.`,
        seed: null,
        used: [
          say`Spend of ${count(paced.length)} campaigns, ${period(first, cut.lastDay)}.`,
          say`The plan is that of ${planned.source}.`,
        ],
        checks: [],
        record: [],
        assumptions: [say`"over" and "under" need the 95% interval beyond the plan, and a tenth of the plan.`],
      },
    }),
  });
  return { run: run.id, lines: paced, source: planned.source, total };
}

type Shift = { readonly id: string; readonly run: string };

function newestShift({ state }: Context): Shift | null {
  const [shift] = state.proposals.list({ states: ['executed', 'approved'], limit: 1 });
  return shift ? { id: shift.id, run: shift.run } : null;
}

/** Money a day of the month, by campaign: what was typed for it, else what the newest approved shift sets. */
async function plansOf(context: Context, month: Day, shift: Shift | null) {
  const { state } = context;
  const campaigns = await knownCampaigns(context);
  const length = daysBetween(month, nextMonth(month));
  const typed = state.campaignNotes.standing('budget').filter(({ place }) => place === month.slice(0, 7));
  const kept = shift && (state.runs.byId(shift.run)!.result as KeptBudget);
  const planned = campaigns.flatMap(({ id, name }) => {
    const note = typed.find((each) => each.campaign.toLowerCase() === name.toLowerCase());
    if (note) return [{ id, name, plan: new Float64Array(length).fill(note.value / length) }];
    const line = kept?.allocation.lines.find((each) => each.id === id);
    if (!line || !kept) return [];
    const plan = Float64Array.from(
      { length },
      (_, at) => (addDays(month, at) < kept.week ? line.currentMinor : line.proposedMinor) / 7,
    );
    return [{ id, name, plan }];
  });
  const source = listed([...(typed.length > 0 ? ['/campaign budget'] : []), ...(shift ? [shift.id] : [])]);
  return { lines: planned, source };
}

/** "1–30 Nov 2026". */
function monthDays(month: Day): Quantity {
  return period(month, addDays(nextMonth(month), -1));
}

const verdicts: Readonly<Record<Pacing['verdict'], Said>> = {
  over: say`over`,
  under: say`under`,
  'on plan': say`on plan`,
  "can't tell": say`can't tell`,
};

export function headline({ verdict, projected, planMinor, month }: Pacing): Said {
  const name = monthDays(month);
  if (projected === null) return say`Spend of ${name}: where it will end cannot be told yet`;
  const [end, plan] = [money(projected.expected), money(planMinor)];
  switch (verdict) {
    case 'over':
      return say`Spend of ${name} is over its plan: ${end} of ${plan}`;
    case 'under':
      return say`Spend of ${name} is under its plan: ${end} of ${plan}`;
    case 'on plan':
      return say`Spend of ${name} is on plan: ${end} of ${plan}`;
    case "can't tell":
      return say`Spend of ${name} is not clearly off its plan: ${end} of ${plan}`;
  }
}

function notes({ pacing: total }: Pace['total'], campaigns: readonly Paced[], source: Listed): Said {
  const unknown = campaigns.filter(({ pacing: { unknownDays } }) => unknownDays > 0);
  return lines([
    sentences(
      say`The plan is that of ${source}.`,
      say`${count(total.elapsed)} of ${count(total.days)} days are complete.`,
    ),
    basisWords(total),
    ...unknown.map(
      ({ name, pacing: { unknownDays } }) =>
        say`${name}: the cost of ${days(unknownDays)} is not known, so it is more than this.`,
    ),
    say`"over" and "under" need the 95% interval beyond the plan, and a tenth of the plan.`,
  ]);
}

function basisWords({ basis, projected }: Pacing): Said {
  if (basis === 'past months') return say`The rest of the month is judged by the same days of past months.`;
  if (basis === 'last weeks')
    return say`The rest of the month is judged by the last weeks: fewer than three whole months are known.`;
  return projected === null
    ? say`Four whole weeks of known spend are the least to say where it will end.`
    : say`The month is over.`;
}

function paceChart({ pacing: found, spend, plan }: Pace['total'], { before }: Cut): Part {
  const first = epochDay(found.month);
  const own = spend.slice(spend.length - found.elapsed);
  const addedUp = (values: Float64Array) => {
    const points = [{ x: first - 1, y: 0 }];
    values.forEach((value, at) => {
      points.push({ x: first + at, y: points.at(-1)!.y + (Number.isNaN(value) ? 0 : value) });
    });
    return points;
  };
  const now = epochDay(before) - 1;
  const end = first + found.days - 1;
  const title = headline(found);
  const { projected, spentMinor } = found;
  const ahead =
    projected === null || now >= end
      ? []
      : [
          {
            label: say`Expected`,
            points: [
              { x: now, y: spentMinor },
              { x: end, y: projected.expected },
            ],
            band: [
              { x: now, low: spentMinor, high: spentMinor },
              { x: end, low: projected.low80, high: projected.high80 },
            ],
          },
        ];
  return {
    kind: 'chart',
    title,
    subtitle: dataUntil(say`Spend added up; dashed: the plan`, addDays(before, -1)),
    alt: title,
    chart: {
      type: 'lines',
      x: { title: say`Day`, unit: 'day' },
      y: { title: say`Spend`, unit: 'money' },
      lines: [
        { label: say`Spent`, points: addedUp(own) },
        ...ahead,
        { label: say`Plan`, points: addedUp(plan), dashed: true },
      ],
    },
  };
}
