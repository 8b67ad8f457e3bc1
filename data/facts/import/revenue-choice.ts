import type { RevenueChoice } from '../../types/imports.ts';
import type { Columns, Layout, ReadContext } from '../layouts/layout.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';

/** Where several columns of a file could be its revenue: what each comes to, and how they differ. */
export type RevenueChoices = {
  see(cells: readonly string[]): void;
  end(): readonly RevenueChoice[];
};

/** Null where there is no choice. */
export function openRevenueChoices(
  { revenue }: Pick<Layout, 'revenue'>,
  columns: Columns,
  context: ReadContext,
): RevenueChoices | null {
  const taken = revenue ? revenueField(revenue, columns, context) : undefined;
  const present = (revenue?.totals ?? []).flatMap((field) => {
    const column = columns[field];
    return column ? [{ field, column, partsOf: context.partsIn(column), minor: 0, differs: 0, rows: 0 }] : [];
  });
  if (present.length < 2) return null;
  return {
    see(cells) {
      let first: number | null = null;
      for (const choice of present) {
        const parts = choice.partsOf((cells[choice.column.index] ?? '').trim());
        const minor = typeof parts === 'number' ? roundMinor(parts / PARTS_PER_MINOR) : null;
        if (choice === present[0]) first = minor;
        if (minor === null) continue;
        choice.rows++;
        choice.minor += minor;
        if (minor !== first) choice.differs++;
      }
    },
    end: () =>
      present.map(({ field, column, minor, differs, rows }) => ({
        field,
        column: column.header,
        minor,
        differs: rows === 0 ? 0 : differs / rows,
        isTaken: field === taken,
      })),
  };
}

/** The field that a row's revenue is read from: the total decided on, else a unit price, else the first total there is. */
export function revenueField(
  { totals, unit }: NonNullable<Layout['revenue']>,
  columns: Columns,
  { answerTo }: Pick<ReadContext, 'answerTo'>,
): string | undefined {
  const said = answerTo('revenue');
  const decided = totals.find((field) => field === said && columns[field]);
  return decided ?? (unit !== undefined && columns[unit] ? unit : totals.find((field) => columns[field]));
}
