import { z } from 'zod';
import type { KeptPromise, PromiseFinding, State } from '../../../data/state/types.ts';
import { actorOf } from '../../actor.ts';
import { defineCommand } from '../../command.ts';
import type { Fact, Part } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import { splitGain } from '../plan/split-gain.ts';
import { promisedBy } from './promise-words.ts';

/** A promise whose watch is over. */
type Finished = { readonly promise: KeptPromise; readonly finding: PromiseFinding };

/** Fewer say more about luck than about a person. */
const ENOUGH = 8;

export const budgetRecord = defineCommand({
  name: 'budget record',
  summary: 'Were the shifts right? What was promised, what came; your own overrides to you alone',
  examples: ['budget record'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, { state, caller, shared }) {
    const finished = finishedPromises(state);
    const overrides = finished.filter(({ promise }) => promise.modelRun !== null);
    const own = overrides.filter(({ promise }) => promise.askedBy === actorOf(caller).id);
    const parts: Part[] = [{ kind: 'facts', facts: totals(finished, state) }];
    if (finished.length > 0) parts.push(shifts(finished, state));
    if (overrides.length > 0) parts.push({ kind: 'facts', facts: scored('The team', overrides, state) });
    if (!shared && own.length > 0)
      parts.push({ kind: 'facts', facts: scored('You', own, state) }, ownTable(own, state));
    parts.push({
      kind: 'note',
      text:
        'Gains are means a week over the weeks watched, against the old budgets. An override is held against what the model promised for its own split: ' +
        `"better" and "worse" only where the 80% interval of what came lies above or below it. Below ${ENOUGH} overrides this says little. Your own lines are shown to you alone.`,
    });
    return {
      title:
        finished.length === 0
          ? 'No shift has been watched to its end yet'
          : `${finished.length} shifts watched to their end`,
      tone: 'plain',
      parts,
    };
  },
});

/** Newest first. */
export function finishedPromises({ promises }: State): Finished[] {
  return promises.list().flatMap((promise) => {
    const finding = promises.findings(promise.key).at(-1);
    const isOver = finding && finding.verdict !== 'watching' && finding.verdict !== 'crossed';
    return isOver ? [{ promise, finding }] : [];
  });
}

function totals(finished: readonly Finished[], state: State): Fact[] {
  const count = (verdict: string) => finished.filter(({ finding }) => finding.verdict === verdict).length;
  const sum = (of: (each: Finished) => number) => finished.reduce((all, each) => all + of(each), 0);
  const known = finished.length > 0;
  return [
    { label: 'Worked', value: count('worked'), unit: 'count' },
    { label: 'Did not', value: count('did not'), unit: 'count' },
    { label: "Can't tell", value: count("can't tell"), unit: 'count' },
    { label: 'Promised a week, in all', value: known ? sum((each) => promisedGain(each, state)) : null, unit: 'money' },
    { label: 'Seen a week, in all', value: known ? sum(({ finding }) => finding.gain ?? 0) : null, unit: 'money' },
  ];
}

function shifts(finished: readonly Finished[], state: State): Part {
  return {
    kind: 'table',
    title: 'Shifts',
    columns: [
      { title: 'Shift', unit: 'text' },
      { title: 'From', unit: 'day' },
      { title: 'Weeks', unit: 'count' },
      { title: 'Promised a week', unit: 'money' },
      { title: 'Seen a week', unit: 'money' },
      { title: 'Low (80%)', unit: 'money' },
      { title: 'High (80%)', unit: 'money' },
      { title: 'Verdict', unit: 'text' },
    ],
    rows: finished.map((each) => {
      const { promise, finding } = each;
      const { weeks, gain, low80, high80, verdict } = finding;
      return [nameOf(promise), promise.firstWeek, weeks, promisedGain(each, state), gain, low80, high80, verdict];
    }),
  };
}

function nameOf({ key }: KeptPromise): string {
  return key.replace(/\.v1$/, '').replace('.v', ' v');
}

function promisedGain({ promise }: Finished, state: State): number {
  return promisedBy(promise, { state }).gain.expected;
}

/** What the model promised for its own split; null where it promised nothing. */
function modelGain({ promise }: Finished, state: State): number | null {
  return splitGain((state.runs.byId(promise.modelRun!)!.result as KeptBudget).allocation);
}

function verdictOn(each: Finished, state: State): 'better' | 'worse' | "can't tell" {
  const model = modelGain(each, state);
  const { low80, high80 } = each.finding;
  if (model === null || low80 === null || high80 === null) return "can't tell";
  return low80 > model ? 'better' : high80 < model ? 'worse' : "can't tell";
}

function scored(who: string, overrides: readonly Finished[], state: State): Fact[] {
  const count = (says: string) => overrides.filter((each) => verdictOn(each, state) === says).length;
  return [
    { label: `${who}: overrides`, value: overrides.length, unit: 'count' },
    { label: `${who}: better than the model's split promised`, value: count('better'), unit: 'count' },
    { label: `${who}: worse`, value: count('worse'), unit: 'count' },
    { label: `${who}: can't tell`, value: count("can't tell"), unit: 'count' },
  ];
}

function ownTable(own: readonly Finished[], state: State): Part {
  return {
    kind: 'table',
    title: 'Yours',
    columns: [
      { title: 'Shift', unit: 'text' },
      { title: 'Your split promised', unit: 'money' },
      { title: "The model's promised", unit: 'money' },
      { title: 'Came', unit: 'money' },
      { title: 'Says', unit: 'text' },
    ],
    rows: own.map((each) => [
      nameOf(each.promise),
      promisedGain(each, state),
      modelGain(each, state),
      each.finding.gain,
      verdictOn(each, state),
    ]),
  };
}
