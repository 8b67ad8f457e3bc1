import type { Day } from './shop.ts';

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
