import type { ColumnAlias } from '../../types/imports.ts';
import { plainName } from '../layouts/layout.ts';
import type { Report } from '../layouts/report.ts';

/** What the columns of a header are for, by field, and what is for nothing known. */
export type ReportHeader = { readonly places: ReadonlyMap<string, number>; readonly unknown: readonly string[] };

/** Finds a report's columns in headers. */
export type HeaderReader = {
  readonly report: Report;
  /** A quick look at the names of a row: false where it cannot fit. */
  mayFit(names: ReadonlySet<string>): boolean;
  read(cells: readonly string[]): ReportHeader;
  /** How many of the report's columns a row names; 0 when one is missing that makes the report. */
  fitOf(cells: readonly string[]): number;
  /**
   * Whether a row is a header once more: it may be in another language and leave names out, but has no number where the
   * header before it has `places`.
   */
  isAgain(cells: readonly string[], places: ReadonlyMap<string, number>): boolean;
};

/** Money words at the end of a header say what it counts in, and not what it is. */
const moneyWord = /(?:\s*\((?:[A-Z]{3}|Rp)\)|_IDR)\s*$/;
const someNumber = /^[^\p{L}]*\d[^\p{L}]*$/u;

/** `aliases`: headers that a shop has added to those declared. */
export function headerReader(report: Report, aliases: readonly ColumnAlias[]): HeaderReader {
  const fields = fieldsOf(report).map(([field, names]) => {
    const own = aliases.filter((alias) => alias.layout === report.source && alias.field === field);
    return { field, names: [...own.map(({ header }) => header), ...names].map(nameAndOccurrence) };
  });

  function read(cells: readonly string[]): ReportHeader {
    const byName = new Map<string, number[]>();
    cells.forEach((cell, at) => {
      for (const name of namesOf(cell)) byName.set(name, [...(byName.get(name) ?? []), at]);
    });
    // The column of the days may have no name, when it is the first.
    if (plainName(cells[0] ?? '') === '') byName.set('', [0]);
    const places = new Map<string, number>();
    const taken = new Set<number>();
    for (const { field, names } of fields) {
      const found = names.map(({ name, occurrence }) => byName.get(name)?.[occurrence - 1]);
      const at = found.find((place) => place !== undefined && !taken.has(place));
      if (at === undefined) continue;
      places.set(field, at);
      taken.add(at);
    }
    const unknown = cells.filter((cell, at) => cell.trim() !== '' && !taken.has(at) && !namesSource(cell));
    return { places, unknown };
  }

  function fitOf(cells: readonly string[]): number {
    const { places } = read(cells);
    return report.required.every((field) => places.has(field)) ? places.size : 0;
  }

  const required = fields.filter(({ field }) => report.required.includes(field));

  return {
    report,
    mayFit: (row) => required.every(({ names }) => names.some(({ name }) => row.has(name))),
    read,
    fitOf,
    isAgain: (cells, places) =>
      ![...places.values()].some((at) => someNumber.test(cells[at] ?? '')) && read(cells).places.size > 2,
  };
}

/** What a header may be known by. */
export function namesOf(cell: string): ReadonlySet<string> {
  const names = new Set([plainName(cell), plainName(cell.trim().replace(moneyWord, ''))]);
  names.delete('');
  return names;
}

/** Programs that put files together note there which file a row came from. */
export function namesSource(cell: string): boolean {
  return ['sourcefile', 'filename', 'namafile'].includes(plainName(cell));
}

/** "Kode Variasi#2" is the second of two columns that are called alike. */
function nameAndOccurrence(alias: string): { readonly name: string; readonly occurrence: number } {
  const [, name = alias, occurrence = '1'] = /^(.+)#(\d)$/.exec(alias) ?? [];
  return { name: plainName(name), occurrence: Number(occurrence) };
}

/** Every column a report may have, in the order its one table has them. */
export function fieldsOf(report: Report): readonly (readonly [field: string, aliases: readonly string[]])[] {
  return [
    ['sheet', ['Sheet', 'Lembar']],
    ['period', report.period],
    ['until', report.until],
    ['part', report.parts],
    ['currency', ['Mata uang', 'Currency']],
    ...report.about.map((aliases, at) => [`about ${at + 1}`, aliases] as const),
    ...[...report.metrics, ...report.rates].map(({ key, aliases }) => [key, aliases] as const),
  ];
}
