import type { Said } from '../../../words/say.ts';
import { type Identity, quotient } from '../identities/identity.ts';
import type { DateOrder } from '../import/dates.ts';
import type { NumberStyle } from '../import/numbers.ts';
import { plainName } from './layout.ts';

/**
 * `money` is whole where the currency is, an `amount` of money has decimals all the same; a `share` is written 5,56% or
 * 0.0556; a `clock` is 00:01:22, kept in seconds.
 */
export type Reads = 'count' | 'money' | 'amount' | 'number' | 'share' | 'clock';

/** A column whose numbers are kept. */
export type Metric = {
  /** Its name with its basis: no two columns of a report have the same. */
  readonly key: string;
  readonly name: string;
  /** 'placed', 'ready to ship', 'paid'; '' where there is one only, or where the sheet says. */
  readonly basis: string;
  /** Headers as files write them; "Kode Variasi#2" is the second of two that are called alike. */
  readonly aliases: readonly string[];
  readonly reads: Reads;
  /** Whether periods add up. A name: days do, to something else, as visitors a day to visitor-days. */
  readonly adds: boolean | string;
};

/** A quotient of two metrics. What the file says of it is only compared: rates are recomputed from sums. */
export type Rate = {
  readonly key: string;
  readonly name: string;
  readonly basis: string;
  readonly of: string;
  readonly per: string;
  /** Taken off the quotient: a return of 1.5 on 1 is 0.5 of profit. */
  readonly less: number;
  readonly unit: 'share' | 'number' | 'money';
  /** Empty where files do not tell it. */
  readonly aliases: readonly string[];
  readonly tolerance: number;
};

/** A platform's report of its own statistics, declared. */
export type Report = {
  /** As its figures are stored and asked for: "shopee voucher". */
  readonly source: string;
  readonly platform: string;
  /** `labels`: not a table, but names with an amount beside each. */
  readonly form: 'table' | 'labels';
  readonly writes?: { readonly numbers?: NumberStyle; readonly dates?: DateOrder };
  /** Headers of the days a row is about. None, or an empty cell: the head of the file or its name tells them. */
  readonly period: readonly string[];
  /** Where begin and end are two columns. */
  readonly until: readonly string[];
  /** Columns that say what of the shop a row is about: a voucher, an ad. Their words are joined. */
  readonly about: readonly (readonly string[])[];
  /** What the names of sheets stand for; case and punctuation do not matter. */
  readonly sheets: Readonly<Record<string, { readonly basis?: string; readonly about?: string }>>;
  /** What a row is about when it only adds up others: such rows are left out. */
  readonly totals: RegExp | null;
  /** Headers of a column with a word in it where a row is a part of another, as a variation is of its product: left out. */
  readonly parts: readonly string[];
  readonly metrics: readonly Metric[];
  readonly rates: readonly Rate[];
  readonly identities: readonly Identity[];
  /** Without these columns it is another kind of file. */
  readonly required: readonly string[];
  /** The metric that is a cost of the campaign that the row is about: a day's goes where costs are kept. */
  readonly cost: string | null;
  /** What its reader should know of every figure. */
  readonly says: Said | null;
};

/** A report with what most reports have in common. */
export function defineReport(
  report: Pick<Report, 'source' | 'platform' | 'metrics' | 'required'> & Partial<Report>,
): Report {
  return {
    form: 'table',
    period: [],
    until: [],
    about: [],
    sheets: {},
    totals: null,
    parts: [],
    rates: [],
    identities: [],
    cost: null,
    says: null,
    ...report,
  };
}

export const keyOf = (name: string, basis: string): string => (basis === '' ? name : `${name} (${basis})`);

/** The rates that files tell are identities too. */
export function identitiesOf({ rates, identities }: Report): readonly Identity[] {
  const told = rates.filter(({ aliases }) => aliases.length > 0);
  return [...told.map(({ of, per, key, tolerance }) => quotient({ of, per, is: key, tolerance })), ...identities];
}

/** What a sheet of this name stands for. */
export function sheetOf({ sheets }: Report, name: string): { readonly basis?: string; readonly about?: string } {
  return Object.entries(sheets).find(([word]) => plainName(word) === plainName(name))?.[1] ?? {};
}
