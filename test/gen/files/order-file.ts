import { type Cell, type Draft, type Form, plainForm, type Writing } from '../file.ts';
import { asOf, type Ledger, type Order, ordersIn, soldMinor, type Window } from '../ledger.ts';
import type { Tells } from '../truth.ts';

/** One type of file that tells of orders, written the way its platform does. */
export type OrderFile = {
  readonly name: string;
  /** What the importer calls it. */
  readonly layout: string;
  readonly currency: 'IDR' | 'PHP' | 'GBP';
  /** What it tells of the order's life. */
  readonly tells: Tells;
  write(ledger: Ledger, window: Window): Draft;
};

export const plainWriting: Writing = {
  numbers: '1234.56',
  digits: 0,
  currency: '',
  dates: 'year first',
  seconds: false,
  offset: '',
};

/** How far an order had come. */
export type State = 'unpaid' | 'paid' | 'sent' | 'completed' | 'cancelled';

export function stateOf({ paidAt, sentAt, completedAt, cancelledAt }: Order): State {
  if (cancelledAt !== null) return 'cancelled';
  if (completedAt !== null) return 'completed';
  if (sentAt !== null) return 'sent';
  return paidAt === null ? 'unpaid' : 'paid';
}

/** A moment, or nothing. */
export const moment = (at: number | null): Cell => (at === null ? '' : { at });
export const money = (minor: number): Cell => ({ minor });
export const count = (of: number): Cell => ({ count: of });

/** What the order's goods were sold for. */
export function goodsMinor({ lines }: Order): number {
  return lines.reduce((sum, line) => sum + soldMinor(line), 0);
}

/** The list of a reference, with its dots between. */
export function columnsOf(list: string): readonly string[] {
  return list.split(' · ').map((name) => name.trim());
}

/** A table of a header and one row for each record; what a record does not name stays empty. */
export function tableOf(
  header: readonly string[],
  records: readonly Readonly<Record<string, Cell>>[],
): readonly (readonly Cell[])[] {
  for (const name of Object.keys(records[0] ?? {})) {
    if (!header.includes(name)) throw new Error(`No such column: "${name}"`);
  }
  return [header, ...records.map((record) => header.map((name) => record[name] ?? ''))];
}

/** A draft with one sheet. */
export function draftOf(
  { minorDigits }: Ledger,
  of: {
    readonly name: string;
    readonly sheet?: string;
    readonly rows: readonly (readonly Cell[])[];
    readonly descriptions?: number;
    readonly writing?: Partial<Writing>;
    readonly form?: Partial<Form>;
  },
): Draft {
  return {
    name: of.name,
    sheets: [{ name: of.sheet ?? 'Sheet1', rows: of.rows }],
    covers: [],
    header: 0,
    descriptions: of.descriptions ?? 0,
    writing: { ...plainWriting, ...of.writing },
    form: { ...plainForm, ...of.form },
    minorDigits,
  };
}

/** Orders as a window shows them, by their time. */
export function shownIn(ledger: Ledger, window: Window): readonly Order[] {
  return ordersIn(ledger, window)
    .map((order) => asOf(order, window.on))
    .toSorted((a, b) => a.createdAt - b.createdAt || a.number - b.number);
}
