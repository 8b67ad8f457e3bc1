import { asText, fromText } from '../../../words/kept.ts';
import type { Words } from '../../../words/say.ts';
import { inEnglish } from '../../../words/tell.ts';
import type { Connection } from '../../database.ts';
import type { Reject } from '../../types/quality.ts';
import { manyInserts } from './insert.ts';

/** All rejected rows are counted; this many are kept word by word, which is more than anyone mends by hand. */
const KEPT = 10_000;
const MAX_VALUE = 200;

/** A rejected row as the table holds it. */
export type KeptReject = Omit<Reject, 'reason'> & { readonly reason: string };

/** What was kept as text, with its reason in words again. */
export function saidAgain<Row extends { readonly reason: string }>(
  row: Row,
): Omit<Row, 'reason'> & { readonly reason: Words } {
  return { ...row, reason: fromText(row.reason) };
}

/** The rejected rows of one import, on their way into the table. */
export function openRejects(db: Connection, importId: number) {
  const insert = manyInserts(db, 'import_reject', ['import_id', 'line', 'column', 'value', 'reason']);
  let waiting: Reject[] = [];
  let kept = 0;
  let first: Reject | null = null;
  const byLine = new Map<number, string>();

  return {
    add(reject: Reject) {
      // A line that contradicts its order is found later than an unreadable one further down.
      if (first === null || reject.line < first.line) first = reject;
      if (kept === KEPT) return;
      kept++;
      waiting.push(reject);
      byLine.set(reject.line, `${reject.column} ${inEnglish(reject.reason)}`.trim());
    },
    waiting: () => waiting.length,
    /** What is wrong with each row that is kept. */
    byLine: (): ReadonlyMap<number, string> => byLine,
    /** The one that stands first in the file. */
    first: (): Reject | null => first,
    /** To be called inside a transaction. */
    write() {
      insert(
        waiting.flatMap(({ line, column, value, reason }) => [
          importId,
          line,
          column,
          value.slice(0, MAX_VALUE),
          asText(reason),
        ]),
      );
      waiting = [];
    },
  };
}
