import { z } from 'zod';
import type { KeptPromise, PromiseFinding, PromiseVerdict } from '../../../data/state/types/promises.ts';
import type { State } from '../../../data/state/types/state.ts';
import { count, day, plural, type Said, say } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { defineCommand } from '../../command.ts';
import type { Fact, Part } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import { splitGain } from '../plan/split-gain.ts';
import { promisedBy, shiftOf, verdictLabels } from './promise-words.ts';

/** A promise whose watch is over. */
export type Finished = { readonly promise: KeptPromise; readonly finding: PromiseFinding };

/** Fewer say more about luck than about a person. */
const ENOUGH = 8;

export const budgetRecord = defineCommand({
  name: 'budget record',
  summary: say`Were the shifts right? What was promised, what came; your own overrides to you alone`,
  examples: ['budget record'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, { state, caller, shared }) {
    const finished = finishedPromises(state);
    const overrides = finished.filter(({ promise }) => promise.modelRun !== null);
    const own = overrides.filter(({ promise }) => promise.askedBy === actorOf(caller).id);
    const parts: Part[] = [{ kind: 'facts', facts: totals(finished, state) }];
    if (finished.length > 0) parts.push(shifts(finished, state));
    if (overrides.length > 0) parts.push({ kind: 'facts', facts: scored(teamScores, overrides, state) });
    if (!shared && own.length > 0)
      parts.push({ kind: 'facts', facts: scored(ownScores, own, state) }, ownTable(own, state));
    parts.push({
      kind: 'note',
      text: say`Gains are means a week over the weeks watched, against the old budgets. An override is held against what the model promised for its own split: "better" and "worse" only where the 80% interval of what came lies above or below it. Below ${count(ENOUGH)} overrides this says little. Your own lines are shown to you alone.`,
    });
    return {
      title:
        finished.length === 0
          ? say`No shift has been watched to its end yet`
          : plural(
              finished.length,
              say`1 shift watched to its end`,
              say`${count(finished.length)} shifts watched to their end`,
            ),
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
  const ended = (verdict: PromiseVerdict) => finished.filter(({ finding }) => finding.verdict === verdict).length;
  const sum = (of: (each: Finished) => number) => finished.reduce((all, each) => all + of(each), 0);
  const known = finished.length > 0;
  return [
    { label: say`Worked`, value: ended('worked'), unit: 'count' },
    { label: say`Did not`, value: ended('did not'), unit: 'count' },
    { label: say`Can't tell`, value: ended("can't tell"), unit: 'count' },
    {
      label: say`Promised more a week, in all`,
      value: known ? sum((each) => promisedGain(each, state)) : null,
      unit: 'money',
    },
    {
      label: say`Came more a week, in all`,
      value: known ? sum(({ finding }) => finding.gain ?? 0) : null,
      unit: 'money',
    },
  ];
}

function shifts(finished: readonly Finished[], state: State): Part {
  return {
    kind: 'table',
    title: say`Shifts`,
    columns: [
      { title: say`Shift`, unit: 'text' },
      { title: say`From`, unit: 'day' },
      { title: say`Weeks`, unit: 'count' },
      { title: say`Promised more a week`, unit: 'money' },
      { title: say`Came more a week`, unit: 'money' },
      { title: say`Low (80%)`, unit: 'money' },
      { title: say`High (80%)`, unit: 'money' },
      { title: say`Verdict`, unit: 'text' },
    ],
    rows: finished.map((each) => {
      const { promise, finding } = each;
      const { weeks, gain, low80, high80, verdict } = finding;
      return [
        shiftOf(promise),
        day(promise.firstWeek),
        weeks,
        promisedGain(each, state),
        gain,
        low80,
        high80,
        verdictLabels[verdict],
      ];
    }),
  };
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

const comparisons = { better: say`better`, worse: say`worse`, "can't tell": say`can't tell` };

type Scores = Readonly<Record<'all' | keyof typeof comparisons, Said>>;

const teamScores: Scores = {
  all: say`The team: overrides`,
  better: say`The team: better than the model's split promised`,
  worse: say`The team: worse`,
  "can't tell": say`The team: can't tell`,
};

const ownScores: Scores = {
  all: say`You: overrides`,
  better: say`You: better than the model's split promised`,
  worse: say`You: worse`,
  "can't tell": say`You: can't tell`,
};

function scored(labels: Scores, overrides: readonly Finished[], state: State): Fact[] {
  const held = overrides.map((each) => verdictOn(each, state));
  return [
    { label: labels.all, value: held.length, unit: 'count' },
    ...(['better', 'worse', "can't tell"] as const).map((says): Fact => {
      const value = held.filter((each) => each === says).length;
      return { label: labels[says], value, unit: 'count' };
    }),
  ];
}

function ownTable(own: readonly Finished[], state: State): Part {
  return {
    kind: 'table',
    title: say`Yours`,
    columns: [
      { title: say`Shift`, unit: 'text' },
      { title: say`Your split promised`, unit: 'money' },
      { title: say`The model's promised`, unit: 'money' },
      { title: say`Came`, unit: 'money' },
      { title: say`Says`, unit: 'text' },
    ],
    rows: own.map((each) => [
      shiftOf(each.promise),
      promisedGain(each, state),
      modelGain(each, state),
      each.finding.gain,
      comparisons[verdictOn(each, state)],
    ]),
  };
}
