import type { Words } from '../../words/say.ts';
import type { Day } from './shop.ts';

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
