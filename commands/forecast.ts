import { z } from 'zod';
import type { DailyRevenue, Day } from '../data/types.ts';
import { addDays, daysBetween } from '../models/days.ts';
import { longestHorizon } from '../models/forecast/forecast.ts';
import { methodNames } from '../models/forecast/method-names.ts';
import { defineCommand } from './command.ts';
import { csvFile } from './csv.ts';
import { type Bands, bandsChart, sumByWeek } from './forecast-chart.ts';
import { choice, day, wholeNumber } from './inputs.ts';
import { standingForecast } from './models/champion.ts';
import { formatDays, formatValue } from './quantity.ts';
import { Refusal } from './refusal.ts';
import type { Action, Part, Reply, Row, Table } from './reply.ts';
import { type Cut, readCut, requireFresh } from './runs/cut.ts';
import { forecastRun, type KeptForecast, throughWeeks } from './runs/forecast.ts';
import { freeze, pastTotal } from './runs/freeze.ts';
import type { RunOf } from './runs/keep.ts';

const WEEK = 7;
const LONGEST_DAYS = 365;
const DEFAULT_WEEKS = 8;
/** From here on a table or a picture of single days is noise: weeks are shown. */
const WEEKLY_FROM_DAYS = 28;

const methods = { auto: 'auto', naive: 'seasonal-naive', ets: 'ets', mstl: 'mstl', prophet: 'prophet' } as const;

export const forecast = defineCommand({
  name: 'forecast',
  summary: 'Expected revenue for the coming days and weeks, with a range',
  examples: ['forecast', 'forecast weeks:8', 'forecast days:14 method:prophet'],
  needs: 'viewer',
  input: z.strictObject({
    weeks: wholeNumber({ from: 1, to: 52, says: 'how many weeks ahead' }).optional(),
    days: wholeNumber({ from: 1, to: LONGEST_DAYS, says: 'how many days ahead, instead of weeks' }).optional(),
    method: choice(
      ['auto', 'naive', 'ets', 'mstl', 'prophet'],
      'all weighted by their past errors, or one of your choice',
    ).default('auto'),
    'as-of': day('what could be said before this past day').optional(),
    csv: choice(['yes', 'no'], 'add the forecast as a file').default('no'),
  }),

  async run({ weeks, days, method, 'as-of': asOf, csv }, context) {
    if (weeks !== undefined && days !== undefined) {
      throw new Refusal('Weeks or days?', 'Give one of the two, for example: /forecast weeks:8');
    }
    const cut = await readCut(context, asOf);
    if (asOf === undefined) requireFresh(cut, context, '/forecast', 'look ahead');
    // Asked in weeks, the answer ends with a week, however the data ends.
    const horizon = days ?? Math.min(LONGEST_DAYS, throughWeeks(cut, weeks ?? DEFAULT_WEEKS));
    requireHistory(cut, horizon);

    // What was chosen by hand, or looks back, is not what we say of the coming weeks.
    const isOurs = asOf === undefined && method === 'auto';
    const { run, history } = isOurs
      ? await standingForecast(context, cut, horizon)
      : await forecastRun(context, cut, { horizon, method: methods[method] });
    if (context.shared && isOurs) freeze(context, run, history);
    return replyOf(run, history, { cut, horizon, again: { weeks, days, method, 'as-of': asOf }, csv: csv === 'yes' });
  },
});

/** A horizon of more than half the history is a guess: say how far one can see, and offer that. */
function requireHistory(cut: Cut, horizon: number): void {
  const history = daysBetween(cut.firstDay, cut.before);
  const longest = longestHorizon(history);
  if (horizon <= longest) return;
  const reach = longest >= 2 * WEEK ? { weeks: Math.floor(longest / WEEK) } : { days: longest };
  const [[unit, most] = ['days', 0]] = Object.entries(reach);
  throw new Refusal(
    `${history} days of sales let me look ${most} ${unit} ahead`,
    `For ${horizon} days I need about ${2 * horizon} days of history. Import older orders, or ask for less.`,
    longest > 0
      ? [{ label: `Forecast ${most} ${unit}`, style: 'primary', ask: { name: 'forecast', input: reach } }]
      : [],
  );
}

function replyOf(
  run: RunOf<KeptForecast>,
  history: DailyRevenue,
  {
    cut,
    horizon,
    again,
    csv,
  }: {
    readonly cut: Cut;
    readonly horizon: number;
    readonly again: Readonly<Record<string, unknown>>;
    readonly csv: boolean;
  },
): Reply {
  const { result } = run;
  const { total, method } = result;
  const past = pastTotal(history, horizon);
  const byWeek = horizon >= WEEKLY_FROM_DAYS && result.weekly.length > 1;
  const bands = byWeek ? weekBands(result) : dayBands(result);
  const money = (minor: number) => formatValue(minor, 'money', cut.shop);
  const span = formatDays(cut.before, addDays(cut.before, horizon - 1), cut.shop);

  const parts: Part[] = [
    {
      kind: 'facts',
      facts: [
        {
          label: `Net revenue, ${span}`,
          value: total.expected,
          unit: 'money',
          low: total.low80,
          high: total.high80,
          receipt: run.id,
        },
        { label: 'A day on average', value: total.expected / horizon, unit: 'money' },
        ...(past
          ? [{ label: `Against the ${horizon} days before`, value: total.expected / past - 1, unit: 'change' as const }]
          : []),
        { label: 'Method', value: methodNames[method], unit: 'text' },
      ],
    },
    {
      kind: 'chart',
      title: `${money(total.expected)} expected, ${span}`,
      subtitle: `Net revenue ${byWeek ? 'per week' : 'per day'} · data until ${formatDays(cut.lastDay, cut.lastDay, cut.shop)} · 80% and 95% intervals`,
      alt:
        `Forecast of net revenue, ${span}: ${money(total.expected)} in all, ` +
        `80% interval ${money(total.low80)} to ${money(total.high80)}.`,
      chart: bandsChart(byWeek ? sumByWeek(history) : eachDay(history), bands, byWeek ? 26 : 56),
    },
    tableOf(bands, byWeek, daysLeft(result, byWeek)),
    { kind: 'note', text: noteOn(result, cut, asOfOf(again)) },
  ];
  if (csv) parts.push(csvFile(`forecast-${run.id}.csv`, tableOf(bands, byWeek, daysLeft(result, byWeek)), cut.shop));

  const actions: Action[] = [{ label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } }];
  if (!csv) actions.push({ label: 'CSV', style: 'plain', ask: { name: 'forecast', input: { ...again, csv: 'yes' } } });
  const { weeks, days } = again;
  const asked = days === undefined ? `${weeks ?? DEFAULT_WEEKS} weeks` : `${days} days`;
  return { title: `Forecast for the next ${asked}`, tone: 'plain', parts, actions };
}

function asOfOf(again: Readonly<Record<string, unknown>>): Day | undefined {
  return again['as-of'] as Day | undefined;
}

/** The days of the horizon outside its whole weeks: in the total, and so in the table. Their range is not known. */
function daysLeft({ daily, weekly, total }: KeptForecast, byWeek: boolean): Row[] {
  const first = weekly[0]?.firstDay;
  const outside = daily.typical.length - WEEK * weekly.length;
  if (!byWeek || first === undefined || outside === 0) return [];
  const rest = weekly.reduce((left, week) => left - week.expected, total.expected);
  const areBefore = addDays(daily.firstDay, outside) === first;
  return [[areBefore ? daily.firstDay : `${outside} other days`, rest, null, null, null, null]];
}

function tableOf({ points }: Bands, byWeek: boolean, before: readonly Row[]): Table {
  return {
    kind: 'table',
    columns: [
      { title: byWeek ? 'Week from' : 'Day', unit: 'day' },
      { title: 'Expected', unit: 'money' },
      { title: 'Low 80%', unit: 'money' },
      { title: 'High 80%', unit: 'money' },
      { title: 'Low 95%', unit: 'money' },
      { title: 'High 95%', unit: 'money' },
    ],
    rows: [
      ...before,
      ...points.map(({ day: date, expected, low80, high80, low95, high95 }) => [
        date,
        expected,
        low80,
        high80,
        low95,
        high95,
      ]),
    ],
  };
}

/** What this forecast is worth, beside the yardstick, and what was assumed. */
function noteOn(result: KeptForecast, cut: Cut, asOf: Day | undefined): string {
  const { method, backtest, reason, checks } = result;
  const own = backtest.scores.find((score) => score.method === method);
  const record = own ? `Its 80% band held ${formatValue(own.cover80, 'share', cut.shop)} of past days.` : '';
  const left = daysLeft(result, true).length > 0 ? 'The first row is the days outside these whole weeks.' : '';
  const failed = checks.filter(({ passed }) => !passed).map(({ says }) => says);
  const past =
    asOf === undefined
      ? ''
      : `As of ${asOf}: orders from then on are not looked at. Corrections that I learned later are in.`;
  return [left, reason, record, ...failed, past].filter((sentence) => sentence !== '').join(' ');
}

function weekBands({ weekly }: KeptForecast): Bands {
  return { points: weekly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) };
}

function dayBands({ daily }: KeptForecast): Bands {
  return {
    points: Array.from(daily.expected, (expected, i) => ({
      day: addDays(daily.firstDay, i),
      expected,
      low50: daily.low50[i]!,
      high50: daily.high50[i]!,
      low80: daily.low80[i]!,
      high80: daily.high80[i]!,
      low95: daily.low95[i]!,
      high95: daily.high95[i]!,
    })),
  };
}

function eachDay({ firstDay, revenueMinor }: DailyRevenue): { day: Day; value: number }[] {
  return Array.from(revenueMinor, (value, i) => ({ day: addDays(firstDay, i), value }));
}
