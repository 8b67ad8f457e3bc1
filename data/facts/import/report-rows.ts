import { say } from '../../../words/say.ts';
import { UnreadableFile } from '../errors.ts';
import { plainName } from '../layouts/layout.ts';
import type { Report } from '../layouts/report.ts';
import { findPeriod, readPeriod } from './period.ts';
import { type HeaderReader, namesSource } from './report-header.ts';
import type { TextRow } from './source.ts';

/** A sheet of a workbook, or the whole of a CSV. */
export type Sheet = { readonly name: string; readonly rows: readonly TextRow[] };

/** The data rows of a report by field, gathered from its sheets, and what there is to say of them. */
export type Gathered = {
  readonly rows: { readonly line: number; readonly cells: ReadonlyMap<string, string> }[];
  /** What the file calls each field. */
  readonly titles: Map<string, string>;
  readonly unknown: Set<string>;
  /** What told the days of rows that do not. */
  readonly daysFrom: Set<string>;
  /** Rows that tell again what others tell: totals of them, or parts. */
  totals: number;
  parts: number;
};

/** `before`: lines of the sheets before. `days`: where the name of the file tells some. */
type Place = { readonly before: number; readonly days: Days | null };
type Days = { readonly text: string; readonly from: string };

/** Takes the rows of a sheet that is a table: with a header that may stand again, and a head above it that may name the days. */
export function gatherTable(
  report: Report,
  headers: HeaderReader,
  { name, rows }: Sheet,
  into: Gathered,
  { before, days }: Place,
): void {
  let places: Map<string, number> | null = null;
  let spare = days;
  let source: { readonly at: number; readonly title: string } | null = null;
  for (const { line, cells } of rows) {
    if (places === null ? headers.fitOf(cells) > 0 : headers.isAgain(cells, places)) {
      const found = headers.read(cells);
      if (places === null) for (const title of found.unknown) into.unknown.add(title.trim());
      // A header that stands again may leave names out: those columns stay where they were.
      places = new Map([...(places ?? []), ...found.places]);
      for (const [field, at] of found.places) {
        if (!into.titles.has(field)) into.titles.set(field, cells[at]!.trim() || field);
      }
      const at = cells.findIndex(namesSource);
      if (at >= 0) source = { at, title: cells[at]!.trim() };
    } else if (places === null) {
      const above = cells.map(findPeriod).find((found) => found !== null);
      if (above) spare = { text: above.text, from: 'the head of the file' };
    } else {
      const row = new Map([...places].map(([field, at]) => [field, (cells[at] ?? '').trim()]));
      if ([...row.values()].every((cell) => cell === '')) continue;
      const [isSum, isPart] = [isTotal(report, row), /[^-]/.test(row.get('part') ?? '')];
      if (isSum) into.totals++;
      else if (isPart) into.parts++;
      if (isSum || isPart) continue;
      if (!row.get('sheet')) row.set('sheet', name);
      if (!row.get('period')) {
        const noted = source && findPeriod(cells[source.at] ?? '');
        const told = noted ? { text: noted.text, from: `"${source!.title}"` } : spare;
        if (!told) refuseTimeless();
        row.set('period', told.text);
        into.daysFrom.add(told.from);
      }
      into.rows.push({ line: before + line, cells: row });
    }
  }
}

function isTotal({ totals }: Report, row: ReadonlyMap<string, string>): boolean {
  return totals !== null && [...row].some(([field, cell]) => field.startsWith('about') && totals.test(cell));
}

const dayLabel = /^(dari|ke|from|to)$/i;

/** Takes names that stand down the side of a sheet, with an amount beside each, as one row. */
export function gatherLabels(report: Report, { rows }: Sheet, into: Gathered, { before, days }: Place): void {
  const fields = new Map(
    [...report.metrics, ...report.rates].flatMap(({ key, aliases }) =>
      aliases.map((alias) => [plainName(alias), key] as const),
    ),
  );
  const row = new Map<string, string>();
  const ends: string[] = [];
  for (const { cells } of rows) {
    const [label, ...rest] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const amount = rest.at(-1);
    if (label === undefined || amount === undefined) continue;
    const field = fields.get(labelName(label));
    if (dayLabel.test(label) && readPeriod(amount)) ends.push(amount);
    else if (field === undefined && /^[-\d.,() ]+$/.test(amount)) into.unknown.add(label);
    else if (field !== undefined && !row.has(field)) {
      row.set(field, amount);
      into.titles.set(field, label);
    }
  }
  const told = ends.length === 2 ? { text: ends.join(' - '), from: null } : days;
  if (!told) refuseTimeless();
  if (told.from !== null) into.daysFrom.add(told.from);
  into.rows.push({ line: before + (rows[0]?.line ?? 1), cells: row.set('period', told.text) });
}

/** How many of the report's names stand in these rows; 0 when one is missing that makes the report. */
export function labelFit({ metrics, required }: Report, rows: readonly TextRow[]): number {
  const labels = new Set(rows.flatMap(({ cells }) => cells.map(labelName)));
  const found = metrics.filter(({ aliases }) => aliases.some((alias) => labels.has(plainName(alias))));
  return required.every((key) => found.some((metric) => metric.key === key)) ? found.length : 0;
}

/** "1. Total Pendapatan" without its number. */
function labelName(label: string): string {
  return plainName(label.replace(/^\s*\d+\.\s*/, ''));
}

function refuseTimeless(): never {
  throw new UnreadableFile(
    say`Nothing says which days this report is about.`,
    say`Send it under the name it was exported with, such as voucher_20250901-20250930.xlsx.`,
  );
}
