import { count, number, type Said, say, sentences } from '../../words/say.ts';
import { type Random, randomBelow, seeded, shuffled } from '../random.ts';
import { hundredths } from '../rounding.ts';
import { adjustedRand } from './agreement.ts';
import { axesOf } from './axes.ts';
import { chooseK } from './choose-k.ts';
import { cloudOf } from './cloud.ts';
import { type Features, usualGapOf } from './features.ts';
import { figuresOf } from './figures.ts';
import { type KMeans, kMeans, kMeansFrom, nearest } from './k-means.ts';
import { nameSegments, twoAxes } from './naming.ts';
import { distinctRows, inCanonicalOrder, type Points, pick } from './points.ts';
import { separation } from './separation.ts';
import { silhouettes } from './silhouette.ts';
import type { Clusters, ElbowRow, SegmentsRequest } from './types.ts';

/** Fewer customers than this in a group on average are a story, not a segment. */
const CUSTOMERS_PER_CLUSTER = 30;
const MOST_CLUSTERS = 8;
const STARTS = 10;
/** Starts for shuffled and resampled data, of which only a silhouette or an agreement is wanted. */
const FEWER_STARTS = 3;
const RESAMPLES = 10;
/**
 * Starts are tried on at most this many customers, drawn, and so are the questions put to the groups. The best start is
 * then finished on everyone, which takes off the 0.01 to 0.08 % of inertia that so large a sample costs
 * (docs/segmentation.md).
 */
const MOST_LEARNED_FROM = 20_000;

/** What groups must reach to be shown. */
const LEAST_SILHOUETTE = 0.25;
const LEAST_OVER_NULL = 0.03;
const LEAST_STABILITY = 0.6;

export type Found =
  | { readonly clusters: Clusters; readonly why: null }
  | { readonly clusters: null; readonly why: Said };

/**
 * Groups of alike customers: k-means for k = 2 .. 8, k by elbow and silhouette, and two questions put to the result.
 *
 * - Is there anything? The silhouette must beat that of the same columns shuffled, each on its own, by 0.03, and
 *   be 0.25 at least.
 * - Does it come back? Customers are drawn anew with replacement ten times; the groups then found must agree with
 *   the first ones by an adjusted Rand index of 0.6 on average.
 *
 * The first candidate for k that answers both is taken. Everything random comes from the seed, after the rows were
 * put in a canonical order: the order of the view changes nothing but the order of `assignments`.
 */
export function findClusters(
  view: SegmentsRequest['view'],
  { points, scaling }: Features,
  { seed, k: asked }: { readonly seed: number; readonly k?: number | undefined },
): Found {
  if (points.width === 0) return { clusters: null, why: say`All customers are alike: nothing to tell groups by.` };
  const random = seeded(seed);
  const everyone = inCanonicalOrder(points);
  const learned = learnedFrom(everyone, random);
  const most = Math.min(MOST_CLUSTERS, Math.floor(points.count / CUSTOMERS_PER_CLUSTER), distinctRows(learned) - 1);
  if (most < 2) return { clusters: null, why: say`Too few different customers to tell groups apart.` };
  const ks = Array.from({ length: most - 1 }, (_, i) => i + 2);
  const shuffledColumns = permuteColumns(learned, random);
  const fits = ks.map((k) => fitOf(everyone, learned, { k, random }));
  const nulls = ks.map((k) => kMeans(shuffledColumns, { k, starts: FEWER_STARTS, random }));
  const labelsOfLearned = fits.map(({ centroids }) => nearest(learned, centroids).labels);
  const real = silhouettes(learned, labelsOfLearned, random);
  const chance = silhouettes(
    shuffledColumns,
    nulls.map(({ labels }) => labels),
    random,
  );
  const elbow = ks.map((k, i): ElbowRow => {
    const [fit, byChance] = [fits[i]!, nulls[i]!];
    return {
      k,
      inertia: fit.inertia,
      silhouette: real[i]!,
      nullSilhouette: chance[i]!,
      separation: separation(learned, fit.centroids, labelsOfLearned[i]!),
      nullSeparation: separation(shuffledColumns, byChance.centroids, byChance.labels),
    };
  });
  if (asked !== undefined && asked > most)
    return { clusters: null, why: say`These customers carry ${count(most)} groups at most.` };
  const { candidates, reason } =
    asked === undefined ? chooseK(elbow) : { candidates: [asked], reason: say`${count(asked)} groups, as asked for.` };
  let why: Said | null = null;
  for (const k of candidates) {
    const row = elbow.find((each) => each.k === k)!;
    const { centroids } = fits[k - 2]!;
    const stability = resampledAgreement(learned, centroids, random);
    const problem = problemWith(row, stability);
    if (problem === null) {
      const chosen =
        k === candidates[0]
          ? reason
          : sentences(say`${count(k)} groups: ${count(candidates[0]!)} did not hold up.`, why);
      return {
        clusters: describe(view, points, { row, centroids, stability, elbow, reason: chosen, scaling }),
        why: null,
      };
    }
    why ??= problem;
  }
  return {
    clusters: null,
    why: asked === undefined ? why! : sentences(say`${count(asked)} groups, as asked for, do not hold.`, why),
  };
}

/** How well so many groups of these points hold, whether or not they are the ones to choose. */
export function qualityOf(
  points: Points,
  k: number,
  seed: number,
): Pick<Clusters, 'k' | 'silhouette' | 'nullSilhouette' | 'stability'> {
  const random = seeded(seed);
  const everyone = inCanonicalOrder(points);
  const learned = learnedFrom(everyone, random);
  const fit = fitOf(everyone, learned, { k, random });
  const shuffledColumns = permuteColumns(learned, random);
  const chance = kMeans(shuffledColumns, { k, starts: FEWER_STARTS, random });
  return {
    k,
    silhouette: silhouettes(learned, [nearest(learned, fit.centroids).labels], random)[0]!,
    nullSilhouette: silhouettes(shuffledColumns, [chance.labels], random)[0]!,
    stability: resampledAgreement(learned, fit.centroids, random),
  };
}

function problemWith({ silhouette, nullSilhouette }: ElbowRow, stability: number): Said | null {
  const two = (value: number) => number(hundredths(value));
  if (silhouette < nullSilhouette + LEAST_OVER_NULL) {
    return say`No natural groups: separation ${two(silhouette)}, where shuffled data reaches ${two(nullSilhouette)}.`;
  }
  if (silhouette < LEAST_SILHOUETTE) {
    return say`No natural groups: separation ${two(silhouette)}, and ${two(LEAST_SILHOUETTE)} is the least that I call groups.`;
  }
  if (stability < LEAST_STABILITY) {
    return say`The groups do not come back when customers are drawn anew (agreement ${two(stability)} of 1).`;
  }
  return null;
}

function fitOf(
  everyone: Points,
  learned: Points,
  { k, random }: { readonly k: number; readonly random: Random },
): KMeans {
  const fit = kMeans(learned, { k, starts: STARTS, random, polish: learned === everyone });
  return learned === everyone ? fit : kMeansFrom(everyone, fit.centroids);
}

/** Rows in canonical order, as those drawn from. */
function learnedFrom(everyone: Points, random: Random): Points {
  if (everyone.count <= MOST_LEARNED_FROM) return everyone;
  return pick(everyone, shuffled(everyone.count, random).subarray(0, MOST_LEARNED_FROM).sort());
}

function permuteColumns({ values, width, count }: Points, random: Random): Points {
  const permuted = new Float64Array(values.length);
  for (let c = 0; c < width; c++) {
    shuffled(count, random).forEach((from, row) => {
      permuted[row * width + c] = values[from * width + c]!;
    });
  }
  return { values: permuted, width, count };
}

function resampledAgreement(points: Points, centroids: Points, random: Random): number {
  const { labels } = nearest(points, centroids);
  let sum = 0;
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const drawn = pick(
      points,
      Int32Array.from({ length: points.count }, () => randomBelow(points.count, random)),
    );
    if (distinctRows(drawn) < centroids.count) continue;
    const again = kMeans(drawn, { k: centroids.count, starts: FEWER_STARTS, random });
    sum += adjustedRand(labels, nearest(points, again.centroids).labels);
  }
  return sum / RESAMPLES;
}

function describe(
  view: SegmentsRequest['view'],
  points: Points,
  result: Pick<Clusters, 'elbow' | 'stability' | 'reason' | 'scaling'> & {
    readonly row: ElbowRow;
    readonly centroids: Points;
  },
): Clusters {
  const { row, centroids, elbow, stability, reason, scaling } = result;
  const { labels } = nearest(points, centroids);
  const figures = Array.from({ length: row.k }, (_, j) => ({ j, figures: figuresOf(view, (i) => labels[i] === j) }));
  const ordered = figures.sort((a, b) => b.figures.revenueMinor - a.figures.revenueMinor || a.j - b.j);
  const place = new Int32Array(row.k);
  ordered.forEach(({ j }, at) => {
    place[j] = at;
  });
  const inOrder = pick(
    centroids,
    Int32Array.from(ordered, ({ j }) => j),
  );
  const everyone = figuresOf(view, () => true);
  const centroidRows = Array.from({ length: row.k }, (_, j) =>
    Array.from(inOrder.values.subarray(j * points.width, (j + 1) * points.width)),
  );
  const assignments = labels.map((label) => place[label]!);
  const axes = axesOf(view, assignments, row.k, scaling);
  const told = twoAxes(axes);
  const names = nameSegments({
    figures: ordered.map((each) => each.figures),
    everyone,
    axes,
    usualGap: usualGapOf(view),
  });
  return {
    k: row.k,
    segments: ordered.map((each, at) => ({ ...names[at]!, ...each.figures })),
    continues: [],
    assignments,
    axes: told.map(({ feature, effect }) => ({ feature, effect })),
    cloud: cloudOf(view, assignments, row.k, told),
    elbow,
    reason,
    inertia: row.inertia,
    silhouette: row.silhouette,
    nullSilhouette: row.nullSilhouette,
    stability,
    scaling,
    centroids: centroidRows,
  };
}
