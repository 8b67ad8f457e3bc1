import { z } from 'zod';
import type { CampaignNote, TypedCost } from '../../data/state/types.ts';
import { nameNow } from '../../models/campaigns/roi-costs.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { actorOf } from '../actor.ts';
import { minorOf } from '../budget/plan/words.ts';
import { type Context, defineCommand } from '../command.ts';
import { amount, choice, day, text, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { knownCampaigns, toldOf } from '../runs/campaigns.ts';
import { campaignCalled } from './find.ts';
import { sayOf } from './note.ts';

const EXAMPLE = '/campaign cost campaign:"Voucher Gajian" amount:1.2M from:2026-03-01 to:2026-03-31';
/** A slip of the finger in a year is longer. */
const MOST_DAYS = 366;

export const campaignCost = defineCommand({
  name: 'campaign cost',
  summary: 'Say what a campaign cost over some days, known or estimated; without arguments, what was said',
  examples: [
    'campaign cost',
    'campaign cost campaign:"Voucher Gajian" amount:1.2M from:2026-03-01 to:2026-03-31 estimated:yes',
    'campaign cost campaign:"Flash Sale Jumat" percent:25 from:2026-03-01 to:2026-03-31',
  ],
  needs: 'analyst',
  bare: 'campaign',
  input: z.strictObject({
    campaign: text('which campaign').optional(),
    amount: text('what it cost in the shop’s currency, such as 1.2M').optional(),
    percent: wholeNumber({
      from: 1,
      to: 100,
      says: 'a guess, in percent of what it sold: always an estimate',
    }).optional(),
    from: day('its first day').optional(),
    to: day('its last day, when there are several').optional(),
    estimated: choice(['yes', 'no'], 'yes: a guess, shown and kept out of ranking and ratios').default('no'),
    label: text('what it was for', { most: 80 }).optional(),
    undo: wholeNumber({ from: 1, to: Number.MAX_SAFE_INTEGER, says: 'the number of a cost to take back' }).optional(),
  }),

  async run({ campaign: typed, amount: written, percent, from, to = from, estimated, label, undo }, context) {
    if (undo !== undefined) return takeBack(undo, context);
    if (typed === undefined) return listed(context);
    const { name, id } = await costed(typed, context);
    if ((written === undefined) === (percent === undefined)) {
      throw new Refusal(
        'I need what it cost: an amount, or a guess as a share of its sales',
        `For example: ${EXAMPLE}`,
      );
    }
    if (from === undefined || to === undefined) {
      throw new Refusal(
        'I need the days of a cost',
        `Without them it belongs to no week and no month. For example: ${EXAMPLE}`,
      );
    }
    if (to < from) throw new Refusal(`${to} is before ${from}`, 'from: is the first day, to: the last one.');
    if (daysBetween(from, to) >= MOST_DAYS)
      throw new Refusal(`${from} to ${to} is more than a year`, 'Say the cost of each year.');
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
        `A cost of ${name} is known for ${formatDays(clash.value.from, clash.value.to, context.shop)}`,
        `Days would be counted twice. Use the same days to change it, or take it back: /campaign cost undo:${clash.seq}`,
      );
    }
    const before = own.find((note) => note.place === place);
    const instead = await toldByFiles(id, { from, to }, context);
    if (cost.isEstimated && instead > 0) {
      throw new Refusal(
        `Files tell ${formatValue(instead, 'money', context.shop)} of those days already`,
        'A guess would know less than they do. Say estimated:no where they are wrong: what you say then holds instead.',
      );
    }
    const seq = sayOf(
      context,
      { about: 'cost', campaign: before?.campaign ?? name, place, value: cost },
      'campaign cost typed',
    );
    return saved({ name, cost, seq, before, instead }, context);
  },
});

/** The campaign, or the report of a platform that tells no cost of its own. */
async function costed(typed: string, context: Context): Promise<{ readonly name: string; readonly id: number | null }> {
  const report = (await context.facts.figures.reports()).find((each) => each.report === typed.toLowerCase());
  return report ? { name: report.report, id: null } : campaignCalled(typed, await knownCampaigns(context));
}

/** @throws {Refusal} on what is below zero, in another currency, or no amount */
function costMinor(written: string, { shop }: Context): number {
  const currency = shop?.currency ?? '';
  const [, code = '', rest = ''] = /^(?:([A-Za-z]{3})\s*(?=[-−(\d]))?(.+)$/.exec(written) ?? [];
  if (/^\s*[-−(]/.test(rest)) {
    throw new Refusal(`${written} is below zero`, 'A cost is what went out. Money that came back is a smaller cost.');
  }
  if (code !== '' && code.toUpperCase() !== currency) {
    throw new Refusal(
      `${written} is in ${code.toUpperCase()}, and this shop counts in ${currency}`,
      'Totals never mix currencies: say what it cost in the shop’s own.',
    );
  }
  const read = amount('').safeParse(rest);
  if (!read.success) throw new Refusal(`"${written}" is no amount`, 'Write 2500000, 250K, 1.2M or 1.5B.');
  return minorOf(read.data, shop);
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

function saved({ name, cost, seq, before, instead }: Saved, { shop }: Context): Reply {
  const notes = [
    cost.isEstimated
      ? 'An estimate: it is shown beside the campaign, and is in no ranking, ratio or budget plan.'
      : 'It counts in equal parts on its days, from now on, and in what was computed before when it is asked again.',
    ...(cost.share === null
      ? []
      : [
          `At ${formatValue(cost.share, 'share', shop)} of sales ROI would be ${formatValue((1 - cost.share) / cost.share, 'share', shop)} whatever was sold: it tells nothing.`,
        ]),
    ...(instead > 0
      ? [`Files tell ${formatValue(instead, 'money', shop)} of those days: what you said holds instead.`]
      : []),
    ...(before ? [`Before: ${costWords(before.value, shop)}, said by ${before.by.name}. It is kept.`] : []),
  ];
  return {
    title: `${name}, ${formatDays(cost.from, cost.to, shop)}: ${costWords(cost, shop)}`,
    tone: 'good',
    parts: [{ kind: 'text', text: notes.join('\n') }],
    actions: [
      { label: 'Take it back', style: 'plain', ask: { name: 'campaign cost', input: { undo: seq } } },
      { label: 'Returns', style: 'plain', ask: { name: 'campaign roi', input: {} } },
    ],
  };
}

function costWords({ minor, share, isEstimated }: TypedCost, shop: Context['shop']): string {
  const what = minor === null ? `${formatValue(share, 'share', shop)} of sales` : formatValue(minor, 'money', shop);
  return isEstimated ? `${what}, estimated` : what;
}

function takeBack(seq: number, { state, caller, now, shop }: Context): Reply {
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
  if (note === null) throw new Refusal(`No cost ${seq} holds now`, '/campaign cost lists those that do.');
  const now2 = state.campaignNotes
    .standing('cost')
    .find(({ campaign, place }) => campaign === note.campaign && place === note.place);
  const days = formatDays(note.value.from, note.value.to, shop);
  return {
    title: `Taken back: ${note.campaign}, ${days}, ${costWords(note.value, shop)}`,
    tone: 'good',
    parts: [
      {
        kind: 'text',
        text: now2 ? `Again: ${costWords(now2.value, shop)}.` : 'Files alone tell what those days cost.',
      },
    ],
  };
}

function listed({ state }: Context): Reply {
  const costs = state.campaignNotes.standing('cost');
  if (costs.length === 0) throw new Refusal('No cost was typed yet', `For example: ${EXAMPLE}`);
  return {
    title: `${costs.length} ${costs.length === 1 ? 'cost was' : 'costs were'} typed`,
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'No.', unit: 'count' },
          { title: 'Campaign', unit: 'text' },
          { title: 'From', unit: 'day' },
          { title: 'To', unit: 'day' },
          { title: 'Cost', unit: 'money' },
          { title: 'Of sales', unit: 'share' },
          { title: 'Estimated', unit: 'text' },
          { title: 'For', unit: 'text' },
          { title: 'Said by', unit: 'text' },
        ],
        rows: costs.map(({ seq, campaign, value, by }) => [
          seq,
          campaign,
          value.from,
          value.to,
          value.minor,
          value.share,
          value.isEstimated ? 'yes' : 'no',
          value.label,
          by.name,
        ]),
      },
    ],
  };
}
