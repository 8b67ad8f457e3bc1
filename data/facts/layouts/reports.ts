import type { Shop } from '../../types/shop.ts';
import { metaAds } from './meta-ads.ts';
import type { Report } from './report.ts';
import { shopeeAds, shopeeLiveAds, shopeeSearchAds } from './shopee-ads.ts';
import { shopeeIncome } from './shopee-income.ts';
import { productOverview, productPerformance, shopStats, traffic } from './shopee-statistics.ts';
import { affiliateProducts, affiliates, chat, chatBroadcast, live, offPlatform } from './shopee-statistics-contacts.ts';
import { discount, flashSale, payLater, voucher, voucherByCode } from './shopee-statistics-promotions.ts';
import { tiktokLiveAds, tiktokProductAds, tiktokShopStats } from './tiktok-statistics.ts';

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
  tiktokLiveAds,
  tiktokProductAds,
];

const indonesian = /\b(tanggal|periode|penjualan|pesanan|pengunjung|biaya|dilihat|nama|pembeli|omzet)\b|\(Rp\)|IDR/i;

/** What a shop is taken to be when it is not set up: headers in Indonesian are of one country. */
export function shopOfReport({ platform }: Report, titles: readonly string[]): Shop | null {
  const currency = currencyOfReport(titles);
  if (!titles.some((title) => indonesian.test(title)) || (currency !== null && currency !== 'IDR')) return null;
  return { name: platform, currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false };
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The currency that headers name: "Jumlah yang dibelanjakan (IDR)", "Omzet Penjualan(Rp)". */
export function currencyOfReport(titles: readonly string[]): string | null {
  for (const title of titles) {
    const [, code, rupiah] = /\(([A-Z]{3})\)\s*$|(\(Rp\)|_IDR)\s*$/.exec(title) ?? [];
    if (rupiah !== undefined) return 'IDR';
    if (code !== undefined && currencies.has(code)) return code;
  }
  return null;
}
