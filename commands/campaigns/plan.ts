import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { day as calendarDay, count, lines, named, plural, type Said, say, sentences, share } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { day, text } from '../inputs.ts';
import { languageOfAnswer } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Reply, Row, Table } from '../reply.ts';
import { adviceOf } from '../runs/advice.ts';
import type { KeptBudget } from '../runs/budget.ts';
import { knownCampaigns } from '../runs/campaigns.ts';
import { readCut, requireFresh } from '../runs/cut.ts';
import { evidenceOf, evidenceWords } from './evidence.ts';
import { campaignCalled } from './find.ts';
import { campaignField, formReply, textField } from './form.ts';
import { sayOf } from './note.ts';
import { adviceWords } from './words.ts';

const PLAN_DAYS = 30;
/** Of approved shifts, the newest. */
const MOST_SHIFTS = 20;

export const campaignPlan = defineCommand({
  name: 'campaign plan',
  summary: say`The next 30 days: what to scale up, hold, cut or find out, by the money at stake`,
  examples: ['campaign plan'],
  needs: 'viewer',
  input: z.strictObject({}),
  async run(_, context): Promise<Reply> {
    const cut = await readCut(context);
    requireFresh(cut, context, '/campaign roi', 'plan the next 30 days');
    const { id, known, steps } = await adviceOf(context, cut);
    const owners = context.state.campaignNotes.standing('owner');
    const rows = steps.map(({ name, label, priority, atStakeMinor, within }): Row => {
      const said = owners.find(({ campaign }) => campaign.toLowerCase() === name.toLowerCase())?.value;
      const { id: campaign, response } = known.find((each) => each.name === name)!;
      const evidence = evidenceWords(
        evidenceOf(context, cut, { id: campaign, name, isModelled: response.curve?.basis === 'modelled' }),
      );
      return [
        priority,
        named(name),
        adviceWords[label],
        atStakeMinor,
        said ? named(said.owner) : null,
        calendarDay(said?.due ?? addDays(context.today, within)),
        evidence,
      ];
    });
    const table: Table = {
      kind: 'table',
      columns: [
        { title: say`No.`, unit: 'count' },
        { title: say`Campaign`, unit: 'text' },
        { title: say`Do`, unit: 'text' },
        { title: say`At stake a week`, unit: 'money' },
        { title: say`Owner`, unit: 'text' },
        { title: say`By`, unit: 'day' },
        { title: say`Known by`, unit: 'text' },
      ],
      rows,
    };
    const isUnowned = (row: Row) => row[4] === null;
    const unowned = rows.find(isUnowned);
    return {
      title: plural(
        steps.length,
        say`The next ${count(PLAN_DAYS)} days: 1 campaign`,
        say`The next ${count(PLAN_DAYS)} days: ${count(steps.length)} campaigns, largest stake first`,
      ),
      tone: 'plain',
      parts: [
        ...(steps.length > 0
          ? [table]
          : [{ kind: 'text' as const, text: say`No campaign sold or cost anything in a year.` }]),
        {
          kind: 'note',
          text: lines([
            ...steps.map(({ name, says }) => say`${name}: ${sentences(says, ...approvedFor(name, context))}`),
            say`At stake is what a tenth of the weekly spend would gain or lose; for "hold" what is not known of it; for "find out" the sales whose cost nobody knows; for "unknown" its weekly spend.`,
            unowned === undefined
              ? null
              : say`${count(rows.filter(isUnowned).length)} have no owner: /campaign owner campaign:"${String(unowned[1])}" owner:Rina`,
            say`/why ${id} tells how it was made.`,
          ]),
        },
        ...(steps.length > 0
          ? [csvFile(`campaign-plan-${context.today}.csv`, table, cut.shop, languageOfAnswer(context))]
          : []),
      ],
      actions: [
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } },
        { label: say`Plan the budget`, style: 'primary', ask: { name: 'budget plan', input: {} } },
      ],
    };
  },
});

/** What approved shifts do to a campaign: they look at all campaigns together, where this plan looks at each alone. */
function approvedFor(campaign: string, { state, today }: Context): Said[] {
  return state.proposals.list({ states: ['approved'], limit: MOST_SHIFTS }).flatMap(({ id, run }) => {
    const plan = state.runs.byId(run)?.result as KeptBudget | undefined;
    const line = plan?.allocation.lines.find(({ name }) => name === campaign);
    if (plan === undefined || line === undefined || plan.week < today || !line.change) return [];
    const by = share(Math.abs(line.change));
    return line.change < 0
      ? [say`${id}, which is approved, lowers it by ${by} from ${calendarDay(plan.week)}.`]
      : [say`${id}, which is approved, raises it by ${by} from ${calendarDay(plan.week)}.`];
  });
}

export const campaignOwner = defineCommand({
  name: 'campaign owner',
  summary: say`Who looks after a campaign, and by when`,
  examples: ['campaign owner campaign:"Voucher Gajian" owner:Rina due:2026-05-15'],
  needs: 'analyst',
  input: z.strictObject({
    campaign: text(say`which campaign`, { names: 'campaign' }).optional(),
    owner: text(say`who: a name, or nobody`, { most: 60 }).optional(),
    due: day(say`by when`).optional(),
  }),
  async run({ campaign, owner, due }, context): Promise<Reply> {
    const campaigns = await knownCampaigns(context);
    const chosen = campaign === undefined ? undefined : campaignCalled(campaign, campaigns);
    if (chosen === undefined || owner === undefined)
      return formReply({
        command: 'campaign owner',
        title: say`Who looks after a campaign?`,
        fields: [
          campaignField(campaigns, chosen?.name),
          textField('owner', say`Owner`),
          textField('due', say`Until`, { hint: named(addDays(context.today, PLAN_DAYS)), required: false }),
        ],
      });
    const { name } = chosen;
    if (due !== undefined && due < context.today)
      throw new Refusal(say`${calendarDay(due)} is past`, say`Today is ${calendarDay(context.today)}.`);
    sayOf(context, { about: 'owner', campaign: name, value: { owner, due: due ?? null } }, 'campaign owner set');
    return {
      title: due ? say`${owner} has ${name} until ${calendarDay(due)}` : say`${owner} has ${name}`,
      tone: 'good',
      parts: [],
      actions: [{ label: say`30-day plan`, style: 'plain', ask: { name: 'campaign plan', input: {} } }],
    };
  },
});
