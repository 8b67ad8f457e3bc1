import { z } from 'zod';
import type { DailyRevenue, Day } from '../data/types.ts';
import { addDays, daysBetween, startOfWeek } from '../models/days.ts';
import { type Context, defineCommand, mayActAs } from './command.ts';
import { bandsChart, sumByWeek } from './forecast-chart.ts';
import { choice } from './inputs.ts';
import { post, targets } from './post.ts';
import { formatDays, formatValue } from './quantity.ts';
import { Refusal } from './refusal.ts';
import type { Part, Reply } from './reply.ts';
import { type Cut, readCut, requireFresh } from './runs/cut.ts';
import { forecastRun, type KeptForecast, throughWeeks } from './runs/forecast.ts';
import { freeze } from './runs/freeze.ts';
import type { RunOf } from './runs/keep.ts';

const WEEK = 7;
/** How far the digest looks ahead, and how many campaigns it names. */
const AHEAD_WEEKS = 8;
const MOVED_MOST = 3;
/** A digest later than this says so. */
const LATE_AFTER_MS = 10 * 60 * 1000;

export const digest = defineCommand({
  name: 'digest',
  summary: 'The weekly digest: last week against what was said, and what comes',
  examples: ['digest'],
  needs: 'analyst',
  input: z.strictObject({
    post: choice(['yes', 'no'], 'post it to the digest channels; without, only you see it').default('no'),
    planned: z.coerce.number().optional().meta({ hidden: true, description: 'when it was due' }),
  }),

  async run({ post: posting, planned }, context) {
    const cut = await readCut(context);
    requireFresh(cut, context, '/forecast', 'write a digest');
    const week = lastCompleteWeek(cut);
    if (posting === 'yes' && !cut.shop.demo && week < expectedWeek(context))
      return waitFor(expectedWeek(context), cut, context);
    const ahead = await forecastRun(context, cut, { horizon: throughWeeks(cut, AHEAD_WEEKS), method: 'auto' });
    const reply = await digestReply(context, { cut, week, ahead, late: lateness(planned, context) });
    if (posting === 'no') return reply;

    const { caller, state } = context;
    if (caller.role === null || !mayActAs(caller.role, 'admin')) {
      throw new Refusal('Posting the digest needs an admin', 'Without post:yes you see it yourself.');
    }
    const posted = state.atomically(() => {
      const count = post(context, { purpose: 'digest', report: 'digest', period: week, reply });
      if (count > 0) freeze(context, ahead.run, ahead.history);
      return count;
    });
    const channels = targets(context, 'digest').length;
    return {
      title:
        posted > 0
          ? `The digest goes to ${posted} channels`
          : `The digest of ${formatDays(week, addDays(week, WEEK - 1), cut.shop)} is already posted`,
      tone: channels === 0 ? 'careful' : 'good',
      parts: [
        {
          kind: 'text',
          text:
            channels === 0
              ? 'No channel is set for it: run /channel set purpose:digest where it should be.'
              : `Week ${formatDays(week, addDays(week, WEEK - 1), cut.shop)}.`,
        },
      ],
    };
  },
});

/** The Monday of the last week that the data holds whole. */
function lastCompleteWeek({ before, firstDay }: Cut): Day {
  const monday = addDays(startOfWeek(before), -WEEK);
  if (monday >= firstDay) return monday;
  throw new Refusal('There is no complete week yet', 'The digest compares whole weeks, Monday to Sunday.');
}

/** The Monday of the week that was over at the last turn of a week. */
function expectedWeek({ today }: Context): Day {
  return addDays(startOfWeek(today), -WEEK);
}

/** Part of the week is not here yet: say so once, and leave a note for the refresh that brings it. */
function waitFor(week: Day, cut: Cut, context: Context): Reply {
  const missing = formatDays(cut.before, addDays(week, WEEK - 1), cut.shop);
  const reply: Reply = {
    title: `The digest waits: ${missing} is missing`,
    tone: 'careful',
    parts: [
      {
        kind: 'text',
        text: `I post the digest of ${formatDays(week, addDays(week, WEEK - 1), cut.shop)} as soon as those days are in. Bring them with /import.`,
      },
    ],
  };
  context.state.atomically(() => {
    post(context, { purpose: 'digest', report: 'digest-waits', period: week, reply });
    context.state.memory.set('digest', 'waits for', week, context.now);
  });
  return reply;
}

function lateness(planned: number | undefined, { now, shop }: Context): string | null {
  if (planned === undefined || now - planned < LATE_AFTER_MS) return null;
  return `Late: planned ${formatValue(planned, 'instant', shop)}, sent ${formatValue(now, 'instant', shop)}.`;
}

async function digestReply(
  context: Context,
  {
    cut,
    week,
    ahead: { run, history },
    late,
  }: {
    readonly cut: Cut;
    readonly week: Day;
    readonly ahead: { readonly run: RunOf<KeptForecast>; readonly history: DailyRevenue };
    readonly late: string | null;
  },
): Promise<Reply> {
  const { shop } = cut;
  const money = (minor: number) => formatValue(minor, 'money', shop);
  const weekOf = (monday: Day) => formatDays(monday, addDays(monday, WEEK - 1), shop);
  const until = formatDays(cut.lastDay, cut.lastDay, shop);
  const sales = weekTotal(history, week);
  const before = weekTotal(history, addDays(week, -WEEK));
  const said = await whatWasSaid(context, week, cut);
  const inside = said !== null && said.low80 <= sales && sales <= said.high80;
  const next = run.result.weekly[0];

  const parts: Part[] = [
    ...(late ? [{ kind: 'text' as const, text: late }] : []),
    {
      kind: 'facts',
      facts: [
        { label: `Net revenue, ${weekOf(week)}`, value: sales, unit: 'money', receipt: cut.coverage.importIds.at(-1)! },
        ...(said
          ? [
              {
                label: said.frozen ? 'Forecast, as posted before' : 'Forecast, as it would have been',
                value: said.expected,
                unit: 'money' as const,
                low: said.low80,
                high: said.high80,
                receipt: said.run,
              },
            ]
          : []),
        { label: 'Against the week before', value: before > 0 ? sales / before - 1 : null, unit: 'change' },
        ...(next
          ? [
              {
                label: `Expected, ${weekOf(next.firstDay)}`,
                value: next.expected,
                unit: 'money' as const,
                low: next.low80,
                high: next.high80,
                receipt: run.id,
              },
            ]
          : []),
      ],
    },
    {
      kind: 'chart',
      title: next ? `${money(next.expected)} expected, ${weekOf(next.firstDay)}` : 'Net revenue per week',
      subtitle: `Net revenue per week · data until ${until} · 80% and 95% intervals`,
      alt: `Net revenue per week until ${until}; ${weekOf(week)} ${money(sales)}${next ? `, ${weekOf(next.firstDay)} ${money(next.expected)} expected, 80% interval ${money(next.low80)} to ${money(next.high80)}` : ''}.`,
      chart: bandsChart(
        sumByWeek(history),
        { points: run.result.weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) },
        16,
      ),
    },
    ...(await movedMost(context, week)),
    ...recordNote(context),
  ];
  const waiting = context.state.proposals.list({ states: ['proposed'], limit: 20 });
  if (waiting.length > 0) {
    parts.push({ kind: 'text', text: `Waiting for a decision: ${waiting.map(({ id }) => id).join(', ')}.` });
  }
  const verdict =
    said === null ? '' : inside ? ', inside the band' : sales > said.high80 ? ', above the band' : ', below the band';
  return {
    title: `Week ${weekOf(week)}: ${money(sales)}${verdict}`,
    tone: said === null || inside ? 'plain' : sales > said.high80 ? 'good' : 'careful',
    parts,
    actions: [
      { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: said?.run ?? run.id } } },
      { label: 'Forecast', style: 'plain', ask: { name: 'forecast', input: {} } },
      { label: 'Campaigns', style: 'plain', ask: { name: 'campaign roi', input: {} } },
      ...waiting.slice(0, 1).map(({ id }) => ({
        label: `Open ${id}`,
        style: 'primary' as const,
        ask: { name: 'budget show', input: { proposal: id } },
      })),
    ],
  };
}

type Said = {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly run: string;
  readonly frozen: boolean;
};

/** What was posted for this week before it began; failing that, what the same method says without having seen it. */
async function whatWasSaid(context: Context, week: Day, cut: Cut): Promise<Said | null> {
  const frozen = context.state.ledger.promised(week);
  if (frozen) return { ...frozen, frozen: true };
  if (daysBetween(cut.firstDay, week) < 8 * WEEK) return null;
  const { run } = await forecastRun(context, await readCut(context, week), { horizon: WEEK, method: 'auto' });
  const said = run.result.weekly.find(({ firstDay }) => firstDay === week);
  return said ? { ...said, run: run.id, frozen: false } : null;
}

function weekTotal({ firstDay, revenueMinor }: DailyRevenue, week: Day): number {
  const start = daysBetween(firstDay, week);
  return start < 0 ? 0 : revenueMinor.slice(start, start + WEEK).reduce((sum, value) => sum + value, 0);
}

/** The campaigns whose attributed sales changed most against the week before. */
async function movedMost({ facts }: Context, week: Day): Promise<Part[]> {
  const campaigns = await facts.campaigns.list();
  if (campaigns.length === 0) return [];
  const days = await facts.campaigns.daily({ from: addDays(week, -WEEK), before: addDays(week, WEEK) });
  const turn = daysBetween('1970-01-01', week);
  const sales = new Map<number, { last: number; before: number }>();
  days.campaign.forEach((campaign, i) => {
    const sum = sales.get(campaign) ?? { last: 0, before: 0 };
    sum[days.day[i]! >= turn ? 'last' : 'before'] += days.salesMinor[i]!;
    sales.set(campaign, sum);
  });
  const rows = campaigns
    .map(({ id, name }) => ({ name, ...(sales.get(id) ?? { last: 0, before: 0 }) }))
    .sort((a, b) => Math.abs(b.last - b.before) - Math.abs(a.last - a.before))
    .slice(0, MOVED_MOST)
    .map(({ name, last, before }) => [name, last, last - before]);
  return [
    {
      kind: 'table',
      title: 'Moved most, attributed sales',
      columns: [
        { title: 'Campaign', unit: 'text' },
        { title: 'Last week', unit: 'money' },
        { title: 'Change', unit: 'money' },
      ],
      rows,
    },
  ];
}

/** How past forecasts have done: misses stay visible. */
function recordNote({ state }: Context): Part[] {
  const weeks = state.ledger.scored(12);
  if (weeks.length === 0) {
    return [
      {
        kind: 'note',
        text: 'No posted forecast has been scored yet. From next week on this line says how far off I was.',
      },
    ];
  }
  const actual = weeks.reduce((sum, week) => sum + Math.abs(week.actual!), 0);
  const error = weeks.reduce((sum, week) => sum + Math.abs(week.expected - week.actual!), 0) / actual;
  const naive = weeks.reduce((sum, week) => sum + Math.abs((week.naive ?? week.expected) - week.actual!), 0) / actual;
  const held = weeks.filter((week) => week.low80 <= week.actual! && week.actual! <= week.high80).length;
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return [
    {
      kind: 'note',
      text: `Last ${weeks.length} weeks: error ${percent(error)} (naive ${percent(naive)}), inside the 80% band ${held} of ${weeks.length}.`,
    },
  ];
}
