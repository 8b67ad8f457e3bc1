import type { Connection } from '../database.ts';
import type { FigureUnit } from '../types/figures.ts';
import type { ImportFigure } from '../types/imports.ts';
import type { EpochDay } from '../types/shop.ts';
import { keyOf, type Metric, type Rate, type Report } from './layouts/report.ts';

/** How many totals an import says of itself; the others are asked for. */
const SHOWN = 10;

/** What was told of some days by one metric on one basis. */
export type Piece = { readonly from: EpochDay; readonly to: EpochDay; readonly value: number };

/**
 * Pieces of which no two speak of the same day, so that they add up. A period whose every day is told gives way to its
 * days; of two periods that overlap, the longer one stays.
 */
export function apart<P extends Piece>(
  pieces: readonly P[],
): { readonly chosen: readonly P[]; readonly leftOut: number } {
  const days = new Set(pieces.filter(({ from, to }) => from === to).map(({ from }) => from));
  const taken = new Set<EpochDay>();
  const chosen: P[] = [];
  let leftOut = 0;
  const periods = pieces.filter(({ from, to }) => to > from).toSorted((a, b) => b.to - b.from - (a.to - a.from));
  for (const period of periods) {
    const span = Array.from({ length: period.to - period.from + 1 }, (_, at) => period.from + at);
    if (span.every((day) => days.has(day))) continue;
    if (span.some((day) => taken.has(day))) {
      leftOut++;
      continue;
    }
    for (const day of span) taken.add(day);
    chosen.push(period);
  }
  chosen.push(...pieces.filter(({ from, to }) => from === to && !taken.has(from)));
  return { chosen, leftOut };
}

/** Days only: what a metric of days adds up to. */
export function singleDays<P extends Piece>(pieces: readonly P[]): readonly P[] {
  return pieces.filter(({ from, to }) => from === to);
}

/** A quotient of sums; null where there is nothing to divide by. */
export function rateOf({ less }: Rate, top: number | null, bottom: number | null): number | null {
  return top === null || bottom === null || bottom === 0 ? null : top / bottom - less;
}

/** How a metric's numbers are shown: seconds have no unit of their own and say so in the name. */
export function unitOf({ reads }: Metric): FigureUnit {
  if (reads === 'money' || reads === 'amount') return 'money';
  return reads === 'count' || reads === 'share' ? reads : 'number';
}

type Told = Piece & { readonly metric: string; readonly basis: string };

/** The main totals of one import: sums of what adds up, and rates of them. */
export function totalsOfImport(db: Connection, { metrics, rates }: Report, importId: number): readonly ImportFigure[] {
  const told = db
    .prepare<[{ importId: number }], Told>(
      `SELECT metric, basis, from_day AS "from", to_day AS "to", SUM(value) AS value FROM figure
       WHERE import_id = @importId
         AND (about = '' OR NOT EXISTS (SELECT 1 FROM figure WHERE import_id = @importId AND about = ''))
       GROUP BY metric, basis, from_day, to_day`,
    )
    .all({ importId });
  const totals = new Map<string, number>();
  const figures: ImportFigure[] = [];
  for (const metric of metrics) {
    const { name, adds } = metric;
    if (adds === false) continue;
    const bases = [...new Set(told.filter((piece) => piece.metric === name).map(({ basis }) => basis))];
    for (const basis of bases.filter((each) => metric.basis === '' || each === metric.basis)) {
      const key = keyOf(name, basis);
      if (totals.has(key)) continue;
      const pieces = told.filter((piece) => piece.metric === name && piece.basis === basis);
      const summed = typeof adds === 'string' ? singleDays(pieces) : apart(pieces).chosen;
      if (summed.length === 0) continue;
      const value = summed.reduce((sum, piece) => sum + piece.value, 0);
      totals.set(key, value);
      figures.push({ name: typeof adds === 'string' ? keyOf(adds, basis) : key, value, unit: unitOf(metric) });
    }
  }
  for (const rate of rates.filter(({ aliases }) => aliases.length === 0)) {
    const value = rateOf(rate, totals.get(rate.of) ?? null, totals.get(rate.per) ?? null);
    if (value !== null) figures.push({ name: rate.key, value, unit: rate.unit });
  }
  return figures.slice(0, SHOWN);
}
