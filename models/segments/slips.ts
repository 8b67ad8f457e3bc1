import { groupsBy } from './score.ts';
import type { SegmentModel, SegmentView } from './types.ts';

export type SlipsRequest = {
  readonly model: SegmentModel;
  /** How good each group is; a move to a smaller number is a slip. */
  readonly worth: readonly number[];
  /** The shop at equal steps of time, oldest first; two at least. */
  readonly views: readonly SegmentView[];
  /** The shop a year before the last step: what was spent since is what goes with those who slip. */
  readonly yearBefore: SegmentView;
};

export type Slips = {
  /** Shape (groups,): who slipped out of each group in the last step, and what they had spent in the year before it. */
  readonly groups: readonly {
    readonly customers: number;
    readonly yearMinor: number;
    /** Into which group, shape (groups,). */
    readonly into: readonly number[];
    readonly usual: number | null;
  }[];
  /** Of all groups together; `usual` is the mean of the steps before, null without any. */
  readonly customers: number;
  readonly usual: number | null;
  /** Far above the steps before: chance alone does that one time in a hundred. */
  readonly isMany: boolean;
};

/** One-sided 99 % of the normal distribution. */
const Z99 = 2.326;

/**
 * Customers whom one fixed model puts into a worse group than a step before. Newcomers slip nowhere.
 *
 *     many  when  count > m + 2.33 sqrt(m + m / steps)              m: mean of the steps before; counts as Poisson's
 */
export function slips({ model, worth, views, yearBefore }: SlipsRequest): Slips {
  const placed = views.map((view) => ({ view, group: groupsBy(model, view) }));
  const spent = new Map(Array.from(yearBefore.id, (id, row) => [id, yearBefore.revenueMinor[row]!]));
  const steps = placed.slice(1).map((now, at) => slipped(placed[at]!, now, { worth, spent }));
  const last = steps.at(-1)!;
  const before = steps.slice(0, -1);
  const meanOf = (count: (step: typeof last) => number) =>
    before.length === 0 ? null : before.reduce((sum, step) => sum + count(step), 0) / before.length;
  const total = (step: typeof last) => step.reduce((sum, { customers }) => sum + customers, 0);
  const usual = meanOf(total);
  return {
    groups: last.map((each, group) => ({ ...each, usual: meanOf((step) => step[group]!.customers) })),
    customers: total(last),
    usual,
    isMany: usual !== null && total(last) > usual + Z99 * Math.sqrt(usual + usual / before.length),
  };
}

type Placed = { readonly view: SegmentView; readonly group: Int32Array };

/** Both views are ordered by id. `spent`: what each had spent before the year that counts. */
function slipped(
  then: Placed,
  now: Placed,
  { worth, spent }: Pick<SlipsRequest, 'worth'> & { readonly spent: ReadonlyMap<number, number> },
) {
  const of = worth.map(() => ({ customers: 0, yearMinor: 0, into: worth.map(() => 0) }));
  let row = 0;
  now.view.id.forEach((id, at) => {
    while (row < then.view.id.length && then.view.id[row]! < id) row++;
    if (then.view.id[row] !== id) return;
    const [from, to] = [then.group[row]!, now.group[at]!];
    if (!(worth[to]! < worth[from]!)) return;
    of[from]!.customers++;
    of[from]!.into[to]!++;
    of[from]!.yearMinor += then.view.revenueMinor[row]! - (spent.get(id) ?? 0);
  });
  return of;
}
