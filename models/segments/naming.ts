import type { Feature, Segment, SegmentFigures } from './types.ts';

/** Two groups get different words on an axis only when their centroids differ by this many standard deviations ... */
const LEAST_GAP = 0.5;
/** ... and their medians by this share: "high" and "mid" spenders 2 % apart are a story. */
const LEAST_DIFFERENCE = 0.1;

/** Words from best to worst, by how many tiers there are. */
const recencyWords: readonly (readonly string[])[] = [
  ['', ''],
  ['active', 'lapsing'],
  ['active', 'cooling', 'lapsed'],
  ['active', 'recent', 'cooling', 'lapsed'],
  ['active', 'recent', 'cooling', 'lapsing', 'lapsed'],
];
const spendWords: readonly (readonly string[])[] = [
  ['customers', ''],
  ['high spenders', 'low spenders'],
  ['high spenders', 'mid spenders', 'low spenders'],
  ['top spenders', 'high spenders', 'mid spenders', 'low spenders'],
  ['top spenders', 'high spenders', 'mid spenders', 'low spenders', 'lowest spenders'],
];
const frequencyWords: readonly (readonly string[])[] = [
  ['', ''],
  ['frequent', 'occasional'],
  ['frequent', 'regular', 'occasional'],
  ['frequent', 'regular', 'occasional', 'rare'],
  ['most frequent', 'frequent', 'regular', 'occasional', 'rare'],
];
const MOST_TIERS = 5;

type Named = Pick<Segment, 'name' | 'action' | 'evidence'>;

/** One way to tell groups apart. `of[j]` is the tier of group j, 0 = best. */
type Axis = {
  readonly feature: Feature;
  readonly centres: readonly number[];
  readonly medians: readonly number[];
  of: number[];
};

/**
 * Names for groups, derived from where they lie: how recently they bought, how much they spend, and, only where two
 * would otherwise share a name, how often.
 *
 * On each axis the groups are put in order and cut into tiers where neighbours differ by half a standard deviation
 * and by 10 % of the median. The names are a function of the groups, not of their numbers. No two are equal; where
 * nothing tells two apart they are numbered by revenue, and the name says no more than that.
 *
 * @param figures   of the groups, any order
 * @param centroids shape (k, features), standardised
 * @returns in the order of `figures`
 */
export function nameSegments(given: {
  readonly figures: readonly SegmentFigures[];
  readonly everyone: SegmentFigures;
  readonly centroids: readonly (readonly number[])[];
  readonly features: readonly Feature[];
}): Named[] {
  const { figures, everyone, centroids, features } = given;
  const axis = (feature: Feature, median: (of: SegmentFigures) => number | null): Axis => {
    const column = features.indexOf(feature);
    const sign = feature === 'recency' ? 1 : -1;
    const centres = centroids.map((centroid) => (column === -1 ? 0 : sign * centroid[column]!));
    const medians = figures.map((of) => median(of) ?? 0);
    return { feature, centres, medians, of: tiers(centres, medians, LEAST_GAP) };
  };
  const recency = axis('recency', (of) => of.medianRecencyDays);
  const money = axis('money', (of) => of.medianRevenueMinor);
  const frequency: Axis = { ...axis('frequency', (of) => of.medianOrders), of: figures.map(() => 0) };
  separate([recency, money, frequency]);

  const names = figures.map((_, j) =>
    [wordOf(recency, recencyWords, j), wordOf(frequency, frequencyWords, j), wordOf(money, spendWords, j)]
      .filter((word) => word !== '')
      .join(' '),
  );
  return figures.map((of, j) => {
    const same = names.flatMap((name, other) => (name === names[j] ? [other] : []));
    const number = same.sort((a, b) => figures[b]!.revenueMinor - figures[a]!.revenueMinor || a - b).indexOf(j) + 1;
    return {
      name: same.length === 1 ? names[j]! : `${names[j]} ${number}`,
      action: actionFor(place(recency, j), place(money, j)),
      evidence: evidenceOf(of, everyone),
    };
  });
}

/** Tier of each group, 0 = smallest centre, cut where neighbours in order are far enough apart; at most five tiers. */
function tiers(centres: readonly number[], medians: readonly number[], leastGap: number): number[] {
  const order = centres.map((_, j) => j).sort((a, b) => centres[a]! - centres[b]! || medians[a]! - medians[b]!);
  const gaps = order.slice(1).map((j, i) => ({
    at: i + 1,
    gap: centres[j]! - centres[order[i]!]!,
    apart: differ(medians[j]!, medians[order[i]!]!),
  }));
  const cuts = gaps
    .filter(({ gap, apart }) => apart && gap >= leastGap)
    .sort((a, b) => b.gap - a.gap || a.at - b.at)
    .slice(0, MOST_TIERS - 1)
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
function separate(axes: readonly Axis[]): void {
  const order = axes[0]!.centres
    .map((_, j) => j)
    .sort((a, b) => axes.map(({ centres }) => centres[a]! - centres[b]!).find((difference) => difference !== 0) ?? 0);
  order.forEach((a, at) => {
    for (const b of order.slice(at + 1)) {
      if (!axes.every(({ of }) => of[a] === of[b])) continue;
      const cuts = axes
        .filter(({ of }) => Math.max(...of) < MOST_TIERS - 1)
        .map((axis) => ({ axis, from: widestGap(axis, a, b), apart: Math.abs(axis.centres[a]! - axis.centres[b]!) }))
        .sort((x, y) => y.apart - x.apart);
      const cut = cuts.find(({ from }) => from !== null);
      if (cut !== undefined) cutAt(cut.axis, cut.axis.of[a]!, cut.from!);
    }
  });
}

/** The centre at which a new tier may begin between two groups of one tier: never between medians 10 % apart or less. */
function widestGap({ centres, medians, of }: Axis, a: number, b: number): number | null {
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

function cutAt(axis: Axis, tier: number, from: number): void {
  axis.of = axis.of.map((of, j) => (of > tier || (of === tier && axis.centres[j]! >= from) ? of + 1 : of));
}

function wordOf({ of }: Axis, words: readonly (readonly string[])[], j: number): string {
  const count = Math.max(...of) + 1;
  return words[count - 1]?.[of[j]!] ?? '';
}

/** 0 = best tier of its axis, 1 = worst, 0.5 where there is one tier only. */
function place({ of }: Axis, j: number): number {
  const last = Math.max(...of);
  return last === 0 ? 0.5 : of[j]! / last;
}

function actionFor(lapsed: number, low: number): string {
  if (lapsed < 0.34) {
    if (low < 0.34) return 'Thank them: early access, a loyalty tier, ask for referrals. They need no discount.';
    return 'Invite the next order: recommend what goes with the last one, free shipping above their usual basket.';
  }
  if (lapsed > 0.66) {
    if (low < 0.34) return 'Win them back in person, the largest first: a call or a strong voucher.';
    if (low <= 0.66) return 'One win-back offer with an end date; those who answer, keep.';
    return 'One cheap reminder, then leave them out of paid campaigns.';
  }
  if (low <= 0.5) return 'Remind them before they slip: what is new since their last order, a voucher limited in time.';
  return 'A small reason to come back: popular products, one message, one small offer.';
}

/** Medians, and money as a multiple of everybody's, so that the sentence needs no currency. */
function evidenceOf(of: SegmentFigures, everyone: SegmentFigures): string {
  const whole = (value: number | null) => (value === null ? 'unknown' : `${Math.round(value)}`);
  const parts = [
    `last order ${whole(of.medianRecencyDays)} days ago (all customers: ${whole(everyone.medianRecencyDays)})`,
    `${whole(of.medianOrders)} ${of.medianOrders === 1 ? 'order' : 'orders'} (${whole(everyone.medianOrders)})`,
  ];
  if (of.medianRevenueMinor !== null && everyone.medianRevenueMinor !== null && everyone.medianRevenueMinor > 0) {
    parts.push(`${(of.medianRevenueMinor / everyone.medianRevenueMinor).toFixed(1)} times the typical spend`);
  }
  return `Median customer: ${parts.join(', ')}.`;
}
