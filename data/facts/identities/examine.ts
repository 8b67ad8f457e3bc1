import { count, listed, type Said, say, type Words } from '../../../words/say.ts';
import type { ImportChecks } from '../../types/imports.ts';
import { NeedsRepair, Quarantined } from '../errors.ts';
import type { TextRow } from '../import/source.ts';
import { type Columns, cellOf, type Layout, type ReadContext } from '../layouts/layout.ts';
import type { RowIdentity } from './identity.ts';
import { type Judgement, judge, type Row, shown } from './judge.ts';
import { withThousands } from './thousands.ts';
import { repairableColumns, valueReader } from './values.ts';

const SAMPLES = 5;

/** A report as it was read, whole. */
type Report = { readonly layout: Layout; readonly columns: Columns; readonly head: readonly TextRow[] };

type Change = { readonly row: Row; readonly column: string; readonly value: number };

/**
 * Holds a report against what must be true inside it. Where it is not, and would be if thousands that some program took
 * for decimals were put back, they are: once a person has agreed.
 *
 * @returns its rows, mended where that was agreed, and what was looked at
 * @throws {NeedsRepair} with the evidence, when putting the thousands back makes all identities hold
 * @throws {Quarantined} when nothing does
 */
export function examine(
  { layout, columns, head }: Report,
  { context, isAgreed }: { readonly context: ReadContext; readonly isAgreed: boolean },
): { readonly rows: readonly TextRow[]; readonly checks: ImportChecks | null } {
  const identities = layout.identities ?? [];
  const valuesOf = valueReader(layout, columns, context);
  const repairable = repairableColumns(layout, columns, context);
  const rows = head.map(({ line, cells }): Row => ({ line, cells, values: valuesOf(cells) }));
  const asTold = judge(rows, columns, identities);
  const cut = rows.flatMap((row) =>
    repairable.whole.flatMap((column) => (isCut(row, column) ? [{ row, column }] : [])),
  );
  if (asTold.passed === asTold.of && cut.length === 0) return { rows: head, checks: checksOf(asTold, null) };

  const ofRows = identities.filter((identity) => identity.scope === 'row');
  const mended = rows.map((row) => {
    const values = withThousands(row.values, repairable, ofRows);
    return values && { ...row, values };
  });
  const after = mended.every((row) => row !== null) ? judge(mended, columns, identities) : null;
  // What no identity speaks for is no proof: some must have failed before.
  if (after === null || after.passed < after.of || asTold.passed === asTold.of) {
    throw new Quarantined(whatFails(asTold, cut, columns));
  }
  const changes = rows.flatMap((row, at) =>
    [...repairable.whole, ...repairable.averages].flatMap((column): Change[] => {
      const value = mended[at]!.values[column];
      return value == null || value === row.values[column] ? [] : [{ row, column, value }];
    }),
  );
  const samples = sampled(changes).map(({ row, column, value }) => ({
    at: say`line ${String(row.line)}, ${columns[column]!.header}`,
    read: cellOf(row.cells, columns[column]),
    meant: shown(value),
  }));
  const words = [
    ...samples.map(({ at, read, meant }) => say`${at}: ${read} → ${meant}`),
    ...unproved(rows, { changes, identities: ofRows, columns }),
  ];
  if (!isAgreed) {
    throw new NeedsRepair({ cells: changes.length, ...samples[0]! }, [...compared(asTold, after), ...words]);
  }
  const repair = say`${count(changes.length)} numbers that had lost their thousands got them back, such as ${listed(words)}`;
  return { rows: rewritten(head, changes, columns), checks: checksOf(after, repair) };
}

/** Small whole numbers of damaged columns that no identity speaks of: 3 may be 3,000 there, and nobody can tell. */
function unproved(
  rows: readonly Row[],
  {
    changes,
    identities,
    columns,
  }: { readonly changes: readonly Change[]; readonly identities: readonly RowIdentity[]; readonly columns: Columns },
): readonly Words[] {
  const silent = [...new Set(changes.map(({ column }) => column))].filter(
    (column) => !identities.some(({ of }) => of.includes(column)),
  );
  return silent.flatMap((column) => {
    const small = rows.filter(({ values }) => {
      const value = values[column];
      return value != null && Number.isInteger(value) && value !== 0 && Math.abs(value) < 1000;
    });
    if (small.length === 0) return [];
    return [
      say`${columns[column]!.header}: ${count(small.length)} below 1,000 stay as they are, which no check can prove`,
    ];
  });
}

/** The first change of each column, before any second. */
function sampled(changes: readonly Change[]): readonly Change[] {
  const firsts = changes.filter(({ column }, at) => changes.findIndex((other) => other.column === column) === at);
  return [...new Set([...firsts, ...changes])].slice(0, SAMPLES);
}

/** Checks in words; null where no row told enough for one. */
function checksOf({ passed, of, verdicts }: Judgement, repair: Said | null): ImportChecks | null {
  if (of === 0) return null;
  const says = verdicts
    .filter((verdict) => verdict.of > 0)
    .map(({ name, held, of: tried, exact, nearly }) => {
      return nearly.length > 0
        ? say`${name}: ${count(held)} of ${count(tried)} rows, ${count(exact)} of them exactly; not ${listed(nearly)}`
        : say`${name}: ${count(held)} of ${count(tried)} rows`;
    });
  return { passed, of, says, repair };
}

/** A fraction where whole numbers are due. */
function isCut({ values }: Row, column: string): boolean {
  const value = values[column];
  return value != null && !Number.isInteger(value);
}

function compared(before: Judgement, after: Judgement): readonly Words[] {
  return before.verdicts.flatMap(({ name, held, of }, at) => {
    const then = after.verdicts[at]!;
    if (held === then.held) return [];
    return [
      say`${name}: holds in ${count(held)} of ${count(of)} rows as they stand, in ${count(then.held)} of ${count(then.of)} with the thousands back.`,
    ];
  });
}

function whatFails(
  { verdicts }: Judgement,
  cut: readonly { readonly row: Row; readonly column: string }[],
  columns: Columns,
): readonly Words[] {
  const fractions = cut.slice(0, SAMPLES).map(({ row, column }) => {
    return say`Line ${String(row.line)}, ${columns[column]!.header}: ${cellOf(row.cells, columns[column])}, where whole numbers are due.`;
  });
  return [
    ...verdicts
      .filter(({ held, of }) => held < of)
      .map(
        ({ name, held, of, broken }) =>
          say`${name}: holds in ${count(held)} of ${count(of)} rows; not in ${listed(broken)}.`,
      ),
    ...fractions,
  ];
}

/** Repaired cells as plain digits, which every style of writing numbers reads alike. */
function rewritten(head: readonly TextRow[], changes: readonly Change[], columns: Columns): readonly TextRow[] {
  const byLine = new Map<number, string[]>();
  for (const { row, column, value } of changes) {
    const cells = byLine.get(row.line) ?? [...row.cells];
    cells[columns[column]!.index] = String(value);
    byLine.set(row.line, cells);
  }
  return head.map(({ line, cells }) => ({ line, cells: byLine.get(line) ?? cells }));
}
