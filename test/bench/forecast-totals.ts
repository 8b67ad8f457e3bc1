import { addDays } from '../../models/days.ts';
import { forecast } from '../../models/forecast/forecast.ts';
import type { Interval } from '../../models/forecast/types.ts';
import { forecastWeeksTotal } from '../../models/forecast/weekly.ts';
import { netDays, onlineRetailIsHere } from '../models/support/online-retail.ts';
import { MONDAY } from '../models/support/series.ts';
import { shiftingShop } from '../models/support/shifting-shop.ts';
import { isHere, m4Weekly, nn5, robynWeeks, superstoreWeeks } from './forecast-data.ts';
import type { Row } from './print.ts';

const WEEK = 7;
const HORIZONS = [4, 8, 13, 26] as const;
type Horizon = (typeof HORIZONS)[number];
/** Weeks of M4: the longest of its series are forty years, of which the last thirteen teach as much. */
const LONGEST_WEEKS = 700;
const SHOPS = 30;
const SHOP_DAYS = 730;

/** One cut-off: the total of so many weeks after it, and what came. Null where it cannot be asked or is not known. */
type Cut = (weeks: Horizon) => Promise<{ readonly total: Interval; readonly came: number } | null>;
type TotalsSet = { readonly name: string; readonly use: 'chose' | 'confirms'; readonly cuts: readonly Cut[] };

/**
 * Whether the bands of totals hold: of 4, 8, 13 and 26 weeks, each asked for itself as a person would. The share that
 * weeks have in common was chosen on a quarter of M4 Weekly, a quarter of NN5 and 30 shops whose level shifts; other
 * quarters, other shops and the other sets confirm.
 */
export async function totals(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, use, cuts } of sets()) {
    const widths = new Map<Horizon, number>();
    const cells: string[] = [];
    let pairs = 0;
    let narrower = 0;
    const held = new Map(HORIZONS.map((weeks) => [weeks, { in80: 0, in95: 0, of: 0 }]));
    for (const cut of cuts) {
      widths.clear();
      for (const weeks of HORIZONS) {
        const found = await cut(weeks);
        if (found === null) continue;
        const { total, came } = found;
        const cell = held.get(weeks)!;
        cell.of++;
        if (total.low80 <= came && came <= total.high80) cell.in80++;
        if (total.low95 <= came && came <= total.high95) cell.in95++;
        widths.set(weeks, (total.high80 - total.low80) / total.expected);
      }
      const [two, half] = [widths.get(8), widths.get(26)];
      if (two === undefined || half === undefined) continue;
      pairs++;
      if (half < two * Math.sqrt(8 / 26)) narrower++;
    }
    for (const [weeks, { in80, in95, of }] of held) {
      const percent = (count: number) => ((100 * count) / of).toFixed(0);
      cells.push(of === 0 ? `${weeks}: –` : `${weeks}: ${percent(in80)} / ${percent(in95)} (${of})`);
    }
    rows.push({
      what: `${name} (${use}): totals of so many weeks in 80 / 95 % (cut-offs)`,
      measured: cells.join(', '),
      beside: `26 weeks narrower than 8 by more than independence: ${narrower} of ${pairs}`,
      goal: '80 +- 8 at 13 and 26',
    });
  }
  return rows;
}

function sets(): TotalsSet[] {
  const all: TotalsSet[] = [
    { name: 'Shops that shift, seeds 1 on', use: 'chose', cuts: shops(1) },
    { name: 'Shops that shift, seeds 1001 on', use: 'confirms', cuts: shops(1001) },
  ];
  if (isHere('m4/Weekly-train.csv.gz')) {
    all.push({ name: 'M4 Weekly, 2nd of four', use: 'chose', cuts: m4(1) });
    all.push({ name: 'M4 Weekly, 4th of four', use: 'confirms', cuts: m4(3) });
  }
  if (isHere('nn5-daily/nn5.csv.gz')) {
    all.push({ name: 'NN5, 2nd of four', use: 'chose', cuts: machines(1) });
    all.push({ name: 'NN5, 4th of four', use: 'confirms', cuts: machines(3) });
  }
  const tenCuts = (weeks: { readonly firstDay: number; readonly values: Float64Array }) =>
    Array.from({ length: 10 }, (_, i) => ofWeeks(weeks, 80 + 11 * i));
  if (isHere('superstore/superstore.csv.gz')) {
    all.push({ name: 'Superstore', use: 'confirms', cuts: tenCuts(superstoreWeeks()) });
  }
  if (isHere('robyn/dt_simulated_weekly.csv.gz')) {
    all.push({ name: 'Robyn', use: 'confirms', cuts: tenCuts(robynWeeks()) });
  }
  if (onlineRetailIsHere) {
    const values = netDays();
    const days = { firstDay: '2010-12-01', values, closedDays: emptyDays(values, '2010-12-01') };
    // Half a year of history reaches 13 weeks, and it is one year long.
    const cuts = Array.from({ length: 12 }, (_, i) => ofDays(days, 182 + 14 * i));
    all.push({
      name: 'Online Retail',
      use: 'confirms',
      cuts: cuts.map(
        (cut): Cut =>
          async (w) =>
            w > 13 ? null : cut(w),
      ),
    });
  }
  return all;
}

function shops(firstSeed: number): Cut[] {
  return Array.from({ length: SHOPS }, (_, i) => {
    const values = shiftingShop(SHOP_DAYS + 26 * WEEK, firstSeed + i);
    return ofDays({ firstDay: MONDAY, values, closedDays: [] }, SHOP_DAYS);
  });
}

function m4(quarter: number): Cut[] {
  return m4Weekly()
    .filter((_, i) => i % 4 === quarter)
    .map(({ train, test }) => {
      const values = Float64Array.from([...train, ...test].slice(-LONGEST_WEEKS));
      return ofWeeks({ firstDay: 4, values }, values.length - 26);
    });
}

function machines(quarter: number): Cut[] {
  const firstDay = '1996-03-18';
  return nn5()
    .filter((_, i) => i % 4 === quarter)
    .flatMap((values) => {
      const days = { firstDay, values, closedDays: emptyDays(values, firstDay) };
      return [560, 609].map((origin) => ofDays(days, origin));
    });
}

function emptyDays(values: Float64Array, firstDay: string): string[] {
  return Array.from(values, (value, i) => (value === 0 ? addDays(firstDay, i) : '')).filter(Boolean);
}

/** With a year of history, and twice what is asked. */
function ofWeeks(
  { firstDay, values }: { readonly firstDay: number; readonly values: Float64Array },
  origin: number,
): Cut {
  return async (weeks) => {
    if (origin + weeks > values.length || origin < 52 + weeks) return null;
    const total = forecastWeeksTotal(values.slice(0, origin), { firstDay, horizon: weeks });
    return { total, came: values.subarray(origin, origin + weeks).reduce((a, b) => a + b, 0) };
  };
}

/** Days of which nothing is known came as they were expected. */
function ofDays(
  { firstDay, values, closedDays }: { firstDay: string; values: Float64Array; closedDays: readonly string[] },
  origin: number,
): Cut {
  return async (weeks) => {
    const horizon = WEEK * weeks;
    if (origin + horizon > values.length) return null;
    const past = values.slice(0, origin);
    const request = {
      firstDay,
      values: past,
      horizon,
      closedDays,
      method: 'auto',
      seed: 1,
      prophet: 'left out',
    } as const;
    const { total, daily } = await forecast(request);
    const came = daily.expected.reduce((sum, expected, i) => {
      const actual = values[origin + i]!;
      return sum + (Number.isNaN(actual) ? expected : actual);
    }, 0);
    return { total, came };
  };
}
