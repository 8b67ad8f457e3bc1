import { count as countOf, number, plural, type Said, say, sentences, share, type Words } from '../../words/say.ts';
import type { Check } from '../check.ts';
import { NotEnoughData } from '../errors.ts';
import { hundredths } from '../rounding.ts';
import { findClusters } from './clusters.ts';
import { distributions } from './distributions.ts';
import { featureSets } from './feature-sets.ts';
import { calledOf } from './feature-words.ts';
import { type Dropped, featuresOf, oneTimeShare } from './features.ts';
import { matchGroups } from './match.ts';
import { rowsById } from './predict-transition.ts';
import { rfm } from './rfm.ts';
import { groupsBy } from './score.ts';
import type { Clusters, SegmentModel, SegmentsRequest, SegmentsResult } from './types.ts';
import { notPeople } from './unit-of-analysis.ts';

/** Below this, clusters are stories; RFM still stands. */
const LEAST_CUSTOMERS = 200;

/**
 * Segments a shop's customers twice: by RFM, which always answers, and by k-means, which may find that there is
 * nothing to find. Same view and seed, same answer, in whatever order the rows come.
 *
 * @throws {NotEnoughData} without a single customer
 * @throws {RangeError} on columns of unequal length, a value that is not finite, an id that is there twice: the
 *   caller's mistake. A feature alone may be NaN, which is not known.
 */
export function segments({ view, recipe = featureSets.rfm, seed, previous, k }: SegmentsRequest): SegmentsResult {
  requireColumns(view);
  rowsById(view.id);
  const count = view.recencyDays.length;
  const features = featuresOf(view, recipe);
  const enough = count >= LEAST_CUSTOMERS;
  const odd = notPeople(view);
  const found =
    enough && odd === null ? findClusters(view, features, { seed, k }) : { clusters: null, why: odd ?? tooFew(count) };
  const checks: Check[] = [
    {
      name: 'customers',
      passed: enough,
      says: enough ? say`${countOf(count)} customers are enough for groups.` : tooFew(count),
    },
    {
      name: 'unit',
      passed: odd === null,
      says: odd ?? say`Rows look like people.`,
    },
    featureCheck(features.dropped, oneTimeShare(view.orders)),
    ...(found.clusters === null ? [] : clusterChecks(found.clusters)),
  ];
  return {
    customers: count,
    revenueMinor: view.revenueMinor.reduce((sum, money) => sum + money, 0),
    rfm: rfm(view, { ties: 'alike' }),
    rfmFirst: rfm(view, { ties: 'first' }),
    distributions: distributions(view),
    clusters: found.clusters && previous ? continued(found.clusters, previous, view) : found.clusters,
    whyNoClusters: found.why,
    checks,
    seed,
  };
}

/** The same customers by the previous groups and by the new ones: who is who is told by the people in them. */
function continued(clusters: Clusters, previous: SegmentModel, view: SegmentsRequest['view']): Clusters {
  const before = groupsBy(previous, view);
  const sizes = { old: previous.centroids.length, now: clusters.k };
  return { ...clusters, continues: matchGroups(before, clusters.assignments, sizes) };
}

function tooFew(count: number): Said {
  const least = countOf(LEAST_CUSTOMERS);
  return plural(
    count,
    say`Only ${countOf(count)} customer: groups need ${least}, so this is RFM alone.`,
    say`Only ${countOf(count)} customers: groups need ${least}, so this is RFM alone.`,
  );
}

function featureCheck(dropped: readonly Dropped[], oneTime: number): Check {
  if (dropped.length === 0) {
    return {
      name: 'features',
      passed: true,
      says: say`${share(oneTime)} bought once; the number of orders tells customers apart.`,
    };
  }
  return { name: 'features', passed: false, says: sentences(...dropped.map((each) => whyDropped(each, oneTime))) };
}

function whyDropped({ feature, why }: Dropped, oneTime: number): Said {
  const called: Words = feature === 'frequency' ? say`number of orders` : calledOf(feature);
  if (why === 'one-time') return say`${share(oneTime)} bought once, so the number of orders is left out.`;
  if (why === 'unknown') return say`It is known of nobody: ${called}.`;
  if (why === 'alike') return say`Left out, as it is the same for all: ${called}.`;
  return say`Left out, as ${calledOf(why.same)} says the same already: ${called}.`;
}

function clusterChecks({ silhouette, nullSilhouette, stability }: Clusters): Check[] {
  return [
    {
      name: 'separation',
      passed: true,
      says: say`Separation ${number(hundredths(silhouette))} of 1, where data without structure would give ${number(hundredths(nullSilhouette))}.`,
    },
    {
      name: 'stability',
      passed: true,
      says: say`The groups come back when customers are drawn anew (agreement ${number(hundredths(stability))} of 1).`,
    },
  ];
}

/** Gaps are for features only; what is infinite is a fault of whoever divided. */
function requireColumns({ recencyDays, orders, revenueMinor, features = {} }: SegmentsRequest['view']): void {
  const columns = { recencyDays, orders, revenueMinor };
  if (recencyDays.length === 0) throw new NotEnoughData(say`customers`, 1, 0);
  for (const [name, column] of Object.entries(columns)) {
    if (column.length !== recencyDays.length)
      throw new RangeError(`${name} has ${column.length} rows, not ${recencyDays.length}`);
    const unusable = column.findIndex((value) => !Number.isFinite(value));
    if (unusable !== -1) throw new RangeError(`${name}[${unusable}] is ${column[unusable]}`);
  }
  for (const [name, column] of Object.entries(features)) {
    if (column.length !== recencyDays.length)
      throw new RangeError(`${name} has ${column.length} rows, not ${recencyDays.length}`);
    const infinite = column.findIndex((value) => !Number.isFinite(value) && !Number.isNaN(value));
    if (infinite !== -1) throw new RangeError(`${name}[${infinite}] is ${column[infinite]}`);
  }
}
