import type { Run } from '../../data/state/types/runs.ts';
import type { State } from '../../data/state/types/state.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { hundredths } from '../../models/rounding.ts';
import type { NextGroups } from '../../models/segments/predict-next.ts';
import type { GroupRules } from '../../models/segments/predict-rules.ts';
import { count, number, type Said, say, sentences, share } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Groups } from '../segments/groups.ts';
import { customersBy } from './customers.ts';
import type { Cut } from './cut.ts';
import { SEED } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';

const RULES_VERSION = 1;
const NEXT_VERSION = 1;

/** Half a year first: most customers of most shops have bought again by then, if they will. */
const USUAL_WEEKS = [26, 13, 8, 4];
/** What must have gone before the first date, beside one period: somebody must have had the time to be inactive. */
const LEAST_DAYS = 28;

type Model = Pick<Groups, 'cut' | 'run' | 'clusters' | 'set'>;

/** What the groups of a run come down to: made when models are refreshed, so that nobody waits for it. */
export function groupRulesRun(context: Context, { cut, run, clusters, set }: Model): Promise<RunOf<GroupRules>> {
  return keepRun<GroupRules>(context, {
    kind: 'rules',
    version: RULES_VERSION,
    parameters: { model: run.id },
    cut,
    async compute() {
      const { view, used } = await customersBy(context, [set], cut.before);
      const result = await context.compute('groupRules', { model: modelOf(clusters), view, seed: SEED });
      return {
        result,
        receipt: {
          method: say`A small tree for rules, a random forest of 100 trees for what they rest on; it explains ${run.id} and decides nothing.`,
          seed: SEED,
          used,
          checks: [],
          record: [
            say`Rules say the right group for ${share(result.accuracy)} of customers they were not made from, the forest for ${share(result.forest.accuracy)} (macro-F1 ${number(hundredths(result.forest.macroF1))}, 5 folds).`,
          ],
          assumptions: [
            say`Which group somebody is in is always said by the nearest centre: a forest can only imitate it.`,
            say`What a group rests on: how many held-out customers land elsewhere when one figure is dealt out anew among them.`,
          ],
        },
      };
    },
  });
}

/** The rules of the groups of a run, where a refresh has made them. */
export function knownRules({ runs }: State, model: Run['id']): RunOf<GroupRules> | null {
  const latest = runs.latest('rules');
  return latest?.receipt.parameters.model === model ? (latest as RunOf<GroupRules>) : null;
}

/**
 * Where today's customers will be after a period as long as the last one.
 *
 * @param weeks of the period; the longest usual one that can be checked on a later period, if left out
 * @throws {Refusal} when the history holds no such period
 */
export function nextGroupsRun(
  context: Context,
  { cut, run, clusters, set }: Model,
  weeks = usualWeeks(cut),
): Promise<RunOf<NextGroups>> {
  const days = 7 * weeks;
  if (historyOf(cut) < 2 * days + LEAST_DAYS) throw tooShort(cut, weeks);
  return keepRun<NextGroups>(context, {
    kind: 'prediction',
    version: NEXT_VERSION,
    parameters: { weeks, model: run.id },
    cut,
    async compute() {
      const viewOn = (daysAgo: number) => customersBy(context, [set], addDays(cut.before, -daysAgo));
      const [now, before, earlier] = await Promise.all([
        viewOn(0),
        viewOn(days),
        isCheckable(cut, weeks) ? viewOn(2 * days) : null,
      ]);
      const result = await context.compute('nextGroups', {
        model: modelOf(clusters),
        now: now.view,
        before: before.view,
        earlier: earlier?.view ?? null,
        days,
        seed: SEED,
      });
      const { judged, judgedBy, used } = result;
      return {
        result,
        receipt: {
          method:
            used === 'forest'
              ? say`Random forest of 200 trees on the figures that ${run.id} was found on.`
              : say`The row of the migration matrix, by the fixed model ${run.id}.`,
          seed: SEED,
          used: now.used,
          checks: [{ name: 'forest', passed: used === 'forest', says: verdictWords(result) }],
          record: [judgedWords(judged, judgedBy)],
          assumptions: [
            say`Inactive: no order for ${count(weeks)} weeks. One model, ${run.id}, on all dates; learned from the last ${count(weeks)} weeks, as if the next were like them.`,
            intervalWords(result),
          ],
        },
      };
    },
  });
}

function judgedWords({ customers, forest, row }: NextGroups['judged'], by: NextGroups['judgedBy']): Said {
  const [ours, theirs] = [fixed(forest.logLoss), fixed(row.logLoss)];
  return sentences(
    by === 'a later period'
      ? say`Judged by a later period, of ${count(customers)} customers: the forest errs by ${ours}, the migration row by ${theirs} (log-loss, smaller is better).`
      : say`Judged by other customers, ${count(customers)} of them: the forest errs by ${ours}, the migration row by ${theirs} (log-loss, smaller is better).`,
    say`The forest is right for ${share(forest.accuracy)}, the migration row for ${share(row.accuracy)}.`,
  );
}

/** Whether the forest is used, and why. */
export function verdictWords({ judged, used }: Pick<NextGroups, 'judged' | 'used'>): Said {
  const [ours, theirs] = [fixed(judged.forest.logLoss), fixed(judged.row.logLoss)];
  return used === 'forest'
    ? say`The forest knows more than history alone: it errs by ${ours} against ${theirs}, which is ${share(judged.gain)} less. The measure is log-loss: how surprised a method is by where customers went.`
    : say`History alone predicts as well: the forest errs by ${ours} against ${theirs} of the migration matrix, and is used from 3% less on. The measure is log-loss: how surprised a method is by where customers went.`;
}

/** What the 80% interval of a size holds. */
export function intervalWords({ missed }: Pick<NextGroups, 'missed'>): Said {
  return missed === null
    ? say`The 80% range holds chance, how few were learned from, and not how one period differs from the next: so short a history does not show it.`
    : say`The 80% range holds chance, how few were learned from, and that the sizes expected of the last period were off by ${share(missed)}.`;
}

function usualWeeks(cut: Cut): number {
  const known = USUAL_WEEKS.filter((weeks) => historyOf(cut) >= 14 * weeks + LEAST_DAYS);
  return known.find((weeks) => isCheckable(cut, weeks)) ?? known[0] ?? USUAL_WEEKS.at(-1)!;
}

/** Whether two such periods are known, one to learn from and a later one to judge by. */
function isCheckable(cut: Cut, weeks: number): boolean {
  return historyOf(cut) >= 21 * weeks + LEAST_DAYS;
}

function historyOf({ firstDay, before }: Cut): number {
  return daysBetween(firstDay, before);
}

function tooShort(cut: Cut, weeks: number): Refusal {
  const longest = Math.floor((historyOf(cut) - LEAST_DAYS) / 14);
  return new Refusal(
    say`${count(historyOf(cut))} days of orders do not show what happens in ${count(weeks)} weeks`,
    longest >= USUAL_WEEKS.at(-1)!
      ? say`They show ${count(longest)} weeks at most: /segment next weeks:${String(longest)}`
      : say`It takes two periods and four weeks: ${count(14 * USUAL_WEEKS.at(-1)! + LEAST_DAYS)} days for the shortest. Bring older orders with /data add.`,
  );
}

function modelOf({ scaling, centroids }: Model['clusters']) {
  return { scaling, centroids };
}

function fixed(value: number | null) {
  return number(value === null ? null : hundredths(value));
}
