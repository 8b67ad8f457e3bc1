import { z } from 'zod';
import type { LedgerWeek, Override } from '../../data/state/types/ledger.ts';
import { trackRecord } from '../../models/ledger/record.ts';
import { count, day, instant, money, named, number, type Said, say, sentences, share } from '../../words/say.ts';
import { type Command, type Context, defineCommand } from '../command.ts';
import { receiptId, wholeNumber } from '../inputs.ts';
import { bandDrift, championOf } from '../models/champion.ts';
import { Refusal } from '../refusal.ts';
import type { ChartPart, Fact, Part, Reply, Table } from '../reply.ts';
import { bandCell, offBy, placeInBand } from './against.ts';
import { commentPart } from './comment.ts';
import { decisions } from './decisions.ts';
import { oneOfOthers, otherSeries } from './other-series.ts';
import { RECORD_WEEKS, recordLine, scored } from './record.ts';

const RUNS_SHOWN = 12;

export const ledgerForecasts = defineCommand({
  name: 'ledger forecasts',
  summary: say`Every posted forecast, held against what came`,
  examples: ['ledger forecasts', 'ledger forecasts weeks:26', 'ledger forecasts run:F-12'],
  needs: 'viewer',
  bare: 'run',
  input: z.strictObject({
    run: receiptId(say`one posted forecast, such as F-12`, 'forecast').optional(),
    weeks: wholeNumber({ from: 1, to: 104, says: say`how many scored weeks to look back` }).default(RECORD_WEEKS),
  }),
  run({ run, weeks }, context) {
    return run === undefined ? overview(context, weeks) : oneForecast(context, run);
  },
});

/** What most people type. */
export const ledger: Command = { ...ledgerForecasts, name: 'ledger', examples: ['ledger', 'ledger F-12'] };

function overview(context: Context, limit: number): Reply {
  const { state } = context;
  const runs = state.ledger.runs(RUNS_SHOWN);
  const weeks = state.ledger.scored(limit);
  const others = [...lateWeeks(state.ledger.late(limit)), ...otherSeries(state.ledger.series.history(limit))];
  const decided = decisions(context);
  if (runs.length === 0 && others.length > 0) {
    return { title: say`The shop’s revenue was not forecast for all yet`, tone: 'plain', parts: others };
  }
  if (runs.length === 0) {
    return {
      title: say`No forecast has been posted yet`,
      tone: 'plain',
      parts: [
        {
          kind: 'text',
          text: say`A forecast is frozen when it is shown to all: by the Monday digest, or by /forecast share:yes. When its weeks are over, they are scored here, and nobody can change or delete them.`,
        },
        ...decided.parts,
      ],
      actions: decided.actions,
    };
  }
  const drift = bandDrift(state, championOf(state).recipe);
  const widened =
    drift.factor === 1
      ? []
      : [
          {
            kind: 'text' as const,
            text: say`The 80% band held ${count(drift.held)} of ${count(drift.weeks)} weeks, which happens by luck in ${share(drift.chance)} of cases only. New forecasts have bands ${number(drift.factor)} times as wide.`,
          },
        ];
  return {
    title:
      weeks.length > 0
        ? recordLine(trackRecord(weeks.map(scored)))
        : say`Forecasts frozen: ${count(runs.length)}. None of their weeks is over yet`,
    tone: drift.factor === 1 ? 'plain' : 'careful',
    parts: [
      ...decided.parts,
      ...(weeks.length > 0 ? scores(context, weeks, limit) : []),
      ...widened,
      {
        kind: 'table',
        title: say`Posted forecasts`,
        columns: [
          { title: say`Forecast`, unit: 'receipt' },
          { title: say`Posted`, unit: 'instant' },
          { title: say`Weeks`, unit: 'count' },
          { title: say`Scored`, unit: 'count' },
          { title: say`From week`, unit: 'day' },
          { title: say`To week`, unit: 'day' },
        ],
        rows: runs.map(({ run, frozenAt, weeks: said, scored: over, firstWeek, lastWeek }) => [
          named(run),
          frozenAt,
          said,
          over,
          day(firstWeek),
          day(lastWeek),
        ]),
      },
      { kind: 'note', text: small },
      ...others,
    ],
    actions: [{ label: say`Models`, style: 'plain', ask: { name: 'models', input: {} } }, ...decided.actions],
  };
}

/** What a digest told or compared with too late to promise it. */
function lateWeeks(weeks: readonly LedgerWeek[]): Part[] {
  if (weeks.length === 0) return [];
  return [
    {
      kind: 'table',
      title: say`Told or compared with when the week had begun: counted in no record`,
      columns: [
        { title: say`Week from`, unit: 'day' },
        { title: say`Came`, unit: 'money' },
        { title: say`Forecast`, unit: 'money' },
        { title: say`Low 80%`, unit: 'money' },
        { title: say`High 80%`, unit: 'money' },
        { title: say`Band`, unit: 'text' },
        { title: say`Receipt`, unit: 'receipt' },
      ],
      rows: weeks.map((week) => [
        day(week.week),
        week.actual,
        week.expected,
        week.low80,
        week.high80,
        bandCell(week, week.actual),
        named(week.run),
      ]),
    },
  ];
}

const small = sentences(
  say`Net revenue of the whole shop, week by week, as posted: nobody can change or delete it.`,
  say`Error: missed money over money that came.`,
  say`Naive: the week before the forecast, repeated.`,
  say`MASE: error over the usual change from week to week in the past; whether repeating would have been better these weeks is told by the naive error.`,
  say`Bias: above 0 promised too much.`,
);

function scores(context: Context, weeks: readonly LedgerWeek[], limit: number): Part[] {
  const overrides = context.state.ledger.overrides();
  return [
    { kind: 'facts', facts: recordFacts(weeks) },
    againstActual(weeks, recordLine(trackRecord(weeks.map(scored)))),
    weekTable(say`By week, as last said before it`, weeks, overrides),
    ...byHorizon(context.state.ledger.history(limit)),
  ];
}

function recordFacts(weeks: readonly LedgerWeek[]): Fact[] {
  const { error, naive, mase, bias, held50, held80, held95 } = trackRecord(weeks.map(scored));
  const share = ({ weeks: held, of }: typeof held80) => (of > 0 ? held / of : null);
  return [
    { label: say`Error`, value: error, unit: 'share' },
    { label: say`Error of the naive forecast`, value: naive, unit: 'share' },
    { label: say`MASE`, value: mase, unit: 'number' },
    { label: say`Bias`, value: bias, unit: 'change' },
    { label: say`50% band held`, value: share(held50), unit: 'share' },
    { label: say`80% band held`, value: share(held80), unit: 'share' },
    { label: say`95% band held`, value: share(held95), unit: 'share' },
  ];
}

function weekTable(title: Said, weeks: readonly LedgerWeek[], overrides: readonly Override[]): Table {
  return {
    kind: 'table',
    title,
    columns: [
      { title: say`Week from`, unit: 'day' },
      { title: say`Came`, unit: 'money' },
      { title: say`Forecast`, unit: 'money' },
      { title: say`Low 80%`, unit: 'money' },
      { title: say`High 80%`, unit: 'money' },
      { title: say`Error`, unit: 'change' },
      { title: say`Naive error`, unit: 'change' },
      { title: say`Band`, unit: 'text' },
      { title: say`A person said`, unit: 'money' },
      { title: say`Receipt`, unit: 'receipt' },
    ],
    rows: weeks.map(({ week, actual, expected, low80, high80, naive, run }) => [
      day(week),
      actual,
      expected,
      low80,
      high80,
      offBy(expected, actual),
      naive === null ? null : offBy(naive, actual),
      bandCell({ low80, high80 }, actual),
      overrides.find((each) => each.week === week)?.value ?? null,
      named(run),
    ]),
  };
}

/** How the record changes with how far ahead was looked: of each week, what was said last at that distance. */
function byHorizon(history: readonly LedgerWeek[]): Table[] {
  const posted = history.filter(({ posted: shown, ahead }) => shown && ahead !== null);
  const distances = [...new Set(posted.map(({ ahead }) => ahead!))].sort((a, b) => a - b);
  if (distances.length < 2) return [];
  return [
    {
      kind: 'table',
      title: say`By how far ahead`,
      columns: [
        { title: say`Weeks ahead`, unit: 'count' },
        { title: say`Weeks scored`, unit: 'count' },
        { title: say`Error`, unit: 'share' },
        { title: say`Naive`, unit: 'share' },
        { title: say`MASE`, unit: 'number' },
        { title: say`Bias`, unit: 'change' },
        { title: say`80% band held`, unit: 'share' },
        { title: say`95% band held`, unit: 'share' },
      ],
      rows: distances.map((distance) => {
        const said = posted.filter(({ ahead }) => ahead === distance);
        const last = said.filter(({ week }, i) => said.findIndex((each) => each.week === week) === i);
        const { weeks, error, naive, mase, bias, held80, held95 } = trackRecord(last.map(scored));
        const share = ({ weeks: held, of }: typeof held80) => (of > 0 ? held / of : null);
        return [distance, weeks, error, naive, mase, bias, share(held80), share(held95)];
      }),
    },
  ];
}

function oneForecast(context: Context, id: string): Reply {
  const { state } = context;
  const weeks = state.ledger.of(id).filter(({ posted, late }) => posted || late);
  const others = state.ledger.series.of(id);
  if (weeks.length === 0 && others.length > 0) return oneOfOthers(id, others);
  if (weeks.length === 0) {
    throw new Refusal(
      say`${id} was never posted`,
      say`The ledger keeps what was shown to all. /ledger lists it, /why explains any run.`,
    );
  }
  const over = weeks.filter(({ actual }) => actual !== null);
  const [{ frozenAt, recipe, widened }] = weeks as [LedgerWeek];
  return {
    title:
      over.length > 0
        ? say`${id} against what came: ${count(over.length)} of ${count(weeks.length)} weeks`
        : say`${id}: no week is over yet`,
    tone: 'plain',
    parts: [
      ...(over.length > 0 ? [{ kind: 'facts' as const, facts: recordFacts(over) }] : []),
      againstActual(weeks.toReversed(), say`Posted ${instant(frozenAt)}, held against what came`),
      weekTable(say`By week`, weeks, state.ledger.overrides()),
      ...commentPart(id, context),
      {
        kind: 'note',
        text: sentences(
          widened === 1
            ? say`Posted ${instant(frozenAt)} by the model "${recipe}".`
            : say`Posted ${instant(frozenAt)} by the model "${recipe}", its bands drawn ${number(widened)} times as wide.`,
          say`It cannot be changed or deleted.`,
        ),
      },
    ],
    actions: [{ label: say`Why ${id}?`, style: 'plain', ask: { name: 'why', input: { id } } }],
  };
}

/** @param weeks newest first */
function againstActual(weeks: readonly LedgerWeek[], title: Said): ChartPart {
  const byDay = weeks.toReversed();
  const known = byDay.filter(({ low95, high95 }) => low95 !== null && high95 !== null);
  const over = weeks.filter(({ actual }) => actual !== null);
  const held = over.filter((week) => placeInBand(week, week.actual) === 'inside').length;
  return {
    kind: 'chart',
    title,
    subtitle: say`Net revenue per week · as posted before each week · 80% and 95% intervals`,
    alt:
      over.length > 0
        ? sentences(
            say`Forecast and actual of ${count(over.length)} weeks: inside the 80% band ${count(held)} of ${count(over.length)}.`,
            say`The last: ${money(over[0]!.actual)} came, ${money(over[0]!.expected)} was expected.`,
          )
        : say`Forecast of ${count(weeks.length)} weeks, none of them over.`,
    chart: {
      type: 'forecast',
      unit: 'money',
      actual: byDay.flatMap(({ week, actual }) => (actual === null ? [] : [{ day: week, value: actual }])),
      expected: byDay.map(({ week, expected }) => ({ day: week, value: expected })),
      bands: [
        { level: 0.95, points: known.map(({ week, low95, high95 }) => ({ day: week, low: low95!, high: high95! })) },
        { level: 0.8, points: byDay.map(({ week, low80, high80 }) => ({ day: week, low: low80, high: high80 })) },
      ],
    },
  };
}
