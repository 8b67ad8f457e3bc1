import { count, number, say, type Words } from '../../words/say.ts';
import { hundredths } from '../rounding.ts';
import { findClusters, qualityOf } from './clusters.ts';
import { featureSets } from './feature-sets.ts';
import { featuresOf } from './features.ts';
import { groupsBy, standardised } from './score.ts';
import type { Clusters, FeatureRecipe, SegmentModel, SegmentView } from './types.ts';
import { someOf } from './view.ts';

/** Groups inside a group are held to more than groups of everyone: looking long enough always finds some. */
const LEAST_STABILITY = 0.8;
const LEAST_OVER_NULL = 0.03;

export type SplitRequest = {
  readonly view: SegmentView;
  readonly recipe?: readonly FeatureRecipe[];
  readonly model: SegmentModel;
  /** Number of the group to look into. */
  readonly group: number;
  readonly seed: number;
};

export type Split = {
  readonly customers: number;
  /** Null where there is nothing to offer; `why` says why. */
  readonly clusters: Omit<Clusters, 'assignments'> | null;
  readonly why: Words | null;
  /** As many groups as there would be in all, found among everyone at once. Null where nothing was found. */
  readonly flat: Pick<Clusters, 'k' | 'silhouette' | 'nullSilhouette' | 'stability'> | null;
};

/**
 * Groups inside one group, on its own scaling. They are offered only where they
 *
 * - come back when its customers are drawn anew (adjusted Rand index of 0.8, against 0.6 for groups of everyone),
 * - are 0.03 better separated than its shuffled columns, and
 * - come back no worse than as many groups found flat among everyone: else those say the same with less.
 *
 * Source of the rule: reference/models.md section 5.
 */
export function splitSegment({ view, recipe = featureSets.rfm, model, group, seed }: SplitRequest): Split {
  const of = groupsBy(model, view);
  const rows = Int32Array.from(of.keys()).filter((row) => of[row] === group);
  const own = someOf(view, rows);
  const nothing = (why: Words, flat: Split['flat'] = null): Split => ({
    customers: rows.length,
    clusters: null,
    why,
    flat,
  });
  if (rows.length === 0) return nothing(say`Nobody is in it.`);
  const { clusters, why } = findClusters(own, featuresOf(own, recipe), { seed });
  if (!clusters) return nothing(why);
  const { silhouette, nullSilhouette, stability } = clusters;
  const flat = qualityOf(standardised(model, view), model.centroids.length - 1 + clusters.k, seed);
  const two = (value: number) => number(hundredths(value));
  if (stability < LEAST_STABILITY) {
    return nothing(
      say`Groups inside it do not come back when its customers are drawn anew (agreement ${two(stability)} of 1).`,
      flat,
    );
  }
  if (silhouette < nullSilhouette + LEAST_OVER_NULL) {
    return nothing(say`Separation ${two(silhouette)}, where shuffled data reaches ${two(nullSilhouette)}.`, flat);
  }
  if (flat.stability > stability) {
    return nothing(
      say`${count(flat.k)} groups found among everyone at once come back better (agreement ${two(flat.stability)} against ${two(stability)}).`,
      flat,
    );
  }
  const { assignments: _, ...kept } = clusters;
  return { customers: rows.length, clusters: kept, why: null, flat };
}
