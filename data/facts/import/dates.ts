import { type Said, say } from '../../../words/say.ts';
import { inNoCalendar, readTime, type Unreadable, type WrittenTime } from './cells.ts';

/** Which of two numbers comes first in 03/04/2026. */
export type DateOrder = 'day/month' | 'month/day';

/** As it is told. */
export const orderWords: Readonly<Record<DateOrder, Said>> = {
  'day/month': say`day/month`,
  'month/day': say`month/day`,
};

/** How a column writes its moments. What is written like ISO or with the month's name needs no word. */
export type DateStyle = { readonly order: DateOrder; readonly isSerial: boolean };

/** What one cell tells of its column. `either`: 03/04/2026. `same`: 04/04/2026, and whatever can be read one way only. */
export type DateClue = 'empty' | 'iso' | 'sure' | DateOrder | 'either' | 'same' | 'serial' | 'unreadable';

const clock = String.raw`(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?)?`;
const slashed = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, 'i');
const yearFirst = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${clock}$`, 'i');
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const dayNamed = new RegExp(String.raw`^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})${clock}$`, 'i');
const monthNamed = new RegExp(String.raw`^([a-z]{3,9})\.?[ -](\d{1,2}),?[ -](\d{4})${clock}$`, 'i');
const serial = /^[2-7]\d{4}(?:\.\d+)?$/;

/** The first three letters of the months in English and Indonesian, and the odd ones. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  mei: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  agu: 8,
  ags: 8,
  agt: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  nop: 11,
  dec: 12,
  des: 12,
};

const DAY_MS = 86_400_000;
/** Excel counts days from here; 60 is a day that never was, and all dates in files come after it. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30) / DAY_MS;

export function dateClue(text: string): DateClue {
  if (text === '' || text === '-') return 'empty';
  const parts = slashed.exec(text);
  if (parts) return slashedClue(parts);
  if (!('reason' in readTime(text))) return 'iso';
  if (serial.test(text)) return 'serial';
  return 'reason' in readOther(text) ? 'unreadable' : 'sure';
}

function slashedClue(parts: RegExpExecArray): DateClue {
  if (parts[4]!.length === 2 && parts[2] !== '/') return 'unreadable';
  const ways = (['day/month', 'month/day'] as const).filter((order) => !('reason' in readSlashed(parts, order)));
  if (ways.length === 0) return 'unreadable';
  if (ways.length === 1) return ways[0]!;
  return Number(parts[1]) === Number(parts[3]) ? 'same' : 'either';
}

/** A moment in a column whose style is known. */
export function readDate(text: string, { order, isSerial }: DateStyle): WrittenTime | Unreadable {
  const parts = slashed.exec(text);
  if (parts && (parts[4]!.length === 4 || parts[2] === '/')) return readSlashed(parts, order);
  if (isSerial && serial.test(text)) {
    const local = Math.round((SERIAL_ZERO + Number(text)) * 86_400) * 1000;
    return { kind: 'local', local };
  }
  const iso = readTime(text);
  return 'reason' in iso && text !== '' ? readOther(text, iso) : iso;
}

function readSlashed(parts: RegExpExecArray, order: DateOrder): WrittenTime | Unreadable {
  const [day, month] = order === 'day/month' ? [parts[1]!, parts[3]!] : [parts[3]!, parts[1]!];
  const read = moment(parts[4]!, month, day, parts.slice(5));
  return read === inNoCalendar ? { reason: say`is a date that no calendar has, read as ${orderWords[order]}` } : read;
}

function readOther(text: string, otherwise?: Unreadable): WrittenTime | Unreadable {
  const year = yearFirst.exec(text);
  if (year) return moment(year[1]!, year[3]!, year[4]!, year.slice(5));
  const digits = compact.exec(text);
  if (digits) return moment(digits[1]!, digits[2]!, digits[3]!, []);
  const day = dayNamed.exec(text);
  if (day) return named(day[3]!, day[2]!, day[1]!, day.slice(4));
  const month = monthNamed.exec(text);
  if (month) return named(month[3]!, month[1]!, month[2]!, month.slice(4));
  return otherwise ?? { reason: say`is not a date` };
}

function named(year: string, name: string, day: string, time: readonly (string | undefined)[]) {
  const month = months[name.slice(0, 3).toLowerCase()];
  return month === undefined ? { reason: say`has no month called ${name}` } : moment(year, String(month), day, time);
}

/** By way of ISO, so that there is one calendar and one clock. */
function moment(
  year: string,
  month: string,
  day: string,
  [hour, minute, second, half]: readonly (string | undefined)[],
) {
  const two = (part: string | number) => String(part).padStart(2, '0');
  const whole = year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`;
  const date = `${whole}-${two(month)}-${two(day)}`;
  if (hour === undefined) return readTime(date);
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12))
    return { reason: say`is a time that no clock shows` };
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  return readTime(`${date} ${two(hours)}:${minute}:${second ?? '00'}`);
}
