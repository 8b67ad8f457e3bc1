import type { EpochDay } from '../../types/shop.ts';
import { readDate } from './dates.ts';

const DAY_MS = 86_400_000;
/** No report spans more: longer, and the two dates are of something else. */
const LONGEST_DAYS = 400;

/** Days that a row of a report speaks of, both inclusive. */
export type Period = { readonly from: EpochDay; readonly to: EpochDay };

const date = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{8}`;
const clock = String.raw`(?: \d{1,2}:\d{2}(?::\d{2})?)?`;
const range = String.raw`(?<!\d)(${date})${clock}\s*(?:[-–—~_]|s/d|to|sampai|hingga)\s*(${date})${clock}(?!\d)`;
const wholeRange = new RegExp(`^${range}$`, 'i');
const someRange = new RegExp(range, 'i');

/**
 * A cell of a period: `01-09-2025-30-09-2025`, `01-02-2025 - 28-02-2025`, `2025/09/01-2025/09/30`, or a single day. The
 * day stands before the month. Null: neither.
 */
export function readPeriod(text: string): Period | null {
  const day = dayOf(text);
  if (day !== null) return { from: day, to: day };
  return between(wholeRange.exec(text));
}

/** The period that a text such as the name of a file has in it: `voucher_20250901-20250930 (1).xlsx`. */
export function findPeriod(text: string): { readonly text: string; readonly period: Period } | null {
  const found = someRange.exec(text);
  const period = between(found);
  return period && { text: found![0], period };
}

function between(found: RegExpExecArray | null): Period | null {
  if (!found) return null;
  const [from, to] = [dayOf(found[1]!), dayOf(found[2]!)];
  if (from === null || to === null || to < from || to - from > LONGEST_DAYS) return null;
  return { from, to };
}

function dayOf(text: string): EpochDay | null {
  const read = readDate(text, { order: 'day/month', isSerial: false });
  if (!('reason' in read)) return Math.floor((read.kind === 'local' ? read.local : read.instant) / DAY_MS);
  // 01032024 is no day of any year 0103: then it is the first of March.
  const [, day, month, year] = /^(\d{2})(\d{2})(20\d{2})$/.exec(text) ?? [];
  return year === undefined ? null : dayOf(`${day}-${month}-${year}`);
}
