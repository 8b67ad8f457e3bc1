import type { CustomerView } from '../../data/types/customers.ts';
import type { Words } from '../../words/say.ts';
import type { Check } from '../check.ts';
import type { Cloud } from './cloud.ts';
import type { Distributions } from './distributions.ts';
import type { Separation } from './separation.ts';

/** Columns of shape (n,), one entry a customer. */
export type SegmentView = Pick<CustomerView, 'id' | 'recencyDays' | 'orders' | 'revenueMinor'> &
  Partial<Pick<CustomerView, 'spanDays'>> & {
    /** What else is known of them, by feature; NaN where it is not. */
    readonly features?: Readonly<Record<string, Float64Array>>;
  };

export type SegmentsRequest = {
  readonly view: SegmentView;
  /** What they are told apart by; recency, orders and money if left out. */
  readonly recipe?: readonly FeatureRecipe[];
  readonly seed: number;
  /** So many groups, whatever elbow and silhouette say. */
  readonly k?: number;
  /** The groups as they were found before: the new ones are told which of them they continue. */
  readonly previous?: SegmentModel;
};

/** All that is needed to put a customer into one of the groups found: it is kept with the run. */
export type SegmentModel = {
  readonly scaling: readonly FeatureScale[];
  /** Shape (k, features), in the order of `scaling`, standardised. */
  readonly centroids: readonly (readonly number[])[];
};

export type SegmentsResult = {
  readonly customers: number;
  readonly revenueMinor: number;
  readonly rfm: RfmResult;
  /** The same with ties parted by the order of rows, as tutorials do. */
  readonly rfmFirst: RfmResult;
  readonly distributions: Distributions;
  /** Null when the data cannot carry clusters; `whyNoClusters` then says why, and `rfm` still stands. */
  readonly clusters: Clusters | null;
  readonly whyNoClusters: Words | null;
  readonly checks: readonly Check[];
  readonly seed: number;
};

export const rfmSegments = [
  'champions',
  'loyal_customers',
  'potential_loyalists',
  'new_customers',
  'promising',
  'need_attention',
  'about_to_sleep',
  'cant_lose',
  'at_risk',
  'hibernating',
] as const;
export type RfmSegment = (typeof rfmSegments)[number];

export type RfmResult = {
  /** Scores of shape (n,), 1 (worst) to 5 (best), in the order of the view. */
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly money: Uint8Array;
  /** Shape (n,): index into `rfmSegments`. */
  readonly segment: Uint8Array;
  /** Every segment in the order of `rfmSegments`, empty ones with 0 customers and null medians. */
  readonly table: readonly RfmRow[];
  /** The tie rule in words. */
  readonly rule: Words;
};

export type RfmRow = {
  readonly segment: RfmSegment;
  readonly action: Words;
} & SegmentFigures;

/** Shares are 0..1 of all customers and of all revenue. Medians are null for nobody. */
export type SegmentFigures = {
  readonly customers: number;
  readonly customerShare: number;
  readonly revenueMinor: number;
  readonly revenueShare: number | null;
  readonly medianRecencyDays: number | null;
  readonly medianOrders: number | null;
  readonly medianRevenueMinor: number | null;
  /** Median over customers of revenue / orders. */
  readonly typicalOrderMinor: number | null;
};

export type Clusters = {
  readonly k: number;
  /** By revenue share, largest first. `assignments` counts in this order. */
  readonly segments: readonly Segment[];
  /** Of each segment, which previous group it continues; null where it continues none. Empty without a previous model. */
  readonly continues: readonly (Match | null)[];
  /** Shape (n,): index into `segments`, in the order of the view. */
  readonly assignments: Int32Array;
  /** What the names speak of: how much of the customers' differences on it lies between the groups, 0 to 1. */
  readonly axes: readonly { readonly feature: string; readonly effect: number }[];
  /** Some customers on those two; empty where there is one axis only. */
  readonly cloud: Cloud;
  /** One row per k tried. */
  readonly elbow: readonly ElbowRow[];
  /** Why this k, in a sentence. */
  readonly reason: Words;
  readonly inertia: number;
  readonly silhouette: number;
  /** Silhouette of data with the same columns, each shuffled on its own: what no structure at all would reach. */
  readonly nullSilhouette: number;
  /** Mean adjusted Rand index between these groups and those found in resampled customers; 1 = the same. */
  readonly stability: number;
  /** What was clustered: a new customer is scaled the same way and belongs to the nearest centroid. */
  readonly scaling: readonly FeatureScale[];
  /** Shape (k, features), in the order of `segments` and `scaling`, in standardised units. */
  readonly centroids: readonly (readonly number[])[];
};

/** How one column becomes one coordinate. */
export type FeatureRecipe = {
  /** `recency`, `frequency` and `money` are those of the view, any other one is among its `features`. */
  readonly feature: string;
  readonly transform: Transform;
  /** `standard`: less the mean, over the standard deviation; `range`: 0 to 1 from the smallest to the largest. */
  readonly scaling: 'standard' | 'range';
  /** Shares between which values are kept: [0.01, 0.99] draws in what lies beyond these quantiles. */
  readonly clip?: readonly [number, number];
  /** An earlier feature: where this one says the same, it is left out rather than counted twice. */
  readonly unlessLike?: string;
};

export type Transform = 'none' | 'log1p' | 'log';

/**
 * A recipe as it was followed. In order: what is not known becomes `fill`, the rest is kept within `low` and `high`,
 * transformed, less `mean`, over `sd`. Models from before there were recipes carry the last two only, of log1p.
 */
export type FeatureScale = {
  readonly feature: string;
  readonly mean: number;
  readonly sd: number;
  readonly transform?: Transform;
  readonly fill?: number;
  readonly low?: number;
  readonly high?: number;
};

/** Which old group a new one continues, and how much of the two is the same people. */
export type Match = {
  /** Number of the old group. */
  readonly group: number;
  /** Jaccard: people in both / people in either, 0..1. */
  readonly overlap: number;
};

export type ElbowRow = {
  readonly k: number;
  readonly inertia: number;
  readonly silhouette: number;
  /** Of shuffled columns with the same k. */
  readonly nullSilhouette: number;
  readonly separation: Separation;
  readonly nullSeparation: Separation;
};

export type Segment = {
  readonly name: string;
  readonly action: Words;
  /** Its name in a word or two, and what to send; missing in runs from before they were kept. */
  readonly strategy?: Words;
  readonly send?: Words;
  /** What the name rests on, one sentence. */
  readonly evidence: Words;
} & SegmentFigures;
