import type { Named, Said, Words } from '../../words/say.ts';
import type { FigureUnit } from './figures.ts';
import type { Reject } from './quality.ts';
import type { Day, Instant, Shop } from './shop.ts';

export type ImportRequest = {
  readonly path: string;
  /** As the person called it: shown, never opened. */
  readonly name: string;
  /** Files that make sense together only, such as the tables of one export: read as one import. */
  readonly beside?: readonly { readonly path: string; readonly name: string }[];
  readonly learnedAt: Instant;
  /** The shop's zone and currency. Null: the layout's own defaults are used and returned. */
  readonly shop: Shop | null;
  /** What the file is said to be: "orders", "customers", "spend", … Left out: told by its columns. */
  readonly kind?: string;
  /** For files of that kind, orders where it is left out: which column holds what, by field. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Headers beside those a layout knows, by the layout's name and field. */
  readonly aliases?: readonly ColumnAlias[];
  /** Who sends it, for the record of what was decided: "slack:U1". */
  readonly by?: string;
  /** Answers to an AmbiguousColumn, by the column's header: { "Order Date": "day/month" }, { "Price": "thousands" }. */
  readonly decisions?: Readonly<Record<string, string>>;
};

/** How far the reading of a file has come. */
export type ImportProgress = {
  /** As the person called the file. */
  readonly name: string;
  readonly rows: number;
  /** Of the file's bytes, 0..1; null where they say nothing, as in a workbook. */
  readonly share: number | null;
};

export type ColumnAlias = { readonly layout: string; readonly field: string; readonly header: string };

/** Something an import brought beside orders, already added up where adding makes sense. */
export type ImportFigure = {
  /** A sentence, or the name that a metric or a trait is kept under. */
  readonly name: Said | string;
  readonly value: number;
  readonly unit: FigureUnit;
};

/** What must be true inside a file of its kind, and was looked at: "checks passed 9 of 9". */
export type ImportChecks = {
  readonly passed: number;
  readonly of: number;
  /** Each identity in words, with how often it held: "new + returning = total visitors: 664 of 664 days". */
  readonly says: readonly Words[];
  /** What was mended to make them hold, in words; null when nothing was. */
  readonly repair: Words | null;
};

export type ImportReport = {
  /** "I-19". */
  readonly id: Named;
  readonly name: string;
  readonly sha256: string;
  readonly status: 'loading' | 'stored' | 'failed' | 'undone';
  /** "UCI Online Retail", "generic orders", … */
  readonly layout: string;
  /** What its rows are: "order lines", "daily spend", … */
  readonly grain: string;
  /** Data rows of the file, the header not counted. */
  readonly rows: number;
  readonly stored: number;
  /** Rows of orders that an earlier import had already brought, as they are or in a newer state. */
  readonly known: number;
  /** Of the stored rows, those of orders that an earlier import had told otherwise: these replace the whole order. */
  readonly corrected: number;
  readonly rejected: number;
  /** Stored rows of cancelled or returned goods, netted against revenue. */
  readonly cancelledRows: number;
  readonly cancelledMinor: number;
  /** Stored rows without a customer: in revenue, left out of customer models. */
  readonly anonymousRows: number;
  readonly anonymousMinor: number;
  /** Net revenue of the stored rows. */
  readonly revenueMinor: number;
  readonly orders: number;
  readonly customers: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** Totals of what is not orders. */
  readonly figures: readonly ImportFigure[];
  /** Null where a kind of file has nothing to be checked. */
  readonly checks: ImportChecks | null;
  /** What a person decided where the file left a choice, by column or question; and who. */
  readonly decisions: Readonly<Record<string, string>>;
  readonly by: string | null;
  /** How the file was read where that was not plain, in sentences: "Order Date: read as day/month." */
  readonly notes: readonly Words[];
  /** What the shop should be set up as when it was not yet: the layout's own currency and zone. */
  readonly shop: Shop;
};

/** What an import would store, before anybody says yes. The counts are those its report would have. */
export type ImportPreview = Pick<
  ImportReport,
  | 'name'
  | 'sha256'
  | 'layout'
  | 'grain'
  | 'shop'
  | 'notes'
  | 'figures'
  | 'checks'
  | 'decisions'
  | 'rows'
  | 'stored'
  | 'known'
  | 'corrected'
  | 'rejected'
  | 'cancelledRows'
  | 'cancelledMinor'
  | 'anonymousRows'
  | 'anonymousMinor'
  | 'revenueMinor'
  | 'orders'
  | 'customers'
> & {
  /** Of all rows that can be read, known ones too. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Which column is taken for what. */
  readonly columns: readonly { readonly field: string; readonly column: string }[];
  /** A fortnight or more without an order, both days inclusive. */
  readonly gaps: readonly { readonly from: Day; readonly to: Day; readonly days: number }[];
  /** "2026-04", 25 of 30 days: months that the file begins or ends in. */
  readonly partialMonths: readonly { readonly month: string; readonly days: number; readonly of: number }[];
  /** What the kind of file is asked for by, where its columns may be named by hand; null where they may not. */
  readonly kind: string | null;
  /** All columns of the file, as it calls them. */
  readonly header: readonly string[];
  /** Columns any of which could be the revenue; empty where there is no choice. */
  readonly revenue: readonly RevenueChoice[];
  /** The last stored import of the same kind, to compare with. */
  readonly last: Pick<ImportReport, 'id' | 'name' | 'rows' | 'revenueMinor' | 'firstDay' | 'lastDay'> | null;
  /** The first rejected rows. */
  readonly rejects: readonly Reject[];
};

/** Chosen by the decision `revenue=<field>`. */
export type RevenueChoice = {
  readonly field: string;
  readonly column: string;
  /** The sum of the column. */
  readonly minor: number;
  /** On how many of its rows it differs from the first of them, 0..1. */
  readonly differs: number;
  /** False for all where a unit price is taken. */
  readonly isTaken: boolean;
};
