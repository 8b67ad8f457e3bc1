import type { DailyRevenue, Day } from '../../data/types.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { say } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import { isDemoted, ruleNames } from '../alerts/demotion.ts';
import type { Context } from '../command.ts';
import { driversFor, driverTable, mainDrivers } from '../drivers.ts';
import { bandsChart, sumByWeek } from '../forecast-chart.ts';
import { RECORD_WEEKS, recordLine } from '../ledger/record.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { forecastRun, type KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { slipsOfWeek } from '../segments/slips.ts';

const WEEK = 7;
/** Without this much history before it, nothing could have been said of a week. */
const LEAST_HISTORY_WEEKS = 8;
const CHART_WEEKS = 16;

type Ahead = { readonly run: RunOf<KeptForecast>; readonly history: DailyRevenue };

/**
 * Last week against what was said of it, why, and what comes. Two lines when the posted forecast held and nothing waits,
 * unless the whole is asked for.
 */
export async function digestReply(
  context: Context,
  {
    cut,
    week,
    ahead,
    late,
    whole,
  }: {
    readonly cut: Cut;
    /** The Monday of the week it is about. */
    readonly week: Day;
    readonly ahead: Ahead;
    readonly late: string | null;
    readonly whole: boolean;
  },
): Promise<Reply> {
  const { shop } = cut;
  const sales = weekTotal(ahead.history, week);
  const said = await whatWasSaid(context, week, cut);
  const verdict = said === null ? null : sales < said.low80 ? 'below' : sales > said.high80 ? 'above' : 'inside';
  const pending = pendingParts(context);
  const waiting = context.state.proposals.list({ states: ['proposed'], limit: 1 });
  const slid = await slipsOfWeek(context, cut);
  const isQuiet =
    said?.frozen === true && verdict === 'inside' && pending.length === 0 && slid?.isMany !== true && !whole;
  const record = recordNote(context);
  return {
    title: `Week ${weekOf(week, cut)}: ${formatValue(sales, 'money', shop)}${verdict === null ? '' : `, ${verdict} the band`}`,
    tone: verdict === 'above' ? 'good' : verdict === 'below' ? 'careful' : 'plain',
    parts: [
      ...(late ? [{ kind: 'text' as const, text: late }] : []),
      ...(isQuiet
        ? [quietLine(said, ahead, cut)]
        : [
            ...(await wholeParts(context, { cut, week, ahead, sales, said })),
            ...(slid ? [{ kind: 'text' as const, text: slid.text }] : []),
            ...pending,
          ]),
      record,
    ],
    actions: [
      { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: said?.run ?? ahead.run.id } } },
      ...(isQuiet ? [details] : [toForecast, toCampaigns]),
      ...waiting.map(({ id }) => ({
        label: `Open ${id}`,
        style: 'primary' as const,
        ask: { name: 'budget show', input: { proposal: id } },
      })),
    ],
  };
}

const details: Action = { label: 'Details', style: 'plain', ask: { name: 'digest', input: { details: 'yes' } } };
const toForecast: Action = { label: 'Forecast', style: 'plain', ask: { name: 'forecast', input: {} } };
const toCampaigns: Action = { label: 'Campaigns', style: 'plain', ask: { name: 'campaign roi', input: {} } };

function weekOf(monday: Day, { shop }: Cut): string {
  return formatDays(monday, addDays(monday, WEEK - 1), shop);
}

function quietLine({ expected, low80, high80, run }: Said, ahead: Ahead, { shop }: Cut): Part {
  const money = (minor: number) => formatValue(minor, 'money', shop);
  const next = ahead.run.result.weekly[0];
  const coming = next
    ? ` Next week: ${money(next.expected)} (80%: ${money(next.low80)} to ${money(next.high80)}), ${ahead.run.id}.`
    : '';
  const text = `Forecast was ${money(expected)} (80%: ${money(low80)} to ${money(high80)}), ${run}.${coming}`;
  return { kind: 'text', text };
}

async function wholeParts(
  context: Context,
  {
    cut,
    week,
    ahead: { run, history },
    sales,
    said,
  }: {
    readonly cut: Cut;
    readonly week: Day;
    readonly ahead: Ahead;
    readonly sales: number;
    readonly said: Said | null;
  },
): Promise<Part[]> {
  const before = weekTotal(history, addDays(week, -WEEK));
  const next = run.result.weekly[0];
  const facts: Fact[] = [
    {
      label: `Net revenue, ${weekOf(week, cut)}`,
      value: sales,
      unit: 'money',
      receipt: cut.coverage.importIds.at(-1)!,
    },
  ];
  if (said) {
    const { expected: value, low80: low, high80: high, run: receipt } = said;
    const label = said.frozen ? 'Forecast, as posted before' : 'Forecast, as it would have been';
    facts.push({ label, value, unit: 'money', low, high, receipt });
  }
  const override = context.state.ledger.overrides().find((each) => each.week === week);
  // Whose it was is between Sextant and that person: /ledger people.
  if (override) facts.push({ label: 'A person said', value: override.value, unit: 'money' });
  facts.push({ label: 'Against the week before', value: before > 0 ? sales / before - 1 : null, unit: 'change' });
  if (next) {
    const { expected: value, low80: low, high80: high, firstDay } = next;
    facts.push({ label: `Expected, ${weekOf(firstDay, cut)}`, value, unit: 'money', low, high, receipt: run.id });
  }
  return [
    { kind: 'facts', facts },
    chartOf({ cut, week, ahead: { run, history }, sales }),
    ...(await moved(context, { week, sales, said })),
  ];
}

function chartOf({
  cut,
  week,
  ahead: { run, history },
  sales,
}: {
  readonly cut: Cut;
  readonly week: Day;
  readonly ahead: Ahead;
  readonly sales: number;
}): Part {
  const { shop } = cut;
  const money = (minor: number) => formatValue(minor, 'money', shop);
  const until = formatDays(cut.lastDay, cut.lastDay, shop);
  const next = run.result.weekly[0];
  const coming = next
    ? `, ${weekOf(next.firstDay, cut)} ${money(next.expected)} expected, 80% interval ${money(next.low80)} to ${money(next.high80)}`
    : '';
  return {
    kind: 'chart',
    title: next ? `${money(next.expected)} expected, ${weekOf(next.firstDay, cut)}` : 'Net revenue per week',
    subtitle: `Net revenue per week · data until ${until} · 80% and 95% intervals`,
    alt: `Net revenue per week until ${until}; ${weekOf(week, cut)} ${money(sales)}${coming}.`,
    chart: bandsChart(
      sumByWeek(history),
      { points: run.result.weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) },
      CHART_WEEKS,
    ),
  };
}

/** Why the week was not what was said of it: what moved most, cut four ways. */
async function moved(
  { facts, shop }: Context,
  { week, sales, said }: { readonly week: Day; readonly sales: number; readonly said: Said | null },
): Promise<Part[]> {
  if (said === null) return [];
  const gap = sales - said.expected;
  const drivers = await driversFor(facts, { from: week, before: addDays(week, WEEK), expected: said.expected });
  const main = mainDrivers(drivers, gap);
  const difference = `${gap > 0 ? '+' : ''}${formatValue(gap, 'money', shop)} against the forecast`;
  return [
    ...(main
      ? [
          {
            kind: 'text' as const,
            text: say`${difference}. Moved most: ${main}. Each is a cut of the same difference.`,
          },
        ]
      : []),
    ...driverTable(drivers, gap),
  ];
}

/** What somebody should look at: alerts that go on, rules that were voted down, decisions that wait. */
function pendingParts({ state }: Context): Part[] {
  const lines: string[] = [];
  const open = state.alerts.ongoing();
  if (open.length > 0) lines.push(`Open alerts: ${open.map(({ id }) => id).join(', ')}.`);
  for (const rule of (['week', 'days'] as const).filter((each) => isDemoted(state, each))) {
    if (open.some((alert) => alert.rule === rule))
      lines.push(`Alerts on ${inEnglish(ruleNames[rule])} are not posted: three were not useful.`);
  }
  const waiting = state.proposals.list({ states: ['proposed'], limit: 20 });
  if (waiting.length > 0) lines.push(`Waiting for a decision: ${waiting.map(({ id }) => id).join(', ')}.`);
  return lines.map((text) => ({ kind: 'text', text }));
}

type Said = {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly run: string;
  /** Posted before the week began. */
  readonly frozen: boolean;
};

/** What was posted for this week before it began; failing that, what the same method says without having seen it. */
async function whatWasSaid(context: Context, week: Day, cut: Cut): Promise<Said | null> {
  const frozen = context.state.ledger.promised(week);
  if (frozen) return { ...frozen, frozen: true };
  if (daysBetween(cut.firstDay, week) < LEAST_HISTORY_WEEKS * WEEK) return null;
  const { run } = await forecastRun(context, await readCut(context, week), { horizon: WEEK, method: 'auto' });
  const said = run.result.weekly.find(({ firstDay }) => firstDay === week);
  return said ? { ...said, run: run.id, frozen: false } : null;
}

function weekTotal({ firstDay, revenueMinor }: DailyRevenue, week: Day): number {
  const start = daysBetween(firstDay, week);
  return start < 0 ? 0 : revenueMinor.slice(start, start + WEEK).reduce((sum, value) => sum + value, 0);
}

/** How past forecasts have done: misses stay visible. */
function recordNote({ state }: Context): Part {
  const weeks = state.ledger.scored(RECORD_WEEKS);
  const text =
    weeks.length > 0
      ? recordLine(weeks)
      : 'No posted forecast has been scored yet. From next week on this line says how far off I was.';
  return { kind: 'note', text };
}
