import type { Day, Shop } from './shop.ts';

export type HolidayRequest = Pick<Shop, 'zone' | 'currency'> & { readonly from: Day; readonly before: Day };

export type NationalHolidays = {
  /** ISO 3166, from the shop's zone, else from its currency. */
  readonly country: string;
  /** By day. Days that are announced rather than computed (Lebaran) are left to the shop's calendar. */
  readonly days: readonly { readonly day: Day; readonly name: string }[];
  /** First days of Lebaran (1 Syawal) as computed: the announcement may be a day off. */
  readonly lebaran: readonly Day[];
};
