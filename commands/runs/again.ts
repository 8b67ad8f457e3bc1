import type { Receipt, Run, RunKind } from '../../data/state/types/runs.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import type { FeatureSet } from '../../models/segments/feature-sets.ts';
import type { Context } from '../command.ts';
import { branchRun, networkRun } from '../network/runs.ts';
import { movesRun } from '../segments/moves.ts';
import { splitRun } from '../segments/split.ts';
import { type Bounds, budgetRun, type KeptBudget } from './budget.ts';
import { ledgerRun } from './campaign-ledger.ts';
import type { Cut } from './cut.ts';
import { type ForecastAsk, subjectRun } from './forecast.ts';
import type { RunOf } from './keep.ts';
import { groupRulesRun, nextGroupsRun } from './prediction.ts';
import { profileRun } from './profile.ts';
import { returnsRun } from './returns.ts';
import { type KeptSegments, namesOf, segmentsRun } from './segments.ts';
import { type SlicesAsk, slicesRun } from './slices.ts';
import { keptSlicing } from './slicing.ts';

/** What came of computing a run again on the data it was made on. */
export type Again = {
  /** Numbers that were compared, and those that are not the same to the last digit. */
  readonly compared: number;
  readonly different: number;
  /** What is not as it was: each alone may be why. */
  readonly since: {
    readonly version: boolean;
    /** Parameters that are others now, such as the calendar. */
    readonly parameters: readonly string[];
    /** Files that came in, and files that were taken back. */
    readonly added: readonly string[];
    readonly removed: readonly string[];
  };
};

/**
 * Computes a run again: the same question with the same seed, on days up to the same last one, and where newer files have
 * come in, as it was known when the run was made. Nothing of it is kept.
 *
 * @returns null for a run that nobody can compute again: a reverse of a shift, or one from before questions were kept
 */
export async function computeAgain(context: Context, run: Run): Promise<Again | null> {
  const coverage = await context.facts.coverage();
  const { dataUntil, imports } = run.receipt;
  const added = coverage.importIds.filter((id) => !imports.includes(id));
  const removed = imports.filter((id) => !coverage.importIds.includes(id));
  const cut: Cut = {
    shop: context.shop!,
    before: addDays(dataUntil, 1),
    lastDay: dataUntil,
    firstDay: coverage.firstDay ?? dataUntil,
    coverage: { ...coverage, importIds: imports },
    ...(added.length > 0 && { knownBy: dayOf(run.madeAt, context.shop!.zone) }),
    held: null,
  };
  const made: { run: Run | null } = { run: null };
  const runs: Context['state']['runs'] = {
    ...context.state.runs,
    byKey: (key) => (key === run.key ? null : context.state.runs.byKey(key)),
    keep(fresh) {
      if (fresh.kind !== run.kind) return context.state.runs.keep(fresh, context.now);
      made.run = { ...fresh, id: run.id, madeAt: run.madeAt };
      return made.run;
    },
  };
  const question = makers[run.kind]({ ...context, state: { ...context.state, runs } }, cut, run);
  if (question === null) return null;
  await question;
  if (made.run === null) return null;
  const { receipt, result } = made.run;
  return {
    ...compare(plain(run.result), plain(result)),
    since: {
      version: receipt.version !== run.receipt.version,
      parameters: changedParameters(run.receipt, receipt),
      added,
      removed,
    },
  };
}

type Maker = (context: Context, cut: Cut, run: Run) => Promise<unknown> | null;

const makers: Readonly<Record<RunKind, Maker>> = {
  forecast(context, cut, { receipt }) {
    if (receipt.asked === undefined) return null;
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
    if (receipt.asked === undefined) return null;
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
  budget(context, cut, run) {
    const { bounds, week } = run.result as KeptBudget;
    if (!('max-step' in run.receipt.parameters)) return null;
    // Asked on a day whose plan is for that week.
    return budgetRun({ ...context, today: addDays(week, -9) }, cut, bounds as Bounds);
  },
};

function segmentsAgain(context: Context, cut: Cut, { receipt, result }: Run): Promise<unknown> {
  const { k } = receipt.parameters;
  const features = (result as KeptSegments).features as FeatureSet | undefined;
  return segmentsRun(context, cut, { ...(typeof k === 'number' && { k }), ...(features && { features }) });
}

/** The groups of the run that this one stands on. */
function withModel(
  { state }: Context,
  cut: Cut,
  { parameters }: Receipt,
  ask: (groups: Parameters<typeof movesRun>[1]) => Promise<unknown>,
): Promise<unknown> | null {
  const run = state.runs.byId(String(parameters.model)) as RunOf<KeptSegments> | null;
  const { clusters, features: set = 'rfm' } = run?.result ?? { clusters: null };
  if (!run || !clusters) return null;
  return ask({ cut, run, clusters, set, names: namesOf(state, run.id, clusters) });
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

function dayOf(at: number, zone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
}

function changedParameters({ parameters: then }: Receipt, { parameters: now }: Receipt): readonly string[] {
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((name) => then[name] !== now[name]);
}

/** As it is kept: columns of numbers as lists, what is not a number as null. */
function plain(result: unknown): unknown {
  return JSON.parse(
    JSON.stringify(result, (_, value) => (ArrayBuffer.isView(value) ? Array.from(value as never) : value)),
  );
}

function compare(then: unknown, now: unknown): { compared: number; different: number } {
  if (typeof then !== 'object' || then === null || typeof now !== 'object' || now === null) {
    return { compared: 1, different: then === now ? 0 : 1 };
  }
  const [a, b] = [then as Record<string, unknown>, now as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .map((key) => compare(a[key], b[key]))
    .reduce((sum, each) => ({ compared: sum.compared + each.compared, different: sum.different + each.different }), {
      compared: 0,
      different: 0,
    });
}
