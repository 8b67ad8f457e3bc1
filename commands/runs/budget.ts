import type { Day } from '../../data/types/shop.ts';
import { gainOf } from '../../models/campaigns/gain.ts';
import { proportionalSplit } from '../../models/campaigns/proportional-split.ts';
import type { AllocationLine, AllocationResult, Gain, Goal, ResponseCurve } from '../../models/campaigns/types.ts';
import { addDays, startOfWeek } from '../../models/days.ts';
import { Infeasible } from '../../models/errors.ts';
import type { Promised, Unwatched } from '../../models/promises/types.ts';
import { count, money, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { budgetsSet } from './carried-out.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';
import { promiseOf } from './promise.ts';
import { CURVE_WEEKS, returnsRun } from './returns.ts';

const VERSION = 4;

/** What a plan must respect. Money in minor units a week, by campaign id. */
export type Bounds = {
  /** Null: as much as now. */
  readonly totalMinor: number | null;
  readonly floorsMinor: Readonly<Record<number, number>>;
  readonly ceilingsMinor: Readonly<Record<number, number>>;
  readonly keep: readonly number[];
  /** Largest change of a line, as a share of its current spend. */
  readonly maxStep: number | null;
  /** How far outside what was ever spent on it in a week a line may go, as a share of that. */
  readonly reach: number;
  /** Null: profit after goods where every margin is known, else sales. */
  readonly goal: Goal | null;
  /** Instead of the best split, the small step that would teach most. */
  readonly explore: boolean;
};

export type KeptBudget = {
  /** The Monday from which the split would hold. */
  readonly week: string;
  readonly allocation: AllocationResult;
  /** Where the curves come from: sales of orders that name a campaign, or a model of all sales. */
  readonly evidence: ResponseCurve['basis'];
  /** What splitting in proportion to average ROI would give, for teams used to it. Null without known costs. */
  readonly proportional: readonly number[] | null;
  /** What that would gain a week by the same curves, in what was made largest. Null without them. */
  readonly proportionalGain: Gain | null;
  /** The returns run that it rests on: "R-7". */
  readonly returns: string;
  /** What the numbers were built on; when it changes, the plan is stale. */
  readonly basis: string;
  /** As asked for, so that the same can be computed anew on newer data. */
  readonly bounds: Bounds;
  /** Share of a sale that stays after goods, by campaign id; null where it is not known. */
  readonly margins: Readonly<Record<number, number | null>>;
  /** What it will be held to, or why it cannot be; missing in plans from before promises were watched. */
  readonly promise?: Promised | Unwatched;
  /** Shifts that set some of today's budgets, where the mean of the last weeks does not show it yet. */
  readonly setBy?: readonly string[];
};

/** What shifts had set when a plan was made, as its receipt keeps it. */
export type SetBudgetsAsked = {
  readonly byLine: readonly (readonly [number, number])[];
  readonly by: readonly string[];
};

/** The next Monday that leaves two days to decide. */
export function planWeek(today: Day): Day {
  return startOfWeek(addDays(today, 9));
}

/** What every plan is built on: data, and budgets set since. A plan whose basis is no longer this one is stale. */
export function basisOf(cut: Cut, { state }: Pick<Context, 'state'>, set = budgetsSet(state, cut)): string {
  return [cut.before, ...cut.coverage.importIds, ...set.by].join(' ');
}

/** The limits leave no such split: say what they would leave. */
function outOfBounds({ says, least, most }: Infeasible): Refusal {
  return new Refusal(
    says,
    say`With these limits a week can cost from ${money(least)} to ${money(most)}. Ask for a total in between, or wider limits: max-step:, beyond:, floors:, ceilings:.`,
  );
}

/** The best split of a weekly budget within its bounds. `set`: what shifts have set lately. */
export async function budgetRun(
  context: Context,
  cut: Cut,
  bounds: Bounds,
  set = budgetsSet(context.state, cut),
): Promise<RunOf<KeptBudget>> {
  const returns = await returnsRun(context, cut, CURVE_WEEKS);
  const active = returns.result.campaigns.filter(({ weeklySpendMinor }) => weeklySpendMinor !== null);
  if (active.length === 0) {
    throw new Refusal(
      say`No campaign has a known cost`,
      say`A plan moves money that I can see. Bring a file of daily spend (date, campaign, cost) with /data add, or type a cost with /campaign cost.`,
    );
  }
  const lines = active.map(
    ({ id, name, weeklySpendMinor, margin, response, roas }): AllocationLine => ({
      id,
      name,
      currentMinor: set.byLine.get(id) ?? Math.round(weeklySpendMinor ?? 0),
      floorMinor: bounds.floorsMinor[id] ?? null,
      ceilingMinor: bounds.ceilingsMinor[id] ?? null,
      keep: bounds.keep.includes(id),
      margin,
      curve: response.curve,
      roas,
    }),
  );
  const totalMinor = bounds.totalMinor ?? lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  return keepRun<KeptBudget>(context, {
    kind: 'budget',
    version: VERSION,
    parameters: {
      total: totalMinor,
      'max-step': bounds.maxStep,
      beyond: bounds.reach,
      goal: bounds.goal,
      explore: bounds.explore ? 'yes' : null,
      floors: JSON.stringify(bounds.floorsMinor),
      ceilings: JSON.stringify(bounds.ceilingsMinor),
      keep: bounds.keep.join(','),
      week: planWeek(context.today),
      notes: context.state.campaignNotes.version(),
      ...(set.by.length > 0 && { set: set.by.join(' ') }),
    },
    asked: { byLine: [...set.byLine], by: set.by } satisfies SetBudgetsAsked,
    cut,
    async compute() {
      const allocation = await context
        .compute('allocate', {
          totalMinor,
          lines,
          maxStep: bounds.maxStep,
          reach: bounds.reach,
          goal: bounds.goal ?? undefined,
          explore: bounds.explore,
        })
        .catch((error: unknown) => {
          throw error instanceof Infeasible ? outOfBounds(error) : error;
        });
      const promise = await promiseOf(context, cut, { lines, allocation });
      const roi = active.map((campaign) => campaign.roi);
      const proportional = roi.every((value) => value !== null && value > 0) ? proportionalSplit(roi) : null;
      return {
        result: {
          week: planWeek(context.today),
          allocation,
          evidence: returns.result.basis,
          proportional,
          proportionalGain: proportional && gainOfSplit(lines, { totalMinor, proportional, allocation }),
          returns: returns.id,
          basis: basisOf(cut, context, set),
          bounds,
          margins: Object.fromEntries(lines.map(({ id, margin }) => [id, margin])),
          promise,
          setBy: set.by,
        },
        receipt: {
          method: methods[allocation.objective],
          seed: returns.receipt.seed,
          used: [say`response curves and spend of ${returns.id}, ${count(CURVE_WEEKS)} weeks`],
          checks: allocation.checks,
          record: [],
          assumptions: [
            returns.result.basis === 'modelled'
              ? say`Curves are modelled from all of the shop's sales: what else moved spend and sales together is not seen.`
              : say`Curves are fitted to attributed sales: if a campaign takes credit for sales that would have come anyway, its gain is smaller.`,
            say`Gains are of a week in which the new spend has done all it does: what carries over takes some weeks to build up.`,
            say`A campaign of which it is not known what more brings (no response curve) keeps its share.`,
          ],
        },
      };
    },
  });
}

const methods = {
  margin: say`largest expected sales after goods within the bounds: equal marginal return, the whole search where a curve is S-shaped`,
  sales: say`largest expected sales within the bounds: equal marginal return, the whole search where a curve is S-shaped`,
};

/** What the split in proportion to average ROI would gain against today's spend, in what was made largest. */
function gainOfSplit(
  lines: readonly AllocationLine[],
  of: {
    readonly totalMinor: number;
    readonly proportional: readonly number[];
    readonly allocation: Pick<AllocationResult, 'objective'>;
  },
): Gain | null {
  const isProfit = of.allocation.objective === 'margin';
  const moves = lines.flatMap(({ curve, currentMinor }, at) =>
    curve === null ? [] : [{ at, curve, from: currentMinor, to: of.totalMinor * of.proportional[at]! }],
  );
  return gainOf(moves, ({ at }) => (isProfit ? (lines[at]!.margin ?? 0) : 1), isProfit ? 1 : 0);
}
