import { hundredths } from '../../models/rounding.ts';
import type { Distributions } from '../../models/segments/distributions.ts';
import { type FeatureSet, featureSets } from '../../models/segments/feature-sets.ts';
import { calledOf } from '../../models/segments/feature-words.ts';
import type { Clusters, RfmRow, Segment, SegmentsResult } from '../../models/segments/types.ts';
import { count, number, type Said, say, sentences, share, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { customersBy, standingSet } from './customers.ts';
import type { Cut } from './cut.ts';
import { SEED } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 9;

/** Below this share of common customers a group is another group: it gets a name of its own, and a person is asked. */
const LEAST_OVERLAP = 0.5;

/** Segments as kept: what is said of groups, and what scores a newcomer; not who is in which. */
export type KeptSegments = Pick<SegmentsResult, 'customers' | 'revenueMinor' | 'whyNoClusters' | 'checks'> & {
  readonly rfm: { readonly table: readonly RfmRow[]; readonly rule: Words };
  /** With the ties of tutorials; missing in runs from before it was kept. */
  readonly rfmFirst?: { readonly table: readonly RfmRow[]; readonly rule: Words };
  readonly clusters: KeptClusters | null;
  /** Missing in runs from before they were kept. */
  readonly distributions?: Distributions;
  /** What customers were told apart by; in runs from before there was a choice, recency, orders and money. */
  readonly features?: FeatureSet;
};

export type KeptClusters = Omit<Clusters, 'assignments' | 'segments'> & {
  readonly segments: readonly KeptSegment[];
  /** The run whose names were carried on; null where there was none. */
  readonly previous: string | null;
};

/** `name` is what it is called, `looks` what its figures alone would call it. */
export type KeptSegment = Segment & { readonly looks: string };

/**
 * The customers' segments on a cut.
 *
 * @param trial so many groups, whatever the data say, or found by another set: nobody carries on the names of a trial
 */
export async function segmentsRun(
  context: Context,
  cut: Cut,
  trial: {
    readonly k?: number | undefined;
    readonly features?: FeatureSet | undefined;
    /** The groups whose names are carried on, as they were called then; those before this data unless told. */
    readonly continues?: Continued | null | undefined;
  } = {},
): Promise<RunOf<KeptSegments>> {
  const { k } = trial;
  const standing = await standingSet(context);
  const set = trial.features ?? standing;
  const continues = trial.continues === undefined ? groupsBefore(context, cut, set) : trial.continues;
  return keepRun<KeptSegments>(context, {
    kind: k === undefined && set === standing ? 'segments' : 'trial',
    version: VERSION,
    parameters: { features: set, ...(k !== undefined && { k }) },
    asked: { continues },
    cut,
    async compute() {
      const previous = continues && continued(context, continues);
      const { view, used } = await customersBy(context, previous ? [set, previous.set] : [set], cut.before);
      const found = await context.compute('segments', {
        view,
        recipe: featureSets[set],
        seed: SEED,
        ...(k !== undefined && { k }),
        ...(previous && { previous: { scaling: previous.clusters.scaling, centroids: previous.clusters.centroids } }),
      });
      const { rfm, rfmFirst, clusters } = found;
      return {
        result: {
          customers: found.customers,
          revenueMinor: found.revenueMinor,
          whyNoClusters: found.whyNoClusters,
          checks: found.checks,
          rfm: { table: rfm.table, rule: rfm.rule },
          rfmFirst: { table: rfmFirst.table, rule: rfmFirst.rule },
          clusters: clusters && named(clusters, previous),
          distributions: found.distributions,
          features: set,
        },
        receipt: {
          method: clusters ? say`k-means, ${count(clusters.k)} groups` : say`RFM quintiles`,
          seed: SEED,
          used,
          checks: found.checks,
          record: clusters ? [qualityWords(clusters)] : [],
          assumptions: [
            rfm.rule,
            ...(clusters ? [clusters.reason, axesWords(clusters)] : []),
            ...(previous
              ? [say`Names carried on from ${previous.id}, where at least half of the people are the same.`]
              : []),
          ],
        },
      };
    },
  });
}

/** The segments run that another continues, and what its groups were called when it did. */
export type Continued = { readonly run: string; readonly names: readonly string[] };

type Before = {
  readonly id: string;
  readonly set: FeatureSet;
  readonly clusters: KeptClusters;
  readonly names: readonly string[];
};

/** The groups of the run before this data, under the names that people know them by. */
function groupsBefore({ state }: Context, cut: Cut, set: FeatureSet): Continued | null {
  const run = state.runs.latestOn('segments', cut.lastDay);
  const { clusters, features: before = 'rfm' } = (run?.result as KeptSegments | undefined) ?? { clusters: null };
  if (!run || !clusters || (set === 'profile') !== (before === 'profile')) return null;
  return { run: run.id, names: namesOf(state, run.id, clusters) };
}

function continued({ state }: Context, { run: id, names }: Continued): Before {
  const { clusters, features: set = 'rfm' } = state.runs.byId(id)!.result as KeptSegments;
  return { id, set, clusters: clusters!, names };
}

/** What the groups of a run are called today. */
export function namesOf(state: Context['state'], run: string, { segments }: KeptClusters): readonly string[] {
  const given = state.segmentNames.of(run);
  return segments.map(({ name }, place) => given.get(place) ?? name);
}

/** A group that continues an old one keeps its name. A new one whose name is taken says that it is new. */
function named({ assignments: _, ...clusters }: Clusters, previous: Before | null): KeptClusters {
  const kept = clusters.segments.map((_, place) => {
    const match = clusters.continues[place];
    return previous && match && match.overlap >= LEAST_OVERLAP ? previous.names[match.group]! : null;
  });
  return {
    ...clusters,
    previous: previous?.id ?? null,
    segments: clusters.segments.map((segment, place) => {
      const own = kept.includes(segment.name) ? `${segment.name} (new)` : segment.name;
      return { ...segment, name: kept[place] ?? own, looks: segment.name };
    }),
  };
}

/** What the names of the groups speak of, in words. */
export function axesWords({ axes = [] }: Partial<Pick<Clusters, 'axes'>>): Said {
  return sentences(
    ...axes.map(
      ({ feature, effect }) =>
        say`Of the differences in ${calledOf(feature)}, ${share(Math.round(100 * effect) / 100)} lie between the groups rather than within them.`,
    ),
  );
}

/** How good the groups are, in words. */
export function qualityWords({
  stability,
  silhouette,
  nullSilhouette,
}: Pick<Clusters, 'stability' | 'silhouette' | 'nullSilhouette'>): Said {
  const [apart, byChance] = [number(hundredths(silhouette)), number(hundredths(nullSilhouette))];
  return sentences(
    returnWords(stability),
    silhouette >= 0.5
      ? say`They lie clearly apart: ${apart} of 1, where customers without any groups would give ${byChance} (silhouette: how much nearer people are to their own group than to the next).`
      : say`They run into each other: ${apart} of 1, where customers without any groups would give ${byChance} (silhouette: how much nearer people are to their own group than to the next).`,
  );
}

function returnWords(stability: number): Said {
  const agreement = number(hundredths(stability));
  if (stability >= 0.8)
    return say`I find the same groups again in other draws of your customers (agreement ${agreement} of 1).`;
  if (stability >= 0.6)
    return say`I mostly find the same groups again in other draws of your customers (agreement ${agreement} of 1).`;
  return say`In other draws of your customers I find other groups: do not rely on these (agreement ${agreement} of 1).`;
}
