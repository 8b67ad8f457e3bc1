import { z } from 'zod';
import type { CampaignNote, NoteValues } from '../../data/state/types/campaign-notes.ts';
import { epochDay, fromEpochDay } from '../../models/days.ts';
import { day as calendarDay, count, lines, money, named, period, plural, type Said, say } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { dataUntil } from '../data-until.ts';
import { text } from '../inputs.ts';
import type { Part, Reply } from '../reply.ts';
import { ledgerRun, noCampaigns, weeksBack } from '../runs/campaign-ledger.ts';
import { campaignDays, knownCampaigns } from '../runs/campaigns.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { CURVE_WEEKS, returnsRun } from '../runs/returns.ts';
import { evidenceOf, evidenceWords } from './evidence.ts';
import { campaignCalled, chooseCampaign } from './find.ts';
import { kindWords, leftOutWords } from './words.ts';

export const campaignList = defineCommand({
  name: 'campaign list',
  summary: say`All campaigns: kind, days, what is known of their cost, owner`,
  examples: ['campaign list'],
  needs: 'viewer',
  input: z.strictObject({}),
  async run(_, context): Promise<Reply> {
    const campaigns = await knownCampaigns(context);
    if (campaigns.length === 0) throw noCampaigns();
    const owners = context.state.campaignNotes.standing('owner');
    const spans = await spansOf(context);
    return {
      title: plural(campaigns.length, say`1 campaign`, say`${count(campaigns.length)} campaigns`),
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: say`Campaign`, unit: 'text' },
            { title: say`Kind`, unit: 'text' },
            { title: say`First day`, unit: 'day' },
            { title: say`Last day`, unit: 'day' },
            { title: say`Days without a cost`, unit: 'count' },
            { title: say`Owner`, unit: 'text' },
          ],
          rows: campaigns.map(({ id, name, kind }) => {
            const span = spans.get(id);
            const owner =
              owners.find((note) => note.campaign.toLowerCase() === name.toLowerCase())?.value.owner ?? null;
            return [
              named(name),
              kindWords[kind],
              calendarDay(span?.first ?? null),
              calendarDay(span?.last ?? null),
              span?.unknown ?? null,
              owner && named(owner),
            ];
          }),
        },
      ],
      actions: [{ label: say`Returns`, style: 'primary', ask: { name: 'campaign roi', input: {} } }],
    };
  },
});

type Span = { readonly first: string; readonly last: string; readonly unknown: number };

/** Over all that is known: without orders or costs there is no day. */
async function spansOf(context: Context): Promise<ReadonlyMap<number, Span>> {
  const { campaign, day, spendMinor } = await campaignDays(context, { from: '1970-01-01', before: context.today });
  const spans = new Map<number, Span>();
  campaign.forEach((id, row) => {
    const known = spans.get(id);
    const on = fromEpochDay(day[row]!);
    spans.set(id, {
      first: known?.first ?? on,
      last: on,
      unknown: (known?.unknown ?? 0) + Number(Number.isNaN(spendMinor[row]!)),
    });
  });
  return spans;
}

/** So far back a campaign is shown in one piece. */
const SHOWN_WEEKS = 52;

export const campaignShow = defineCommand({
  name: 'campaign show',
  summary: say`One campaign: its money, who came, its weeks, and what was said of it`,
  examples: ['campaign show "Voucher Gajian"'],
  needs: 'viewer',
  bare: 'campaign',
  input: z.strictObject({ campaign: text(say`which campaign`, { names: 'campaign' }).optional() }),
  async run({ campaign: typed }, context): Promise<Reply> {
    const campaigns = await knownCampaigns(context);
    if (typed === undefined) return chooseCampaign('campaign show', campaigns);
    const { name } = campaignCalled(typed, campaigns);
    const cut = await readCut(context);
    const { id: receipt, result } = await ledgerRun(context, cut, weeksBack(cut, SHOWN_WEEKS));
    const entry = result.campaigns.find((each) => each.name === name)!;
    const curves = (await returnsRun(context, cut, CURVE_WEEKS)).result.campaigns;
    const isModelled = curves.some((each) => each.id === entry.id && each.response.curve?.basis === 'modelled');
    const evidence = evidenceWords(evidenceOf(context, cut, { ...entry, isModelled }));
    const { roiInterval } = entry;
    return {
      title: say`${name}, ${kindWords[entry.kind]}, last ${count(SHOWN_WEEKS)} weeks`,
      tone: 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: say`Sales`, value: entry.salesMinor, unit: 'money', receipt },
            { label: say`Cost`, value: entry.costMinor, unit: 'money' },
            {
              label: say`ROI`,
              value: entry.roi,
              unit: 'share',
              ...(roiInterval && { low: roiInterval.low80, high: roiInterval.high80 }),
            },
            { label: say`Sales less cost`, value: entry.profitMinor, unit: 'money' },
            { label: say`Orders`, value: entry.orders, unit: 'count' },
            { label: say`Customers`, value: entry.customers, unit: 'count', people: true },
            { label: say`New customers`, value: entry.newCustomers, unit: 'count', people: true },
            { label: say`Cost of a new customer`, value: entry.costOfNewMinor, unit: 'money' },
          ],
        },
        ...(await weeksPart(context, cut, entry.id)),
        ...saidOf(name, context),
        {
          kind: 'note',
          text: lines([
            say`Known by: ${evidence}. An order counts for the campaign it names.`,
            ...leftOutWords({ leftOut: result.leftOut.filter((each) => each.name === name) }),
          ]),
        },
      ],
      actions: [
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: receipt } } },
        { label: say`All campaigns`, style: 'plain', ask: { name: 'campaign roi', input: {} } },
      ],
    };
  },
});

const CHART_WEEKS = 12;

async function weeksPart(context: Context, cut: Cut, id: number): Promise<Part[]> {
  const from = weeksBack(cut, CHART_WEEKS);
  const { campaign, day, spendMinor, salesMinor } = await campaignDays(context, { from, before: cut.before });
  const weeks = Array.from({ length: CHART_WEEKS }, (_, at) => ({ at, sales: 0, cost: 0 }));
  const first = epochDay(from);
  campaign.forEach((each, row) => {
    const week = weeks[Math.floor((day[row]! - first) / 7)];
    if (each !== id || !week) return;
    week.sales += salesMinor[row]!;
    week.cost += spendMinor[row]!;
  });
  if (weeks.every(({ sales, cost }) => sales === 0 && !(cost > 0))) return [];
  const line = (label: Said, value: (week: (typeof weeks)[number]) => number) => ({
    label,
    points: weeks.map((week) => ({ x: first + 7 * week.at, y: value(week) })).filter(({ y }) => !Number.isNaN(y)),
  });
  const drawn = [line(say`Sales`, ({ sales }) => sales), line(say`Cost`, ({ cost }) => cost)].filter(
    ({ points }) => points.length > 0,
  );
  const total = weeks.reduce((sum, { sales }) => sum + sales, 0);
  const title = say`${money(total)} of sales in ${count(CHART_WEEKS)} weeks`;
  return [
    {
      kind: 'chart',
      title,
      subtitle: dataUntil(say`Attributed sales and cost by week, ${period(from, cut.lastDay)}`, cut.lastDay),
      alt: say`${title}, by week.`,
      chart: {
        type: 'lines',
        x: { title: say`Week from`, unit: 'day' },
        y: { title: say`A week`, unit: 'money' },
        lines: drawn,
      },
    },
  ];
}

/** Names, costs and owners that people gave. */
function saidOf(name: string, { state }: Context): Part[] {
  const isIts = (each: { readonly campaign: string }) => each.campaign.toLowerCase() === name.toLowerCase();
  const old = state.campaignNotes.standing('same').filter(({ value }) => value.toLowerCase() === name.toLowerCase());
  const costs = state.campaignNotes.standing('cost').filter(isIts);
  const owner = state.campaignNotes.standing('owner').find(isIts);
  const told = [
    ...(owner ? [ownerWords(owner.value)] : []),
    ...old.map(({ campaign, by }) => say`Was called ${campaign} (${by.name}).`),
    ...costs.map(costNote),
  ];
  return told.length === 0 ? [] : [{ kind: 'text', text: lines(told) }];
}

function ownerWords({ owner, due }: NoteValues['owner']): Said {
  return due ? say`Owner: ${owner}, until ${calendarDay(due)}.` : say`Owner: ${owner}.`;
}

function costNote({ seq, value: { from, to, isEstimated, label }, by }: CampaignNote<'cost'>): Said {
  const [number, days] = [String(seq), period(from, to)];
  if (label === null)
    return isEstimated
      ? say`Cost ${number}, ${days}, typed by ${by.name}, estimated.`
      : say`Cost ${number}, ${days}, typed by ${by.name}.`;
  return isEstimated
    ? say`Cost ${number}, ${days}, typed by ${by.name}, estimated: ${label}.`
    : say`Cost ${number}, ${days}, typed by ${by.name}: ${label}.`;
}
