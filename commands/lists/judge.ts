import type { Test } from '../../data/state/types/lists.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { type Counted, differenceOfShares, riseOfShares } from '../../models/intervals.ts';
import { peopleFor } from '../../models/power.ts';
import { count, period, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import { keepRun, type RunOf } from '../runs/keep.ts';

/** Lists that are looked at for people who were on two at a time. */
const MOST_LISTS = 200;
const VERSION = 1;
/** The rise that the next list should be able to show. */
const NEXT_RISE = 0.1;

export type Effect = { readonly rise: number; readonly low95: number; readonly high95: number };

/** What a list brought in its window. Money in minor units. */
export type Judged = {
  readonly treated: Counted;
  readonly held: Counted;
  /** People taken out of the data since: they count nowhere. */
  readonly lost: number;
  /** People held out who were on another list meanwhile: the two arms can no longer be told apart. */
  readonly moved: number;
  /** How much more often those written to ordered, as a share of the others; null where that has no ends. */
  readonly effect: Effect | null;
  /** What the rise came to: by what those who ordered spent in the window, on average. Null without a rise. */
  readonly extraMinor: { readonly expected: number; readonly low95: number; readonly high95: number } | null;
  readonly verdict: 'worked' | 'did harm' | "can't tell" | 'void' | 'unknown';
  /** People it takes to see a tenth more; null where that is not the question, or cannot be seen. */
  readonly needed: number | null;
};

/** The day after the window of a list that was exported on `firstDay`. */
export function endOf({ firstDay, windowDays }: { readonly firstDay: Day; readonly windowDays: number }): Day {
  return addDays(firstDay, windowDays);
}

/** A list that was sent, with the first day of its window. */
export type Sent = Test & { readonly firstDay: Day };

export function isSent(test: Test): test is Sent {
  return test.firstDay !== null;
}

/** Judges a list whose window is over; null while it is not: looking earlier would find chance. */
export async function judgeList(
  context: Context,
  cut: Cut,
  test: Sent,
  beside = listsBeside(test, context),
): Promise<RunOf<Judged> | null> {
  const end = endOf(test);
  if (cut.before < end) return null;
  return keepRun<Judged>(context, {
    kind: 'result',
    version: VERSION,
    parameters: { list: test.id, beside: beside.join(' ') },
    cut,
    async compute() {
      const result = await judged(context, test, beside);
      const { treated, held, lost } = result;
      return {
        result,
        receipt: {
          method: say`The share who ordered of those written to, less that of those held out by lot; Newcombe's interval, 95%.`,
          seed: null,
          used: [
            say`${count(treated.of)} people written to, ${count(held.of)} held out; orders of ${period(test.firstDay, addDays(end, -1))}.`,
            say`Left out: ${count(lost)} people who were taken out of the data.`,
          ],
          checks: [],
          record: [],
          assumptions: [say`Everybody counts where the draw put them, whether the message arrived or not.`],
        },
      };
    },
  });
}

async function judged({ state, facts }: Context, test: Sent, beside: readonly string[]): Promise<Judged> {
  const end = endOf(test);
  const [before, after] = [
    await facts.customers.view({ before: test.firstDay }),
    await facts.customers.view({ before: end }),
  ];
  const spentBefore = new Map(Array.from(before.id, (id, row) => [id, before.revenueMinor[row]!]));
  const spent = new Map<number, number>();
  after.id.forEach((id, row) => {
    if (after.recencyDays[row]! <= test.windowDays)
      spent.set(id, after.revenueMinor[row]! - (spentBefore.get(id) ?? 0));
  });
  const { id, draw } = state.tests.members(test.id);
  const { ref } = await facts.audience(id);
  const arm = (isHeld: boolean) =>
    Array.from(id).filter((_, at) => ref[at] !== null && draw[at]! < test.heldShare === isHeld);
  const counted = (people: readonly number[]): Counted => ({
    of: people.length,
    count: people.filter((person) => spent.has(person)).length,
  });
  const [onIt, heldOut] = [arm(false), arm(true)];
  const [treated, held] = [counted(onIt), counted(heldOut)];
  const elsewhere = writtenTo(beside, { state });
  const moved = heldOut.filter((person) => elsewhere.has(person)).length;
  const effect = held.of === 0 ? null : riseOfShares(treated, held);
  const verdict =
    moved > 0 ? 'void' : held.of === 0 ? 'unknown' : verdictOf(effect ?? differenceOfShares(treated, held));
  const buyers = [...onIt, ...heldOut].flatMap((person) => spent.get(person) ?? []);
  const perBuyer = buyers.reduce((sum, minor) => sum + minor, 0) / buyers.length;
  const usual = held.count === 0 ? null : held.count / held.of;
  const extra = (rise: number) => Math.round(rise * usual! * treated.of * perBuyer);
  // Where nobody of those held out ordered, what such people did before the list is the next best to plan by.
  const base = usual ?? test.base ?? 0;
  return {
    treated,
    held,
    lost: ref.filter((name) => name === null).length,
    moved,
    effect,
    extraMinor: effect && {
      expected: extra(effect.rise),
      low95: extra(effect.low95),
      high95: extra(effect.high95),
    },
    verdict,
    needed: verdict === "can't tell" && base > 0 ? peopleFor(base, NEXT_RISE, test.heldShare) : null,
  };
}

function verdictOf({ low95, high95 }: Pick<Effect, 'low95' | 'high95'>): Judged['verdict'] {
  return low95 > 0 ? 'worked' : high95 < 0 ? 'did harm' : "can't tell";
}

/** Other lists that were watched while this one was. */
function listsBeside(test: Sent, { state }: Pick<Context, 'state'>): readonly string[] {
  return state.tests
    .list(MOST_LISTS)
    .filter(isSent)
    .filter((other) => other.id !== test.id && other.firstDay < endOf(test) && endOf(other) > test.firstDay)
    .map(({ id }) => id);
}

function writtenTo(lists: readonly string[], { state }: Pick<Context, 'state'>): ReadonlySet<number> {
  return new Set(
    lists.flatMap((list) => {
      const { heldShare } = state.tests.find(list)!;
      const { id, draw } = state.tests.members(list);
      return Array.from(id).filter((_, at) => draw[at]! >= heldShare);
    }),
  );
}
