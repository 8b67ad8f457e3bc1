import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { MixRequest } from '../../../models/campaigns/mix/types.ts';

/** Simulated by Meta, MIT: 208 weeks of five channels, a rival's sales, a newsletter and two events. */
export const robynFile = new URL('../../../../shared/data/robyn/dt_simulated_weekly.csv.gz', import.meta.url);

export function robyn(): MixRequest {
  const [head, ...rows] = gunzipSync(readFileSync(robynFile)).toString().trim().replaceAll('"', '').split('\n');
  const names = head!.split(',');
  const cells = rows.map((row) => row.split(','));
  const column = (name: string) => Float64Array.from(cells, (row) => Number(row[names.indexOf(name)]));
  const event = (name: string) => Float64Array.from(cells, (row) => (row[names.indexOf('events')] === name ? 1 : 0));
  return {
    from: cells[0]![0]!,
    sales: column('revenue'),
    channels: ['tv_S', 'ooh_S', 'print_S', 'facebook_S', 'search_S'].map((name, id) => {
      const spend = column(name);
      return { id, name, spend, at: spend.reduce((sum, x) => sum + x, 0) / spend.length };
    }),
    controls: [
      { name: 'competitor', values: column('competitor_sales_B') },
      { name: 'newsletter', values: column('newsletter') },
      { name: 'event 1', values: event('event1') },
      { name: 'event 2', values: event('event2') },
    ],
    seed: 1,
  };
}

/** The same with the sales of the last weeks hidden; their spend is known, as a plan's is. */
export function holdOut(request: MixRequest, weeks: number): MixRequest {
  const from = request.sales.length - weeks;
  return { ...request, sales: request.sales.map((value, week) => (week < from ? value : Number.NaN)) };
}

/** Mean absolute error of the last weeks as a share of what came. */
export function mape(fitted: Float64Array, sales: Float64Array, weeks: number): number {
  const from = sales.length - weeks;
  return fitted.subarray(from).reduce((sum, value, i) => sum + Math.abs(value / sales[from + i]! - 1), 0) / weeks;
}
