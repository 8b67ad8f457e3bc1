import type { Shop } from '../../../data/types.ts';

/** Times are told in the shop's zone: everybody who talks about "Monday 08:00" means the same one. */

export function clock(at: number, shop: Shop | null): string {
  return told(at, shop, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

export function dayOf(at: number, shop: Shop | null): string {
  return told(at, shop, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

export function inFull(at: number, shop: Shop | null): string {
  return `${dayOf(at, shop)}, ${clock(at, shop)} ${shop?.zone ?? 'UTC'}`;
}

function told(at: number, shop: Shop | null, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(shop?.locale ?? 'en-GB', { ...parts, timeZone: shop?.zone ?? 'UTC' }).format(at);
}
