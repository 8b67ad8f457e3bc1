import { metricName } from '../../../words/metric-names.ts';
import { listed, type Said, say, type Words } from '../../../words/say.ts';
import { type Period, readPeriod } from '../import/period.ts';
import { type Columns, cellOf } from '../layouts/layout.ts';
import { holds, type Identity, type SummaryIdentity, type Values } from './identity.ts';

const SAMPLES = 3;

/** A row of a report, and the numbers in it. */
export type Row = { readonly line: number; readonly cells: readonly string[]; readonly values: Values };

/** How often an identity held, where rows told enough to say. */
type Verdict = {
  readonly name: Words;
  readonly held: number;
  readonly of: number;
  /** Of these, how often to the last digit, and where not. */
  readonly exact: number;
  readonly nearly: readonly Said[];
  /** Where it did not. */
  readonly broken: readonly Said[];
};

/** What became of all identities in all rows. */
export type Judgement = {
  readonly verdicts: readonly Verdict[];
  /** Rows of which all held, and rows that told enough for one at least. */
  readonly passed: number;
  readonly of: number;
};

/** Holds the rows of a report against its identities. */
export function judge(rows: readonly Row[], columns: Columns, identities: readonly Identity[]): Judgement {
  const told = new Set<number>();
  const failed = new Set<number>();
  const verdicts = identities.map((identity): Verdict => {
    const tried = identity.scope === 'row' ? inRows(rows, identity) : inSummaries(rows, columns, identity);
    for (const { line, isHeld } of tried) {
      told.add(line);
      if (!isHeld) failed.add(line);
    }
    const wordsOf = (some: readonly Trial[]) => some.slice(0, SAMPLES).map(({ words }) => words);
    return {
      name: identity.name,
      held: tried.filter(({ isHeld }) => isHeld).length,
      of: tried.length,
      exact: tried.filter(({ isHeld, isExact }) => isHeld && isExact).length,
      nearly: wordsOf(tried.filter(({ isHeld, isExact }) => isHeld && !isExact)),
      broken: wordsOf(tried.filter(({ isHeld }) => !isHeld)),
    };
  });
  return { verdicts, passed: told.size - failed.size, of: told.size };
}

type Trial = { readonly line: number; readonly isHeld: boolean; readonly isExact: boolean; readonly words: Said };

function inRows(rows: readonly Row[], identity: Extract<Identity, { scope: 'row' }>): readonly Trial[] {
  return rows.flatMap(({ line, values }) => {
    const isHeld = holds(identity, values);
    if (isHeld === null) return [];
    const words = identity.of.map((column) => say`${metricName(column)} ${shown(values[column]!)}`);
    return [{ line, isHeld, isExact: true, words: say`line ${String(line)}: ${listed(words)}` }];
  });
}

/** Only periods of which every day is told. */
function inSummaries(rows: readonly Row[], columns: Columns, { of, tolerance }: SummaryIdentity): readonly Trial[] {
  const [column] = of;
  const days = new Map<string, number>();
  const summaries: { readonly line: number; readonly period: Period; readonly group: string; readonly told: number }[] =
    [];
  for (const { line, cells, values } of rows) {
    const period = readPeriod(cellOf(cells, columns.period));
    const told = values[column];
    if (!period || told == null) continue;
    const group = Object.entries(columns)
      .map(([field, at]) => (field === 'sheet' || field.startsWith('about') ? cellOf(cells, at) : ''))
      .join('\n');
    if (period.from === period.to) days.set(`${group}\n${period.from}`, told);
    else summaries.push({ line, period, group, told });
  }
  return summaries.flatMap(({ line, period: { from, to }, group, told }) => {
    const parts = Array.from({ length: to - from + 1 }, (_, at) => days.get(`${group}\n${from + at}`));
    if (parts.some((part) => part === undefined)) return [];
    const sum = parts.reduce<number>((total, part) => total + part!, 0);
    const off = Math.abs(sum - told);
    const words = say`line ${String(line)}: ${shown(told)} told, ${shown(sum)} added up`;
    return [{ line, isHeld: off <= tolerance * Math.abs(told), isExact: off === 0, words }];
  });
}

const upToFourDecimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

export function shown(value: number): string {
  return upToFourDecimals.format(value);
}
