import type { Campaign, CampaignBuyers, CampaignDays } from './campaigns.ts';
import type {
  Audience,
  CustomerFeatures,
  CustomerPlaces,
  CustomerTraits,
  CustomerView,
  TraitName,
} from './customers.ts';
import type { Exported, ExportedFigure, ExportedLine } from './exports.ts';
import type { FigureReport, Figures } from './figures.ts';
import type { HolidayRequest, NationalHolidays } from './holidays.ts';
import type { ImportPreview, ImportReport, ImportRequest } from './imports.ts';
import type { Coverage, Quality, Reject } from './quality.ts';
import type { DailyDiscounts, DailyRevenue, DriverCut, HourlyRevenue, SeriesAnswer, SeriesRequest } from './series.ts';
import type { Day, Instant } from './shop.ts';

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
  /**
   * The same questions, answered as if these imports and no others had ever come: later files are left out, those that were
   * taken back since are there, orders are as they were told then. What was purged is gone (`coverage` tells).
   */
  asKnown(imports: readonly string[]): Facts;
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
     *
     * @param range `of`: of one member of a cut only, named as `series` names it
     */
    cuts(range: {
      readonly base: Day;
      readonly from: Day;
      readonly before: Day;
      readonly of?: { readonly by: DriverCut['by']; readonly name: string | null };
    }): Promise<readonly DriverCut[]>;
  };
};
