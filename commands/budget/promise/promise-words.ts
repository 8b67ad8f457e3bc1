import type { KeptPromise, PromiseFinding, PromiseVerdict } from '../../../data/state/types/promises.ts';
import type { Proposal } from '../../../data/state/types/proposals.ts';
import { addDays } from '../../../models/days.ts';
import type { Promised, Unwatched } from '../../../models/promises/types.ts';
import {
  count,
  lines,
  money,
  type Named,
  named,
  period,
  plural,
  type Quantity,
  type Said,
  say,
  sentences,
  share,
} from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import type { KeptBudget } from '../../runs/budget.ts';

/** A loss that teams ask about; and how sure a watch has to be to be relied on. */
const USUAL_LOSS = 0.1;
const SURE = 0.8;

export function isPromised(promise: Promised | Unwatched | undefined): promise is Promised {
  return promise !== undefined && 'gain' in promise;
}

/** What the shift of a kept promise is held to. */
export function promisedBy({ run }: Pick<KeptPromise, 'run'>, { state }: Pick<Context, 'state'>): Promised {
  const { promise } = state.runs.byId(run)!.result as KeptBudget;
  if (!isPromised(promise)) throw new Error(`${run} promises nothing`);
  return promise;
}

/** How a shift will be held to its promise, for those who decide. Null for plans from before that was kept. */
export function watchTerms({ promise }: KeptBudget): Said | null {
  if (promise === undefined) return null;
  if (!isPromised(promise)) return say`Not watched: ${promise.says}`;
  const { weeks, boundMinor, baselineMinor, objective } = promise;
  const [old, bound] = [minor(baselineMinor), minor(boundMinor)];
  return sentences(
    objective === 'margin'
      ? say`Once carried out it is watched for ${count(weeks)} weeks: what the changed campaigns sell, less the cost of goods, beside ${old} a week at the old budgets.`
      : say`Once carried out it is watched for ${count(weeks)} weeks: what the changed campaigns sell, beside ${old} a week at the old budgets.`,
    say`If it falls ${bound} behind its promise in all, I propose to take it back.`,
    power(promise),
    tooSmall(promise),
  );
}

/** Where those terms come from. */
export function watchBasis({ history, objective }: Promised): Said {
  return sentences(
    say`The old budgets stand for the level of the last ${count(history.weeks)} weeks, of which one is off by ${share(history.noise)}. A promise that is true falls short by so much 1 time in 20.`,
    objective === 'margin' ? say`What was spent counts as soon as it is known; until then, what was approved.` : null,
  );
}

/** "A true loss of 10% of those sales is noticed 43% of the time, of 20% 87%." */
function power({ catches }: Promised): Said {
  const usual = catches.find(({ loss }) => loss === USUAL_LOSS)!;
  const sure = catches.find(({ caught }) => caught >= SURE);
  const [loss, caught] = [share(usual.loss), share(usual.caught)];
  if (usual.caught >= SURE) return say`A true loss of ${loss} is noticed ${caught} of the time.`;
  return sure
    ? say`A true loss of ${loss} is noticed ${caught} of the time, one of ${share(sure.loss)} ${share(sure.caught)}.`
    : say`A true loss of ${loss} is noticed ${caught} of the time; these weeks are too noisy for more.`;
}

/** Said where a promise that is kept to the letter would still lie within the noise of all its weeks. */
function tooSmall({ weeks, gain, halfWidthMinor, boundMinor }: Promised): Said | null {
  if (gain.expected >= halfWidthMinor[weeks - 1]!) return null;
  const all = gain.expected * weeks;
  return say`The promise is ${minor(all)} in all, too small to be seen week by week: it will most likely end as "can't tell". Only a loss of about ${minor(boundMinor - all)} would be noticed.`;
}

/** Models speak in fractions of minor units. */
function minor(value: number | null): Quantity {
  return money(value === null ? null : Math.round(value));
}

/** "P-31", "P-31 v2": the shift of a promise. */
export function shiftOf({ key }: Pick<KeptPromise, 'key'>): Named {
  return named(key.replace(/\.v1$/, '').replace('.v', ' v'));
}

/** How a promise ended, in a table. */
export const verdictLabels: Readonly<Record<PromiseVerdict, Said>> = {
  watching: say`being watched`,
  crossed: say`too far behind`,
  worked: say`worked`,
  'did not': say`did not work`,
  "can't tell": say`can't tell`,
};

/** How a promise stands: what was promised, what was seen, and what that means. */
export function findingWords(promise: KeptPromise, promised: Promised, finding: PromiseFinding | undefined): Said {
  const { weeks, gain, boundMinor } = promised;
  const { firstWeek } = promise;
  const [name, promises] = [shiftOf(promise), minor(gain.expected)];
  const window = period(firstWeek, addDays(firstWeek, 7 * weeks - 1));
  if (finding === undefined)
    return say`${name} promised ${promises} more a week. It is watched ${window}; no week of that is complete yet.`;
  const range = say`80%: ${minor(finding.low80)} to ${minor(finding.high80)}`;
  const came = minor(finding.gain);
  const seen = plural(
    finding.weeks,
    say`${name} promised ${promises} more a week; ${came} came (${range}) over 1 week.`,
    say`${name} promised ${promises} more a week; ${came} came (${range}) over ${count(finding.weeks)} weeks.`,
  );
  return sentences(seen, meaning(finding, gain.expected, { bound: minor(boundMinor), window }));
}

function meaning(
  { verdict, gain, shortfall }: PromiseFinding,
  promised: number,
  { bound, window }: { readonly bound: Quantity; readonly window: Quantity },
): Said {
  const short = minor(shortfall);
  switch (verdict) {
    case 'watching':
      return shortfall > 0
        ? say`It is ${short} behind its promise in all; at ${bound} I propose to take it back. It is watched ${window}.`
        : say`It is not behind its promise; at ${bound} behind I propose to take it back. It is watched ${window}.`;
    case 'crossed':
      return say`It is ${short} behind its promise in all, more than the ${bound} at which I propose to take it back.`;
    case 'worked':
      return (gain ?? 0) < promised ? say`It worked, less than promised.` : say`It worked.`;
    case 'did not':
      return say`It did not work.`;
    case "can't tell":
      return say`The weeks can't tell whether it worked.`;
  }
}

/** How the promise of a shift stands, or of the one that it takes back; null where there is none. */
export function promiseNews({ id, reverses }: Proposal, { state }: Pick<Context, 'state'>): Said | null {
  const news = [id, reverses].flatMap((each) => {
    const key = each && state.executions.of(each)?.key;
    const promise = key ? state.promises.find(key) : null;
    if (!promise) return [];
    return [findingWords(promise, promisedBy(promise, { state }), state.promises.findings(promise.key).at(-1))];
  });
  return news.length > 0 ? lines(news) : null;
}
