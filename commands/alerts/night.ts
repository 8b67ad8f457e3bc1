import type { Alert } from '../../data/state/types/alerts.ts';
import type { Context } from '../command.ts';
import type { Cut } from '../runs/cut.ts';
import { announce } from './announce.ts';
import { checkSales } from './check.ts';
import { checkHouse } from './house.ts';
import { checkPace } from './pace.ts';
import { checkSeries } from './series.ts';
import { checkThresholds } from './thresholds.ts';

/** All that somebody may have to be told of, in one look: the most money comes first, wherever it was found. */
export async function checkAlerts(context: Context, cut: Cut): Promise<readonly Alert[]> {
  const sales = await checkSales(context, cut);
  const looks = [
    sales,
    await checkSeries(context, cut, sales.found),
    await checkPace(context, cut),
    await checkThresholds(context, cut),
    await checkHouse(context),
  ];
  return announce(context, {
    found: looks.flatMap(({ found }) => found),
    judged: (alert) => looks.some(({ judged }) => judged(alert)),
  });
}
