import { addDays, epochDay } from '../../models/days.ts';
import { loadAugurs } from '../../models/forecast/augurs.ts';
import { backtest } from '../../models/forecast/backtest.ts';
import { choose } from '../../models/forecast/choose.ts';
import { sums } from '../../models/forecast/score.ts';
import { netDays, onlineRetailIsHere } from '../models/support/online-retail.ts';
import { isHere, nn5, olistDays, superstoreDays } from './forecast-data.ts';
import type { Row } from './print.ts';

type Shop = {
  readonly name: string;
  readonly firstDay: string;
  readonly values: Float64Array;
  /** Days without trade, known beforehand. */
  readonly closedDays: readonly number[];
  /** By days ahead: the first, and the days between two. */
  readonly origins: Readonly<Record<28 | 182, readonly [from: number, step: number]>>;
};

const WEEK = 7;

/**
 * Regret: the error of what Sextant chose beforehand over that of the method that turned out best, per series. Weekly
 * totals, pooled over rolling origins. The peers are every method of the pool alone, each with the same calendar and the
 * same weeks, the real Prophet, MSTL (as R's stlf), last week and last year repeated.
 */
export async function regret(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [horizon, goal] of [
    [28, 1.15],
    [182, 1.3],
  ] as const) {
    const ratios: { readonly name: string; readonly ratio: number }[] = [];
    for (const shop of shops()) {
      const found = await measure(shop, horizon);
      if (found === null) continue;
      const { own, best, bestName, naive, prophet, origins } = found;
      ratios.push({ name: shop.name, ratio: own / best });
      if (shop.name.startsWith('NN5') && !shop.name.endsWith(' 1')) continue;
      rows.push({
        what: `${shop.name}, ${horizon / WEEK} weeks, ${origins} origins: WAPE of weeks`,
        measured: `${(100 * own).toFixed(1)} %, regret ${(own / best).toFixed(2)}`,
        beside: `best afterwards ${bestName} ${(100 * best).toFixed(1)}; last week ${(100 * naive).toFixed(1)}${prophet === null ? '' : `, Prophet ${(100 * prophet).toFixed(1)}`}`,
        goal: `${goal}`,
      });
    }
    ratios.sort((a, b) => b.ratio - a.ratio);
    const over = ratios.filter(({ ratio }) => ratio > goal);
    const middle = ratios[Math.floor(ratios.length / 2)]?.ratio ?? Number.NaN;
    rows.push({
      what: `Regret, ${horizon / WEEK} weeks, ${ratios.length} series: worst, middle`,
      measured: `${ratios[0]?.ratio.toFixed(2)} (${ratios[0]?.name}), ${middle.toFixed(2)}; ${over.length} over the goal`,
      beside:
        horizon === 28
          ? 'Prophet default 2.2 at 26 weeks (recorded)'
          : 'Prophet default 2.2, Prophet+yearly 3.2 (recorded)',
      goal: `no series over ${goal}`,
    });
  }
  return rows;
}

async function measure(shop: Shop, horizon: 28 | 182) {
  const [from, step] = shop.origins[horizon];
  const errors = new Map<string, number>();
  const spoke = new Map<string, number>();
  let size = 0;
  let origins = 0;
  const augurs = await loadAugurs();
  for (let origin = from; origin + horizon <= shop.values.length; origin += step) {
    origins++;
    const series = { first: epochDay(shop.firstDay), values: shop.values.slice(0, origin) };
    const trials = backtest(series, {
      horizon,
      closedDays: new Set(shop.closedDays),
      events: [],
      extras: ['prophet', 'mstl'],
      augurs,
      seed: 1,
    });
    const actual = shop.values.subarray(origin, origin + horizon);
    const said = new Map<string, Float64Array>();
    for (const [method, recipe] of trials.recipes) said.set(method, recipe.read(trials.outlook).expected);
    const chosen = choose('auto', trials, series.values.length).method;
    said.set('own', said.get(chosen)!);
    if (origin > 364) {
      const year = Float64Array.from(
        { length: horizon },
        (_, i) => shop.values[origin + i - 364 * Math.ceil((i + 1) / 364)]!,
      );
      if (year.every((value) => !Number.isNaN(value))) said.set('last year repeated', year);
    }
    for (let start = 0; start + WEEK <= horizon; start += WEEK) {
      for (const [name, forecast] of said) {
        const { expected, came } = sums({ forecast, actual }, start, start + WEEK);
        errors.set(name, (errors.get(name) ?? 0) + Math.abs(expected - came));
        if (name === 'own') size += Math.abs(came);
      }
    }
    for (const name of said.keys()) spoke.set(name, (spoke.get(name) ?? 0) + 1);
  }
  if (origins === 0) return null;
  // Who does not speak at every origin is no peer.
  const wape = (name: string) => (spoke.get(name) === origins ? errors.get(name)! / size : null);
  const peers = [...errors.keys()].filter((name) => name !== 'own' && name !== 'combination' && wape(name) !== null);
  const bestName = peers.reduce((least, name) => (wape(name)! < wape(least)! ? name : least));
  return {
    own: wape('own')!,
    best: wape(bestName)!,
    bestName,
    naive: wape('seasonal-naive')!,
    prophet: wape('prophet'),
    origins,
  };
}

function shops(): Shop[] {
  const all: Shop[] = [];
  if (onlineRetailIsHere) {
    const values = netDays();
    const first = epochDay('2010-12-01');
    const closedDays = Array.from(values, (value, i) => (value === 0 ? first + i : Number.NaN)).filter(
      (day) => !Number.isNaN(day),
    );
    all.push({
      name: 'Online Retail',
      firstDay: '2010-12-01',
      values,
      closedDays,
      origins: { 28: [121, 14], 182: [183, 3] },
    });
  }
  if (isHere('superstore/superstore.csv.gz')) {
    all.push({ name: 'Superstore', ...superstoreDays(), closedDays: [], origins: { 28: [560, 77], 182: [560, 77] } });
  }
  if (isHere('olist/thesis_sample_order_items.csv.gz')) {
    const { firstDay, values } = olistDays();
    const trimmed = values.slice(100, values.length - 10);
    all.push({
      name: 'Olist sample',
      firstDay: addDays(firstDay, 100),
      values: trimmed,
      closedDays: [],
      origins: { 28: [200, 35], 182: [240, 21] },
    });
  }
  if (isHere('nn5-daily/nn5.csv.gz')) {
    const firstDay = '1996-03-18';
    nn5().forEach((values, i) => {
      if (i % 30 !== 0) return;
      const closedDays = Array.from(values, (value, day) => (value === 0 ? epochDay(firstDay) + day : Number.NaN));
      all.push({
        name: `NN5 ${i + 1}`,
        firstDay,
        values,
        closedDays: closedDays.filter((day) => !Number.isNaN(day)),
        origins: { 28: [420, 35], 182: [420, 21] },
      });
    });
  }
  return all;
}
