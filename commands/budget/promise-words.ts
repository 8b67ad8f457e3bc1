import type { KeptPromise, PromiseFinding, Proposal } from '../../data/state/types.ts';
import type { Shop } from '../../data/types.ts';
import { addDays } from '../../models/days.ts';
import type { Promised, Unwatched } from '../../models/promises/types.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import type { Context } from '../command.ts';
import type { KeptBudget } from '../runs/budget.ts';

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

/** How a shift will be held to its promise, for those who decide. Empty for plans from before that was kept. */
export function watchTerms({ promise }: KeptBudget, shop: Shop | null): string {
  if (promise === undefined) return '';
  if (!isPromised(promise)) return `Not watched: ${inEnglish(promise.says)}`;
  const { weeks, boundMinor, baselineMinor, objective } = promise;
  const money = (minor: number) => formatValue(Math.round(minor), 'money', shop);
  const what = objective === 'margin' ? 'own sales after goods' : 'own sales';
  return (
    `Watched ${weeks} weeks: ${what} of what moves, ${money(baselineMinor)} a week at the old budgets. ` +
    `Stops at ${money(boundMinor)} short in all; ${power(promise, shop)}.`
  );
}

/** Where those terms come from. */
export function watchBasis({ history }: Promised, shop: Shop | null): string {
  const share = (value: number) => formatValue(value, 'share', shop);
  return (
    `The old budgets stand for the level of the last ${history.weeks} weeks, of which one is off by ${share(history.noise)}. ` +
    'A promise that is true falls short by so much 1 time in 20.'
  );
}

/** "a true loss of 10% is caught 43% of the time, of 20% 87%" */
function power({ catches }: Promised, shop: Shop | null): string {
  const share = (value: number) => formatValue(value, 'share', shop);
  const usual = catches.find(({ loss }) => loss === USUAL_LOSS)!;
  const sure = catches.find(({ caught }) => caught >= SURE);
  const first = `a true loss of ${share(usual.loss)} is caught ${share(usual.caught)} of the time`;
  if (usual.caught >= SURE) return first;
  return sure
    ? `${first}, of ${share(sure.loss)} ${share(sure.caught)}`
    : `${first}; these weeks are too noisy for more`;
}

/** How a promise stands, in a sentence. */
export function findingWords(
  { key, firstWeek }: KeptPromise,
  promised: Promised,
  finding: PromiseFinding | undefined,
  shop: Shop | null,
): string {
  const { weeks, gain, boundMinor } = promised;
  const money = (minor: number | null) => formatValue(minor === null ? null : Math.round(minor), 'money', shop);
  const name = key.replace(/\.v1$/, '').replace('.v', ' v');
  const window = formatDays(firstWeek, addDays(firstWeek, 7 * weeks - 1), shop);
  const said = `promised ${money(gain.expected)} a week`;
  if (finding === undefined) return `${name}: ${said}; watched ${window}, no week is complete yet.`;
  const seen = `seen ${money(finding.gain)} (80%: ${money(finding.low80)} to ${money(finding.high80)}) over ${finding.weeks} ${finding.weeks === 1 ? 'week' : 'weeks'}`;
  const short = finding.shortfall > 0 ? `${money(finding.shortfall)} short so far` : 'not short so far';
  switch (finding.verdict) {
    case 'watching':
      return `${name}: ${said}, ${seen}: ${short}, stops at ${money(boundMinor)}; closes after ${window}.`;
    case 'crossed':
      return `${name}: ${said}, ${seen}: ${short}, more than the ${money(boundMinor)} it stops at.`;
    default: {
      const less = finding.verdict === 'worked' && (finding.gain ?? 0) < gain.expected ? ', less than promised' : '';
      return `${name}: ${said}, ${seen} → ${finding.verdict}${less}.`;
    }
  }
}

/** How the promise of a shift stands, or of the one that it takes back; empty where there is none. */
export function promiseNews({ id, reverses }: Proposal, { state, shop }: Pick<Context, 'state' | 'shop'>): string {
  return [id, reverses]
    .flatMap((each) => {
      const key = each && state.executions.of(each)?.key;
      const promise = key ? state.promises.find(key) : null;
      if (!promise) return [];
      return [findingWords(promise, promisedBy(promise, { state }), state.promises.findings(promise.key).at(-1), shop)];
    })
    .join('\n');
}
