import type { Receipt, Run } from '../../data/state/types/runs.ts';
import type { Metric } from '../../data/types/series.ts';
import { entryOf } from '../../words/entry.ts';
import {
  count,
  day,
  days,
  instant,
  lines,
  listed,
  money,
  named,
  number,
  say,
  sentences,
  type Words,
} from '../../words/say.ts';
import type { Context } from '../command.ts';
import { metrics, slicings } from '../forecast/metric.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import { whyNotAgain } from '../runs/again.ts';
import { quotedParts } from './quoted.ts';

const kinds: Readonly<Record<Run['kind'], Words>> = {
  forecast: say`forecast`,
  slices: say`forecast of slices`,
  segments: say`customer segments`,
  moves: say`moves between segments`,
  network: say`who brings customers in`,
  rules: say`what segments come down to`,
  prediction: say`where customers are expected next`,
  split: say`groups inside a segment`,
  profile: say`what is known of each segment`,
  trial: say`a number of segments that was asked for`,
  returns: say`campaign returns`,
  advice: say`what to do with campaigns`,
  pacing: say`the month's spend against its plan`,
  budget: say`budget plan`,
  week: say`sales of a week`,
  moved: say`what moved most`,
  seasons: say`what brings the revenue`,
  drivers: say`what customers' spend or answers go with`,
  timing: say`when people buy`,
  slips: say`who slid into a worse group`,
  record: say`the record of posted forecasts`,
  result: say`what a list brought`,
  finding: say`how a promise stands`,
};

/** Method, cut, rows used and left out, past error, assumptions, and who has quoted it since. */
export function aboutRun(run: Run, { state }: Context): Reply {
  const { id, kind, madeAt, tookMs, receipt } = run;
  const whyNot = whyNotAgain(run);
  const frozen = [...state.ledger.of(id).filter(({ posted }) => posted), ...state.ledger.series.of(id)];
  return {
    title: say`${id}: ${kinds[kind]}`,
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say`Method`, value: receipt.method, unit: 'text' },
          { label: say`Version of the method`, value: receipt.version ?? null, unit: 'count' },
          { label: say`Made`, value: madeAt, unit: 'instant' },
          { label: say`Data until`, value: day(receipt.dataUntil), unit: 'day' },
          { label: say`From imports`, value: named(receipt.imports.join(', ')), unit: 'text' },
          { label: say`Seed`, value: receipt.seed === null ? say`none` : named(String(receipt.seed)), unit: 'text' },
          { label: say`Took`, value: say`${number(Math.round(tookMs / 100) / 10)} s`, unit: 'text' },
          ...askedFor(receipt),
        ],
      },
      ...list(say`What it used`, receipt.used),
      ...checkTable(receipt),
      ...list(
        kind === 'forecast' || kind === 'slices'
          ? say`Past error, on held-out stretches (rolling origin)`
          : say`How far to trust it`,
        receipt.record,
      ),
      ...list(say`Assumptions`, receipt.assumptions),
      ...(frozen.length > 0
        ? [
            {
              kind: 'text' as const,
              text: say`Frozen ${instant(frozen[0]!.frozenAt)}: ${count(frozen.length)} weeks stand in the ledger and cannot be changed.`,
            },
          ]
        : []),
      ...(whyNot ? [{ kind: 'text' as const, text: sentences(say`It cannot be computed again.`, whyNot) }] : []),
      ...quotedParts(state, id),
    ],
    actions: whyNot ? [] : [againAction(id)],
  };
}

function againAction(id: string): Action {
  return { label: say`Compute it again`, style: 'plain', ask: { name: 'why', input: { id, again: 'yes' } } };
}

/** What people choose of a run, in words; what only the program tells it by is kept with the run and not told. */
function askedFor({ parameters: { metric, by, segments, of, horizon, weeks, total } }: Receipt): Fact[] {
  const asked: Words[] = [
    ...(typeof metric === 'string' ? metricWords(metric) : []),
    ...(typeof by === 'string' ? [sliceWords(by, of)] : []),
    ...(typeof segments === 'string' ? [say`groups of ${segments}`] : []),
    ...(typeof horizon === 'number' ? [say`${days(horizon)} ahead`] : []),
    ...(typeof weeks === 'number' ? [say`${count(weeks)} weeks`] : []),
    ...(typeof total === 'number' ? [say`${money(total)} a week`] : []),
  ];
  return asked.length > 0 ? [{ label: say`Asked for`, value: say`${listed(asked)}`, unit: 'text' }] : [];
}

/** "Channel Shopee"; "without a campaign" for the orders that tell none; every one of them where none is asked for. */
function sliceWords(by: string, of: unknown): Words {
  const words = entryOf(slicings, by);
  if (of === null && words) return words.none;
  const one = words?.one ?? by;
  return typeof of === 'string' ? say`${one} ${of}` : say`each ${one}`;
}

function metricWords(metric: string): Words[] {
  const known =
    metric === 'net revenue' ? 'revenue' : (Object.keys(metrics) as Metric[]).find((each) => each === metric);
  return known === undefined ? [] : [metrics[known].name];
}

function list(title: Words, items: readonly Words[]): Part[] {
  if (items.length === 0) return [];
  return [{ kind: 'text', text: lines([say`${title}:`, ...items.map((item) => say`• ${item}`)]) }];
}

function checkTable({ checks }: Receipt): Part[] {
  if (checks.length === 0) return [];
  return [
    {
      kind: 'table',
      title: say`Fitness checks`,
      columns: [
        { title: say`Check`, unit: 'text' },
        { title: say`Verdict`, unit: 'text' },
        { title: say`Finding`, unit: 'text' },
      ],
      rows: checks.map(({ name, passed, says }) => [
        entryOf(checkNames, name) ?? named(name),
        passed ? say`passed` : say`failed`,
        says,
      ]),
    },
  ];
}

/** Short names of checks, as their models call them. */
const checkNames: Readonly<Record<string, Words>> = {
  attribution: say`attribution`,
  circles: say`circles`,
  confounding: say`confounding`,
  convergence: say`convergence`,
  cost: say`cost`,
  curves: say`curves`,
  customers: say`customers`,
  data: say`data`,
  'equal marginals': say`equal marginals`,
  events: say`events`,
  features: say`features`,
  fit: say`fit`,
  forest: say`forest`,
  gap: say`gap`,
  goal: say`goal`,
  horizon: say`horizon`,
  ledger: say`ledger`,
  level: say`level`,
  naive: say`naive`,
  'negative spend': say`negative spend`,
  range: say`range`,
  recent: say`recent`,
  renamed: say`renamed`,
  response: say`response`,
  sales: say`sales`,
  season: say`season`,
  separation: say`separation`,
  stability: say`stability`,
  unit: say`unit`,
  variation: say`variation`,
  weeks: say`weeks`,
  'weeks per effect': say`weeks per effect`,
  wish: say`wish`,
};
