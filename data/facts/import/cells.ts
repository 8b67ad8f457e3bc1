import { type Said, say } from '../../../words/say.ts';
import type { EpochDay, Instant } from '../../types/shop.ts';

const DAY_MS = 86_400_000;
/** Before this year a date is a slip of the pen or Excel's day zero. */
const FIRST_YEAR = 1990;
const plainDecimal = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Why a cell cannot be read, in words that complete "the cell …". */
export type Unreadable = { readonly reason: Said };

/** Of a cell with nothing in it: always this one, so that it can be told from the others. */
export const empty: Unreadable = { reason: say`is empty` };

/** A whole cell as a plain decimal: point only, no thousands, no sign of money. */
export function readNumber(text: string): number | Unreadable {
  if (!plainDecimal.test(text)) {
    return text === '' ? empty : { reason: say`is not a plain number such as 1234.50` };
  }
  const value = Number(text);
  return Number.isSafeInteger(Math.trunc(value)) ? value : { reason: say`is too large a number` };
}

/** A moment as a file tells it: by a wall clock, or exactly when it names its offset from UTC. */
export type WrittenTime =
  | { readonly kind: 'local'; readonly local: number }
  | { readonly kind: 'instant'; readonly instant: Instant };

export const inNoCalendar: Unreadable = { reason: say`is a date that no calendar has` };

const isoTime = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** `2026-04-20`, with or without a time of day and an offset. Nothing else: 04/05 may be April or May. */
export function readTime(text: string): WrittenTime | Unreadable {
  const match = isoTime.exec(text);
  if (!match) return text === '' ? empty : { reason: say`is not a date such as 2026-04-20 09:30` };
  const [year, month, date, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((group) => Number(match[group] ?? 0));
  const day = epochDayOf(year!, month!, date!);
  if (day === null) return inNoCalendar;
  if (year! < FIRST_YEAR) return { reason: say`is before ${String(FIRST_YEAR)}` };
  if (hour! > 23 || minute! > 59 || second! > 59) return { reason: say`is a time that no clock shows` };
  const local = day * DAY_MS + ((hour! * 60 + minute!) * 60 + second!) * 1000;
  const offset = match[7];
  return offset ? { kind: 'instant', instant: local - offsetMs(offset) } : { kind: 'local', local };
}

function epochDayOf(year: number, month: number, date: number): EpochDay | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / DAY_MS : null;
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset[0] === '-' ? -minutes : minutes) * 60_000;
}
