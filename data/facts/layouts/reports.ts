import type { Shop } from '../../types.ts';
import { metaAds } from './meta-ads.ts';
import type { Report } from './report.ts';
import { shopeeAds, shopeeLiveAds, shopeeSearchAds } from './shopee-ads.ts';
import { shopeeIncome } from './shopee-income.ts';
import { productOverview, productPerformance, shopStats, traffic } from './shopee-statistics.ts';
import { affiliateProducts, affiliates, chat, chatBroadcast, live, offPlatform } from './shopee-statistics-contacts.ts';
import { discount, flashSale, payLater, voucher, voucherByCode } from './shopee-statistics-promotions.ts';
import { tiktokShopStats } from './tiktok-statistics.ts';

/** Every report of statistics that can be read. Of those that fit a file, the one that knows most of its columns is taken. */
export const reports: readonly Report[] = [
  shopStats,
  traffic,
  productOverview,
  productPerformance,
  voucher,
  voucherByCode,
  flashSale,
  discount,
  payLater,
  chat,
  chatBroadcast,
  live,
  offPlatform,
  affiliates,
  affiliateProducts,
  shopeeIncome,
  shopeeAds,
  shopeeSearchAds,
  shopeeLiveAds,
  metaAds,
  tiktokShopStats,
];

const indonesian = /\b(tanggal|periode|penjualan|pesanan|pengunjung|biaya|dilihat|nama|pembeli|omzet)\b|\(Rp\)|IDR/i;

/** What a shop is taken to be when it is not set up: headers in Indonesian are of one country. */
export function shopOfReport({ platform }: Report, titles: readonly string[]): Shop | null {
  if (!titles.some((title) => indonesian.test(title))) return null;
  return { name: platform, currency: 'IDR', zone: 'Asia/Jakarta', locale: 'id-ID', demo: false };
}
