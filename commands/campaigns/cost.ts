import { z } from 'zod';
import type { CampaignNote, TypedCost } from '../../data/state/types/campaign-notes.ts';
import { nameNow } from '../../models/campaigns/roi-costs.ts';
import { addDays, daysBetween, startOfMonth } from '../../models/days.ts';
import {
  day as calendarDay,
  count,
  lines,
  money,
  named,
  period,
  plural,
  type Said,
  say,
  share,
} from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { amount, choice, day, text, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { knownCampaigns, toldOf } from '../runs/campaigns.ts';
import { minorIn } from '../typed-amount.ts';
import { campaignCalled } from './find.ts';
import { sayOf } from './note.ts';

/** With a campaign that this shop has. */
async function exampleOf(context: Context, name?: string): Promise<string> {
  const campaign = name ?? (await knownCampaigns(context))[0]?.name ?? 'Voucher';
  const last = addDays(startOfMonth(context.today), -1);
  return `/campaign cost campaign:"${campaign}" amount:1.2M from:${startOfMonth(last)} to:${last}`;
}

/** A slip of the finger in a year is longer. */
const MOST_DAYS = 366;

export const campaignCost = defineCommand({
  name: 'campaign cost',
  summary: say`Say what a campaign cost over some days, known or estimated; without arguments, what was said`,
  examples: [
    'campaign cost',
    'campaign cost campaign:"Voucher Gajian" amount:1.2M from:2026-03-01 to:2026-03-31 estimated:yes',
    'campaign cost campaign:"Flash Sale Jumat" percent:25 from:2026-03-01 to:2026-03-31',
  ],
  needs: 'analyst',
  bare: 'campaign',
  input: z.strictObject({
    campaign: text(say`which campaign`, { names: 'campaign' }).optional(),
    amount: text(say`what it cost in the shop’s currency, such as 1.2M`).optional(),
    percent: wholeNumber({
      from: 1,
      to: 100,
      says: say`a guess, in percent of what it sold: always an estimate`,
    }).optional(),
    from: day(say`its first day`).optional(),
    to: day(say`its last day, when there are several`).optional(),
    estimated: choice(['yes', 'no'], say`yes: a guess, shown and kept out of ranking and ratios`).default('no'),
    label: text(say`what it was for`, { most: 80 }).optional(),
    undo: wholeNumber({
      from: 1,
      to: Number.MAX_SAFE_INTEGER,
      says: say`the number of a cost to take back`,
    }).optional(),
  }),

  async run({ campaign: typed, amount: written, percent, from, to = from, estimated, label, undo }, context) {
    if (undo !== undefined) return takeBack(undo, context);
    if (typed === undefined) return listOf(context);
    const { name, id } = await costed(typed, context);
    if ((written === undefined) === (percent === undefined)) {
      throw new Refusal(
        say`I need what it cost: an amount, or a guess as a share of its sales`,
        say`For example: ${await exampleOf(context, name)}`,
      );
    }
    if (from === undefined || to === undefined) {
      throw new Refusal(
        say`I need the days of a cost`,
        say`Without them it belongs to no week and no month. For example: ${await exampleOf(context, name)}`,
      );
    }
    if (to < from)
      throw new Refusal(
        say`${calendarDay(to)} is before ${calendarDay(from)}`,
        say`from: is the first day, to: the last one.`,
      );
    if (daysBetween(from, to) >= MOST_DAYS)
      throw new Refusal(say`${period(from, to)} is more than a year`, say`Say the cost of each year.`);
    const cost: TypedCost = {
      from,
      to,
      minor: written === undefined ? null : costMinor(written, context),
      share: percent === undefined ? null : percent / 100,
      isEstimated: percent !== undefined || estimated === 'yes',
      label: label ?? null,
    };
    const place = `${from} ${to}`;
    const own = context.state.campaignNotes
      .standing('cost')
      .filter((note) => nameNow(note.campaign, toldOf(context).same).toLowerCase() === name.toLowerCase());
    const clash = own.find((note) => note.place !== place && note.value.from <= to && from <= note.value.to);
    if (clash) {
      throw new Refusal(
        say`A cost of ${name} is known for ${period(clash.value.from, clash.value.to)}`,
        say`Days would be counted twice. Use the same days to change it, or take it back: /campaign cost undo:${String(clash.seq)}`,
      );
    }
    const before = own.find((note) => note.place === place);
    const instead = await toldByFiles(id, { from, to }, context);
    if (cost.isEstimated && instead > 0) {
      throw new Refusal(
        say`Files tell ${money(instead)} of those days already`,
        say`A guess would know less than they do. Say estimated:no where they are wrong: what you say then holds instead.`,
      );
    }
    const seq = sayOf(
      context,
      { about: 'cost', campaign: before?.campaign ?? name, place, value: cost },
      'campaign cost typed',
    );
    return saved({ name, cost, seq, before, instead });
  },
});

/** The campaign, or the report of a platform that tells no cost of its own. */
async function costed(typed: string, context: Context): Promise<{ readonly name: string; readonly id: number | null }> {
  const report = (await context.facts.figures.reports()).find((each) => each.report === typed.toLowerCase());
  return report ? { name: report.report, id: null } : campaignCalled(typed, await knownCampaigns(context));
}

/** @throws {Refusal} on what is below zero, in another currency, or no amount */
function costMinor(written: string, { shop }: Context): number {
  if (/^(?:[A-Za-z]{3}\s*)?[-−(]/.test(written)) {
    throw new Refusal(
      say`${written} is below zero`,
      say`A cost is what went out. Money that came back is a smaller cost.`,
    );
  }
  const read = amount('').safeParse(written);
  if (!read.success) throw new Refusal(say`"${written}" is no amount`, say`Write 2500000, 250K, 1.2M or 1.5B.`);
  return minorIn(shop, read.data);
}

async function toldByFiles(
  id: number | null,
  { from, to }: { from: string; to: string },
  context: Context,
): Promise<number> {
  if (id === null) return 0;
  const { facts } = context;
  const { campaign, spendMinor } = await facts.campaigns.daily({ from, before: addDays(to, 1) });
  return campaign.reduce(
    (sum, each, row) => (each === id && !Number.isNaN(spendMinor[row]!) ? sum + spendMinor[row]! : sum),
    0,
  );
}

type Saved = {
  readonly name: string;
  readonly cost: TypedCost;
  readonly seq: number;
  readonly before: CampaignNote<'cost'> | undefined;
  readonly instead: number;
};

function saved({ name, cost, seq, before, instead }: Saved): Reply {
  const text = lines([
    cost.isEstimated
      ? say`An estimate: it is shown beside the campaign, and is in no ranking, ratio or budget plan.`
      : say`It counts in equal parts on its days, from now on, and in what was computed before when it is asked again.`,
    cost.share === null
      ? null
      : say`At ${share(cost.share)} of sales ROI would be ${share((1 - cost.share) / cost.share)} whatever was sold: it tells nothing.`,
    instead > 0 ? say`Files tell ${money(instead)} of those days: what you said holds instead.` : null,
    before ? say`Before: ${costWords(before.value)}, said by ${before.by.name}. It is kept.` : null,
  ]);
  return {
    title: say`${name}, ${period(cost.from, cost.to)}: ${costWords(cost)}`,
    tone: 'good',
    parts: [{ kind: 'text', text }],
    actions: [
      { label: say`Take it back`, style: 'plain', ask: { name: 'campaign cost', input: { undo: seq } } },
      { label: say`Returns`, style: 'plain', ask: { name: 'campaign roi', input: {} } },
    ],
  };
}

function costWords({ minor, share: part, isEstimated }: TypedCost): Said {
  if (minor === null) return isEstimated ? say`${share(part)} of sales, estimated` : say`${share(part)} of sales`;
  return isEstimated ? say`${money(minor)}, estimated` : say`${money(minor)}`;
}

function takeBack(seq: number, { state, caller, now }: Context): Reply {
  const by = actorOf(caller);
  const note = state.atomically(() => {
    const taken = state.campaignNotes.standing('cost').some((each) => each.seq === seq)
      ? state.campaignNotes.takeBack(seq, by, now)
      : null;
    if (taken === null) return null;
    state.audit.append({
      at: now,
      actor: by.id,
      actorName: by.name,
      act: 'campaign cost taken back',
      subject: `campaign:${taken.campaign}`,
      version: seq,
      detail: { place: taken.place },
    });
    return taken as CampaignNote<'cost'>;
  });
  if (note === null) throw new Refusal(say`No cost ${String(seq)} holds now`, say`/campaign cost lists those that do.`);
  const now2 = state.campaignNotes
    .standing('cost')
    .find(({ campaign, place }) => campaign === note.campaign && place === note.place);
  return {
    title: say`Taken back: ${note.campaign}, ${period(note.value.from, note.value.to)}, ${costWords(note.value)}`,
    tone: 'good',
    parts: [
      {
        kind: 'text',
        text: now2 ? say`Again: ${costWords(now2.value)}.` : say`Files alone tell what those days cost.`,
      },
    ],
  };
}

async function listOf(context: Context): Promise<Reply> {
  const { state } = context;
  const costs = state.campaignNotes.standing('cost');
  if (costs.length === 0) throw new Refusal(say`No cost was typed yet`, say`For example: ${await exampleOf(context)}`);
  return {
    title: plural(costs.length, say`1 cost was typed`, say`${count(costs.length)} costs were typed`),
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`No.`, unit: 'count' },
          { title: say`Campaign`, unit: 'text' },
          { title: say`From`, unit: 'day' },
          { title: say`To`, unit: 'day' },
          { title: say`Cost`, unit: 'money' },
          { title: say`Of sales`, unit: 'share' },
          { title: say`Estimated`, unit: 'text' },
          { title: say`For`, unit: 'text' },
          { title: say`Said by`, unit: 'text' },
        ],
        rows: costs.map(({ seq, campaign, value, by }) => [
          seq,
          named(campaign),
          value.from === null ? null : calendarDay(value.from),
          value.to === null ? null : calendarDay(value.to),
          value.minor,
          value.share,
          value.isEstimated ? say`yes` : say`no`,
          value.label && named(value.label),
          named(by.name),
        ]),
      },
    ],
  };
}
