import type { Connection } from '../../data/database.ts';
import { AmbiguousColumn, SameFile } from '../../data/facts/errors.ts';
import type { Facts } from '../../data/types/facts.ts';
import type { ImportReport, ImportRequest } from '../../data/types/imports.ts';
import type { Draft } from './file.ts';
import type { Truth } from './truth.ts';

/** Loads a file the way a person does who knows how it was written: what is asked is answered. */
export async function loadAnswering(
  load: (request: Partial<ImportRequest>) => Promise<ImportReport>,
  { writing }: Draft,
): Promise<{ readonly report: ImportReport; readonly asked: readonly string[] }> {
  const decisions: Record<string, string> = {};
  for (;;) {
    try {
      return { report: await load({ decisions }), asked: Object.keys(decisions) };
    } catch (error) {
      if (!(error instanceof AmbiguousColumn) || error.column in decisions) throw error;
      const isDate = error.choices.includes('day/month');
      // No file writes three decimals of money or pieces.
      decisions[error.column] = isDate ? (writing.dates.startsWith('month') ? 'month/day' : 'day/month') : 'thousands';
    }
  }
}

/** The same content again is no new file. */
export async function unlessKnown<T>(load: Promise<T>): Promise<T | null> {
  try {
    return await load;
  } catch (error) {
    if (error instanceof SameFile) return null;
    throw error;
  }
}

/** What the tables hold, in the shape of the truth. */
export async function foundIn({ db, facts }: { readonly db: Connection; readonly facts: Facts }): Promise<Truth> {
  const pairs = <Key>(sql: string) => new Map(db.prepare<[], [Key, number]>(sql).raw().all());
  return {
    orders: (await facts.coverage()).orders,
    revenueByDay: pairs<number>(
      'SELECT day, SUM(revenue_minor) AS minor FROM stored_day GROUP BY day HAVING minor <> 0 ORDER BY day',
    ),
    revenueByCustomer: pairs<string>(
      `SELECT customer.ref, SUM(net_minor) FROM stored_order JOIN customer ON customer.id = customer_id
       GROUP BY 1 ORDER BY 1`,
    ),
  };
}
