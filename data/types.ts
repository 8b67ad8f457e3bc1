/**
 * The shapes of what is known: the one file of this room that models may see, and then only as types.
 */
import type { Words } from '../words/say.ts';

/** A calendar day in the shop's zone: "2026-04-20". */
export type Day = string;
/** Days since 1970-01-01 in the shop's zone: for arithmetic and typed arrays. */
export type EpochDay = number;
/** Milliseconds since the epoch, UTC. */
export type Instant = number;

export type Shop = {
  readonly name: string;
  /** ISO 4217. Money everywhere is in minor units of it. */
  readonly currency: string;
  /** IANA zone: days begin and end here. */
  readonly zone: string;
  /** BCP 47: how numbers and dates are written. */
  readonly locale: string;
  /** Made-up data: DEMO stands on every message, and nothing reaches a real channel. */
  readonly demo: boolean;
};

/**
 * What happened in the shop. Every answer is awaited, because it comes from a worker thread today and may come
 * from a warehouse tomorrow. Only rows of finished imports are seen.
 */
export type Facts = {
  readonly imports: {
    /**
     * Reads a file into the shop, whole or not at all: its rows are seen only once all are stored.
     * rows = stored + known + rejected, always.
     */
    load(request: ImportRequest): Promise<ImportReport>;
    /** Whether files make sense together only, as `ImportRequest.beside`: the tables of one export. */
    belongTogether(files: readonly { readonly path: string; readonly name: string }[]): Promise<boolean>;
    /** The kinds of file that are known, and what the columns of each may hold. */
    layouts(): Promise<readonly { readonly layout: string; readonly fields: readonly string[] }[]>;
    /** What loading the file would come to. Nothing of it is stored. */
    preview(request: ImportRequest): Promise<ImportPreview>;
    /**
     * Writes a CSV to `path` with the rows of the file that cannot be stored, the other rows of their orders, and two
     * columns, `line` and `problem`. Mended and imported, it completes those orders. No rows: nothing is written.
     */
    fixFile(request: ImportRequest, path: string): Promise<{ readonly rows: number }>;
    /** Newest first. */
    list(): Promise<readonly ImportReport[]>;
    /** Null when there is no such import. */
    find(id: string): Promise<ImportReport | null>;
    /**
     * Takes a stored import back, up to 30 days later: its rows are seen no more, and what they replaced counts again.
     */
    undo(id: string, at: Instant): Promise<ImportReport>;
    /**
     * Takes out for good the rows of imports that were taken back more than 30 days before `at`. Returns their names.
     */
    purge(at: Instant): Promise<readonly string[]>;
    /** The first rejected rows of an import, by line. */
    rejects(id: string, limit: number): Promise<readonly Reject[]>;
  };
  /**
   * What there is: totals and the span of days. All zero and null for an empty shop. With `knownBy`, what there was at
   * the end of that day: what was imported later does not count.
   */
  coverage(at?: { readonly knownBy: Day }): Promise<Coverage>;
  /** One metric over time: of the whole shop, of its largest slices, or of one of them. */
  series(request: SeriesRequest): Promise<SeriesAnswer>;
  /** What is missing, impossible, twice or far out in all that is stored. Reads every line. */
  quality(): Promise<Quality>;
  readonly revenue: {
    /** Net revenue and orders per day, every day of the span present, before `before`. Empty without orders. */
    daily(range: { readonly before: Day }): Promise<DailyRevenue>;
    /** Orders and net revenue by day and hour of the shop's clock. Null where files tell days and no times. */
    hourly(range: { readonly from: Day; readonly before: Day }): Promise<HourlyRevenue | null>;
    /** What sales were cheaper by than their list prices, by day, of the orders that tell. */
    discounts(range: { readonly from: Day; readonly before: Day }): Promise<DailyDiscounts>;
  };
  readonly customers: {
    /** One row per customer, from orders before `before`, by one SQL statement. */
    view(range: { readonly before: Day }): Promise<CustomerView>;
    /** The same people with all that their orders and lines tell of them. Reads every line: for nightly work. */
    features(range: { readonly before: Day }): Promise<CustomerFeatures>;
    /** Where they buy, of those whose orders tell. */
    places(range: { readonly before: Day }): Promise<CustomerPlaces>;
    /** The id of who the shop calls so, capitals or not; null for nobody. */
    find(ref: string): Promise<number | null>;
    /** What is known of customers beside their orders, as it is known now: for how many, and in what unit. */
    traitNames(): Promise<readonly TraitName[]>;
    /** Some of it, for all who have any of it. */
    traits(names: readonly string[]): Promise<CustomerTraits>;
  };
  /** Rows to look at elsewhere, no more than `limit`; `total` is how many there are. */
  readonly exports: {
    /** The order rows of `from` inclusive to `before` exclusive, oldest first. */
    orders(range: {
      readonly from: Day;
      readonly before: Day;
      readonly limit: number;
    }): Promise<Exported<ExportedLine>>;
    /** What the shop calls the customers of a view. */
    customerNames(): Promise<readonly { readonly id: number; readonly ref: string }[]>;
    /** What platforms' own statistics say. */
    figures(range: { readonly limit: number }): Promise<Exported<ExportedFigure>>;
  };
  /** Of these customers, in this order: who they are to the shop, if they still are, and whether they may be written to. */
  audience(ids: Int32Array): Promise<Audience>;
  /** Who came through whom, by customer ids: columns of equal length, a member once. */
  referrals(): Promise<{ readonly member: Int32Array; readonly sponsor: Int32Array }>;
  /** The national holidays of the shop's country, `from` inclusive, `before` exclusive. Null when no country is told. */
  holidays(request: HolidayRequest): Promise<NationalHolidays | null>;
  readonly campaigns: {
    list(): Promise<readonly Campaign[]>;
    /** One row per campaign and day with spend or attributed orders, `from` inclusive, `before` exclusive. */
    daily(range: { readonly from: Day; readonly before: Day }): Promise<CampaignDays>;
    /** Who ordered through which campaign. Reads every order for who is new. */
    buyers(range: { readonly from: Day; readonly before: Day }): Promise<CampaignBuyers>;
  };
  readonly figures: {
    /** The platforms' reports that came in, by name. */
    reports(): Promise<readonly FigureReport[]>;
    /**
     * What the reports of one kind tell of days within `from` and `before`: by month, or by what they are about (each
     * voucher, each ad). Sums only of what adds up, of periods that do not overlap; rates from sums, never averaged.
     */
    of(question: {
      readonly report: string;
      readonly by: 'month' | 'subject';
      readonly from?: Day;
      readonly before?: Day;
    }): Promise<Figures>;
  };
  readonly drivers: {
    /**
     * Net revenue of `from` to before `before`, and of `base` to before `from`, by campaign, channel, product and place:
     * four cuts of the same revenue. Reads every line: for the weekly check, and for alerts.
     */
    cuts(range: { readonly base: Day; readonly from: Day; readonly before: Day }): Promise<readonly DriverCut[]>;
  };
};

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
  readonly name: Words;
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
  readonly id: string;
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

/** `line` counts from 1, the header being line 1, as an editor shows it. */
export type Reject = {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: Words;
};

export type Coverage = {
  readonly orders: number;
  readonly lines: number;
  readonly customers: number;
  readonly products: number;
  readonly anonymousLines: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** The last day that was over when its rows were learned. Models use nothing after it. */
  readonly lastCompleteDay: Day | null;
  readonly importIds: readonly string[];
};

/** Counts over the stored imports, each order in its newest version. Money in minor units. */
export type Quality = {
  readonly lines: {
    readonly lines: number;
    readonly orders: number;
    readonly withoutProduct: number;
    /** Goods that went out for nothing. */
    readonly withoutPrice: number;
    readonly negativePrices: number;
    readonly zeroQuantities: number;
    /** Taken from stock without a sale. */
    readonly writtenOff: number;
    /** Later than the day its file came in. */
    readonly future: number;
    /** Sent back: negative, and counted on its own day. */
    readonly returned: number;
    readonly returnedMinor: number;
    /** Cancelled before it was paid for: would have been this much, and counts as nothing. */
    readonly cancelled: number;
    readonly cancelledMinor: number;
  };
  /** Rows that repeat another of their order to the letter. */
  readonly duplicates: { readonly rows: number; readonly orders: number; readonly minor: number };
  readonly withoutCustomer: { readonly lines: number; readonly orders: number; readonly minor: number };
  /** Largest first. */
  readonly outliers: readonly OutlierLine[];
  readonly traits: readonly OutlierTrait[];
  /** Orders of which some row could not be read. */
  readonly partialOrders: number;
  /** Imports that could not take all rows. */
  readonly rejected: readonly {
    readonly id: string;
    readonly layout: string;
    readonly name: string;
    readonly rejected: number;
  }[];
  /** Why rows were rejected, the most frequent first. */
  readonly reasons: readonly { readonly column: string; readonly reason: Words; readonly rows: number }[];
  readonly currencies: readonly string[];
  /** Per kind of file; the freshest first. */
  readonly sources: readonly {
    readonly layout: string;
    readonly lastDay: Day | null;
    readonly learnedAt: Instant;
    readonly files: number;
    readonly rows: number;
  }[];
};

export type OutlierLine = {
  readonly order: string;
  readonly product: string | null;
  readonly day: Day;
  readonly quantity: number;
  readonly minor: number;
  /** How long after the same customer gave the same goods back; null when not within a month. */
  readonly undoneAfterMs: number | null;
};

/** A number known of customers, and those far outside the middle half of all. */
export type OutlierTrait = {
  readonly trait: string;
  readonly customers: number;
  readonly least: number;
  readonly most: number;
};

/** Columns of equal length, one entry a day, oldest first, no day missing. */
export type DailyRevenue = {
  readonly firstDay: Day;
  /** Net of cancellations, on the day they happened. */
  readonly revenueMinor: Float64Array;
  readonly orders: Float64Array;
};

export type HolidayRequest = Pick<Shop, 'zone' | 'currency'> & { readonly from: Day; readonly before: Day };

export type NationalHolidays = {
  /** ISO 3166, from the shop's zone, else from its currency. */
  readonly country: string;
  /** By day. Days that are announced rather than computed (Lebaran) are left to the shop's calendar. */
  readonly days: readonly { readonly day: Day; readonly name: string }[];
};

export type Metric = 'revenue' | 'orders' | 'units' | 'customers' | 'order-value';
export type SliceBy = 'channel' | 'category' | 'product' | 'campaign' | 'campaign-kind' | 'place';

/** Customers put into sets, each into one at most. Orders of nobody known are a slice without a name. */
export type CustomerSets = {
  /** At most 254. Ids are those of `customers.view`. */
  readonly sets: readonly { readonly name: string; readonly ids: Int32Array }[];
  /** What the customers in none of the sets are called. */
  readonly rest: string;
};

export type SeriesRequest = {
  readonly metric: Metric;
  /** Null is the whole shop, as one slice. */
  readonly by: SliceBy | CustomerSets | null;
  /** Weeks begin on Mondays. What does not add up over days (customers, order value) is counted anew for each week. */
  readonly period: 'day' | 'week';
  /** Only periods that were over before this day are counted. */
  readonly before: Day;
  /** As it was known at the end of this day; without, as it is known now. */
  readonly knownBy?: Day;
  /** So many slices, the largest by net revenue, 10 unless told; or the one of this name. */
  readonly most?: number;
  /** Null: the orders that tell none. */
  readonly only?: string | null;
};

/** All slices over the same periods, from the shop's first day to its last complete one before `before`. */
export type SeriesAnswer = {
  /** The first day of the first period. */
  readonly firstDay: Day;
  readonly period: 'day' | 'week';
  /** Largest net revenue first. */
  readonly slices: readonly Slice[];
  /** The slices that are not among them. */
  readonly others: { readonly count: number; readonly revenueMinor: number };
  /** Days that no file told of, both days inclusive: not known, which is not zero. */
  readonly holes: readonly Hole[];
  /** What is counted. */
  readonly basis: Words;
};

export type Slice = {
  /** Null: orders that tell none. Empty for the whole shop. */
  readonly name: string | null;
  /** Net, of all its periods. */
  readonly revenueMinor: number;
  /** Shape (periods,): money in minor units, counts, or minor units an order. NaN where nothing is known. */
  readonly values: Float64Array;
};

export type Hole = { readonly from: Day; readonly to: Day; readonly days: number };

/** Columns of equal length, one entry a customer, ordered by `id`. Cancelled lines and free goods are left out. */
export type CustomerView = {
  /** Recency counts from here: the day after the last day looked at. */
  readonly asOf: Day;
  readonly id: Int32Array;
  readonly recencyDays: Float64Array;
  readonly orders: Float64Array;
  readonly revenueMinor: Float64Array;
  readonly quantity: Float64Array;
  /** Days between first and last order. */
  readonly spanDays: Float64Array;
  readonly cleaning: {
    readonly rowsUsed: number;
    readonly rowsAnonymous: number;
    readonly rowsCancelledOrFree: number;
  };
};

/**
 * Columns of equal length, one entry a customer, ordered by `id`. Sales as in `CustomerView`; NaN is not known or not
 * defined, and never 0 in its place. The thirteen features of a distributor's single view are here as: total amount
 * `revenueMinor`, quantity `quantity`, frequency `orders`, visit period `spanDays`, mean time between purchases
 * `meanDaysBetween`, basket size (amount by quantity) `unitMinor`, order size (amount by order) `orderMinor`, visit size
 * (quantity by order) `orderQuantity`, lifetime value to date `netMinor`, discount `discountMinor`, distinct centres
 * `places`, share of quantity by price band `priceShare1` to `priceShare4`, members referred `referred`.
 */
export type CustomerFeatures = {
  readonly asOf: Day;
  readonly id: Int32Array;
  readonly revenueMinor: Float64Array;
  readonly quantity: Float64Array;
  readonly orders: Float64Array;
  /** Days between first and last order. */
  readonly spanDays: Float64Array;
  /** `spanDays` / (orders - 1); NaN for who bought once: that is not every day. */
  readonly meanDaysBetween: Float64Array;
  /** Revenue / quantity, revenue / orders, quantity / orders. */
  readonly unitMinor: Float64Array;
  readonly orderMinor: Float64Array;
  readonly orderQuantity: Float64Array;
  /** What the customer was worth to date: sales less what was cancelled or sent back, on whichever day. */
  readonly netMinor: Float64Array;
  /** How many places (branches, countries) the customer bought in; NaN where orders tell none. */
  readonly places: Float64Array;
  readonly products: Float64Array;
  /** Shares of the customer's quantity by price: the quarters of all lines, cheapest first. They sum to 1. */
  readonly priceShare1: Float64Array;
  readonly priceShare2: Float64Array;
  readonly priceShare3: Float64Array;
  readonly priceShare4: Float64Array;
  /** Customers who name this one as their sponsor. */
  readonly referred: Float64Array;
  readonly recencyDays: Float64Array;
  readonly returnedMinor: Float64Array;
  /** Share of orders that a campaign brought. */
  readonly campaignShare: Float64Array;
  /**
   * What sales were cheaper by than list prices; and `discountMinor` / (`discountMinor` + revenue), over the orders that
   * tell. NaN where none does.
   */
  readonly discountMinor: Float64Array;
  readonly discountShare: Float64Array;
  /** Share of orders that a campaign brought or that were cheaper than listed. */
  readonly promoShare: Float64Array;
  /** Orders that were called off whole: before they were paid, or all of it sent back as an order of its own. */
  readonly cancelledOrders: Float64Array;
  /** Days since 1970-01-01 of the first sale. */
  readonly firstDay: Float64Array;
  /** Visits a month, where some file tells. */
  readonly visits: Float64Array;
};

/** What a trait's number counts: minor units, days since 1970-01-01, 1 or 0, or anything else; a word has none. */
export type TraitUnit = 'money' | 'day' | 'yes' | 'count' | 'word';

/** Columns of equal length, one entry a customer, ordered by `id`; `place` counts in `names`. */
export type CustomerPlaces = {
  readonly names: readonly string[];
  readonly id: Int32Array;
  readonly place: Int32Array;
};

export type TraitName = { readonly name: string; readonly unit: TraitUnit; readonly customers: number };

/** Columns of equal length, one entry a customer, ordered by `id`. */
export type CustomerTraits = {
  readonly id: Int32Array;
  /** By the trait's name. NaN where it is not known, or is a word. */
  readonly numbers: Readonly<Record<string, Float64Array>>;
  /** By the trait's name. Null where it is not known, or is a number. */
  readonly words: Readonly<Record<string, readonly (string | null)[]>>;
};

/** Columns of equal length, one entry a customer, in the order asked for. */
export type Audience = {
  /**
   * The shop's own word for the customer: a number, a name, an address. Personal. Null: nobody is known by this number any
   * more, because what named them was taken back, or taken out for good. The number is never given to another.
   */
  readonly ref: readonly (string | null)[];
  /** 1: may be written to. 0: said no. -1: not known. */
  readonly consent: Int8Array;
  /** Epoch day of the last contact that files tell of; -1 for none. */
  readonly contactedDay: Int32Array;
};

export type Exported<Row> = { readonly total: number; readonly rows: readonly Row[] };

export type ExportedLine = {
  readonly order: string;
  readonly day: Day;
  readonly customer: string | null;
  readonly product: string | null;
  readonly productName: string | null;
  readonly quantity: number;
  readonly unitPriceMinor: number | null;
  readonly minor: number;
  readonly kind: 'sale' | 'returned' | 'cancelled' | 'other';
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly place: string | null;
};

export type ExportedFigure = {
  readonly source: string;
  readonly about: string;
  readonly from: Day;
  readonly to: Day;
  readonly metric: string;
  readonly basis: string;
  readonly value: number;
};

export type CampaignKind = 'voucher' | 'flash_sale' | 'ads' | 'broadcast' | 'other';

export type Campaign = { readonly id: number; readonly name: string; readonly kind: CampaignKind };

/** Columns of equal length, one entry per campaign and day, ordered by campaign, then day. */
export type CampaignDays = {
  readonly campaign: Int32Array;
  readonly day: Int32Array;
  /** NaN where the cost of that day is not known. */
  readonly spendMinor: Float64Array;
  /** Net sales of orders attributed to the campaign. */
  readonly salesMinor: Float64Array;
  readonly orders: Float64Array;
  /** What the goods sold cost the shop. NaN where a product's cost is not known. */
  readonly goodsMinor: Float64Array;
};

/** Columns of equal length, one entry per campaign and customer with orders through it. */
export type CampaignBuyers = {
  readonly campaign: Int32Array;
  /** -1: orders of nobody known, together. */
  readonly customer: Int32Array;
  readonly orders: Float64Array;
  readonly salesMinor: Float64Array;
  /** Sum of the squares of the orders' values, and the largest of them. */
  readonly squares: Float64Array;
  readonly largestMinor: Float64Array;
  /** 1: the customer's first order was among them. */
  readonly isNew: Uint8Array;
};

/** Columns of equal length, one entry per day and hour with orders, oldest first. */
export type HourlyRevenue = {
  readonly day: Int32Array;
  /** 0..23. */
  readonly hour: Uint8Array;
  readonly orders: Float64Array;
  readonly revenueMinor: Float64Array;
};

/** Columns of equal length, one entry per day with orders that tell, oldest first. */
export type DailyDiscounts = {
  readonly day: Int32Array;
  readonly orders: Float64Array;
  readonly salesMinor: Float64Array;
  readonly discountMinor: Float64Array;
  /** What the goods sold cost the shop; NaN where a product's cost is not known. */
  readonly goodsMinor: Float64Array;
};

export type FigureUnit = 'count' | 'money' | 'number' | 'share';

/** A kind of report and what came in of it. */
export type FigureReport = {
  /** "shopee voucher". */
  readonly report: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly importIds: readonly string[];
};

/** A table of figures: `lines` against `groups`. */
export type Figures = {
  readonly report: string;
  /** What its reader should know of every figure; null for nothing. */
  readonly says: Words | null;
  /** Months, or periods that lie in no single month; or subjects, by name. */
  readonly groups: readonly FigureGroup[];
  readonly lines: readonly FigureLine[];
  /** Days between the first and the last that no import tells; of reports on ads, vouchers and streams, a fortnight or more. */
  readonly gaps: readonly { readonly from: Day; readonly to: Day; readonly days: number }[];
  /** Figures left out of sums, because a longer period tells of the same days. */
  readonly overlapping: number;
  readonly importIds: readonly string[];
};

export type FigureGroup = {
  /** "2025-04", or the name of a subject. */
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** How many days of it are told, and how many a month has. */
  readonly days: number;
  readonly of: number;
  readonly importIds: readonly string[];
};

/** One metric on one basis. `values` has an entry for each group; null is not known. */
export type FigureLine = {
  readonly metric: string;
  /** 'placed', 'ready to ship', 'paid'; '' where there is one only. */
  readonly basis: string;
  readonly unit: FigureUnit;
  readonly values: readonly (number | null)[];
  /** Null for what does not add up: unique visitors, medians, shares without their parts. */
  readonly total: number | null;
};

/** Columns of equal length, one entry a member. A null name stands for orders that tell none. */
export type DriverCut = {
  readonly by: 'campaign' | 'channel' | 'product' | 'place';
  readonly names: readonly (string | null)[];
  readonly revenueMinor: Float64Array;
  readonly baseMinor: Float64Array;
};
