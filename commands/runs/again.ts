import type { NewRun, Receipt, Run } from '../../data/state/types/runs.ts';
import type { State } from '../../data/state/types/state.ts';
import { addDays } from '../../models/days.ts';
import { listed, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { makers } from './ask-again.ts';
import type { KeptBudget } from './budget.ts';
import type { Cut } from './cut.ts';

/** A number that is not what it was, by where it stands in the result: "campaigns.0.roi". */
export type Difference = { readonly at: string; readonly kept: unknown; readonly now: unknown };

/** What came of computing a run again on the data it was made on. */
export type Again = {
  /** Numbers and names that were compared, and those that are not the same to the last digit. */
  readonly compared: number;
  readonly different: readonly Difference[];
  /** Of the program, then and now. Null: not kept then. */
  readonly version: { readonly kept: number | null; readonly now: number };
  /** Parameters that are others now. */
  readonly parameters: readonly string[];
  /** Files that came in since, and files that were taken back since. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** Why nobody can compute a run again; null where it can be tried. */
export function whyNotAgain({ kind, receipt, result }: Run): Words | null {
  if (kind === 'budget' && !('max-step' in receipt.parameters)) {
    return say`It is the way back of a shift: it holds the budgets from before, and nothing was computed for it.`;
  }
  if ((kind === 'forecast' || kind === 'slices') && receipt.asked === undefined) {
    return say`It was made before I kept what was asked.`;
  }
  if (kind === 'budget' && receipt.asked === undefined && (result as KeptBudget).setBy?.length) {
    return say`It was made before I kept which budgets other shifts had set.`;
  }
  return null;
}

/**
 * Computes a run again: the same question with the same seed, on the imports it was made on and no others, with the calendar
 * and the notes on campaigns as they stood then. Nothing of it is kept.
 *
 * @throws {Refusal} where that cannot be
 */
export async function computeAgain(context: Context, run: Run): Promise<Again> {
  const whyNot = whyNotAgain(run);
  if (whyNot) throw refusal(run, whyNot);
  const { dataUntil, imports } = run.receipt;
  const facts = context.facts.asKnown(imports);
  const coverage = await facts.coverage();
  const gone = imports.filter((id) => !coverage.importIds.includes(id));
  if (gone.length > 0) {
    throw refusal(run, say`It was made from files that were taken back and then erased for good: ${listed(gone)}.`);
  }
  const cut: Cut = {
    shop: context.shop!,
    before: addDays(dataUntil, 1),
    lastDay: dataUntil,
    firstDay: coverage.firstDay ?? dataUntil,
    coverage,
    held: null,
  };
  const then = stateOf(context.state, run);
  await makers[run.kind]({ ...context, facts, state: then.state }, cut, run);
  const made = then.made();
  const { importIds: today } = await context.facts.coverage();
  return {
    ...compare(plain(run.result), plain(made.result)),
    version: { kept: run.receipt.version ?? null, now: made.receipt.version! },
    parameters: changedParameters(run.receipt, made.receipt),
    added: today.filter((id) => !imports.includes(id)),
    removed: imports.filter((id) => !today.includes(id)),
  };
}

/**
 * The state as a run knew it. Runs that are made in it are not kept, nor are those of today taken for them; one that has a
 * receipt of its own goes by its id.
 */
function stateOf(state: State, { id, madeAt, receipt: { parameters } }: Run) {
  let made: Run | null = null;
  const { calendar, notes } = parameters;
  return {
    made: () => made!,
    state: {
      ...state,
      ...(typeof calendar === 'number' && { calendar: { ...state.calendar, ...state.calendar.at(calendar) } }),
      ...(typeof notes === 'number' && { campaignNotes: { ...state.campaignNotes, ...state.campaignNotes.at(notes) } }),
      runs: {
        ...state.runs,
        byKey: () => null,
        keep(fresh: NewRun): Run {
          made = { ...fresh, result: plain(fresh.result), id: state.runs.byKey(fresh.key)?.id ?? id, madeAt };
          return made;
        },
      },
    },
  };
}

function refusal({ id }: Run, why: Words): Refusal {
  return new Refusal(say`${id} cannot be computed again`, sentences(why, say`/why ${id} says how it was made.`));
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

/**
 * Sentences are left out: they say what the numbers do, in words that may be put better meanwhile. So is what was not kept
 * of each thing then.
 */
function compare(then: unknown, now: unknown, at = ''): { compared: number; different: Difference[] } {
  if (isSaid(then) || isSaid(now)) return { compared: 0, different: [] };
  if (typeof then !== 'object' || then === null || typeof now !== 'object' || now === null) {
    return { compared: 1, different: then === now ? [] : [{ at, kept: then, now }] };
  }
  const [a, b] = [then as Record<string, unknown>, now as Record<string, unknown>];
  const keys = Array.isArray(now) ? new Set([...Object.keys(a), ...Object.keys(b)]) : Object.keys(a);
  const each = [...keys].map((key) => compare(a[key], b[key], at === '' ? key : `${at}.${key}`));
  return {
    compared: each.reduce((sum, { compared }) => sum + compared, 0),
    different: each.flatMap(({ different }) => different),
  };
}

function isSaid(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'said' in value && 'with' in value;
}
