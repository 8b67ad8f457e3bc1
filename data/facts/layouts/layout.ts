import type { Said } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { ImportReport } from '../../types/imports.ts';
import type { Reject } from '../../types/quality.ts';
import type { EpochDay, Instant, Shop } from '../../types/shop.ts';
import type { Identity } from '../identities/identity.ts';
import type { Unreadable } from '../import/cells.ts';
import type { DateOrder } from '../import/dates.ts';
import type { Words } from '../import/dictionary.ts';
import type { NumberStyle } from '../import/numbers.ts';

/**
 * A layout is one kind of file: a declaration of its columns and a reader that turns one of its rows into the shop's own
 * shape. A new kind of file is a new file in this folder and a line in `index.ts`; loading knows none of them by name.
 */
export type Layout<Row = unknown> = {
  readonly name: string;
  /** What one row is, and so where its rows go. */
  readonly grain: Grain<Row>;
  /** What people ask for it by, where columns may be named by hand: "orders", "customers", "spend". */
  readonly kind?: string;
  /** What the shop is taken to be when it is not set up yet. Null: the file has to name its country or its money. */
  readonly shop: Shop | null;
  /**
   * Where the revenue of a row is read: the total that was decided on by `revenue=<field>`; else the price of one unit,
   * where there is one; else the first total that the file has.
   */
  readonly revenue?: { readonly unit?: string; readonly totals: readonly string[] };
  /** What a row's money is, in words, where the platform has several. */
  readonly basis?: Said;
  /** How the program that exports such files writes, where a column alone does not tell. */
  readonly writes?: { readonly numbers?: NumberStyle; readonly dates?: DateOrder };
  /** The file's own zone and currency, where the layout fixes them; otherwise the shop's are taken. */
  readonly fixed: { readonly currency?: string; readonly zone?: string };
  readonly fields: readonly Field[];
  /** Groups of optional fields of which a file must have one at least. */
  readonly oneOf: readonly (readonly string[])[];
  /** What must be true inside such a file: counted on the way, and reported. */
  readonly identities?: readonly Identity[];
  /**
   * Such a file is held against its identities whole, before a row is stored, and can be repaired. `averages`: columns of
   * money where a fraction is no fault.
   */
  readonly examined?: { readonly averages: readonly string[] };
  /** Headers that speak against it: with one of them the file is of another kind, unless a person says otherwise. */
  readonly foreign?: readonly string[];
  /** Columns that no field claims and that are read all the same, each under a name of its own. */
  columnsBeside?(columns: Columns, header: readonly string[]): Columns;
  /** What to say of the columns before the first row is read, in sentences. */
  notesOn?(columns: Columns, header: readonly string[]): readonly Said[];
  /** Whether the row under the header only describes the columns. */
  isDescription?(columns: Columns, cells: readonly string[]): boolean;
  reader(columns: Columns, context: ReadContext): RowReader<Row>;
};

/** Types a layout by its own rows, then lets it stand in one list with all others. */
export function defineLayout<Row>(layout: Layout<Row>): Layout {
  return layout as unknown as Layout;
}

/** What one row of a file is, and how such rows are kept. */
export type Grain<Row> = {
  /** "order lines", "daily spend". */
  readonly name: string;
  /** Where the rows of one import go. */
  open(db: Connection, of: Opening): Store<Row>;
};

/** What a store is opened for. */
export type Opening = { readonly importId: number; readonly columns: Columns; readonly words: Words };

/** A row in the shop's shape and the line of the file it stands on. */
export type Numbered<Row> = { readonly line: number; readonly content: Row };

/** The rows of one import on their way in, a batch at a time. They are seen once the import is stored. */
export type Store<Row> = {
  /**
   * Takes a row in as it is read, outside any transaction; batches then come empty. For grains of millions: rows that
   * wait for their batch in the shape of objects cost more than reading them.
   */
  take?(line: number, content: Row, reject: (line: number, misfit: Misfit) => void): void;
  /** Inside a transaction. A row that contradicts its own file is not stored and told to `reject`. */
  store(batch: readonly Numbered<Row>[], reject: (line: number, misfit: Misfit) => void): void;
  /** Notes that this row could not be read. */
  miss(cells: readonly string[]): void;
  /** Whether a row that could be read belongs to something of which another could not: both go into the fix file. */
  isHurt(cells: readonly string[]): boolean;
  /** After the last batch: whether there is more to write than fits one transaction. Empty batches follow while it is. */
  rest?(): boolean;
  /** After the last batch, inside a transaction. */
  close(): void;
  /** The latest moment that any row told; 0 where rows tell none. */
  toldAt(): Instant;
  /** What went in, before it is compared with what counts now. */
  counted(): Counted;
  /** The same compared with what counts now. Reads only. */
  compared(): Counted;
  /** How many rows of this import stand in the tables: the importer's own count is held against it. */
  inTable(): number;
  /** The days that rows fall on, in no order. */
  days(): readonly EpochDay[];
  /** What reading all of it has shown, in sentences. After `compared`. */
  notes?(): readonly Said[];
  /** After `compared`, in the transaction that makes the rows visible. */
  settle(): void;
};

/** What an import brought. Rejected rows are counted by who rejects. */
export type Counted = Pick<
  ImportReport,
  | 'stored'
  | 'known'
  | 'corrected'
  | 'cancelledRows'
  | 'cancelledMinor'
  | 'anonymousRows'
  | 'anonymousMinor'
  | 'revenueMinor'
  | 'orders'
  | 'customers'
  | 'figures'
> & { readonly firstDay: EpochDay | null; readonly lastDay: EpochDay | null };

/** `aliases` are headers as files write them; case, blanks and punctuation do not matter. The first found is taken. */
export type Field = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** How its cells are read. Numbers and dates are looked at column by column before they are. */
  readonly reads: 'text' | 'id' | 'count' | 'money' | 'amount' | 'number' | 'time';
};

export type Column = { readonly index: number; readonly header: string };
export type Columns = Readonly<Record<string, Column | undefined>>;

/** Readers for the cells of a column, as the whole of it is written. */
export type ReadContext = {
  readonly currency: string;
  readonly minorPerMajor: number;
  numberIn(column: Column): (text: string) => number | Unreadable;
  /** Money in parts, 10,000 to the minor unit. */
  partsIn(column: Column): (text: string) => number | Unreadable;
  /** A moment; one after the file was learned is unreadable, but for what `may come`. */
  timeIn(column: Column, when?: 'may come'): (text: string) => Moment | Unreadable;
  /** What a person answered to a question about this file. */
  answerTo(question: string): string | undefined;
};

/** `local` is the shop's wall clock written as if it were UTC milliseconds: day and time of day are read off it. */
export type Moment = { readonly instant: Instant; readonly local: number };

/** Reads one row; `line` is where it stands. */
export type RowReader<Row> = (cells: readonly string[], line: number) => Row | Misfit;

/** Why a row cannot be stored. */
export type Misfit = Omit<Reject, 'line'>;

/** As stored in `sale_line.kind`; the migration says what each means. */
export const lineKinds = { sale: 0, reversal: 1, void: 2, other: 3 } as const;
export type LineKind = (typeof lineKinds)[keyof typeof lineKinds];

/** One line of an order, in the shop's shape and whichever file it came from. */
export type OrderLine = {
  readonly order: string;
  readonly moment: Moment;
  readonly customer: string | null;
  readonly product: string | null;
  readonly productName: string | null;
  readonly quantity: number;
  /** Null when the file tells only the line's total. */
  readonly unitPriceParts: number | null;
  /** As the file has it, rounded once. A void line's amount is what would have been paid. */
  readonly amountMinor: number;
  /** What it was cheaper by than its list price. Null: the file does not tell. */
  readonly discountMinor: number | null;
  readonly kind: LineKind;
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly place: string | null;
  /**
   * The latest moment that the row tells of its order: of two versions of an order, the later one counts. Null: the
   * row tells its own moment only.
   */
  readonly toldAt: Instant | null;
  readonly stage: Stage;
  /** What the row tells beside itself. */
  readonly beside: readonly LineBeside[] | null;
};

/** How far an order has come. Where nothing else tells two versions apart, the one further on its way is newer. */
export const stages = { open: 0, paid: 1, sent: 2, delivered: 3, completed: 4, undone: 5 } as const;
export type Stage = (typeof stages)[keyof typeof stages];

/**
 * Goods of the row that came back, another product in the same row, or what an order as a whole was cheaper by. It
 * counts as money and goods, and not as a row.
 */
export type LineBeside = Pick<
  OrderLine,
  'product' | 'productName' | 'quantity' | 'unitPriceParts' | 'amountMinor' | 'kind'
>;

/** The text of a cell without the blanks around it; empty when the file has no such column. */
export function cellOf(cells: readonly string[], column: Column | undefined): string {
  return column === undefined ? '' : (cells[column.index] ?? '').trim();
}

/** A cell that may be empty: null then. */
export function optionalCell(cells: readonly string[], column: Column | undefined): string | null {
  return cellOf(cells, column) || null;
}

/** A row that stays outside because of one cell. */
export function misfit(cells: readonly string[], column: Column | undefined, reason: Said): Misfit {
  return { column: column?.header ?? '', value: cellOf(cells, column), reason };
}

/** A column that recognition has already insisted on. */
export function requiredColumn(columns: Columns, name: string): Column {
  const column = columns[name];
  if (!column) throw new Error(`The layout reads "${name}" but does not require it`);
  return column;
}

/** Headers differ in case, blanks and punctuation from one export to the next. */
export function plainName(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** pandas writes 17850.0 for the number 17850 where a column has gaps. */
export function withoutDecimal(ref: string | null): string | null {
  return ref?.endsWith('.0') ? ref.slice(0, -2) : ref;
}

/** Platforms hide people behind stars: nobody is called that. */
export function unmasked(text: string | null): string | null {
  return text !== null && /^\*+$/.test(text) ? null : text;
}
