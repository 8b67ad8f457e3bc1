import type { Shop } from '../../../data/types/shop.ts';
import { readerIn } from '../../../words/tell.ts';
import { spoken } from './words.ts';

/** Times are told in the shop's zone: everybody who talks about "Monday 08:00" means the same one. */

export function clock(at: number, shop: Shop | null): string {
  return written(at, shop, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

export function dayOf(at: number, shop: Shop | null): string {
  return written(at, shop, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

export function inFull(at: number, shop: Shop | null): string {
  return `${dayOf(at, shop)}, ${clock(at, shop)} ${shop?.zone ?? 'UTC'}`;
}

function localeFor(shop: Shop | null): string {
  return readerIn(spoken() ?? 'en', shop).shop?.locale ?? spoken() ?? 'en-GB';
}

function written(at: number, shop: Shop | null, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeFor(shop), { ...parts, timeZone: shop?.zone ?? 'UTC' }).format(at);
}
