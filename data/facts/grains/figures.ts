import { say } from '../../../words/say.ts';
import type { EpochDay, Instant } from '../../types/shop.ts';
import { totalsOfImport } from '../figure-sums.ts';
import type { Grain } from '../layouts/layout.ts';
import type { Report } from '../layouts/report.ts';
import { openKeyedStore } from './keyed-store.ts';
import { dailySpend } from './spend.ts';

/** One row of a platform's statistics: what it says of some days, of the shop or of a part of it. */
export type FigureRow = {
  /** '' is all of the shop. */
  readonly about: string;
  /** Both inclusive. */
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly at: Instant;
  /** Money in minor units, times in seconds, shares 0..1. */
  readonly entries: readonly { readonly metric: string; readonly basis: string; readonly value: number }[];
  /** What a campaign cost, where the row is about a campaign and one day. */
  readonly cost: { readonly campaign: string; readonly minor: number } | null;
};

/** The figures of a report. What its rows say of a campaign's cost on a day is kept where such costs are, too. */
export function figuresOf(report: Report): Grain<FigureRow> {
  return {
    name: 'statistics',
    open(db, { importId, columns, words }) {
      const told = new Set<string>();
      const figures = openKeyedStore<FigureRow>(db, importId, {
        table: 'figure',
        current: 'current_figure',
        key: ['source', 'about', 'from_day', 'to_day', 'metric', 'basis'],
        values: ['value'],
        twice: 'reject',
        objectionTo({ about, from, to, entries }) {
          const keys = entries.map(({ metric, basis }) => JSON.stringify([about, from, to, metric, basis]));
          if (keys.some((key) => told.has(key))) {
            return { column: '', value: '', reason: say`tells again what an earlier line tells` };
          }
          for (const key of keys) told.add(key);
          return null;
        },
        entriesOf: ({ about, from, to, entries }) =>
          entries.map(({ metric, basis, value }) => ({
            key: [report.source, about, from, to, metric, basis],
            values: [value],
          })),
        daysOf: ({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at),
        toldAt: ({ at }) => at,
        figures: () => totalsOfImport(db, report, importId),
      });
      if (report.cost === null) return figures;
      const spend = dailySpend.open(db, { importId, columns, words });
      return {
        ...figures,
        store(batch, reject) {
          const rejected = new Set<number>();
          figures.store(batch, (line, misfit) => {
            rejected.add(line);
            reject(line, misfit);
          });
          const costs = batch.flatMap(({ line, content: { cost, from, at } }) =>
            cost && !rejected.has(line)
              ? [{ line, content: { campaign: cost.campaign, day: from, at, spendMinor: cost.minor } }]
              : [],
          );
          if (costs.length > 0) spend.store(costs, reject);
        },
      };
    },
  };
}
