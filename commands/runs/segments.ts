import type { Clusters, RfmRow, SegmentsResult } from '../../models/segments/types.ts';
import type { Context } from '../command.ts';
import { formatValue } from '../quantity.ts';
import type { Cut } from './cut.ts';
import { SEED } from './forecast.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 2;

/** Segments as kept: what is said of groups, and what scores a newcomer; not who is in which. */
export type KeptSegments = Pick<SegmentsResult, 'customers' | 'revenueMinor' | 'whyNoClusters' | 'checks'> & {
  readonly rfm: { readonly table: readonly RfmRow[]; readonly rule: string };
  readonly clusters: Omit<Clusters, 'assignments'> | null;
};

/** The customers' segments on a cut. */
export async function segmentsRun(context: Context, cut: Cut): Promise<RunOf<KeptSegments>> {
  return keepRun<KeptSegments>(context, {
    kind: 'segments',
    version: VERSION,
    parameters: { features: 'recency, frequency, money (log, standardised)' },
    cut,
    async compute() {
      const view = await context.facts.customers.view({ before: cut.before });
      const { id, recencyDays, orders, revenueMinor, spanDays, cleaning } = view;
      const found = await context.compute('segments', {
        view: { id, recencyDays, orders, revenueMinor, spanDays },
        seed: SEED,
      });
      const { rfm, clusters } = found;
      const { assignments: _, ...groups } = clusters ?? { assignments: null };
      const count = (value: number) => formatValue(value, 'count', cut.shop);
      return {
        result: {
          customers: found.customers,
          revenueMinor: found.revenueMinor,
          whyNoClusters: found.whyNoClusters,
          checks: found.checks,
          rfm: { table: rfm.table, rule: rfm.rule },
          clusters: clusters ? (groups as Omit<Clusters, 'assignments'>) : null,
        },
        receipt: {
          method: clusters ? `k-means, ${clusters.k} groups` : 'RFM quintiles',
          seed: SEED,
          used: [
            `${count(cleaning.rowsUsed)} order lines of ${count(found.customers)} customers before ${cut.before}`,
            `left out: ${count(cleaning.rowsAnonymous)} lines without a customer, ${count(cleaning.rowsCancelledOrFree)} cancelled or free`,
          ],
          checks: found.checks,
          record: clusters ? [qualityWords(clusters)] : [],
          assumptions: [rfm.rule, ...(clusters ? [clusters.reason] : [])],
        },
      };
    },
  });
}

/** How good the groups are, in words. */
export function qualityWords({ stability, silhouette, nullSilhouette }: Omit<Clusters, 'assignments'>): string {
  const returns = stability >= 0.8 ? 'come back' : stability >= 0.6 ? 'mostly come back' : 'do not come back reliably';
  const separated = silhouette >= 0.5 ? 'clearly separated' : 'not sharply separated';
  return (
    `These groups ${returns} when I resample (agreement ${stability.toFixed(2)} of 1) and are ${separated}: ` +
    `silhouette ${silhouette.toFixed(2)}, where data without structure would give ${nullSilhouette.toFixed(2)}.`
  );
}
