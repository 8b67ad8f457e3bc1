import type { Receipt, Run, RunKind } from '../../data/state/types/runs.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import type { FeatureSet } from '../../models/segments/feature-sets.ts';
import { paceOf } from '../campaigns/pacing.ts';
import type { Context } from '../command.ts';
import { judgeList, type Sent } from '../lists/judge.ts';
import { branchRun, networkRun } from '../network/runs.ts';
import { movesRun } from '../segments/moves.ts';
import { slipsRun } from '../segments/slips.ts';
import { splitRun } from '../segments/split.ts';
import { adviceOf } from './advice.ts';
import { budgetRun, type KeptBudget, type SetBudgetsAsked } from './budget.ts';
import { ledgerRun } from './campaign-ledger.ts';
import type { Cut } from './cut.ts';
import { responseDriversRun, spendDriversRun } from './drivers.ts';
import { findingRun } from './finding.ts';
import { type ForecastAsk, subjectRun } from './forecast.ts';
import type { RunOf } from './keep.ts';
import { movedRun } from './moved.ts';
import { groupRulesRun, nextGroupsRun } from './prediction.ts';
import { profileRun } from './profile.ts';
import { recordRun, rowsOf } from './record.ts';
import { returnsRun } from './returns.ts';
import { type PartCut, partsRun, seasonsRun } from './seasons.ts';
import { type Continued, type KeptSegments, namesOf, segmentsRun } from './segments.ts';
import { type SlicesAsk, slicesRun } from './slices.ts';
import { keptSlicing } from './slicing.ts';
import { timingRun } from './timing.ts';
import { weekRun } from './week.ts';

/** Asks the question of a run once more. */
type Maker = (context: Context, cut: Cut, run: Run) => Promise<unknown>;

/** By kind: how the question of a run is put from what its receipt keeps of it. */
export const makers: Readonly<Record<RunKind, Maker>> = {
  forecast(context, cut, { receipt }) {
    const ask = receipt.asked as ForecastAsk;
    return withSlicing(context, ask.subject?.slice?.by ?? null, (by) =>
      subjectRun(
        context,
        cut,
        by && ask.subject?.slice ? { ...ask, subject: { ...ask.subject, slice: { ...ask.subject.slice, by } } } : ask,
      ),
    );
  },
  slices(context, cut, { receipt }) {
    const ask = receipt.asked as SlicesAsk;
    return withSlicing(context, ask.by, (by) => slicesRun(context, cut, { ...ask, by }));
  },
  segments: segmentsAgain,
  trial: segmentsAgain,
  moves: (context, cut, { receipt }) =>
    withModel(context, cut, receipt, (groups) => {
      const from = receipt.parameters.since as Day;
      return movesRun(context, groups, { from, days: daysUntil(cut, from) });
    }),
  split: (context, cut, { receipt }) =>
    withModel(context, cut, receipt, (groups) => splitRun(context, groups, receipt.parameters.group as number)),
  profile: (context, cut, { receipt }) => withModel(context, cut, receipt, (groups) => profileRun(context, groups)),
  rules: (context, cut, { receipt }) => withModel(context, cut, receipt, (groups) => groupRulesRun(context, groups)),
  prediction: (context, cut, { receipt }) =>
    withModel(context, cut, receipt, (groups) => nextGroupsRun(context, groups, receipt.parameters.weeks as number)),
  network(context, cut, { receipt: { parameters } }) {
    return typeof parameters.person === 'number'
      ? branchRun(context, cut, parameters.person, String(parameters.person))
      : networkRun(context, cut);
  },
  returns(context, cut, { receipt: { parameters } }) {
    return typeof parameters.ledger === 'string'
      ? ledgerRun(context, cut, parameters.ledger)
      : returnsRun(context, cut, parameters.weeks as number);
  },
  budget(context, cut, { result, receipt: { asked } }) {
    const { bounds, week } = result as KeptBudget;
    const { byLine, by } = (asked ?? { byLine: [], by: [] }) as SetBudgetsAsked;
    // Asked on a day whose plan is for that week.
    return budgetRun({ ...context, today: addDays(week, -9) }, cut, bounds, { byLine: new Map(byLine), by });
  },
  advice: (context, cut) => adviceOf(context, cut),
  pacing: (context, cut, { receipt: { parameters } }) => {
    const { shift, plan } = parameters;
    return paceOf(context, cut, typeof shift === 'string' ? { id: shift, run: String(plan) } : null);
  },
  week: (context, cut, { receipt: { parameters } }) =>
    weekRun(context, cut, { from: parameters.from as Day, days: parameters.days as number }),
  moved: (context, cut, { receipt: { parameters } }) =>
    movedRun(context, cut, parameters as Parameters<typeof movedRun>[2]),
  seasons(context, cut, { receipt: { parameters } }) {
    const by = parameters.by as 'weekday' | 'month' | PartCut;
    return by === 'weekday' || by === 'month' ? seasonsRun(context, cut, by) : partsRun(context, cut, by);
  },
  drivers: (context, cut, { receipt: { parameters } }) =>
    parameters.metric === 'spend' ? spendDriversRun(context, cut) : responseDriversRun(context, cut),
  timing: (context, cut, { receipt: { parameters } }) => timingRun(context, cut, parameters.weeks as number),
  slips: (context, cut, { receipt }) =>
    withModel(context, cut, receipt, (groups) =>
      slipsRun(context, groups, {
        before: receipt.parameters.before as Day,
        steps: receipt.parameters.steps as number,
      }),
    ),
  record: (context, _, { receipt: { asked } }) => recordRun(context, rowsOf(context, asked)),
  async result(context, cut, { receipt: { parameters } }) {
    const test = context.state.tests.find(String(parameters.list)) as Sent;
    await judgeList(context, cut, test, String(parameters.beside).split(' ').filter(Boolean));
  },
  finding(context, cut, { receipt: { parameters } }) {
    const promise = context.state.promises.find(String(parameters.shift))!;
    const { weeks, over } = parameters;
    return findingRun(context, cut, promise, { weeks: weeks as number, isOver: over === 'yes' });
  },
};

function segmentsAgain(context: Context, cut: Cut, { receipt, result }: Run): Promise<unknown> {
  const { k } = receipt.parameters;
  const features = (result as KeptSegments).features as FeatureSet | undefined;
  const { continues } = (receipt.asked ?? {}) as { readonly continues?: Continued | null };
  return segmentsRun(context, cut, { ...(typeof k === 'number' && { k }), ...(features && { features }), continues });
}

/** The groups of the run that this one stands on. */
function withModel(
  { state }: Context,
  cut: Cut,
  { parameters }: Receipt,
  ask: (groups: Parameters<typeof movesRun>[1]) => Promise<unknown>,
): Promise<unknown> {
  const run = state.runs.byId(String(parameters.model)) as RunOf<KeptSegments>;
  const { clusters, features: set = 'rfm' } = run.result;
  return ask({ cut, run, clusters: clusters!, set, names: namesOf(state, run.id, clusters!) });
}

async function withSlicing<By extends SlicesAsk['by']>(
  context: Context,
  by: By,
  ask: (by: SlicesAsk['by']) => Promise<unknown>,
): Promise<unknown> {
  return ask(by === null ? null : await keptSlicing(context, by));
}

function daysUntil({ before }: Cut, from: Day): number {
  return Math.round((Date.parse(before) - Date.parse(from)) / 86_400_000);
}
