import { count, number, type Said, say, sentences } from '../../words/say.ts';
import type { Axis } from './axes.ts';
import { calledOf } from './feature-words.ts';
import { type Strategy, strategyFor } from './strategy.ts';
import type { Segment, SegmentFigures } from './types.ts';

/** Two groups get different words on an axis only when their centres differ by this many standard deviations ... */
const LEAST_GAP = 0.5;
/** ... and their medians by this share: "high" and "mid" spenders 2 % apart are a story. */
const LEAST_DIFFERENCE = 0.1;
/** Groups are compared by money everywhere else, so names are too, unless something else tells clearly more. */
const FOR_MONEY = 0.1;
/** Usual gaps between orders after which a customer is gone: of those who still buy, one in thirty waits so long. */
const LONG_GONE = 5;
/** How much of a second axis is said already where its groups lie in a line with those of the first. */
const SAID_ALREADY = 0.9;

type Named = Pick<Segment, 'name' | 'evidence'> & Strategy;

/** An axis that runs from the first word to the last. `of[j]` is the tier of group j, 0 = the first word. */
type Tiered = Axis & { of: number[] };

/**
 * Names for groups, derived from where they lie on the two axes that tell them apart best and, only where two would
 * otherwise share a name, on a further one.
 *
 *     argmax over a, b of  effect(a) + effect(b) (1 - 0.9 r^2)        r: of the centres of the groups on a and on b
 *
 * On each axis the groups are put in order and cut into tiers where neighbours differ by half a standard deviation
 * and by 10 % of the median. The names are a function of the groups, not of their numbers. No two are equal; where
 * nothing tells two apart they are numbered by revenue, and the name says no more than that.
 *
 * @param figures of the groups, any order
 * @param axes    recency and money at least
 * @param usualGap days between a customer's orders: those who have stayed away for many of them are not late but gone. Null: not
 *   known
 * @returns in the order of `figures`
 */
export function nameSegments(given: {
  readonly figures: readonly SegmentFigures[];
  readonly everyone: SegmentFigures;
  readonly axes: readonly Axis[];
  readonly usualGap: number | null;
}): Named[] {
  const { figures, everyone, usualGap } = given;
  const chosen = twoAxes(given.axes);
  const axes = given.axes.map((axis): Tiered => {
    const inOrder = fromFirst(axis);
    return { ...inOrder, of: chosen.includes(axis) ? tiers(inOrder) : figures.map(() => 0) };
  });
  separate(axes);

  const names = figures.map((_, j) =>
    axes
      .map((axis) => wordOf(axis, j, usualGap))
      .filter((word) => word !== '')
      .join(' '),
  );
  const [recency, money] = ['recency', 'money'].map((name) => {
    const axis = fromFirst(given.axes.find(({ feature }) => feature === name)!);
    return { ...axis, of: tiers(axis) };
  });
  return figures.map((of, j) => {
    const same = names.flatMap((name, other) => (name === names[j] ? [other] : []));
    const number = same.sort((a, b) => figures[b]!.revenueMinor - figures[a]!.revenueMinor || a - b).indexOf(j) + 1;
    return {
      name: same.length === 1 ? names[j]! : `${names[j]} ${number}`,
      ...strategyFor(place(recency!, j), place(money!, j)),
      evidence: sentences(...mediansOf(of, everyone), ...differencesOf(chosen, j)),
    };
  });
}

/** The pair that says most without saying it twice; one alone where there is no second. */
export function twoAxes(axes: readonly Axis[]): readonly Axis[] {
  const weight = ({ feature, effect }: Axis) => effect + (feature === 'money' ? FOR_MONEY : 0);
  let best: { readonly pair: readonly Axis[]; readonly says: number } = { pair: [], says: Number.NEGATIVE_INFINITY };
  for (const a of axes) {
    for (const b of axes) {
      if (a === b || weight(a) < weight(b)) continue;
      const says = weight(a) + weight(b) * (1 - SAID_ALREADY * alignment(a.centres, b.centres));
      if (says > best.says) best = { pair: [a, b], says };
    }
  }
  return best.pair;
}

/** r squared of the centres of groups on two axes; 1 where they do not vary. */
function alignment(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (of: (j: number) => number) => a.reduce((all, _, j) => all + of(j), 0);
  const both = sum((j) => (a[j]! - meanA) * (b[j]! - meanB));
  const own = sum((j) => (a[j]! - meanA) ** 2) * sum((j) => (b[j]! - meanB) ** 2);
  return own > 0 ? both ** 2 / own : 1;
}

function fromFirst(axis: Axis): Axis {
  return axis.first === 'small' ? axis : { ...axis, centres: axis.centres.map((centre) => -centre) };
}

/** Tier of each group, 0 = smallest centre, cut where neighbours in order are far enough apart; as many as have words. */
function tiers({ centres, medians, words }: Axis): number[] {
  const order = centres.map((_, j) => j).sort((a, b) => centres[a]! - centres[b]! || medians[a]! - medians[b]!);
  const gaps = order.slice(1).map((j, i) => ({
    at: i + 1,
    gap: centres[j]! - centres[order[i]!]!,
    apart: differ(medians[j]!, medians[order[i]!]!),
  }));
  const cuts = gaps
    .filter(({ gap, apart }) => apart && gap >= LEAST_GAP)
    .sort((a, b) => b.gap - a.gap || a.at - b.at)
    .slice(0, words.length - 1)
    .map(({ at }) => at);
  const of = new Array<number>(centres.length);
  order.forEach((j, i) => {
    of[j] = cuts.filter((cut) => cut <= i).length;
  });
  return of;
}

function differ(a: number, b: number): boolean {
  return Math.abs(a - b) >= LEAST_DIFFERENCE * Math.max(Math.abs(a), Math.abs(b)) && a !== b;
}

/**
 * Cuts further, where two groups share all tiers, on the axis on which they lie furthest apart. Pairs are taken in
 * the order in which groups lie, not are numbered.
 */
function separate(axes: readonly Tiered[]): void {
  const order = axes[0]!.centres
    .map((_, j) => j)
    .sort((a, b) => axes.map(({ centres }) => centres[a]! - centres[b]!).find((difference) => difference !== 0) ?? 0);
  order.forEach((a, at) => {
    for (const b of order.slice(at + 1)) {
      if (!axes.every(({ of }) => of[a] === of[b])) continue;
      const cuts = axes
        .filter(({ of, words }) => Math.max(...of) < words.length - 1)
        .map((axis) => ({ axis, from: widestGap(axis, a, b), apart: Math.abs(axis.centres[a]! - axis.centres[b]!) }))
        .sort((x, y) => y.apart - x.apart);
      const cut = cuts.find(({ from }) => from !== null);
      if (cut !== undefined) cutAt(cut.axis, cut.axis.of[a]!, cut.from!);
    }
  });
}

/** The centre at which a new tier may begin between two groups of one tier: never between medians 10 % apart or less. */
function widestGap({ centres, medians, of }: Tiered, a: number, b: number): number | null {
  const [better, worse] = [Math.min(centres[a]!, centres[b]!), Math.max(centres[a]!, centres[b]!)];
  const between = centres
    .map((centre, j) => ({ centre, median: medians[j]!, tier: of[j]! }))
    .filter(({ centre, tier }) => tier === of[a] && centre >= better && centre <= worse)
    .sort((x, y) => x.centre - y.centre || x.median - y.median);
  const gaps = between
    .slice(1)
    .map((group, i) => ({
      at: group.centre,
      gap: group.centre - between[i]!.centre,
      apart: differ(group.median, between[i]!.median),
    }))
    .filter(({ gap, apart }) => apart && gap > 0)
    .sort((x, y) => y.gap - x.gap || x.at - y.at);
  return gaps[0]?.at ?? null;
}

function cutAt(axis: Tiered, tier: number, from: number): void {
  axis.of = axis.of.map((of, j) => (of > tier || (of === tier && axis.centres[j]! >= from) ? of + 1 : of));
}

function wordOf({ of, words, longGone, medians }: Tiered, j: number, usualGap: number | null): string {
  const [tier, last] = [of[j]!, Math.max(...of)];
  const usual = words[last]![tier]!;
  if (!longGone || usualGap === null || last === 0) return usual;
  const isGone = medians.every((days, other) => of[other] !== tier || days > LONG_GONE * usualGap);
  // The best tier is never gone: some of the shop's customers are the ones who came last.
  const at = tier === 0 ? -1 : longGone.length - 1 - (last - tier);
  return isGone ? (longGone[at] ?? usual) : usual;
}

/** 0 = best tier of its axis, 1 = worst, 0.5 where there is one tier only. */
function place({ of }: Tiered, j: number): number {
  const last = Math.max(...of);
  return last === 0 ? 0.5 : of[j]! / last;
}

/** Medians, and money as a multiple of everybody's, so that the sentence needs no currency. */
function mediansOf(of: SegmentFigures, everyone: SegmentFigures): Said[] {
  const [ago, agoOfAll] = [whole(of.medianRecencyDays), whole(everyone.medianRecencyDays)];
  const [orders, ordersOfAll] = [whole(of.medianOrders), whole(everyone.medianOrders)];
  const medians = say`Median customer: last order ${ago} days ago (all customers: ${agoOfAll}), orders: ${orders} (${ordersOfAll}).`;
  const { medianRevenueMinor: own } = of;
  const { medianRevenueMinor: all } = everyone;
  if (own === null || all === null || all <= 0) return [medians];
  return [medians, say`They spent ${number(times(own / all))} times the typical spend.`];
}

function whole(value: number | null) {
  return count(value === null ? null : Math.round(value));
}

function times(ratio: number): number {
  const places = ratio < 0.095 ? 100 : 10;
  return Math.round(places * ratio) / places;
}

/** Where a group lies on the axes of its name, beside everybody else. */
function differencesOf(axes: readonly Axis[], j: number): Said[] {
  return axes.map(({ feature, fromRest }) => {
    const by = Math.round(10 * fromRest[j]!) / 10;
    return by < 0
      ? say`Below the rest in ${calledOf(feature)} by ${number(-by)} standard deviations.`
      : say`Above the rest in ${calledOf(feature)} by ${number(by)} standard deviations.`;
  });
}
