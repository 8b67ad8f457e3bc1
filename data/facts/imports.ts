import type { Connection } from '../database.ts';
import { toDay } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { ImportProgress, ImportReport } from '../types/imports.ts';
import type { Shop } from '../types/shop.ts';
import { formatImportId, parseImportId } from './import/id.ts';
import { fixFile, loadFile, previewFile } from './import/load.ts';
import { purgeImports } from './import/purge.ts';
import { type KeptReject, saidAgain } from './import/rejects.ts';
import { belongTogether } from './import/together.ts';
import { undoImport } from './import/undo.ts';
import { layoutFields } from './layouts/index.ts';

type Row = Omit<ImportReport, 'id' | 'firstDay' | 'lastDay' | 'shop' | 'notes' | 'figures' | 'checks' | 'decisions'> & {
  readonly id: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly shop: string;
  readonly notes: string;
  readonly figures: string;
  readonly checks: string | null;
  readonly decisions: string;
};

const selectReport = `
  SELECT id, name, sha256, CASE WHEN undone_at IS NULL THEN status ELSE 'undone' END AS status, layout, grain, rows, stored, known, corrected, rejected, orders, customers, shop, notes,
    figures, checks, decisions, told_by AS "by",
    cancelled_rows AS cancelledRows, cancelled_minor AS cancelledMinor,
    anonymous_rows AS anonymousRows, anonymous_minor AS anonymousMinor, revenue_minor AS revenueMinor,
    first_day AS firstDay, last_day AS lastDay, learned_at AS startedAt, finished_at AS finishedAt
  FROM import`;

/** Files that were read, and reading one more. */
export function importFacts(db: Connection, tell?: (progress: ImportProgress) => void): Facts['imports'] {
  const find = (id: number) => db.prepare<[number], Row>(`${selectReport} WHERE id = ?`).get(id);

  return {
    async load(request) {
      return report(find(await loadFile(db, request, tell))!);
    },
    belongTogether,
    async layouts() {
      return layoutFields;
    },
    preview: (request) => previewFile(db, request, tell),
    async fixFile(request, path) {
      return { rows: await fixFile(db, request, path) };
    },
    async list() {
      return db.prepare<[], Row>(`${selectReport} ORDER BY id DESC`).all().map(report);
    },
    async find(id) {
      const row = find(parseImportId(id) ?? -1);
      return row ? report(row) : null;
    },
    async undo(id, at) {
      const number = parseImportId(id) ?? -1;
      undoImport(db, number, at);
      return report(find(number)!);
    },
    async purge(at) {
      return purgeImports(db, at);
    },
    async rejects(id, limit) {
      return db
        .prepare<[number, number], KeptReject>(
          'SELECT line, "column", value, reason FROM import_reject WHERE import_id = ? ORDER BY line LIMIT ?',
        )
        .all(parseImportId(id) ?? -1, limit)
        .map(saidAgain);
    },
  };
}

function report(row: Row): ImportReport {
  return {
    ...row,
    id: formatImportId(row.id),
    firstDay: row.firstDay === null ? null : toDay(row.firstDay),
    lastDay: row.lastDay === null ? null : toDay(row.lastDay),
    shop: JSON.parse(row.shop) as Shop,
    notes: JSON.parse(row.notes) as ImportReport['notes'],
    figures: JSON.parse(row.figures) as ImportReport['figures'],
    checks: row.checks === null ? null : (JSON.parse(row.checks) as ImportReport['checks']),
    decisions: JSON.parse(row.decisions) as ImportReport['decisions'],
  };
}
