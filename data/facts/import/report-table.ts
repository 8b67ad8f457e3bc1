import { count, say } from '../../../words/say.ts';
import type { ImportRequest } from '../../types/imports.ts';
import { ConflictingColumn, TooLarge, UnreadableFile } from '../errors.ts';
import type { Column, Columns } from '../layouts/layout.ts';
import type { Report } from '../layouts/report.ts';
import { reportLayout } from '../layouts/report-layout.ts';
import { currencyOfReport, reports, shopOfReport } from '../layouts/reports.ts';
import { dateClue } from './dates.ts';
import type { Located } from './locate.ts';
import { findPeriod, readPeriod } from './period.ts';
import { fieldsOf, headerReader, namesOf } from './report-header.ts';
import { type Gathered, gatherLabels, gatherTable, labelFit, type Sheet } from './report-rows.ts';
import type { SourceFile, SourceTable, TextRow } from './source.ts';

/** How far down a header is looked for. */
const TOP_ROWS = 30;
/** A report is held in memory to be checked as a whole; the largest, of products, have some thousands of rows. */
const MOST_ROWS = 200_000;
const LISTED = 8;
/** Days that cannot be are rejected one by one up to this share of the rows. */
const STRAY_SHARE = 0.01;

type Asked = Pick<ImportRequest, 'name' | 'kind' | 'mapping' | 'aliases'>;

/**
 * Lays a platform's report out as one table: its summary block, headers that stand again and all sheets that fit become
 * rows under one header, each with the days it is about. Null when the file is no report.
 *
 * @throws {UnreadableFile} when nothing says which days the report is about, {@link ConflictingColumn} when months stand first
 */
export async function locateReport(source: SourceFile, asked: Asked): Promise<Located | null> {
  if (asked.kind !== undefined || Object.keys(asked.mapping ?? {}).length > 0) return null;
  const report = await reportOf(source, asked);
  if (!report) return null;
  const headers = headerReader(report, asked.aliases ?? []);
  const into: Gathered = { rows: [], titles: new Map(), unknown: new Set(), daysFrom: new Set(), totals: 0, parts: 0 };
  const inName = findPeriod(asked.name);
  const days = inName && { text: inName.text, from: 'the file’s name' };
  const sheets: Sheet[] = [];
  const others: string[] = [];
  let before = 0;
  for (const table of source.tables) {
    const sheet = { name: table.sheet ?? '', rows: await allRows(table) };
    if (report.form === 'table' && !sheet.rows.slice(0, TOP_ROWS).some(({ cells }) => headers.fitOf(cells) > 0)) {
      others.push(`"${sheet.name}"`);
      continue;
    }
    if (report.form === 'table') gatherTable(report, headers, sheet, into, { before, days });
    else gatherLabels(report, sheet, into, { before, days });
    sheets.push(sheet);
    // Each row has a line of its own.
    before += sheet.rows.at(-1)?.line ?? 0;
  }
  if (into.rows.length === 0) {
    throw new UnreadableFile(say`The report has a header and no rows.`, say`Export it for a longer period.`);
  }
  const titles = [...into.titles.values()];
  const { columns, header, rows } = laidOut(report, into, sheets);
  refuseMonthsFirst(rows, columns.period!);
  const head = report.about.length > 0 ? rows : withoutTwins(rows, columns);
  return {
    layout: reportLayout(report, { shop: shopOfReport(report, titles), currency: currencyOfReport(titles) }),
    columns,
    header,
    head,
    isWhole: true,
    notes: [
      ...source.notes,
      ...(sheets.length > 1
        ? [say`Sheets read: ${sheets.map(({ name }) => name).join(', ')}; lines count on from one to the next.`]
        : []),
      ...(others.length > 0 ? [say`Sheets not read: ${others.join(', ')}.`] : []),
      ...[...into.daysFrom].map((from) => say`Where no cell tells the days, they are taken from ${from}.`),
      ...(into.totals > 0 ? [say`Left out, because they only add up others: ${count(into.totals)} rows.`] : []),
      ...(into.parts > 0 ? [say`Left out, because they are parts of other rows: ${count(into.parts)} rows.`] : []),
      ...(rows.length > head.length
        ? [say`Left out, because their one day stands again: ${count(rows.length - head.length)} rows.`]
        : []),
      ...(into.unknown.size > 0 ? [say`Columns that I do not know: ${listed([...into.unknown])}.`] : []),
      ...(report.says === null ? [] : [report.says]),
    ],
    async *rows() {
      yield head;
    },
  };
}

const knownReaders = reports.map((report) => headerReader(report, []));

/** The kind of report that most names near the top speak for. */
async function reportOf({ tables }: SourceFile, { aliases = [] }: Asked): Promise<Report | null> {
  const readers = aliases.length === 0 ? knownReaders : reports.map((report) => headerReader(report, aliases));
  for (const table of tables) {
    const top = (await firstRows(table)).map((row) => ({
      ...row,
      names: new Set(row.cells.flatMap((cell) => [...namesOf(cell)])),
    }));
    let best: { readonly report: Report; readonly fit: number } | null = null;
    for (const { report, mayFit, fitOf } of readers) {
      const rows = report.form === 'table' ? top.filter(({ names }) => mayFit(names)) : [];
      const fit =
        report.form === 'table' ? Math.max(0, ...rows.map(({ cells }) => fitOf(cells))) : labelFit(report, top);
      if (fit > (best?.fit ?? 0)) best = { report, fit };
    }
    if (best) return best.report;
  }
  return null;
}

async function firstRows(table: SourceTable): Promise<readonly TextRow[]> {
  for await (const batch of table.rows()) return batch.slice(0, TOP_ROWS);
  return [];
}

async function allRows(table: SourceTable): Promise<readonly TextRow[]> {
  const rows: TextRow[] = [];
  for await (const batch of table.rows()) {
    for (const row of batch) rows.push(row);
    if (rows.length > MOST_ROWS) throw new TooLarge(say`A report has at most ${count(MOST_ROWS)} rows.`);
  }
  return rows;
}

/** One table of all that was gathered: the columns that the file has, in the order of the declaration. */
function laidOut(report: Report, { rows, titles }: Gathered, sheets: readonly Sheet[]) {
  const isThere = (field: string) =>
    (field !== 'part' && titles.has(field)) || field === 'period' || (field === 'sheet' && sheets.length > 1);
  const fields = fieldsOf(report).flatMap(([field]) => (isThere(field) ? [field] : []));
  const header = fields.map((field) => titles.get(field) ?? (field === 'sheet' ? 'Sheet' : 'Period'));
  const columns: Columns = Object.fromEntries(
    fields.map((field, index): [string, Column] => [field, { index, header: header[index]! }]),
  );
  return {
    header,
    columns,
    rows: rows.map(({ line, cells }) => ({ line, cells: fields.map((field) => cells.get(field) ?? '') })),
  };
}

/** A report has its days before its months. One with the months first would be read in part, and that part wrong. */
function refuseMonthsFirst(rows: readonly TextRow[], { index, header }: Column): void {
  const periods = rows.map(({ cells }) => cells[index]!);
  const monthsFirst = periods.filter((period) => dateClue(period) === 'month/day');
  if (monthsFirst.length <= STRAY_SHARE * periods.length) return;
  throw new ConflictingColumn(header, ['day/month, as such reports are', monthsFirst[0]!]);
}

/** Without summaries of a single day, which says the same again. */
function withoutTwins(rows: readonly TextRow[], columns: Columns): readonly TextRow[] {
  const at = columns.period!.index;
  const wordsOf = ({ cells }: TextRow) => {
    const found = readPeriod(cells[at]!);
    return found && found.from === found.to ? JSON.stringify(cells.with(at, String(found.from))) : null;
  };
  const last = new Map(rows.map((row) => [wordsOf(row), row.line]));
  return rows.filter((row) => {
    const words = wordsOf(row);
    return words === null || last.get(words) === row.line || findPeriod(row.cells[at]!) === null;
  });
}

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  const shown = names.slice(0, LISTED).map((name) => `"${name.slice(0, 40)}"`);
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
