import type { Connection } from '../database.ts';
import { toDay, toEpochDay } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { FigureLine, Figures } from '../types/figures.ts';
import type { EpochDay } from '../types/shop.ts';
import { apart, type Piece, rateOf, singleDays, unitOf } from './figure-sums.ts';
import { formatImportId } from './import/id.ts';
import { keyOf, type Metric, type Report } from './layouts/report.ts';
import { reports } from './layouts/reports.ts';

/** Live streams and ads pause; for so long, a file is missing. */
const QUIET_DAYS = 14;

/** What one import tells of some days, a subject or the shop as a whole, by one metric on one basis. */
type Told = Piece & {
  readonly about: string;
  readonly metric: string;
  readonly basis: string;
  /** Subjects it was added up from, for the whole shop where no row is of all of it. */
  readonly parts: number;
  readonly imports: string;
};

/** What platforms' reports tell. */
export function figureFacts(db: Connection): Facts['figures'] {
  return {
    async reports() {
      const rows = db
        .prepare<[], { report: string; from: EpochDay; to: EpochDay; imports: string }>(
          `SELECT source AS report, MIN(from_day) AS "from", MAX(to_day) AS "to",
             json_group_array(DISTINCT import_id) AS imports
           FROM current_figure GROUP BY source ORDER BY source`,
        )
        .all();
      return rows.map(({ report, from, to, imports }) => ({
        report,
        firstDay: toDay(from),
        lastDay: toDay(to),
        importIds: importIdsOf([imports]),
      }));
    },
    async of({ report: name, by, from, before }) {
      const report = reports.find(({ source }) => source === name);
      if (!report) throw new Error(`There is no report "${name}"`);
      const told = readTold(db, {
        source: name,
        by,
        from: from === undefined ? Number.MIN_SAFE_INTEGER : toEpochDay(from),
        before: before === undefined ? Number.MAX_SAFE_INTEGER : toEpochDay(before),
      });
      return tabulate(report, told, by);
    },
  };
}

type Range = {
  readonly source: string;
  readonly by: 'month' | 'subject';
  readonly from: EpochDay;
  readonly before: EpochDay;
};

/** Where some rows are of the whole shop, others are parts of it: they are not added up again. */
function readTold(db: Connection, range: Range): readonly Told[] {
  const subject = range.by === 'subject' ? 'about' : "''";
  return db
    .prepare<[Range], Told>(
      `WITH told AS (SELECT * FROM current_figure WHERE source = @source AND from_day >= @from AND to_day < @before)
       SELECT ${subject} AS about, metric, basis, from_day AS "from", to_day AS "to", SUM(value) AS value,
         COUNT(*) AS parts, json_group_array(DISTINCT import_id) AS imports
       FROM told
       WHERE @by = 'subject' OR about = '' OR NOT EXISTS (SELECT 1 FROM told WHERE about = '')
       GROUP BY ${subject}, metric, basis, from_day, to_day`,
    )
    .all(range);
}

function tabulate(report: Report, told: readonly Told[], by: Range['by']): Figures {
  const groupOf = (piece: Told) => (by === 'subject' ? piece.about || 'the whole shop' : monthOf(piece));
  const byGroup = grouped(told, groupOf);
  const names = [...byGroup.keys()].sort();
  const lines = new Map<string, FigureLine>();
  let overlapping = 0;

  /** Pieces that add up. The same days may be told again by a longer period, which lies in no single month. */
  function additive(pieces: readonly Told[]): readonly Told[] {
    const sets = by === 'subject' ? [...grouped(pieces, groupOf).values()] : [pieces];
    return sets.flatMap((set) => {
      const { chosen, leftOut } = apart(set);
      overlapping += leftOut;
      return chosen;
    });
  }

  for (const { metric, basis, key } of kindsOf(report, told)) {
    const { name, adds } = metric;
    const pieces = told.filter((piece) => piece.metric === name && piece.basis === basis);
    const lineOf = (
      title: string,
      of: readonly Told[],
      read: (pieces: readonly Told[]) => number | null,
    ): FigureLine => {
      const inGroups = grouped(of, groupOf);
      const values = names.map((group) => read(inGroups.get(group) ?? []));
      return { metric: title, basis, unit: unitOf(metric), values, total: read === sumOf ? sumOf(of) : null };
    };
    lines.set(key, adds === true ? lineOf(name, additive(pieces), sumOf) : lineOf(name, pieces, wholeOf));
    const days = singleDays(pieces);
    if (typeof adds === 'string' && days.length > 0) lines.set(keyOf(adds, basis), lineOf(adds, days, sumOf));
  }
  for (const { rate, basis } of ratesOf(report)) {
    const [top, bottom] = [rate.of, rate.per].map((key) => lines.get(key) ?? lines.get(keyOf(key, basis)));
    if (!top || !bottom) continue;
    const values = names.map((_, at) => rateOf(rate, top.values[at]!, bottom.values[at]!));
    const total = rateOf(rate, top.total, bottom.total);
    lines.set(keyOf(rate.name, basis), { metric: rate.name, basis, unit: rate.unit, values, total });
  }
  return {
    report: report.source,
    says: report.says,
    groups: names.map((name) => describe(name, byGroup.get(name)!)),
    lines: [...lines.values()],
    gaps: gapsIn(told, report.about.length === 0 ? 1 : QUIET_DAYS),
    overlapping,
    importIds: importIdsOf(told.map(({ imports }) => imports)),
  };
}

function grouped(told: readonly Told[], groupOf: (piece: Told) => string): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>();
  for (const piece of told) {
    const group = groups.get(groupOf(piece));
    if (group) group.push(piece);
    else groups.set(groupOf(piece), [piece]);
  }
  return groups;
}

/** The rates of a report, once for each basis that its sheets stand for. */
function ratesOf({ rates, sheets }: Report) {
  const ofSheets = [...new Set(Object.values(sheets).flatMap(({ basis }) => basis ?? []))];
  return rates.flatMap((rate) => {
    const bases = rate.basis === '' && ofSheets.length > 0 ? ofSheets : [rate.basis];
    return bases.map((basis) => ({ rate, basis }));
  });
}

/** The metrics that were told, once for each basis, in the order of the declaration. */
function kindsOf({ metrics }: Report, told: readonly Told[]) {
  const seen = new Set<string>();
  return metrics.flatMap((metric: Metric) => {
    const bases = new Set(told.filter((piece) => piece.metric === metric.name).map(({ basis }) => basis));
    return [...bases].flatMap((basis) => {
      const key = keyOf(metric.name, basis);
      if (seen.has(key) || (metric.basis !== '' && metric.basis !== basis)) return [];
      seen.add(key);
      return [{ metric, basis, key }];
    });
  });
}

function sumOf(pieces: readonly Piece[]): number | null {
  return pieces.length === 0 ? null : pieces.reduce((sum, { value }) => sum + value, 0);
}

/** What does not add up is known of a group only where one row is of all that is told of it. */
function wholeOf(pieces: readonly Told[]): number | null {
  if (pieces.length === 0) return null;
  const longest = pieces.reduce((one, other) => (other.to - other.from > one.to - one.from ? other : one));
  const isWhole = longest.parts === 1 && pieces.every(({ from, to }) => from >= longest.from && to <= longest.to);
  return isWhole ? longest.value : null;
}

/** "2025-04"; a period that begins in one month and ends in another is a group of its own. */
function monthOf({ from, to }: Piece): string {
  const [first, last] = [toDay(from), toDay(to)];
  return first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : `${first}–${last}`;
}

function describe(name: string, told: readonly Told[]): Figures['groups'][number] {
  const days = daysOf(told);
  const [first, last] = [days.at(0)!, days.at(-1)!];
  const [year, month] = toDay(first).split('-').map(Number) as [number, number];
  const isMonth = name === toDay(first).slice(0, 7);
  return {
    name,
    from: toDay(first),
    to: toDay(last),
    days: days.length,
    of: isMonth ? new Date(Date.UTC(year, month, 0)).getUTCDate() : last - first + 1,
    importIds: importIdsOf(told.map(({ imports }) => imports)),
  };
}

function daysOf(told: readonly Piece[]): readonly EpochDay[] {
  const days = new Set<EpochDay>();
  const spans = new Map(told.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  for (const { from, to } of spans.values()) for (let day = from; day <= to; day++) days.add(day);
  return [...days].sort((a, b) => a - b);
}

function gapsIn(told: readonly Piece[], least: number): Figures['gaps'] {
  const days = daysOf(told);
  return days.slice(1).flatMap((day, at) => {
    const missing = day - days[at]! - 1;
    return missing >= least ? [{ from: toDay(days[at]! + 1), to: toDay(day - 1), days: missing }] : [];
  });
}

/** Imports by number, once each. */
function importIdsOf(lists: readonly string[]): readonly string[] {
  const ids = new Set(lists.flatMap((list) => JSON.parse(list) as readonly number[]));
  return [...ids].sort((a, b) => a - b).map(formatImportId);
}
