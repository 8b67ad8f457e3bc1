import type { Words } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import { toDay } from '../../days.ts';
import type { ImportChecks, ImportPreview } from '../../types/imports.ts';
import type { Day, EpochDay } from '../../types/shop.ts';
import type { Counted } from '../layouts/layout.ts';
import { formatImportId } from './id.ts';
import type { Table } from './loading.ts';
import { type KeptReject, saidAgain } from './rejects.ts';

/** Shops close for a week at the turn of the year; a fortnight without one order is missing. */
const GAP_DAYS = 14;
const REJECTS_SHOWN = 20;

type Read = {
  readonly id: number;
  readonly table: Table;
  readonly checks: ImportChecks | null;
  readonly notes: readonly Words[];
  readonly rowsRead: number;
  readonly rejected: number;
  readonly counted: Counted;
  /** The days that rows fall on, in no order. */
  readonly days: readonly EpochDay[];
  readonly revenue: ImportPreview['revenue'];
};

/** What an import that is read and not stored would come to. */
export function previewOf(
  db: Connection,
  { id, table, checks, notes, rowsRead, rejected, counted, days, revenue }: Read,
): ImportPreview {
  const { request, sha256, shop, layout, columns, header } = table;
  const { firstDay, lastDay, ...counts } = counted;
  const sorted = days.toSorted((a, b) => a - b);
  return {
    name: request.name,
    sha256,
    layout: layout.name,
    grain: layout.grain.name,
    checks,
    decisions: request.decisions ?? {},
    shop,
    notes,
    columns: Object.entries(columns).flatMap(([field, column]) => (column ? [{ field, column: column.header }] : [])),
    kind: layout.kind ?? null,
    header: header.map((each) => each.trim()),
    revenue,
    rows: rowsRead,
    rejected,
    ...counts,
    firstDay: sorted.length > 0 ? toDay(sorted[0]!) : null,
    lastDay: sorted.length > 0 ? toDay(sorted.at(-1)!) : null,
    gaps: gapsIn(sorted),
    partialMonths: partialMonths(sorted),
    last: lastOfItsKind(db, layout.name),
    rejects: db
      .prepare<[number, number], KeptReject>(
        'SELECT line, "column", value, reason FROM import_reject WHERE import_id = ? ORDER BY line LIMIT ?',
      )
      .all(id, REJECTS_SHOWN)
      .map(saidAgain),
  };
}

function gapsIn(days: readonly EpochDay[]): ImportPreview['gaps'] {
  return days.slice(1).flatMap((day, at) => {
    const missing = day - days[at]! - 1;
    return missing >= GAP_DAYS ? [{ from: toDay(days[at]! + 1), to: toDay(day - 1), days: missing }] : [];
  });
}

/** The first and the last month, where the file begins after their first day or ends before their last. */
function partialMonths(days: readonly EpochDay[]): ImportPreview['partialMonths'] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const monthOf = (day: Day) => day.slice(0, 7);
  const months = [...new Set([monthOf(toDay(first)), monthOf(toDay(last))])];
  return months.flatMap((month) => {
    const [year, number] = month.split('-').map(Number) as [number, number];
    const start = Date.UTC(year, number - 1, 1) / 86_400_000;
    const end = Date.UTC(year, number, 1) / 86_400_000 - 1;
    const covered = Math.min(last, end) - Math.max(first, start) + 1;
    return covered < end - start + 1 ? [{ month, days: covered, of: end - start + 1 }] : [];
  });
}

type Last = Omit<NonNullable<ImportPreview['last']>, 'id' | 'firstDay' | 'lastDay'> & {
  readonly id: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
};

function lastOfItsKind(db: Connection, layout: string): ImportPreview['last'] {
  const last = db
    .prepare<[string], Last>(
      `SELECT id, name, rows, revenue_minor AS revenueMinor, first_day AS firstDay, last_day AS lastDay
       FROM stored_import WHERE layout = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(layout);
  if (!last) return null;
  return {
    ...last,
    id: formatImportId(last.id),
    firstDay: last.firstDay === null ? null : toDay(last.firstDay),
    lastDay: last.lastDay === null ? null : toDay(last.lastDay),
  };
}
